import type { FrameLocator } from "playwright-core";
import { expect, it } from "vitest";
import { appIn, expectSound, openInAdmin, shown, toast, WIDTHS } from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

/** The figures follow the ledger behind everything else. */
const PATIENCE_MS = 60_000;
const ORDERS = { ada: 3, bo: 1, cy: 0 };

const { line, page } = await openShop({ app: "installed" });

const group = (app: FrameLocator, name: string) => app.getByRole("group", { name, exact: true });
const save = () => page.getByRole("button", { name: "Save", exact: true }).click();
const count = (app: FrameLocator, text: string) => app.getByText(text, { exact: true }).waitFor();

/** The app knows a shop from when it was first opened there. */
async function sell(): Promise<void> {
  const variants = [{ price: "12.00", inventory: 99 }];
  line.perform({ do: "product.create", title: "Fern", handle: "fern", variants });
  for (const [name, orders] of Object.entries(ORDERS)) {
    const email = `${name}@example.com`;
    line.perform({ do: "customer.create", firstName: name, lastName: "Marsh", email });
    for (let n = 0; n < orders; n++)
      line.perform({
        ...{ do: "order.place", customer: email, shipping: null },
        lines: [{ variant: "fern", quantity: 1 }],
      });
  }
  await line.settled();
}

it("a segment is written as nested sentences, by mouse and by keyboard, and counted while it is written", async () => {
  const list = await openInAdmin(page, line.admin("/app/insight/segments"), "Segments");
  await expectSound(page, "segments of a shop that has none");
  expect(await list.getByRole("link", { name: "Make a segment" }).count()).toBe(1);
  await sell();
  // Whoever looks at a report has the figures follow at once.
  await openInAdmin(page, line.admin("/app/analytics/members?range=all"), "Analytics");
  const app = await openInAdmin(page, line.admin("/app/insight/segments/new"), "New segment");
  await app.getByLabel("Name").fill("Came back");
  await app.getByRole("button", { name: "Add a condition" }).click();
  const orders = group(app, "Number of orders").first();
  await orders.getByLabel("at least").fill("two");
  await app.getByText("Write a number, such as 5 or 12.50.").waitFor();
  const counted = app.getByText(/^\d+ members?$/);
  const countWith = async (least: string) => {
    await orders.getByLabel("at least").fill("9");
    await count(app, "0 members");
    await orders.getByLabel("at least").fill(least);
    await counted
      .filter({ hasNotText: "0 members" })
      .waitFor({ timeout: 2_000 })
      .catch(() => undefined);
    return counted.textContent();
  };
  await expect.poll(() => countWith("1"), { timeout: PATIENCE_MS }).toBe("2 members");
  expect(await countWith("2")).toBe("1 member");
  // From here on without a mouse: a group within.
  await app.getByRole("button", { name: "Add a group" }).focus();
  await page.keyboard.press("Enter");
  const inner = group(app, "Group 1.2");
  await inner.getByLabel("What is asked").focus();
  for (let steps = 0; steps < 6; steps++) await page.keyboard.press("ArrowDown");
  await expect.poll(() => inner.getByLabel("What is asked").inputValue()).toBe("points.available");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1000000");
  await count(app, "0 members");
  await expectSound(page, "a segment that is being written");
  await inner.getByRole("button", { name: "Remove this group: Group 1.2" }).focus();
  await page.keyboard.press("Enter");
  await count(app, "1 member");
  // The focus is where the next part begins, and what stands after a removed one is shown as it is.
  await page.keyboard.press("Enter");
  const second = group(app, "Number of orders").nth(1);
  // A condition that was added has the focus.
  const hasFocus = () =>
    second.getByLabel("What is asked").evaluate((field) => field === field.ownerDocument.activeElement);
  await expect.poll(hasFocus).toBe(true);
  await second.getByLabel("at least").fill("1");
  await group(app, "Number of orders").first().getByRole("button", { name: "Remove the condition" }).click();
  expect(await orders.getByLabel("at least").inputValue()).toBe("1");
  await count(app, "2 members");
  expect(await countWith("2")).toBe("1 member");
  await save();
  await shown(page, "Came back");
});

it("the store tags who is in it, the reports can be asked of it, and whoever comes in stands there with the reason", async () => {
  const app = appIn(page);
  await app.getByRole("button", { name: "Tag them in the store" }).click();
  await app.getByText("One customer carries the tag.").waitFor();
  await page.setViewportSize({ width: WIDTHS[1], height: 900 });
  await expectSound(page, "a segment that the store tags");
  await app.getByRole("button", { name: "Stop", exact: true }).click();
  await app.getByText("Stopped. Tags stay as they are, and new members get none.").waitFor();
  await group(app, "Number of orders").getByLabel("at least").fill("1");
  await count(app, "2 members");
  await save();
  await toast(page, "Segment saved");
  await app.getByText("bo Marsh").waitFor();
  await app.getByText("The segment was changed.").waitFor();
  await app.getByText("One customer carries the tag.").waitFor();
  await expectSound(page, "a segment with who came in");
  await app.getByRole("link", { name: "Segments" }).first().click();
  const list = await shown(page, "Segments");
  await list.getByText("Came back").waitFor();
  await expectSound(page, "segments on a phone");
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  await list.getByRole("cell", { name: "Stopped" }).waitFor();
  await expectSound(page, "segments");
  await list.getByRole("link", { name: "Came back" }).click();
  await (await shown(page, "Came back")).getByRole("link", { name: "See their figures" }).click();
  const report = await shown(page, "Analytics");
  await report.getByText("2 members joined").waitFor();
  await report.getByLabel("Members", { exact: true }).selectOption({ label: "All members" });
  await report.getByText("3 members joined").waitFor();
  await report.getByLabel("Members", { exact: true }).selectOption({ label: "Came back" });
  await report.getByText("Members who are in this segment today").waitFor();
  await report.getByText("2 members joined").waitFor();
  await expectSound(page, "a report of a saved segment");
});

it("a tag that is not offered is typed", async () => {
  const app = await openInAdmin(page, line.admin("/app/insight/segments/new"), "New segment");
  await app.getByRole("button", { name: "Add a condition" }).click();
  await group(app, "Number of orders").getByLabel("What is asked").selectOption("customer-tag");
  const tags = group(app, "Customer tag in your store");
  await tags.getByLabel("Type a tag").fill(" wholesale ");
  await page.keyboard.press("Enter");
  await tags.getByRole("button", { name: "Remove wholesale" }).waitFor();
  await tags.getByLabel("Type a tag").fill("press");
  await tags.getByRole("button", { name: "Add tag" }).click();
  await tags.getByRole("button", { name: "Remove press" }).waitFor();
  await count(app, "0 members");
  await expectSound(page, "a tag that was typed");
});
