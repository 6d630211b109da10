import { beforeAll, expect, it } from "vitest";
import { FRAME, keepProgramme, openInAdmin } from "../helpers/admin-app.ts";
import { USER_AGENT } from "../helpers/browser.ts";
import { openShop } from "../helpers/open-shop.ts";

const { browser, line, page } = await openShop({ app: "installed" });
const ADA = "ada@example.com";

beforeAll(async () => {
  await page.goto(line.admin());
  await keepProgramme(page);
  line.perform({ do: "customer.create", firstName: "Ada", lastName: "Marsh", email: ADA });
  line.perform({
    do: "order.place",
    customer: ADA,
    lines: [{ title: "Garden bench", price: "120.00", quantity: 1 }],
  });
  await line.settled();
});

/** What the frame shows, alone in a tab: a browser prints the frame so, and not the admin around it. */
async function onPaper() {
  const month = new Date().toISOString().slice(0, "2026-11".length);
  const address = `/app/stores/perennial-demo.myshopify.com/report?month=${month}`;
  await openInAdmin(page, line.admin(address), "Monthly report");
  const frame = page.frame({ name: FRAME });
  if (frame === null) throw new Error("the admin shows no app");
  const html = (await frame.content()).replaceAll(/<script[\s\S]*?<\/script>/g, "");
  const paper = await (await browser.newContext({ userAgent: USER_AGENT })).newPage();
  const sheet = new URL("/on-paper", frame.url()).href;
  await paper.route(sheet, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await paper.goto(sheet, { waitUntil: "networkidle" });
  return paper;
}

it("prints the month of a store on one sheet of A4, with its sums and nothing of the screen", async () => {
  const paper = await onPaper();
  await paper.emulateMedia({ media: "print" });
  const sheet = paper.locator(".perennial-report");
  for (const text of ["Points programme of", "Orders that earned points", "Members have"])
    expect(await sheet.getByText(text).first().isVisible(), text).toBe(true);
  const earned = sheet
    .getByRole("row", { name: /^Points earned/ })
    .getByRole("cell")
    .first();
  expect(await earned.textContent()).toBe("120");
  for (const screen of ["ui-nav-menu", ".perennial-screen-only", "button", "h1"])
    expect(await paper.locator(screen).filter({ visible: true }).count(), screen).toBe(0);
  const pdf = await paper.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type \/Page\b[^s]/g) ?? [];
  expect(pages).toHaveLength(1);
  const [, width = 0, height = 0] =
    /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1"))?.map(Number) ?? [];
  expect([width, height].map(Math.round)).toEqual([595, 842]);
});

it("a programme that was changed much goes on over several sheets, each line whole", async () => {
  const paper = await onPaper();
  await paper.evaluate(() => {
    const list = document.createElement("ul");
    for (let line = 0; line < 120; line++)
      list.append(Object.assign(document.createElement("li"), { textContent: `Change ${line} `.repeat(20) }));
    document.querySelector(".perennial-report p:last-of-type")?.after(list);
  });
  const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b[^s]/g)?.length).toBeGreaterThan(3);
  await paper.emulateMedia({ media: "print" });
  // Nothing is as wide as to be cut at the edge of the sheet.
  expect(
    await paper.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});
