import { dateOf } from "../days.ts";
import { bothOf, countNeighbours, type Neighbours } from "./neighbours.ts";
import type { PickEvidence } from "./pick.ts";
import { itemsAt, setsOf, type Histories, type Visits } from "./visits.ts";

/** Beside how many others the buyers of an item are counted: of those further away nothing would be said. */
const NEIGHBOURS = 100;

/** Who bought what together with what, at whatever time. */
export function countPeople(histories: Histories, items: number): Neighbours {
  return countNeighbours(setsOf(histories, items), { items, most: NEIGHBOURS });
}

/** Fewer people than these are no evidence, and might be recognised. */
export const LEAST_PEOPLE = 5;

/** What is told of things known by their places. */
export interface Told {
  /** What a place is called: the store's id, or a name of a file. */
  nameOf(item: number): string;
  /** Who bought what with what; people count before orders, for a person is more than an order of theirs. */
  people?: Neighbours;
  orders?: Neighbours;
}

/** That its buyer has bought it before; null where they have not. */
export function ownEvidence(item: number, history: Visits): EvidenceOf<"bought-again"> | null {
  const days = [...history.day].filter((_, visit) => itemsAt(history, visit).includes(item));
  const last = days.at(-1);
  return last === undefined ? null : { kind: "bought-again", times: days.length, last: dateOf(last) };
}

/** That it was bought with one of the things given; null where too few had both, or no larger part than of the others. */
export function sharedEvidence(
  item: number,
  given: Iterable<number>,
  { nameOf, people, orders }: Told,
): EvidenceOf<"bought-together" | "same-order"> | null {
  const places = [...given];
  const byPeople = people && strongest(item, places, { neighbours: people, nameOf });
  if (byPeople)
    return {
      ...{ kind: "bought-together", with: nameOf(byPeople.one) },
      ...{ both: byPeople.both, buyers: byPeople.of },
    };
  const byOrders = orders && strongest(item, places, { neighbours: orders, nameOf });
  if (!byOrders) return null;
  return { kind: "same-order", with: nameOf(byOrders.one), both: byOrders.both, orders: byOrders.of };
}

type EvidenceOf<Kind extends PickEvidence["kind"]> = Extract<PickEvidence, { kind: Kind }>;

interface Shared {
  one: number;
  both: number;
  of: number;
}

/**
 * Of the things given the one whose havers have the item most often for their number; null where too few do, and where the
 * others have it as often: a best seller is in many orders whatever else is, and its share would speak against it.
 */
function strongest(
  item: number,
  given: Iterable<number>,
  { neighbours, nameOf }: { neighbours: Neighbours; nameOf: Told["nameOf"] },
): Shared | null {
  let best: Shared | null = null;
  for (const one of given) {
    const both = bothOf(neighbours, one, item);
    if (both < LEAST_PEOPLE) continue;
    const found = { one, both, of: neighbours.having[one] ?? 0 };
    if (!isMoreThanUsual(found, { all: neighbours.all, having: neighbours.having[item] ?? 0 })) continue;
    if (best === null || isStronger(found, best, nameOf)) best = found;
  }
  return best;
}

/** Whether a larger part has it than of the others. Where all have the one thing nobody is left to compare with. */
function isMoreThanUsual({ both, of }: Shared, { all, having }: { all: number; having: number }): boolean {
  const others = all - of;
  // Of what was kept before all were counted it is not known.
  return others > 0 ? both * others > (having - both) * of : true;
}

/** By share; of equal shares the one that more stand behind, and then by name, so that the order given decides nothing. */
function isStronger(one: Shared, other: Shared, nameOf: Told["nameOf"]): boolean {
  const [share, others] = [one.both / one.of, other.both / other.of];
  if (share !== others) return share > others;
  if (one.both !== other.both) return one.both > other.both;
  return nameOf(one.one) < nameOf(other.one);
}
