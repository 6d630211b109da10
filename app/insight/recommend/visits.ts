import { bestOf } from "./best.ts";
import { turned, type Sets } from "./sets.ts";

/** What was bought; arrays of the same length, in any order. */
export interface Interactions {
  /** Places from 0. */
  customer: Int32Array;
  item: Int32Array;
  /** Days since 1970, parts of a day with it. */
  day: Float64Array;
  customers: number;
  items: number;
}

/** What was bought together: each item once. */
export interface Visit {
  day: number;
  items: Items;
}

/** Mostly a few: as plain lists they take a quarter of the room of typed arrays. */
export type Items = readonly number[] | Int32Array;

/** The days on which each customer bought, the earliest first. */
export function visitsOf(bought: Interactions): Visit[][] {
  return grouped(bought, Math.floor);
}

/** What each customer bought in one instant, of all customers, the earliest first. */
export function basketsOf(bought: Interactions): Visit[] {
  return grouped(bought, (day) => day)
    .flat()
    .sort((a, b) => a.day - b.day);
}

function grouped(bought: Interactions, moment: (day: number) => number): Visit[][] {
  const { customer, day, customers } = bought;
  const rows = rowsOf(customer, customers);
  return Array.from({ length: customers }, (_, who) => {
    const theirs = rows.items.subarray(rows.start[who] ?? 0, rows.start[who + 1] ?? 0);
    const at = (place: number) => moment(day[place] ?? 0);
    const visits: Visit[] = [];
    const sorted = theirs.sort((a, b) => at(a) - at(b) || (bought.item[a] ?? 0) - (bought.item[b] ?? 0));
    for (let from = 0; from < sorted.length;) {
      const now = at(sorted[from] ?? 0);
      const items: number[] = [];
      for (; from < sorted.length && at(sorted[from] ?? 0) === now; from++) {
        const item = bought.item[sorted[from] ?? 0] ?? 0;
        if (items.at(-1) !== item) items.push(item);
      }
      visits.push({ day: now, items });
    }
    return visits;
  });
}

/** The rows of each customer. */
function rowsOf(customer: Int32Array, customers: number): Sets {
  const start = Int32Array.from({ length: customer.length + 1 }, (_, place) => place);
  return turned({ start, items: customer }, customers);
}

/**
 * How often each item was bought, once for each number of days: what lies so many days back counts about a third of what
 * was bought last.
 */
export function fadingCounts(
  visits: readonly Visit[],
  { items, until, days }: { items: number; until: number; days: readonly number[] },
): Float64Array[] {
  const counts = days.map(() => new Float64Array(items));
  for (const { day, items: bought } of visits)
    counts.forEach((sums, place) => {
      const weight = fading(day, until, days[place] ?? Infinity);
      for (const item of bought) sums[item] = (sums[item] ?? 0) + weight;
    });
  return counts;
}

export function fading(day: number, until: number, days: number): number {
  return Math.exp(Math.min(0, day - until) / days);
}

/** So few may have come from a clock that was wrong. */
const ASTRAY = 0.001;
const A_YEAR = 366;

/**
 * The day up to which there are visits. A few that lie more than a year behind all others come from clocks that were
 * wrong: by them everything else would be of long ago.
 */
export function lastDayOf(visits: readonly Visit[]): number {
  const days = Float64Array.from(visits, ({ day }) => day).sort();
  const doubted = Math.ceil(days.length * ASTRAY);
  let last = days.length - 1;
  for (let place = last; place > 0 && place >= days.length - doubted; place--)
    if ((days[place] ?? 0) - (days[place - 1] ?? 0) > A_YEAR) last = place - 1;
  return days[last] ?? 0;
}

/** The places of the `most` highest values, the highest first; those marked are passed over. */
export function highest(values: Float64Array, most: number, passedOver?: Uint8Array): number[] {
  const places = bestOf(values.length, most, (place) =>
    passedOver?.[place] === 1 ? -Infinity : (values[place] ?? 0),
  );
  return passedOver === undefined ? places : places.filter((place) => passedOver[place] !== 1);
}
