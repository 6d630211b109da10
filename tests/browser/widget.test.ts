import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShops, type Shops } from "../../bench/widget/shops.ts";
import { requestsOfDeed, shiftOfLateScript, visit } from "../../bench/widget/visit.ts";
import { openBrowser, USER_AGENT } from "../helpers/browser.ts";
import { playShopperStates, type ShopperState } from "../helpers/shopper-states.ts";

let browser: Browser;
let shops: Shops;
let held: ShopperState;

beforeAll(async () => {
  const states = await playShopperStates();
  held = states.find(({ id }) => id === "held") as ShopperState;
  [browser, shops] = await Promise.all([openBrowser(), openShops(held)]);
});
afterAll(() => Promise.all([browser.close(), shops.close()]));

const PAGES = ["/products/monstera", "/pages/rewards"].flatMap((path) => [
  { path, signedIn: false },
  { path, signedIn: true },
]);

describe.each(PAGES)("$path, signed in: $signedIn", (terms) => {
  it("asks the app nothing, and the shop for one script and one style sheet", async () => {
    const [ours, bare] = await Promise.all([
      visit(browser, { ...terms, shop: shops.with.urls.shopify, slower: 1 }),
      visit(browser, { ...terms, shop: shops.without.urls.shopify, slower: 1 }),
    ]);
    expect(ours.toApp).toBe(0);
    expect(ours.requests - bare.requests).toBe(2);
  });

  it("moves nothing when its script comes late", async () => {
    expect(await shiftOfLateScript(browser, { ...terms, shop: shops.with.urls.shopify })).toBe(0);
  });
});

it("tells which recommendations were seen only to the pixel, and only with the shopper's leave", async () => {
  const { sandbox, store, urls } = shops.with;
  const settings = { address: "http://app.test/pixel", shop: sandbox.defaultShop().domain };
  store.collection(sandbox.defaultShop().domain, "webPixel").put({ id: "1", settings });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 2400 },
    userAgent: USER_AGENT,
  });
  await context.route("http://app.test/**", (route) => route.fulfill({ status: 204 }));
  const page = await context.newPage();
  const told = context.waitForEvent("request", (request) => request.url() === settings.address);
  await page.goto(`${urls.shopify}/products/monstera?analytics=on`);
  const { shop, events } = (await told).postDataJSON() as { shop: string; events: { event: string }[] };
  expect(shop).toBe(settings.shop);
  expect(events.map(({ event }) => event)).toEqual(["shown", "shown", "shown", "shown"]);
  await page.goto(`${urls.shopify}/products/monstera?analytics=off`);
  const hasBus = await page.evaluate<boolean>("'analytics' in Shopify");
  expect(hasBus).toBe(false);
  await context.close();
});

it("asks the app once when points are used", async () => {
  const answer = { outcome: "redeemed", text: "Done.", member: held.customer?.summary };
  expect(await requestsOfDeed(browser, shops.with.urls.shopify, answer)).toBe(1);
});
