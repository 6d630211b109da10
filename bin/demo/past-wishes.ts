import type { Action, PlaceOrder } from "../../sandbox/commerce/actions.ts";
import { pence } from "../../sandbox/history/basket.ts";
import { ITEMS, skusOf } from "../../sandbox/history/catalogue.ts";
import { Chance } from "../../sandbox/history/chance.ts";

/** Somebody who will buy, and would like to pay a part of it with points. */
export interface Wish {
  email: string;
  /** Of the order that is to carry the code, in pence: what it comes to before anything is taken off. */
  subtotal: number;
  posted: boolean;
}

export type Addresses = ReadonlyMap<string, string>;

/** In pence: below it few codes count. */
const FROM = 2_600;
const HOW_OFTEN = 0.6;
/** Some get a code and forget it. */
const FORGOTTEN = 0.15;

/** By the place of its order among the actions: who redeems before it, at most one wish for each customer. */
export function wishesFor(actions: readonly Action[], addresses: Addresses): Map<number, Wish> {
  const wishes = new Map<number, Wish>();
  const seen = new Set<string>();
  for (const [place, action] of actions.entries()) {
    const email = action.do === "order.place" ? addresses.get(action.customer ?? "") : undefined;
    if (action.do !== "order.place" || email === undefined || seen.has(email)) continue;
    const subtotal = subtotalOf(action);
    const fits = isPlain(action) && subtotal >= FROM;
    if (!fits || !chanceOf(action, "wish").happens(HOW_OFTEN)) continue;
    seen.add(email);
    wishes.set(place, { email, subtotal, posted: action.shipping !== null });
  }
  return wishes;
}

/** The same actions, those orders with their codes. */
export function withCodes(actions: readonly Action[], codes: ReadonlyMap<number, string>): Action[] {
  return actions.map((action, place) => {
    const code = codes.get(place);
    if (code === undefined || action.do !== "order.place") return action;
    return chanceOf(action, "memory").happens(FORGOTTEN) ? action : { ...action, codes: [code] };
  });
}

/** "ref:c-7" → the address, of everybody who has one. */
export function addressesOf(actions: readonly Action[]): Addresses {
  return new Map(
    actions.flatMap((action) =>
      action.do === "customer.create" && typeof action.email === "string" && action.ref !== undefined
        ? [[`ref:${action.ref}`, action.email] as const]
        : [],
    ),
  );
}

/** Paid at once online, and nothing taken off it yet. */
export function isPlain({ source, payment, discounts, codes }: PlaceOrder): boolean {
  return source === "web" && payment === "paid" && discounts === undefined && codes === undefined;
}

/** What codes may take something off: of gift cards they may not. */
export function subtotalOf({ lines }: PlaceOrder): number {
  return lines.reduce((sum, { variant = "", quantity }) => sum + (PRICES.get(variant) ?? 0) * quantity, 0);
}

const PRICES: ReadonlyMap<string, number> = new Map(
  ITEMS.filter(({ giftCard }) => giftCard !== true).flatMap((item) => {
    const sizes = item.sizes ? Object.values(item.sizes) : [item.price];
    return skusOf(item).map((sku, size) => [`sku:${sku}`, pence(sizes[size] ?? item.price)] as const);
  }),
);

function chanceOf({ ref = "" }: PlaceOrder, what: string): Chance {
  return new Chance(`${what} of ${ref}`);
}
