import { describe, expect, it } from "vitest";
import {
  appIn,
  confirm,
  expectSound,
  figure,
  FRAME,
  openInAdmin,
  openPage,
  pressKeyUntil,
  shown,
  toast,
  WIDTHS,
} from "../helpers/admin-app.ts";
import { setFaults } from "../../sandbox/graphql/faults.ts";
import { openShop } from "../helpers/open-shop.ts";

const ADA = "ada@example.com";
/** What somebody may write where a name is asked for. */
const MARKUP = "<b>Bo</b><script>document.title='taken'</script> {{ shop.name }} عبد 🌿";

const { browser, line, page } = await openShop({ app: "absent" });
let ada: string;

describe("from the installation to points that are explained", () => {
  it("the merchant chooses a template, sees what shoppers would see, and publishes what the plan shows", async () => {
    await page.goto(line.admin());
    await page.getByRole("button", { name: "Install" }).click();
    const start = await shown(page, "Get started");
    await expectSound(page, "the first steps");
    await start.getByRole("button", { name: "Begin with this: Simple points" }).click();
    const draft = await shown(page, "Simple points");
    await draft.getByText("What shoppers would see").waitFor();
    await draft.getByLabel("Points", { exact: true }).fill("many");
    await draft.getByText("Write a number of points above 0").waitFor();
    await draft.getByLabel("Points", { exact: true }).fill("2");
    await draft.getByLabel("Days until points are available").fill("0");
    await expectSound(page, "a draft with its preview");
    await draft.getByRole("button", { name: "Save and look at the plan" }).click();
    const plan = appIn(page);
    await plan.getByText("Who changes tier").waitFor();
    await expectSound(page, "a plan");
    await plan.getByRole("button", { name: "Publish", exact: true }).click();
    await confirm(plan, "Publish");
    await toast(page, "Version 2 is in force");
  });

  it("an order earns by it, and a refund takes back what it earned, each with its arithmetic", async () => {
    const variants = [{ price: "120.00", inventory: 9 }];
    line.perform({ do: "product.create", title: "Garden bench", handle: "bench", variants });
    const { id } = line.perform({ do: "customer.create", firstName: "Ada", lastName: "Marsh", email: ADA });
    line.perform({
      do: "customer.create",
      firstName: MARKUP,
      lastName: "M".repeat(200),
      email: "bo@example.com",
    });
    ada = line.admin(`/app/members/${id}`);
    line.perform({
      do: "order.place",
      ref: "first",
      customer: ADA,
      lines: [{ variant: "bench", quantity: 2 }],
      shipping: null,
      // The store's times have no fractions of a second: within that of the publishing the version before counts.
      at: new Date(Date.now() + 1_000).toISOString(),
    });
    await line.settled();
    line.perform({ do: "order.refund", order: "ref:first", lines: [{ line: 1, quantity: 1 }] });
    await line.settled();
    const app = await openInAdmin(page, ada, "Ada Marsh");
    await app.getByText("240.00 x 2 points = 480").waitFor();
    await app.getByText("The order earned 480 points before and earns 240 points now").waitFor();
    // With the 50 points of the sign-up.
    expect(await figure(page, "Available")).toBe("290");
    await expectSound(page, "a member who was refunded");
  });
});

