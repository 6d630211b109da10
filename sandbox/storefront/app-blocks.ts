import { fileURLToPath } from "node:url";
import { EXTENSION_ASSETS, ThemeExtension, type Placement } from "./extension.ts";

export const EXTENSION_FOLDER = fileURLToPath(new URL("../../extensions/perennial-theme", import.meta.url));

const HEAD_AND_LEVELS = { show_shop: false, show_ways: false, show_history: false, show_links: false };

/** What a merchant did in the theme editor: which of the app's blocks stand where, with which settings. */
export const PLACEMENTS = {
  bar: [{ type: "points-badge" }],
  home: [{ type: "points-panel", settings: HEAD_AND_LEVELS }],
  product: [{ type: "members-only" }, { type: "product-points", settings: { say_excluded: true } }],
  cart: [{ type: "cart-points" }],
  rewards: [{ type: "points-panel", settings: { entries: 12 } }],
  account: [],
} satisfies Record<string, Placement[]>;

type Slot = keyof typeof PLACEMENTS | "body";

/** Which of the app's blocks a page shows. */
export interface Placed {
  /** Whether the merchant has turned the app's embeds on; all of them stand at the end of the body. */
  embeds: boolean;
  /** The block that is shown by itself, on the page that shows any one. */
  shown: string | null;
}

let extension: ThemeExtension | null = null;

export function openExtension(): ThemeExtension {
  extension ??= new ThemeExtension(EXTENSION_FOLDER);
  return extension;
}

/** For the layout: `app_blocks.product` is the markup of the blocks that stand there, made when it is asked for. */
export function appBlocks(globals: object, { embeds, shown }: Placed): Record<string, string> {
  const placed: Record<Slot | "shown", Placement[]> = {
    ...PLACEMENTS,
    body: embeds ? openExtension().embeds.map((type) => ({ type })) : [],
    shown: shown === null ? [] : [{ type: shown }],
  };
  const slots = {};
  for (const [slot, placements] of Object.entries(placed))
    Object.defineProperty(slots, slot, { enumerable: true, get: () => render(placements, globals) });
  return slots;
}

function render(placements: Placement[], globals: object): string {
  return placements.map((placement) => openExtension().render(placement, globals)).join("\n");
}

/** The style sheets and scripts of all placed blocks, each once, as Shopify puts them into the page's head. */
export function appBlockAssets({ embeds, shown }: Placed): { stylesheets: string[]; scripts: string[] } {
  const types = Object.values<Placement[]>(PLACEMENTS).flatMap((placements) =>
    placements.map(({ type }) => type),
  );
  if (embeds) types.push(...openExtension().embeds);
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
