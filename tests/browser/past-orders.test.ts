import { beforeAll, describe, expect, it } from "vitest";
import {
  appIn,
  confirm,
  expectSound,
  figure,
  openInAdmin,
  openPage,
  shown,
  toast,
  WIDTHS,
} from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

const DAY_MS = 86_400_000;
const ADA = "ada@example.com";
const PAST = "/app/move/past-orders";

const { browser, line, page } = await openShop({ app: "absent" });
let ada = "";

beforeAll(() => {
  ada = line.admin(
    `/app/members/${line.perform({ do: "customer.create", firstName: "Ada", lastName: "Marsh", email: ADA }).id}`,
  );
  for (const [price, days] of [
    ["120.00", 30],
    ["60.00", 50],
  ] as const)
    line.perform({
      do: "order.place",
      customer: ADA,
      lines: [{ title: "Garden bench", price, quantity: 1 }],
      shipping: null,
      at: new Date(Date.now() - days * DAY_MS).toISOString(),
    });
});

describe("what was bought before the app was there", () => {
  it("is said to be credited only on the merchant's word, before and after publishing", async () => {
    await page.goto(line.admin());
    await page.getByRole("button", { name: "Install" }).click();
    const start = await shown(page, "Get started");
    await start.getByText("They are credited only if you say so after publishing").first().waitFor();
    await expectSound(page, "templates on past orders");
    await start.getByRole("button", { name: "Begin with this: Simple points" }).click();
    const draft = await shown(page, "Simple points");
    await draft.getByRole("button", { name: "Save and look at the plan" }).click();
    const plan = appIn(page);
    await plan.getByText("those from before you installed the app are not compared here").waitFor();
    await plan.getByRole("button", { name: "Publish", exact: true }).click();
    await confirm(plan, "Publish");
    await toast(page, "Version 2 is in force");
    await plan.getByText("Past orders are not credited yet").waitFor();
    await expectSound(page, "published without past orders");
    await plan.getByRole("link", { name: "Look at past orders" }).click();
    await shown(page, "Past orders");
    await expectSound(page, "past orders at first");
  });

  it("is previewed, and credited in the background", async () => {
    const app = appIn(page);
    await app.getByRole("button", { name: "Show the preview" }).click();
    await app.getByRole("button", { name: "Credit 2 orders" }).waitFor();
    expect(await figure(page, "Orders")).toBe("2");
    expect(await figure(page, "Members")).toBe("1");
    expect(await figure(page, "Points")).toBe("180");
    expect(await figure(page, "Members with a reward now")).toBe("1");
    await expectSound(page, "past orders previewed");
    const narrow = await openPage(browser, WIDTHS[1]);
    await openInAdmin(narrow, page.url(), "Past orders");
    await appIn(narrow).getByRole("button", { name: "Credit 2 orders" }).waitFor();
    await expectSound(narrow, "past orders previewed");
    await narrow.close();
    await app.getByRole("button", { name: "Credit 2 orders" }).click();
    await confirm(app, "Credit 2 orders");
    await app.getByText("2 orders credited").waitFor();
    await app.getByText("1 member has 180 points for orders since").waitFor();
    await expectSound(page, "past orders credited");
  });

  it("is points of the member, and asked again there is nothing left", async () => {
    await openInAdmin(page, ada, "Ada Marsh");
    await appIn(page).getByText("180", { exact: true }).first().waitFor();
    await openInAdmin(page, line.admin(PAST), "Past orders");
    await appIn(page).getByRole("button", { name: "Show the preview" }).click();
    await appIn(page).getByText("There is nothing to credit").waitFor();
    await expectSound(page, "past orders none left");
    const narrow = await openPage(browser, WIDTHS[1]);
    await openInAdmin(narrow, line.admin("/app/move"), "Moving");
    await appIn(narrow).getByRole("link", { name: "Look at past orders" }).click();
    await shown(narrow, "Past orders");
    await appIn(narrow).getByText("2 orders credited").waitFor();
    await expectSound(narrow, "past orders none left");
    await narrow.close();
  });
});
