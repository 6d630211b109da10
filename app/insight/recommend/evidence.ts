import { bothOf, countNeighbours, type Neighbours } from "./neighbours.ts";
import { itemsAt, itemsOf, setsOf, type Histories, type Visits } from "./visits.ts";

/** Why an item is recommended: facts that anybody can count again. */
export type Evidence =
  /** They bought it on so many days, last on that day (since 1970). */
  | { kind: "again"; times: number; lastDay: number }
  /** Of the people who bought `item`, so many bought this too. */
  | { kind: "people"; item: number; both: number; of: number }
  /** Of the baskets that held `item`, so many held this too. */
  | { kind: "baskets"; item: number; both: number; of: number }
  /** So many people bought it, or so many baskets held it, as is asked. */
  | { kind: "popular"; times: number };

/** Beside how many others the buyers of an item are counted: of those further away nothing would be said. */
const NEIGHBOURS = 100;

/** Who bought what together with what, at whatever time. */
export function countPeople(histories: Histories, items: number): Neighbours {
  return countNeighbours(setsOf(histories, items), { items, most: NEIGHBOURS });
}

/** Fewer people than these are no evidence, and might be recognised. */
export const LEAST_PEOPLE = 5;

/**
 * The evidence for an item that a customer of this history is shown: their own purchases of it, else the thing they have
 * whose buyers bought it most often for their number, else how many bought it.
 */
export function evidenceFor(item: number, history: Visits, people: Neighbours): Evidence {
  const own = daysWith(item, history);
  const last = own.at(-1);
  if (last !== undefined) return { kind: "again", times: own.length, lastDay: last };
  const best = strongest(item, itemsOf(history), people);
  return best === null
    ? { kind: "popular", times: people.having[item] ?? 0 }
    : { kind: "people", item: best.one, both: best.both, of: best.of };
}

/** The days on which the item was bought, rising. */
export function daysWith(item: number, history: Visits): number[] {
  return [...history.day].filter((_, visit) => itemsAt(history, visit).includes(item));
}

/** Of the things given the one whose havers have the item most often for their number; null where too few do. */
export function strongest(
  item: number,
  given: Iterable<number>,
  neighbours: Neighbours,
): { one: number; both: number; of: number } | null {
  let best: { one: number; both: number; of: number } | null = null;
  for (const one of given) {
    const both = bothOf(neighbours, one, item);
    if (both < LEAST_PEOPLE) continue;
    const of = neighbours.having[one] ?? 0;
    if (best === null || both / of > best.both / best.of) best = { one, both, of };
  }
  return best;
}
