import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  expectSound,
  keepPicturesOfFailures,
  openInAdmin,
  openPage,
  shown,
  WIDTHS,
} from "../helpers/admin-app.ts";
import { openBrowser } from "../helpers/browser.ts";
import { startWholeLine, type WholeLine } from "../helpers/whole-line.ts";

let browser: Browser;
let line: WholeLine;
let page: Page;

beforeAll(async () => {
  [browser, line] = await Promise.all([openBrowser(), startWholeLine({ installed: true })]);
  page = await openPage(browser);
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser.close();
  await line.close();
});

keepPicturesOfFailures(() => page);

it("a shop without a past is told what it would take, before and after it has its models learned", async () => {
  await page.setViewportSize({ width: WIDTHS[1], height: 900 });
  const app = await openInAdmin(page, line.admin("/app/insight/predictions"), "Predictions");
  await app.getByText("Predictions are learned every night once your shop has orders.").waitFor();
  await app.getByRole("button", { name: "Learn now" }).click();
  await app.getByText("Learned last:").waitFor();
  await app.getByText("It takes 30 members who bought, and 75 days of orders.").waitFor();
  await expectSound(page, "predictions of a shop without a past");
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  await app.getByRole("link", { name: "Models" }).click();
  const models = await shown(page, "Models");
  await expectSound(page, "models of a shop without a past");
  expect(await models.getByText("Not enough data", { exact: true }).count()).toBeGreaterThan(0);
});
