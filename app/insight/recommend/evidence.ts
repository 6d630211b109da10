import type { Visit } from "./visits.ts";

/** Why an item is recommended: facts that anybody can count again. */
export type Evidence =
  /** They bought it on so many days, last on that day (since 1970). */
  | { kind: "again"; times: number; lastDay: number }
  /** Of the people who bought `item`, so many bought this too. */
  | { kind: "people"; item: number; both: number; of: number }
  /** Of the baskets that held `item`, so many held this too. */
  | { kind: "baskets"; item: number; both: number; of: number }
  /** It was bought so many times, by people or in baskets, as is asked. */
  | { kind: "popular"; times: number };

/** Who bought which item; each list rises. */
export interface Buyers {
  of(item: number): Int32Array;
}

export function buyersOf(histories: readonly Visit[][], items: number): Buyers {
  const lists = Array.from({ length: items }, (): number[] => []);
  histories.forEach((history, customer) => {
    for (const { items: bought } of history)
      for (const item of bought) {
        const list = lists[item];
        if (list !== undefined && list.at(-1) !== customer) list.push(customer);
      }
  });
  const packed = lists.map((list) => Int32Array.from(list));
  const none = new Int32Array();
  return { of: (item) => packed[item] ?? none };
}

/** Fewer people than these are no evidence, and might be recognised. */
const LEAST_PEOPLE = 5;

/**
 * The evidence for an item that a customer of this history is shown: their own purchases of it, else the thing they have
 * whose buyers bought it most often for their number, else how many bought it.
 */
export function evidenceFor(item: number, history: readonly Visit[], buyers: Buyers): Evidence {
  const own = history.filter((visit) => visit.items.includes(item));
  const last = own.at(-1);
  if (last !== undefined) return { kind: "again", times: own.length, lastDay: last.day };
  const having = new Set(history.flatMap((visit) => [...visit.items]));
  const mine = buyers.of(item);
  let best: Extract<Evidence, { kind: "people" }> | null = null;
  for (const one of having) {
    const theirs = buyers.of(one);
    const both = countBoth(mine, theirs);
    if (both < LEAST_PEOPLE) continue;
    if (best === null || both / theirs.length > best.both / best.of)
      best = { kind: "people", item: one, both, of: theirs.length };
  }
  return best ?? { kind: "popular", times: mine.length };
}

function countBoth(a: Int32Array, b: Int32Array): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) both += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return both;
}
