import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  appIn,
  confirm,
  expectSound,
  figure,
  FRAME,
  keepProgramme,
  openInAdmin,
  openPage,
  pressKeyUntil,
  shown,
  toast,
  WIDTHS,
} from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

/** One more than a page of the list holds. */
const CROWD = 26;

const { browser, line, page } = await openShop({ app: "installed" });

/** The page of the one member with a past. */
let ada: string;
/** The editor of a draft. */
let draft: string;

beforeAll(async () => {
  await page.goto(line.admin());
  await keepProgramme(page);
  line.perform({
    do: "product.create",
    title: "Garden bench",
    handle: "bench",
    variants: [{ price: "120.00", inventory: 9 }],
  });
  for (let number = 1; number < CROWD; number++)
    line.perform({
      do: "customer.create",
      firstName: "Guest",
      lastName: `Number ${number}`,
      email: `guest${number}@example.com`,
    });
  const { id } = line.perform({
    do: "customer.create",
    firstName: "Ada",
    lastName: "Marsh",
    email: "ada@example.com",
  });
  ada = line.admin(`/app/members/${id}`);
  line.perform({
    do: "order.place",
    ref: "first",
    customer: "ada@example.com",
    lines: [{ variant: "bench", quantity: 2 }],
  });
  // Deliveries have no order: were the refund settled first, the order would have earned once, and less.
  await line.settled();
  line.perform({ do: "order.refund", order: "ref:first", lines: [{ line: 1, quantity: 1 }] });
  await line.settled();
});

/** What stands in a draft at this path. */
const field = (app: FrameLocator, path: string) => app.locator(`[id="${path}"]`);

/** The editor of the draft, with its first rule opened. */
async function openRule(tab: Page): Promise<FrameLocator> {
  await tab.goto(draft);
  const app = appIn(tab);
  const rule = app.getByRole("button", { name: /^Edit: Customers earn/ });
  await expect
    .poll(async () => {
      if (await rule.isVisible()) await rule.click();
      return field(app, "earning.rules[0].rate.points").isVisible();
    })
    .toBe(true);
  return app;
}

describe.each(WIDTHS)("every page of the app at %d px", (width) => {
  it("can be read by everybody and fits", async () => {
    const visitor = await openPage(browser, width);
    for (const [path, title] of [
      ["/app", "Home"],
      ["/app/members", "Members"],
      ["/app/members?query=zzz", "Members"],
      ["/app/programme", "Programme"],
      ["/app/deliveries", "Deliveries"],
      ["/app/members/1", "Not found"],
    ] as const) {
      await openInAdmin(visitor, line.admin(path), title);
      await expectSound(visitor, `${title} at ${path.replaceAll("/", " ")}`);
    }
    await openInAdmin(visitor, ada, "Ada Marsh");
    await expectSound(visitor, "a member");
    await visitor.context().close();
  });
});

describe("members", () => {
  it("are found by the beginning of a name, and nobody is said to be nobody", async () => {
    const app = await openInAdmin(page, line.admin("/app/members"), "Members");
    await app.getByRole("button", { name: "Search and filter results" }).click();
    await app.getByPlaceholder("Search by name").fill("mar");
    await app.getByRole("link", { name: "Ada Marsh" }).waitFor();
    await expect.poll(() => app.getByRole("link", { name: /^Guest/ }).count()).toBe(0);
    await app.getByPlaceholder("Search by name").fill("nobody of this name");
    await app.getByText("Nobody found").waitFor();
    await app.getByRole("button", { name: "Show all members" }).click();
    await app.getByRole("link", { name: "Ada Marsh" }).waitFor();
  });

  it("go on over several pages, forth and back", async () => {
    const app = await openInAdmin(page, line.admin("/app/members"), "Members");
    const members = app.getByRole("link", { name: /^(Guest|Ada)/ });
    await expect.poll(() => members.count()).toBe(CROWD - 1);
    await app.getByRole("button", { name: "Next page" }).click();
    await expect.poll(() => members.count()).toBe(1);
    await app.getByRole("button", { name: "Previous page" }).click();
    await expect.poll(() => members.count()).toBe(CROWD - 1);
  });
});

