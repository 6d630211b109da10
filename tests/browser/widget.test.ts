import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShops, type Shops } from "../../bench/widget/shops.ts";
import { requestsOfDeed, shiftOfLateScript, visit } from "../../bench/widget/visit.ts";
import { openBrowser } from "../helpers/browser.ts";
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
    const [ours, bare] = [
      await visit(browser, { ...terms, shop: shops.with.urls.shopify, slower: 1 }),
      await visit(browser, { ...terms, shop: shops.without.urls.shopify, slower: 1 }),
    ];
    expect(ours.toApp).toBe(0);
    expect(ours.requests - bare.requests).toBe(2);
  });

  it("moves nothing when its script comes late", async () => {
    expect(await shiftOfLateScript(browser, { ...terms, shop: shops.with.urls.shopify })).toBe(0);
  });
});

it("asks the app once when points are used", async () => {
  const answer = { outcome: "redeemed", text: "Done.", member: held.customer?.summary };
  expect(await requestsOfDeed(browser, shops.with.urls.shopify, answer)).toBe(1);
});
