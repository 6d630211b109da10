import { fadingCounts, lastDayOf, type Histories, type Visits } from "./visits.ts";

/** What all customers did up to a day, as what is known of items. */
export interface ItemFacts {
  /** Times bought; of those, all lately, of the season, and of half a year, what is older counting less. */
  ever: Float64Array;
  lately: Float64Array;
  season: Float64Array;
  half: Float64Array;
  /** Of those who bought the item, how many bought it again: drawn towards the shop's own share where few did. */
  again: Float64Array;
}

/** Customers whose habits a share is made of before it is believed. */
const DOUBT = 10;

export function itemFacts(histories: Histories, items: number): ItemFacts {
  const { visits } = histories;
  const { buyers, repeaters } = countBuyers(histories, items);
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const share = sum(repeaters) / Math.max(1, sum(buyers));
  const again = repeaters.map((many, item) => (many + DOUBT * share) / ((buyers[item] ?? 0) + DOUBT));
  const [ever, lately, season, half] = fadingCounts(visits, {
    items,
    until: lastDayOf(visits),
    days: [Infinity, 15, 45, 150],
  }) as [Float64Array, Float64Array, Float64Array, Float64Array];
  return { ever, lately, season, half, again };
}

/** How many bought each item, and how many of them more than once. */
function countBuyers(
  { visits: { start, items: bought }, first }: Histories,
  items: number,
): { buyers: Float64Array; repeaters: Float64Array } {
  const [buyers, repeaters] = [new Float64Array(items), new Float64Array(items)];
  const times = new Int32Array(items);
  for (let who = 0; who + 1 < first.length; who++) {
    const [from, to] = [start[first[who] ?? 0] ?? 0, start[first[who + 1] ?? 0] ?? 0];
    for (let place = from; place < to; place++) {
      const item = bought[place] ?? 0;
      const many = (times[item] = (times[item] ?? 0) + 1);
      if (many === 1) buyers[item] = (buyers[item] ?? 0) + 1;
      if (many === 2) repeaters[item] = (repeaters[item] ?? 0) + 1;
    }
    for (let place = from; place < to; place++) times[bought[place] ?? 0] = 0;
  }
  return { buyers, repeaters };
}

/** What a customer's own visits say of an item, as of their last visit. */
export interface Habit {
  times: number;
  /** Visits since it was last bought. */
  since: number;
  /** Times bought, fading by time, and by visits. */
  byTime: number;
  byVisits: number;
}

const HABIT_DAYS = 180;
const A_VISIT_AGO = 0.8;

export function habitsOf({ day, start, items }: Visits): Map<number, Habit> {
  const last = day.at(-1) ?? 0;
  const habits = new Map<number, Habit>();
  day.forEach((when, visit) => {
    const since = day.length - 1 - visit;
    const [byTime, byVisits] = [Math.exp((when - last) / HABIT_DAYS), A_VISIT_AGO ** since];
    for (let place = start[visit] ?? 0; place < (start[visit + 1] ?? 0); place++) {
      const item = items[place] ?? 0;
      const known = habits.get(item);
      if (known === undefined) habits.set(item, { times: 1, since, byTime, byVisits });
      else {
        known.times += 1;
        known.since = since;
        known.byTime += byTime;
        known.byVisits += byVisits;
      }
    }
  });
  return habits;
}
