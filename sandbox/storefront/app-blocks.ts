import { fileURLToPath } from "node:url";
import { EXTENSION_ASSETS, ThemeExtension, type Placement } from "./extension.ts";

export const EXTENSION_FOLDER = fileURLToPath(new URL("../../extensions/perennial-theme", import.meta.url));

const HEAD_AND_LEVELS = { show_shop: false, show_ways: false, show_history: false, show_links: false };

/** What a merchant did in the theme editor: which of the app's blocks stand where, with which settings. */
export const PLACEMENTS = {
  bar: [{ type: "points-badge" }],
  home: [{ type: "points-panel", settings: HEAD_AND_LEVELS }],
  product: [{ type: "members-only" }, { type: "product-points", settings: { say_excluded: true } }],
  product_below: [{ type: "goes-together" }],
  cart: [{ type: "cart-points" }],
  cart_below: [{ type: "goes-together" }],
  rewards: [{ type: "points-panel", settings: { entries: 12 } }, { type: "for-you" }],
  account: [],
} satisfies Record<string, Placement[]>;

export type Place = keyof typeof PLACEMENTS;
type Slot = Place | "body";

/** Which of the app's blocks a page shows. */
export interface Placed {
  /** Places of the theme where the merchant left the blocks. */
  places: readonly string[];
  /** The app's embeds that the merchant has turned on; they stand at the end of the body. */
  embeds: readonly string[];
  /** The block that is shown by itself, on the page that shows any one. */
  shown: string | null;
}

let extension: ThemeExtension | null = null;

export function openExtension(): ThemeExtension {
  extension ??= new ThemeExtension(EXTENSION_FOLDER);
  return extension;
}

/** For the layout: `app_blocks.product` is the markup of the blocks that stand there, made when it is asked for. */
export function appBlocks(globals: object, { places, embeds, shown }: Placed): Record<string, string> {
  const placed: Record<Slot | "shown", Placement[]> = {
    ...placementsAt(places),
    body: embeds.map((type) => ({ type })),
    shown: shown === null ? [] : [{ type: shown }],
  };
  const slots = {};
  for (const [slot, placements] of Object.entries(placed))
    Object.defineProperty(slots, slot, { enumerable: true, get: () => render(placements, globals) });
  return slots;
}

/** What stands in each place, the merchant's choice kept. */
function placementsAt(places: readonly string[]): Record<Place, Placement[]> {
  const kept = Object.entries<Placement[]>(PLACEMENTS).map(([place, placements]) => {
    return [place, places.includes(place) ? placements : []];
  });
  return Object.fromEntries(kept) as Record<Place, Placement[]>;
}

function render(placements: Placement[], globals: object): string {
  return placements.map((placement) => openExtension().render(placement, globals)).join("\n");
}

/** The style sheets and scripts of all placed blocks, each once, as Shopify puts them into the page's head. */
export function appBlockAssets({ places, embeds, shown }: Placed): {
  stylesheets: string[];
  scripts: string[];
} {
  const types = Object.values(placementsAt(places)).flatMap((placements) =>
    placements.map(({ type }) => type),
  );
  types.push(...embeds);
  if (shown !== null) types.push(shown);
  const schemas = types.map((type) => openExtension().schema(type));
  const addresses = (files: (string | undefined)[]): string[] => [
    ...new Set(files.filter((file) => file !== undefined).map((file) => `${EXTENSION_ASSETS}${file}`)),
  ];
  return {
    stylesheets: addresses(schemas.map((schema) => schema.stylesheet)),
    scripts: addresses(schemas.map((schema) => schema.javascript)),
  };
}