describe("a shop that is steered", () => {
  it("keeps what was sent while the app could not be reached, and does it once", async () => {
    const app = await openInAdmin(page, ada, "Ada Marsh");
    await app.getByRole("button", { name: "Adjust points" }).click();
    await app.getByRole("button", { name: "Review" }).click();
    await app.getByText("Write a whole number of points").waitFor();
    await app.getByLabel("Points", { exact: true }).fill("50");
    await app.getByLabel("Reason").fill("A birthday");
    await app.getByRole("button", { name: "Review" }).click();
    await app.getByText(/50 points.*available at once/).waitFor();
    await page.context().setOffline(true);
    await app.getByRole("button", { name: "Give 50 points" }).dblclick();
    await app.getByText("We cannot reach the app just now.").waitFor();
    await page.context().setOffline(false);
    await toast(page, "Points adjusted");
    await expect.poll(() => figure(page, "Available")).toBe("340");
    expect(await app.getByText("We cannot reach the app just now.").count()).toBe(0);
  });

  it("gives points to everybody on the list and takes them back", async () => {
    const app = await openInAdmin(page, line.admin("/app/members"), "Members");
    await app.getByRole("checkbox", { name: "Select all members" }).check();
    await app.getByRole("button", { name: "Adjust points" }).click();
    await app.getByLabel("Points for each").fill("30");
    await app.getByLabel("Reason").fill("For the opening");
    await app.getByRole("button", { name: "Review" }).click();
    await app.getByRole("button", { name: "Do it for 2 members" }).click();
    const run = await shown(page, "Give 30 points to each of 2 members");
    await run.getByText("Done", { exact: true }).first().waitFor();
    await expectSound(page, "points for many");
    await run.getByRole("button", { name: "Take it back" }).click();
    await confirm(run, "Take it back");
    await run.getByText("Taken back", { exact: true }).first().waitFor();
    await openInAdmin(page, ada, "Ada Marsh");
    expect(await figure(page, "Available")).toBe("340");
  });

  it("gives a reward while the store throttles, and shows its code once the store has made it", async () => {
    setFaults(line.running.sandbox, [
      { answer: "503", times: 1, message: "" },
      { answer: "throttled", times: 2, message: "" },
    ]);
    const app = await openInAdmin(page, ada, "Ada Marsh");
    await app.getByRole("button", { name: "More actions" }).click();
    await app.getByRole("menuitem", { name: "Give a reward", exact: true }).click();
    await app.getByRole("button", { name: "Give", exact: true }).click();
    await toast(page, "Reward given");
    await expect
      .poll(async () => (await openInAdmin(page, ada, "Ada Marsh")).getByText(/Code [A-Z0-9-]{6,}/).count())
      .toBeGreaterThan(0);
  });

  it("keeps ten thousand letters that are too many, and says how many there may be", async () => {
    const app = await openInAdmin(page, ada, "Ada Marsh");
    const reason = "🌿 عبد <b>{{ shop }}</b> ".repeat(420);
    await app.getByRole("button", { name: "Adjust points" }).click();
    await app.getByLabel("Points", { exact: true }).fill("1");
    await app.getByLabel("Reason").fill(reason);
    await app.getByRole("button", { name: "Review" }).click();
    await app.getByText("Say why, in at most 200 characters.").waitFor();
    expect(await app.getByLabel("Reason").inputValue()).toBe(reason);
    await expectSound(page, "a reason that is too long");
  });

  it.each(WIDTHS)("shows what anybody may be called as text at %d px", async (width) => {
    const visitor = await openPage(browser, width);
    await openInAdmin(visitor, line.admin("/app/members?query=bo@example.com"), "Members");
    const name = appIn(visitor).getByText("{{ shop.name }}");
    await name.first().waitFor();
    await expectSound(visitor, "a list with a name of markup");
    await name.first().click();
    const member = appIn(visitor);
    await member.getByRole("heading", { level: 1, name: "{{ shop.name }}" }).waitFor();
    await expectSound(visitor, "a member with a name of markup");
    expect(await visitor.title()).not.toContain("taken");
    await visitor.context().close();
  });

  it("opens a figure of the analytics to the entries that it is made of, and these to their member", async () => {
    const report = await openInAdmin(page, line.admin("/app/analytics/points"), "Analytics");
    await report
      .getByRole("link", { name: /entries/i })
      .first()
      .click();
    const rows = appIn(page);
    await rows.getByRole("link", { name: "Ada Marsh" }).first().waitFor();
    await expectSound(page, "the entries behind a figure");
    await rows.getByRole("link", { name: "Ada Marsh" }).first().click();
    await shown(page, "Ada Marsh");
  });

  it("has products and collections chosen in Shopify's own window, also by keys, and loses none of them", async () => {
    for (const title of ["Winter", "Spring"])
      line.perform({ do: "collection.create", title, handle: title.toLowerCase() });
    const programme = await openInAdmin(page, line.admin("/app/programme"), "Programme");
    await programme.getByRole("button", { name: "New draft" }).click();
    const draft = appIn(page);
    await draft.getByRole("button", { name: "Exclusions" }).click();
    const picker = page.getByRole("dialog");
    const bench = picker.getByRole("checkbox", { name: "Garden bench" });
    await draft.getByRole("button", { name: "Choose products" }).click();
    await bench.check();
    await picker.getByRole("button", { name: "Select", exact: true }).click();
    await draft.getByText("Garden bench").waitFor();
    // Thought better of: what was chosen before is shown so, and stays.
    await draft.getByRole("button", { name: "Choose products" }).click();
    await expect.poll(() => bench.isChecked()).toBe(true);
    await bench.uncheck();
    await page.keyboard.press("Escape");
    await picker.waitFor({ state: "detached" });
    expect(await draft.getByText("Garden bench").count()).toBe(1);
    for (const title of ["Winter", "Spring"]) {
      await draft.getByRole("button", { name: "Choose collections" }).focus();
      await page.keyboard.press("Enter");
      const search = picker.getByRole("searchbox");
      await search.waitFor();
      await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
      await page.keyboard.type(title);
      await picker.getByRole("checkbox", { name: title }).waitFor();
      await pressKeyUntil(page, "Tab", picker.getByRole("checkbox", { name: title }));
      await page.keyboard.press("Space");
      await pressKeyUntil(page, "Tab", picker.getByRole("button", { name: "Select", exact: true }));
      await page.keyboard.press("Enter");
      await draft.getByText(title, { exact: true }).waitFor();
    }
    expect(await draft.getByText("Winter", { exact: true }).count()).toBe(1);
    await expectSound(page, "a draft with chosen products and collections");
    await page.getByRole("button", { name: "Save draft" }).click();
    await toast(page, "Draft saved");
  });

  it("refuses whoever may only read, on the page and behind it", async () => {
    const reader = await openPage(browser);
    await reader.context().addCookies([{ name: "sandbox_staff", value: "support", url: line.shopUrl }]);
    const app = await openInAdmin(reader, ada, "Ada Marsh");
    expect(
      await app
        .getByRole("button", { name: "Adjust points" })
        .isEnabled({ timeout: 100 })
        .catch(() => false),
    ).toBe(false);
    await expectSound(reader, "a member as a reader sees them");
    const status = await reader.frame({ name: FRAME })?.evaluate(async () => {
      const body = new URLSearchParams({
        points: "5",
        reason: "For me",
        key: crypto.randomUUID(),
        intent: "adjust",
      });
      return (await fetch(`${location.pathname}.data`, { method: "POST", body })).status;
    });
    expect(status).toBe(403);
    await openInAdmin(page, ada, "Ada Marsh");
    expect(await figure(page, "Available")).toBe("340");
    await reader.context().close();
  });
});