describe("a member's page", () => {
  it("tells balance, lots and the reason of every entry", async () => {
    const app = await openInAdmin(page, ada, "Ada Marsh");
    expect(await figure(page, "Available")).toBe("120");
    expect(await figure(page, "Earned in all")).not.toBe("0");
    await app.getByText("240.00 x 1 point = 240").waitFor();
    await app.getByText("The order earned 240 points before and earns 120 points now").waitFor();
    await app.getByText("does not expire").waitFor();
    const details = app.getByRole("group").filter({ hasText: "Idempotency key" }).first();
    await details.getByText("Details", { exact: true }).click();
    await details.getByText("Garden bench").waitFor();
    await details.getByText("Place in the chain").waitFor();
    await expectSound(page, "a member with an entry's details");
  });

  it("gives points once, however often the button is pressed", async () => {
    const app = await openInAdmin(page, ada, "Ada Marsh");
    await app.getByRole("button", { name: "Adjust points" }).click();
    await app.getByRole("button", { name: "Review" }).click();
    await app.getByText("Write a whole number of points").waitFor();
    await app.getByText("Say why").waitFor();
    await app.getByLabel("Points", { exact: true }).fill("50");
    await app.getByLabel("Reason").fill("A birthday");
    await app.getByRole("button", { name: "Review" }).click();
    await app.getByText(/50 points.*available at once/).waitFor();
    await expectSound(page, "the review of an adjustment");
    await app.getByRole("button", { name: "Give 50 points" }).dblclick();
    await toast(page, "Points adjusted");
    await expect.poll(() => figure(page, "Available")).toBe("170");
    await app.getByRole("listitem").getByText("Reason: A birthday").waitFor();
    await page.reload();
    await shown(page, "Ada Marsh");
    expect(await figure(page, "Available")).toBe("170");
  });
});

describe("a draft of the programme", () => {
  const save = (tab: Page) => tab.getByRole("button", { name: "Save draft" });
  const saved = (tab: Page) => toast(tab, "Draft saved");
  it("is begun from the version in force, and saved", async () => {
    const programme = await openInAdmin(page, line.admin("/app/programme"), "Programme");
    await programme.getByText("1 point for every £1.00 they spend").waitFor();
    const begin = programme.getByRole("button", { name: "New draft" });
    const editor = programme.getByRole("button", { name: "Exclusions" });
    const isThere = () =>
      editor.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    // A press before the page has come to life does nothing, and a second one begins no second draft.
    await expect
      .poll(async () => {
        if (await begin.isVisible()) await begin.click();
        return isThere();
      })
      .toBe(true);
    draft = line.admin(new URL(page.frame({ name: FRAME })?.url() ?? "").pathname);
    const app = await openRule(page);
    await field(app, "earning.rules[0].rate.points").fill("2");
    await app.getByText("120.00 x 2 points = 240").waitFor();
    await expectSound(page, "a draft with unsaved changes");
    await save(page).click();
    await saved(page);
    await expect.poll(() => save(page).count()).toBe(0);
  });

  it("says beside each wrong value how to mend it, and loses nothing", async () => {
    const app = await openRule(page);
    await field(app, "earning.rules[0].rate.points").fill("many");
    await field(app, "earning.rules[0].rate.per").fill("0");
    await app.getByText("Is not a decimal number. Write a number, such as 1.25.").first().waitFor();
    await app.getByText("Is 0. Write an amount above 0.").first().waitFor();
    await expectSound(page, "a draft with wrong values");
    await save(page).click();
    await saved(page);
    const again = await openRule(page);
    expect(await field(again, "earning.rules[0].rate.points").inputValue()).toBe("many");
  });

  it("shows the same document as code, and tells the line that cannot be read", async () => {
    const app = await openRule(page);
    await app.getByRole("tab", { name: "Code" }).click();
    const code = app.getByLabel("The whole programme as YAML");
    const text = await code.inputValue();
    await code.fill(text.replace("points: many", "points: 3").replace(/per: .*/, 'per: "1.00"'));
    await expect.poll(() => field(app, "earning.rules[0].rate.points").inputValue()).toBe("3");
    await code.press("ControlOrMeta+End");
    await code.pressSequentially("[");
    await app.getByText("This cannot be read yet").waitFor();
    await expectSound(page, "a draft whose code cannot be read");
    await app.getByRole("button", { name: "Undo what I typed here" }).click();
    await save(page).click();
    await saved(page);
  });

  it("takes what earns nothing by the keyboard alone", async () => {
    const app = await openRule(page);
    await app.getByRole("button", { name: "Exclusions" }).focus();
    await page.keyboard.press("Enter");
    await pressKeyUntil(page, "Tab", app.getByLabel("Products with one of these tags"));
    await page.keyboard.type("sale");
    await page.keyboard.press("Enter");
    await app.getByRole("button", { name: "Remove sale" }).waitFor();
    await save(page).focus();
    await page.keyboard.press("Enter");
    await saved(page);
  });

  it("tells a tab that was overtaken, and keeps what was typed there", async () => {
    const [slow, quick] = [page, await openPage(browser)];
    const mine = await openRule(slow);
    await field(mine, "earning.rules[0].rate.points").fill("7");
    const theirs = await openRule(quick);
    await field(theirs, "earning.rules[0].rate.per").fill("2.00");
    await save(quick).click();
    await saved(quick);
    await save(slow).click();
    await mine.getByText("Olive Garland saved this draft").waitFor();
    expect(await field(mine, "earning.rules[0].rate.points").inputValue()).toBe("7");
    await expectSound(slow, "a draft that was overtaken");
    await mine.getByRole("button", { name: "Put my changes on theirs" }).click();
    await expect.poll(() => field(mine, "earning.rules[0].rate.per").inputValue()).toBe("2.00");
    expect(await field(mine, "earning.rules[0].rate.points").inputValue()).toBe("7");
    await save(slow).click();
    await saved(slow);
    await quick.context().close();
  });
});

