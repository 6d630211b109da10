import type { DiscountInput, LineInput, PlaceOrder } from "../commerce/actions.ts";
import { ITEMS, skusOf, type ShelfItem } from "./catalogue.ts";
import type { Chance } from "./chance.ts";
import type { Family } from "./families.ts";
import { appealOf, isGiftTime } from "./seasons.ts";
import { belongingTo, type Liking } from "./tastes.ts";

export interface Shopper {
  family: Family;
  likes: Liking;
}

/** What somebody puts into the basket; prices in pence. */
export type Basket = {
  lines: (LineInput & { item: ShelfItem; price: string })[];
  subtotal: number;
  /** Whether anything is sent by post. */
  posted: boolean;
};

export const FREE_DELIVERY_FROM = 4_000;

/** With this chance something that belongs to a thing goes into the basket with it. */
const WITH_IT = 0.4;
/** So gladly a steady customer takes what their orders are made for. */
const STAPLE = 0.85;
const MOST_LINES = 9;

/** What a customer puts into it; `likes` remembers what they have from then on. */
export function fillBasket(chance: Chance, { family, likes }: Shopper, at: Date): Basket {
  const wanted = Math.max(1, Math.min(MOST_LINES, Math.round(chance.around(family.lines, 0.45))));
  const items = new Set<ShelfItem>();
  if (likes.staple !== null && chance.happens(STAPLE)) items.add(likes.staple);
  const appeal = (item: ShelfItem) => (items.has(item) ? 0 : appealFor(item, { family, likes }, at));
  while (items.size < wanted) {
    const item = chance.weighted(ITEMS, appeal);
    items.add(item);
    const others = belongingTo(item).filter((other) => appeal(other) > 0);
    if (others.length > 0 && chance.happens(WITH_IT)) items.add(chance.weighted(others, likes.again));
  }
  for (const item of items) likes.remember(item);
  return basketOf([...items].map((item) => takeFromShelf(chance, item, family)));
}

function basketOf(lines: Basket["lines"]): Basket {
  const subtotal = lines.reduce((sum, line) => sum + pence(line.price) * line.quantity, 0);
  return { lines, subtotal, posted: lines.some(({ item }) => !item.giftCard) };
}

function appealFor(item: ShelfItem, { family, likes }: Shopper, at: Date): number {
  const season = appealOf(item, at) * likes.of(item) * likes.again(item);
  const gift = item.shelf === "gifts-and-terrace" || item.tags?.includes("gift") === true;
  if (family.giftsOnly) return gift ? season * 6 : season * 0.6;
  if (item.giftCard) return season * (isGiftTime(at) ? 0.6 : 0.15);
  // What is heavy is bought where it can be carried to the car.
  return (item.grams ?? 0) > 4_000 && family.till < 0.5 ? season * 0.5 : season;
}

const SMALL_THINGS: readonly string[] = ["Seeds", "Bulbs", "Perennial"];
const BY_THE_TRAY: readonly string[] = [...SMALL_THINGS, "Care", "Pot"];

function takeFromShelf(chance: Chance, item: ShelfItem, { byTheTray }: Family): Basket["lines"][number] {
  const sizes = item.sizes ? Object.values(item.sizes) : [item.price];
  // The smaller sizes sell better.
  const size = Math.min(chance.int(0, sizes.length - 1), chance.int(0, sizes.length - 1));
  const few = SMALL_THINGS.includes(item.type) ? chance.int(1, 4) : chance.happens(0.12) ? 2 : 1;
  const many = byTheTray === true && BY_THE_TRAY.includes(item.type);
  return {
    item,
    variant: `sku:${skusOf(item)[size] ?? ""}`,
    quantity: many ? Math.min(24, Math.ceil(chance.around(5, 0.5))) : few,
    price: sizes[size] ?? item.price,
  };
}

/** A code or an offer that the season has, or none. */
export function pickDiscount(chance: Chance, family: Family, at: Date, first: boolean): DiscountInput | null {
  if (first && chance.happens(family.codes)) return { code: "WELCOME10", kind: "percentage", value: "10" };
  if (!chance.happens(family.codes * 0.6)) return null;
  const month = at.getUTCMonth();
  if (month >= 2 && month <= 4) return { code: "SPRING15", kind: "percentage", value: "15" };
  if (month >= 5 && month <= 7) return { title: "Summer fair", kind: "percentage", value: "10" };
  if (chance.happens(0.3)) return { code: "POSTFREE", kind: "free-shipping" };
  return { code: "FIVER", kind: "fixed", value: "5.00" };
}

/** The lines of the basket as an order takes them. */
export function orderLines(basket: Basket): LineInput[] {
  return basket.lines.map(({ variant, quantity }) => ({ variant: variant ?? "", quantity }));
}

export function shippingFor(basket: Basket, till: boolean): PlaceOrder["shipping"] {
  if (till || !basket.posted) return null;
  return basket.subtotal >= FREE_DELIVERY_FROM
    ? { title: "Free delivery", price: "0.00" }
    : { title: "Standard", price: "4.99" };
}

export function pence(amount: string): number {
  return Math.round(Number(amount) * 100);
}

export function pounds(amount: number): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
}
