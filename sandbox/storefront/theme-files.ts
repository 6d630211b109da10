import { openExtension, PLACEMENTS, type Place } from "./app-blocks.ts";
import type { Placement } from "./extension.ts";
import type { ThemeChoice } from "../state/types.ts";

/** Which file of the theme says what stands in a place; some have two, in a section each. */
const FILES: Record<Place, string> = {
  bar: "sections/header-group.json",
  home: "templates/index.json",
  product: "templates/product.json",
  product_below: "templates/product.json",
  cart: "templates/cart.json",
  cart_below: "templates/cart.json",
  rewards: "templates/page.rewards.json",
  account: "templates/customers/account.json",
};

/** Shopify begins files that its editor writes with this comment, which is no JSON. */
const COMMENT = `/*
 * ------------------------------------------------------------
 * IMPORTANT: The contents of this file are auto-generated.
 * ------------------------------------------------------------
 */
`;
/** The number that Shopify gives to an extension. */
const EXTENSION = "019b0a3e-7d3f-7c52-9f2e-5065726e6e69";

/** The files of the theme that tell of blocks, as the theme editor writes them. */
export function themeFiles({ places, embeds }: Pick<ThemeChoice, "places" | "embeds">, handle: string) {
  const typeOf = (block: string) => `shopify://apps/${handle}/blocks/${block}/${EXTENSION}`;
  const sectionOf = (place: Place) => {
    const blocks: Placement[] = places.includes(place) ? PLACEMENTS[place] : [];
    return {
      type: "apps",
      blocks: Object.fromEntries(
        blocks.map(({ type, settings = {} }) => [
          type.replaceAll("-", "_"),
          { type: typeOf(type), settings },
        ]),
      ),
      block_order: blocks.map(({ type }) => type.replaceAll("-", "_")),
    };
  };
  const byFile = Map.groupBy(Object.keys(FILES) as Place[], (place) => FILES[place]);
  const files = [...byFile].map(([filename, inside]) => {
    const sections = Object.fromEntries(inside.map((place) => [place, sectionOf(place)]));
    return { filename, content: written({ sections, order: inside }) };
  });
  const current = {
    blocks: Object.fromEntries(
      openExtension().embeds.map((embed, place) => [
        String(1_000 + place),
        { type: typeOf(embed), disabled: !embeds.includes(embed), settings: {} },
      ]),
    ),
  };
  return [...files, { filename: "config/settings_data.json", content: written({ current }) }];
}

function written(tree: object): string {
  return `${COMMENT}${JSON.stringify(tree, null, 2)}\n`;
}
