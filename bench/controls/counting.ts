import { purchases } from "../purchases.ts";

/** What anybody would do first: count pairs in maps, sort, and keep the nearest of each. */

const PRODUCTS = 10_000;
const KEPT = 50;
const ORDERS = 30_000;

let bought: ReturnType<typeof purchases> | undefined;
let nearest: Map<number, number[]> | undefined;

/** Counts all pairs that a customer had, and keeps the 50 nearest of each product; answers how many orders that were. */
export function countPairs(seed: number, orders: number): number {
  if (bought?.orders !== orders) bought = purchases(seed, { orders, products: PRODUCTS });
  keepNearest(bought);
  return orders;
}

/** Looks a product's nearest up, and takes twelve that are not sold out. */
export function lookUp(seed: number, product: number): number {
  nearest ??= keepNearest(purchases(seed, { orders: ORDERS, products: 5_000 }));
  const left = (nearest.get(product) ?? []).filter((other) => other % 20 > 0).slice(0, 12);
  return left.length >= 0 ? 1 : 0;
}

function keepNearest({ member, product, members }: ReturnType<typeof purchases>): Map<number, number[]> {
  const had = Array.from({ length: members }, () => new Set<number>());
  member.forEach((who, row) => had[who]?.add(product[row] ?? 0));
  const counts = new Map<number, Map<number, number>>();
  for (const items of had)
    for (const one of items) {
      const beside = counts.get(one) ?? new Map<number, number>();
      counts.set(one, beside);
      for (const other of items) if (other !== one) beside.set(other, (beside.get(other) ?? 0) + 1);
    }
  return new Map(
    [...counts].map(([one, beside]) => [
      one,
      [...beside]
        .sort(([, a], [, b]) => b - a)
        .slice(0, KEPT)
        .map(([other]) => other),
    ]),
  );
}
