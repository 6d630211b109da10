import type { Store } from "../state/store.ts";
import type { ThemeChoice } from "../state/types.ts";
import { PLACEMENTS } from "./app-blocks.ts";

export const PLACES: readonly string[] = Object.keys(PLACEMENTS);

/** What the merchant did in the theme editor; whoever was never there has every block in its place, and no embed. */
export function themeChoiceOf(store: Store, shop: string): Pick<ThemeChoice, "places" | "embeds"> {
  return store.collection(shop, "themeChoice").find("main") ?? { places: [...PLACES], embeds: [] };
}
