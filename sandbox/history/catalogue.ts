import type { CreateCollection, CreateProduct } from "../commerce/actions.ts";
import { HOUSE_PLANTS } from "./shelves/house-plants.ts";
import { GARDEN_PERENNIALS } from "./shelves/garden-perennials.ts";
import { SEEDS_AND_BULBS } from "./shelves/seeds-and-bulbs.ts";
import { POTS_AND_PLANTERS } from "./shelves/pots-and-planters.ts";
import { TOOLS_AND_CARE } from "./shelves/tools-and-care.ts";
import { GIFTS_AND_TERRACE } from "./shelves/gifts-and-terrace.ts";
import type { Item, Shelf } from "./shelves/shelf.ts";

/** The demo's shop: plants, and what one needs for them. */
export const SHELVES: Shelf[] = [
  HOUSE_PLANTS,
  GARDEN_PERENNIALS,
  SEEDS_AND_BULBS,
  POTS_AND_PLANTERS,
  TOOLS_AND_CARE,
  GIFTS_AND_TERRACE,
];

export type ShelfItem = Item & { shelf: string };

export const ITEMS: ShelfItem[] = SHELVES.flatMap((shelf) =>
  shelf.items.map((item) => ({ ...item, shelf: shelf.handle })),
);

/** The variants of an item as an order names them. */
export function skusOf(item: Item): string[] {
  const base = item.handle.toUpperCase();
  return item.sizes
    ? Object.keys(item.sizes).map((size) => `${base}-${size.replace(/\W/g, "").toUpperCase()}`)
    : [base];
}

/** The actions that fill the shelves, at the instant the shop opened. */
export function catalogueActions(at: string): (CreateCollection | CreateProduct)[] {
  return [
    ...SHELVES.map(({ handle, title, text }): CreateCollection => ({
      do: "collection.create",
      handle,
      title,
      descriptionHtml: `<p>${text}</p>`,
      at,
    })),
    ...ITEMS.map((item) => productAction(item, at)),
  ];
}

function productAction(item: ShelfItem, at: string): CreateProduct {
  const skus = skusOf(item);
  const sizes = item.sizes ? Object.entries(item.sizes) : [["Default Title", item.price] as const];
  return {
    do: "product.create",
    handle: item.handle,
    title: item.title,
    descriptionHtml: `<p>${item.text}</p>`,
    vendor: item.vendor,
    productType: item.type,
    tags: item.tags ?? [],
    giftCard: item.giftCard ?? false,
    options: [item.giftCard ? "Amount" : item.sizes ? "Size" : "Title"],
    variants: sizes.map(([title, price], index) => ({
      title,
      price,
      ...(item.giftCard ? {} : { cost: costOf(item, price) }),
      sku: skus[index] ?? "",
      grams: item.grams ?? 0,
    })),
    image: `/sandbox/pictures/${item.handle}.svg`,
    collections: [item.shelf],
    at,
  };
}

/** What the shop itself pays for it. */
function costOf({ handle, type }: ShelfItem, price: string): string {
  // Between three and seven tenths of the price, always the same for a product.
  const spread = [...`${type}${handle}`].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 40;
  return (Number(price) * (0.3 + spread / 100)).toFixed(2);
}
