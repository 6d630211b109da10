import { fileURLToPath } from "node:url";
import { EXTENSION_ASSETS, ThemeExtension, type Placement } from "./extension.ts";

export const EXTENSION_FOLDER = fileURLToPath(new URL("../../extensions/perennial-theme", import.meta.url));

/** What a merchant did in the theme editor: which of the app's blocks stand where, with which settings. */
export const PLACEMENTS = {
  bar: [{ type: "points-badge" }],
  home: [{ type: "points-panel", settings: { show_history: false, show_rules: false, show_rewards: false } }],
  product: [{ type: "product-points", settings: { say_excluded: true } }],
  cart: [{ type: "cart-points" }],
  rewards: [{ type: "points-panel", settings: { entries: 12 } }],
} satisfies Record<string, Placement[]>;

export type Slot = keyof typeof PLACEMENTS;

let extension: ThemeExtension | null = null;

function openExtension(): ThemeExtension {
  extension ??= new ThemeExtension(EXTENSION_FOLDER);
  return extension;
}

/** For the layout: `app_blocks.product` is the markup of the blocks that stand there, made when it is asked for. */
export function appBlocks(globals: object): Record<Slot, string> {
  const slots = {} as Record<Slot, string>;
  for (const slot of Object.keys(PLACEMENTS) as Slot[])
    Object.defineProperty(slots, slot, { enumerable: true, get: () => renderSlot(slot, globals) });
  return slots;
}

function renderSlot(slot: Slot, globals: object): string {
  const placements: Placement[] = PLACEMENTS[slot];
  return placements.map((placement) => openExtension().render(placement, globals)).join("\n");
}

/** The style sheets and scripts of all placed blocks, each once, as Shopify puts them into the page's head. */
export function appBlockAssets(): { stylesheets: string[]; scripts: string[] } {
  const schemas = Object.values<Placement[]>(PLACEMENTS)
    .flat()
    .map(({ type }) => openExtension().schema(type));
  const addresses = (files: (string | undefined)[]): string[] => [
    ...new Set(files.filter((file) => file !== undefined).map((file) => `${EXTENSION_ASSETS}${file}`)),
  ];
  return {
    stylesheets: addresses(schemas.map((schema) => schema.stylesheet)),
    scripts: addresses(schemas.map((schema) => schema.javascript)),
  };
}