describe("deliveries", () => {
  it("that cannot be understood are kept with their reason and can be tried again", async () => {
    await line.control("/webhooks", { topic: "orders/paid", payload: '{ "id": "none", ' });
    await line.settled();
    const home = await openInAdmin(page, line.admin("/app"), "Home");
    await home.getByText("1 delivery could not be worked off.").waitFor();
    await home.getByRole("link", { name: "See why" }).first().click();
    const list = await shown(page, "Deliveries");
    await expectSound(page, "the dead letters");
    await list.getByRole("link", { name: "Order paid" }).click();
    const letter = await shown(page, "Order paid");
    await letter.getByText("This delivery could not be worked off").waitFor();
    await letter.getByText('{ "id": "none",').waitFor();
    await expectSound(page, "a dead letter");
    await letter.getByRole("button", { name: "Try again" }).click();
    await confirm(letter, "Try again");
    await letter.getByText("It still cannot be understood.").waitFor();
  });
});

describe("the frame", () => {
  it("opens a deep link, survives a reload and goes back page by page", async () => {
    await openInAdmin(page, line.admin("/app/members?query=marsh"), "Members");
    await appIn(page).getByRole("link", { name: "Ada Marsh" }).click();
    await shown(page, "Ada Marsh");
    await expect.poll(() => page.url()).toBe(ada);
    await page.reload();
    await shown(page, "Ada Marsh");
    await page.getByRole("navigation").getByRole("link", { name: "Programme" }).click();
    await shown(page, "Programme");
    await page.goBack();
    await shown(page, "Ada Marsh");
    await page.goBack();
    await shown(page, "Members");
    await expect.poll(() => page.url()).toContain("query=marsh");
  });

  it("asks before unsaved changes are left behind", async () => {
    const app = await openRule(page);
    await field(app, "earning.rules[0].rate.points").fill("3.5");
    await page.getByRole("button", { name: "Discard" }).waitFor();
    await page.getByRole("navigation").getByRole("link", { name: "Members" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Stay" }).click();
    expect(await field(app, "earning.rules[0].rate.points").inputValue()).toBe("3.5");
    await page.getByRole("navigation").getByRole("link", { name: "Members" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Leave page" }).click();
    await shown(page, "Members");
  });
});
