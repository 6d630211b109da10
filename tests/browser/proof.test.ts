import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  appIn,
  expectSound,
  keepPicturesOfFailures,
  keepProgramme,
  openInAdmin,
  openPage,
} from "../helpers/admin-app.ts";
import { openBrowser } from "../helpers/browser.ts";
import { startWholeLine, type WholeLine } from "../helpers/whole-line.ts";

/** Seals and proofs are asked for by a look at what is left to do, every 20 seconds. */
const PROVED_WITHIN_MS = 60_000;

let browser: Browser;
let line: WholeLine;
let page: Page;
let ada: string;

beforeAll(async () => {
  [browser, line] = await Promise.all([openBrowser(), startWholeLine({ installed: true })]);
  page = await openPage(browser);
  await page.goto(line.admin());
  await keepProgramme(page);
  for (const [handle, price] of [
    ["bench", "120.50"],
    ["pot", "9.00"],
  ] as const)
    line.perform({ do: "product.create", title: handle, handle, variants: [{ price, inventory: 9 }] });
  const variants = [{ price: "25.00", inventory: 9 }];
  line.perform({ do: "product.create", title: "Gift card", handle: "gift", giftCard: true, variants });
  const email = "ada@example.com";
  const { id } = line.perform({ do: "customer.create", firstName: "Ada", lastName: "Marsh", email });
  ada = line.admin(`/app/members/${id}`);
  const lines = [
    { variant: "bench", quantity: 1 },
    { variant: "gift", quantity: 1 },
  ];
  line.perform({ do: "order.place", ref: "a", customer: email, lines });
  line.perform({ do: "order.place", ref: "b", customer: email, lines: [{ variant: "pot", quantity: 1 }] });
  await line.settled();
  line.perform({ do: "order.cancel", order: "ref:b" });
  await line.settled();
});
afterAll(async () => {
  await browser.close();
  await line.close();
});
keepPicturesOfFailures(() => page);

it("says on the member's page why an order earned nothing, and why another earned no more", async () => {
  const app = await openInAdmin(page, ada, "Ada Marsh");
  await app.getByText("Why it earned no points").click();
  await app.getByText(/^It was cancelled on /).waitFor();
  await app.getByText("Why it earned no more").click();
  await app.getByText("Gift card (£25.00) earns nothing: a gift card.").waitFor();
  await expectSound(page, "why an order earned nothing");
});

it("gives staff the receipt of a member to save", async () => {
  const app = await openInAdmin(page, ada, "Ada Marsh");
  const download = page.waitForEvent("download");
  await app.getByRole("button", { name: "More actions" }).click();
  await app.getByRole("menuitem", { name: "Receipt", exact: true }).click();
  const file = await (await download).path();
  expect(await readFile(file, "utf8")).toContain("Points receipt");
});

it("shows on the home page that the ledger was read through and signed", async () => {
  const visible = appIn(page).getByText(/Every hash and every sum of \d+ entries was found right/);
  await expect
    .poll(
      async () => {
        await openInAdmin(page, line.admin(), "Home");
        return visible.count();
      },
      { timeout: PROVED_WITHIN_MS, interval: 5_000 },
    )
    .toBe(1);
  await expectSound(page, "home with the proof of the ledger");
});
