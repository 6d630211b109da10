import type { Action, LineInput, PlaceOrder } from "../../sandbox/commerce/actions.ts";

/** What happens in a store, made up by chance: the store itself refuses what makes no sense. */

const CATALOGUE: Action[] = [
  { do: "product.create", ref: "mug", title: "Mug", variants: [{ price: "12.50", sku: "MUG" }] },
  {
    do: "product.create",
    ref: "pot",
    title: "Pot",
    tags: ["sale"],
    variants: [{ price: "7.77", sku: "POT" }],
  },
  { do: "product.create", ref: "tree", title: "Tree", variants: [{ price: "89.00", sku: "TREE" }] },
  {
    do: "product.create",
    ref: "card",
    title: "Gift card",
    giftCard: true,
    variants: [{ price: "25.00", sku: "CARD", requiresShipping: false }],
  },
];

export function openingOf(customers: number): Action[] {
  const people = Array.from({ length: customers }, (_, n): Action => {
    return { do: "customer.create", ref: `c${n}`, firstName: `Person ${n}`, email: `p${n}@example.com` };
  });
  return [...CATALOGUE, ...people];
}

export interface Chance {
  random: () => number;
  customers: number;
}

export function randomOrder(ref: string, { random, customers }: Chance): PlaceOrder {
  const order: PlaceOrder = {
    do: "order.place",
    ref,
    lines: someOf(1 + below(4, random), () => randomLine(random)),
  };
  if (random() < 0.9) order.customer = `ref:c${below(customers, random)}`;
  order.discounts = someOf(below(3, random), () => randomDiscount(random));
  if (random() < 0.3) order.shipping = { price: "4.99" };
  if (random() < 0.25) order.tip = "2.00";
  if (random() < 0.1) order.source = "pos";
  if (random() < 0.1) order.test = true;
  if (random() < 0.4) order.taxes = { included: random() < 0.5, rate: "0.2", onShipping: true };
  if (random() < 0.2) order.presentment = { currency: "JPY", rate: "191.38" };
  order.payment = oneOf(["paid", "paid", "paid", "pending", "authorized", { paid: "0.01" }] as const, random);
  return order;
}

function randomLine(random: () => number): LineInput {
  const quantity = 1 + below(3, random);
  const sku = oneOf(["MUG", "POT", "TREE", "CARD", null], random);
  if (sku !== null) return { variant: `sku:${sku}`, quantity };
  return { title: "By hand", price: `${1 + below(40, random)}.37`, quantity };
}

function randomDiscount(random: () => number): NonNullable<PlaceOrder["discounts"]>[number] {
  return oneOf(
    [
      { code: "TEN", kind: "percentage", value: "10" },
      { title: "Spring", kind: "fixed", value: "3.33" },
      { code: "Third", kind: "percentage", value: "33.3", lines: [1] },
      { code: "SHIP", kind: "free-shipping" },
    ] as const,
    random,
  );
}

/** Something that happens to the order later. */
export function randomChange(order: string, random: () => number): Action {
  const units = someOf(1 + below(2, random), () => ({
    line: 1 + below(4, random),
    quantity: 1 + below(2, random),
  }));
  const kind = random();
  if (kind < 0.15) return { do: "order.pay", order };
  if (kind < 0.45)
    return {
      do: "order.edit",
      order,
      add: random() < 0.5 ? [{ variant: "sku:POT", quantity: 1 }] : [],
      remove: random() < 0.6 ? units : [],
      ...(random() < 0.5 ? { moneyBack: random() < 0.5 } : {}),
    };
  if (kind < 0.9)
    return {
      do: "order.refund",
      order,
      ...(random() < 0.7 ? { lines: units } : {}),
      ...(random() < 0.3 ? { shipping: true as const } : {}),
      ...(random() < 0.4 ? { amount: `${below(20, random)}.34` } : {}),
    };
  return { do: "order.cancel", order, refund: random() < 0.5 };
}

export function below(limit: number, random: () => number): number {
  return Math.floor(random() * limit);
}

export function oneOf<T>(items: readonly T[], random: () => number): T {
  const item = items[below(items.length, random)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}

function someOf<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
