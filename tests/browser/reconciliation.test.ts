import { beforeAll, describe, expect, it } from "vitest";
import { appIn, expectSound, figure, openInAdmin, openPage, WIDTHS } from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

const TITLE = "Reconciliation";
const BUTTON = "Compare now";

const { browser, line, page } = await openShop({ app: "opened" });

beforeAll(async () => {
  line.perform({ do: "customer.create", ref: "ada", firstName: "Ada", lastName: "Marsh" });
  await line.settled();
});

/** In the title bar of the admin, outside the app's frame. */
const button = () => page.getByRole("button", { name: BUTTON });

async function compare(): Promise<void> {
  await button().click();
  // A small shop may be compared before the page has asked how far it is.
  await page.getByRole("status").getByText("The comparison has begun").first().waitFor();
}

describe("the page of reconciliations", () => {
  it("says what it does before the first comparison, or what the first one came to", async () => {
    await openInAdmin(page, line.admin("/app/reconciliation"), TITLE);
    await expectSound(page, "reconciliation at first");
  });

  it("begins one, shows how it goes, and says that all is well", async () => {
    await compare();
    await appIn(page).getByRole("heading", { name: "Everything is as it is in your store" }).waitFor();
    expect(await figure(page, "Missed")).toBe("0");
  });

  it("says what was missed, whose it is and how many points it changed", async () => {
    await line.control("/line", { disturbances: { drop: 1 } });
    for (const [title, price] of [
      ["Bench", "120.00"],
      ["Trowel", "14.50"],
    ] as const)
      line.perform({ do: "order.place", customer: "ref:ada", lines: [{ title, price, quantity: 1 }] });
    await line.control("/line", { disturbances: null });
    await compare();
    await appIn(page).getByRole("heading", { name: "2 changes had not reached us" }).waitFor();
    expect(await figure(page, "Missed")).toBe("2");
    await line.settled();
    await openInAdmin(page, line.admin("/app/reconciliation"), TITLE);
    const row = appIn(page).getByRole("row").filter({ hasText: "Order #1001" });
    await row.getByText("+120", { exact: true }).waitFor();
    await row.getByRole("link", { name: "Ada Marsh" }).waitFor();
    await expectSound(page, "reconciliation with findings");
  });

  it.each(WIDTHS)("can be read by everybody and fits at %d px", async (width) => {
    const visitor = await openPage(browser, width);
    await openInAdmin(visitor, line.admin("/app/reconciliation"), TITLE);
    await appIn(visitor).getByText("Order #1001").first().waitFor();
    await expectSound(visitor, "reconciliation");
    await visitor.context().close();
  });

  it("goes on where it was when the store did not answer, and says so meanwhile", async () => {
    await fetch(`${line.running.urls.shopify}/sandbox/api/graphql-faults`, {
      method: "PUT",
      body: JSON.stringify([{ answer: "502", times: 5, operation: "OrderGlances" }]),
    });
    await openInAdmin(page, line.admin("/app/reconciliation"), TITLE);
    await compare();
    await appIn(page).getByText("Your store did not answer just now").waitFor({ timeout: 30_000 });
    await expectSound(page, "reconciliation without an answer");
    await appIn(page)
      .getByRole("heading", { name: "Everything is as it is in your store" })
      .waitFor({ timeout: 60_000 });
  });
});
