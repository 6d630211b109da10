import { useState } from "react";
import { useAppBridge } from "@shopify/app-bridge-react";

export type Pickable = "products" | "variants" | "collections" | "product";

export interface ResourcePicker {
  /** Outside Shopify's admin there is none, and everything can be typed. */
  isThere: boolean;
  /** Numbers of products and variants, handles of collections; null where whoever chose thought better of it. */
  pick(what: Pickable, chosen: readonly string[]): Promise<string[] | null>;
  /** The title of what was chosen just now, or is known already. */
  titleOf(name: string): string | null;
}

const GIDS = { products: "Product", product: "Product", variants: "ProductVariant" } as const;

/** Shopify's own window for choosing among the shop's products and collections. */
export function useResourcePicker(known: Readonly<Record<string, string>> = {}): ResourcePicker {
  const shopify = useAppBridge();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    isThere: "resourcePicker" in shopify,
    async pick(what, chosen) {
      const type = what === "collections" ? "collection" : what === "variants" ? "variant" : "product";
      const picked = await shopify.resourcePicker({
        type,
        action: "select",
        multiple: what !== "product",
        ...(what === "collections"
          ? {}
          : { selectionIds: selectionOf(what, chosen), filter: { variants: false } }),
      });
      if (picked === undefined) return null;
      const named = picked.map((one): [string, string] => [nameOf(one), one.title]);
      setTitles((before) => new Map([...before, ...named]));
      // What the window could not show as chosen is not taken back by choosing more.
      const unseen = what === "product" ? [] : chosen.filter((name) => !isShownChosen(what, name));
      return [...new Set([...unseen, ...named.map(([name]) => name)])];
    },
    titleOf: (name) => titles.get(name) ?? (Object.hasOwn(known, name) ? (known[name] ?? null) : null),
  };
}

/** Shopify's window knows things by their numbers; collections have handles here, and tags or what was typed have none. */
function isShownChosen(what: Pickable, name: string): boolean {
  return what !== "collections" && /^\d+$/.test(name);
}

function selectionOf(what: keyof typeof GIDS, chosen: readonly string[]): { id: string }[] {
  return chosen
    .filter((name) => isShownChosen(what, name))
    .map((number) => ({ id: `gid://shopify/${GIDS[what]}/${number}` }));
}

/** Collections are known by their handles, everything else by its number. */
function nameOf(one: { id: string; handle?: string }): string {
  if (one.id.includes("/Collection/") && one.handle !== undefined) return one.handle;
  return one.id.split("/").at(-1) ?? one.id;
}
