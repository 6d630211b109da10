import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openPage } from "../../../tests/helpers/admin-app.ts";
import type { Shot } from "../take.ts";
import { SHOP_PAGES, type ShopPage } from "./pages.ts";

/** English at both widths; on a phone also what is written otherwise: without spaces, and from right to left. */
const VIEWS = [
  { width: 1280, locale: "en" },
  { width: 375, locale: "en" },
  ...["es", "ja", "zh-CN", "zh-TW", "ar"].map((locale) => ({ width: 375, locale })),
];
const QUIET_WITHIN_MS = 5_000;

export interface ShopWish {
  /** Address of the storefront. */
  url: string;
  /** Part of a page's name; null for all. */
  page: string | null;
  folder: string;
}

/** A picture of every page that shoppers see and no theme draws, as a member sees it. */
export async function takeShopPages(browser: Browser, { url, page, folder }: ShopWish): Promise<Shot[]> {
  const named = ({ group, title }: ShopPage) => `${group} ${title}`.toLowerCase();
  const pages = SHOP_PAGES.filter((one) => page === null || named(one).includes(page.toLowerCase()));
  const shots: Shot[] = [];
  for (const { width, locale } of pages.length === 0 ? [] : VIEWS) {
    const view = `${width} ${locale}`;
    process.stderr.write(`shop ${view} …\n`);
    const guest = await openPage(browser, width);
    const member = await openPage(browser, width);
    await signIn(member, url);
    for (const { group, title, path, isForGuests = false } of pages) {
      const tab = isForGuests ? guest : member;
      await tab.goto(`${url}${path}${path.includes("?") ? "&" : "?"}locale=${locale}`);
      // Extensions ask the app for what they show.
      await tab.waitForLoadState("networkidle", { timeout: QUIET_WITHIN_MS }).catch(() => undefined);
      const file = `${`${group} ${title} ${view}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.png`;
      const size = await takeWhole(tab, join(folder, file));
      shots.push({ group, titles: [title], view, file: `shop/${file}`, ...size });
    }
    await Promise.all([guest.context().close(), member.context().close()]);
  }
  return shots;
}

async function signIn(tab: Page, url: string): Promise<void> {
  await tab.goto(`${url}/account/login`);
  await tab.locator("button.person").first().click();
  await tab.waitForURL("**/account");
}

async function takeWhole(tab: Page, file: string): Promise<{ width: number; height: number }> {
  mkdirSync(dirname(file), { recursive: true });
  await tab.screenshot({ path: file, fullPage: true });
  return tab.evaluate(() => {
    const { clientWidth, scrollHeight } = document.documentElement;
    return { width: clientWidth, height: scrollHeight };
  });
}
