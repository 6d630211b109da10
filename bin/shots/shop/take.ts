import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openPage } from "../../../tests/helpers/admin-app.ts";
import type { Shot } from "../take.ts";
import { SHOP_PAGES, type ShopPage } from "./pages.ts";
import type { Shopper } from "./till.ts";

/** English at both widths; on a phone also what is written otherwise: without spaces, and from right to left. */
const VIEWS = [
  { width: 1280, locale: "en" },
  { width: 375, locale: "en" },
  ...["es", "ja", "zh-CN", "zh-TW", "ar"].map((locale) => ({ width: 375, locale })),
];
const QUIET_WITHIN_MS = 5_000;
/** Looked at for the one with the most points. */
const PEOPLE = 12;

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
  if (pages.length === 0) return shots;
  const shopper = await richest(browser, url);
  for (const { width, locale } of VIEWS) {
    const view = `${width} ${locale}`;
    process.stderr.write(`shop ${view} …\n`);
    const guest = await openPage(browser, width);
    const member = await openPage(browser, width);
    await signIn(member, { url, person: shopper.email });
    for (const { group, title, path, isForGuests = false, steps, isInEnglish = false } of pages) {
      if (isInEnglish && locale !== "en") continue;
      const tab = isForGuests ? guest : member;
      await tab.goto(`${url}${path}${path.includes("?") ? "&" : "?"}locale=${locale}`);
      await steps?.(tab, shopper);
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

/** Of the newest people the one with the most points, who has something to do with them everywhere. */
async function richest(browser: Browser, url: string): Promise<Shopper> {
  const tab = await openPage(browser, 1280);
  await tab.goto(`${url}/account/login`);
  const people = (await tab.locator("button.person").allInnerTexts()).slice(0, PEOPLE);
  let found: Shopper & { balance: number } = { email: "", code: "", balance: -1 };
  for (const text of people) {
    const [email = ""] = /\S+@\S+/.exec(text) ?? [];
    await signIn(tab, { url, person: email });
    const { member } = (await (await tab.request.get(`${url}/apps/perennial/member`)).json()) as {
      member: { balance: number } | null;
    };
    if (Number(member?.balance ?? 0) <= found.balance) continue;
    await tab.goto(`${url}/apps/perennial/card`);
    const [code = ""] = /[A-Z0-9]{4}(-[A-Z0-9]{1,4})+/.exec(await tab.locator(".code").innerText()) ?? [];
    found = { email, code, balance: Number(member?.balance ?? 0) };
  }
  await tab.context().close();
  return found;
}

async function signIn(tab: Page, { url, person }: { url: string; person: string }): Promise<void> {
  await tab.goto(`${url}/account/login`);
  await tab.locator("button.person").filter({ hasText: person }).click();
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
