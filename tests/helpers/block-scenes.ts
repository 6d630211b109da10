import { openExtension } from "../../sandbox/storefront/app-blocks.ts";
import type { Locale } from "../../sandbox/storefront/languages.ts";
import type { ShopperState } from "./shopper-states.ts";
import { renderBlock, type ThemePage } from "./theme-page.ts";

/** What stands around the blocks: a product they speak of, and a cart. */
const SURROUNDINGS: ThemePage = {
  product: { id: 501, title: "Boston fern", price: 2400, tags: ["winter"], others: [3850] },
  cart: {
    lines: [
      { price: 2400, product: { id: 501, title: "Boston fern", tags: ["winter"] } },
      { price: 4150, product: { id: 503, title: "Monstera" } },
    ],
  },
};

/** Settings with which a block shows most. */
const SETTINGS: Record<string, Record<string, unknown>> = {
  "points-panel": { entries: 12 },
  "product-points": { say_excluded: true },
};

/** Every block of the extension. */
export function listBlocks(): string[] {
  return openExtension().types.sort();
}

/** What a block prints for a shopper in this state; "" for a block that has nothing to say. */
export function renderState(block: string, state: ShopperState, locale: Locale = "en"): string {
  const { programme, customer } = state;
  const markup = renderBlock(block, {
    ...SURROUNDINGS,
    locale,
    settings: SETTINGS[block] ?? {},
    ...(programme === undefined ? {} : { programme }),
    ...(customer === undefined ? {} : { customer }),
  });
  return hasContent(markup) ? markup : "";
}

/** Whether there is anything inside the element that Shopify wraps around a block. */
function hasContent(markup: string): boolean {
  return (
    markup
      .replace(/^<div[^>]*>/, "")
      .replace(/<\/div>$/, "")
      .trim() !== ""
  );
}
