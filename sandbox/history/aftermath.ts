import type { Action, PlaceOrder } from "../commerce/actions.ts";
import { FREE_DELIVERY_FROM, pence, pounds, type Basket } from "./basket.ts";
import type { Chance } from "./chance.ts";
import type { Family } from "./families.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type Placed = { order: PlaceOrder; ref: string; basket: Basket; placedAt: number; till: boolean };

/** What follows an order: late payment, edits, a cancellation or a refund; nothing, mostly. */
export function whatFollows(chance: Chance, family: Family, placed: Placed): Action[] {
  const unpaid = placed.order.payment === "pending" || placed.order.payment === "authorized";
  if (unpaid) return settleLater(chance, placed);
  if (chance.happens(0.025) && !placed.till) return [cancel(chance, placed)];
  if (chance.happens(0.03) && !placed.till) return edit(chance, placed);
  if (chance.happens(family.returns)) return refund(chance, placed);
  if (chance.happens(0.015)) return sayingSorry(chance, placed);
  return [];
}

function settleLater(chance: Chance, { ref, placedAt }: Placed): Action[] {
  if (chance.happens(0.2))
    return [
      {
        do: "order.cancel",
        order: `ref:${ref}`,
        reason: "declined",
        at: later(placedAt, chance.int(2, 6) * DAY),
      },
    ];
  return [{ do: "order.pay", order: `ref:${ref}`, at: later(placedAt, chance.int(2, 70) * HOUR) }];
}

function cancel(chance: Chance, { ref, placedAt }: Placed): Action {
  const reason = chance.pick(["customer", "customer", "inventory", "other"] as const);
  return { do: "order.cancel", order: `ref:${ref}`, reason, at: later(placedAt, chance.int(1, 40) * HOUR) };
}

function edit(chance: Chance, { ref, basket, placedAt }: Placed): Action[] {
  const order = `ref:${ref}`;
  const at = later(placedAt, chance.int(1, 20) * HOUR);
  const several = basket.lines.findIndex(({ quantity }) => quantity > 1);
  if (several >= 0 && chance.happens(0.5))
    return [{ do: "order.edit", order, remove: [{ line: several + 1, quantity: 1 }], at }];
  const added: Action = { do: "order.edit", order, add: [{ variant: "sku:GARDEN-TWINE", quantity: 1 }], at };
  // One in six forgets to pay what was added.
  if (chance.happens(0.16)) return [added];
  return [added, { do: "order.pay", order, at: later(placedAt, chance.int(21, 60) * HOUR) }];
}

function refund(chance: Chance, placed: Placed): Action[] {
  const { ref, basket, placedAt, till } = placed;
  const order = `ref:${ref}`;
  const at = later(placedAt, chance.int(2, 24) * DAY + chance.int(0, 9) * HOUR);
  const goods = basket.lines.flatMap(({ item }, index) => (item.giftCard ? [] : [index]));
  if (goods.length === 0) return [];
  const line = chance.pick(goods);
  const quantity = chance.int(1, basket.lines[line]?.quantity ?? 1);
  if (chance.happens(0.15))
    return [
      {
        do: "order.refund",
        order,
        lines: goods.map((index) => ({ line: index + 1 })),
        note: "Everything came back",
        at,
      },
    ];
  const price = pence(basket.lines[line]?.price ?? "0");
  if (chance.happens(0.1) && placed.order.discounts === undefined)
    return [
      {
        do: "order.refund",
        order,
        lines: [{ line: line + 1, quantity: 1 }],
        amount: pounds(Math.floor(price * 0.8)),
        note: "Less wear",
        at,
      },
    ];
  if (chance.happens(0.1) && !till && paidShipping(placed))
    return [
      {
        do: "order.refund",
        order,
        lines: [{ line: line + 1, quantity }],
        shipping: true,
        note: "Wrong item sent",
        at,
      },
    ];
  return [{ do: "order.refund", order, lines: [{ line: line + 1, quantity }], at }];
}

/** Something back for a late parcel or a broken leaf: an amount, or the shipping. */
function sayingSorry(chance: Chance, placed: Placed): Action[] {
  const order = `ref:${placed.ref}`;
  const at = later(placed.placedAt, chance.int(3, 12) * DAY);
  if (paidShipping(placed) && chance.happens(0.5))
    return [{ do: "order.refund", order, shipping: true, note: "Late parcel", at }];
  if (placed.basket.subtotal < 1_500) return [];
  return [{ do: "order.refund", order, amount: `${chance.int(1, 5)}.00`, note: "With our apologies", at }];
}

function paidShipping({ basket, order, till }: Placed): boolean {
  const free = order.discounts?.some(({ kind }) => kind === "free-shipping") ?? false;
  return !till && basket.posted && basket.subtotal < FREE_DELIVERY_FROM && !free;
}

function later(from: number, wait: number): string {
  return `${new Date(from + wait).toISOString().slice(0, 19)}Z`;
}
