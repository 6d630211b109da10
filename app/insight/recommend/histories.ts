import { fadingCounts, lastDayOf, type Visit } from "./visits.ts";

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

export function itemFacts(histories: readonly Visit[][], items: number): ItemFacts {
  const visits = histories.flat();
  const until = lastDayOf(visits);
  const buyers = new Float64Array(items);
  const repeaters = new Float64Array(items);
  for (const history of histories)
    for (const [item, times] of timesBought(history)) {
      buyers[item] = (buyers[item] ?? 0) + 1;
      if (times > 1) repeaters[item] = (repeaters[item] ?? 0) + 1;
    }
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const share = sum(repeaters) / Math.max(1, sum(buyers));
  const again = repeaters.map((many, item) => (many + DOUBT * share) / ((buyers[item] ?? 0) + DOUBT));
  const [ever, lately, season, half] = fadingCounts(visits, {
    items,
    until,
    days: [Infinity, 15, 45, 150],
  }) as [Float64Array, Float64Array, Float64Array, Float64Array];
  return { ever, lately, season, half, again };
}

export function timesBought(history: readonly Visit[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const { items } of history) for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  return times;
}

/** What a customer's own visits say of items, each as of their last visit. */
export interface Habits {
  visits: number;
  times: Map<number, number>;
  /** Visits since the item was last bought. */
  since: Map<number, number>;
  /** Times bought, fading by time, and by visits. */
  byTime: Map<number, number>;
  byVisits: Map<number, number>;
}

const HABIT_DAYS = 180;
const A_VISIT_AGO = 0.8;

export function habitsOf(history: readonly Visit[]): Habits {
  const last = history.at(-1)?.day ?? 0;
  const habits: Habits = {
    visits: history.length,
    ...{ times: timesBought(history), since: new Map(), byTime: new Map(), byVisits: new Map() },
  };
  history.forEach(({ day, items }, place) => {
    const ago = history.length - 1 - place;
    for (const item of items) {
      habits.since.set(item, ago);
      add(habits.byTime, item, Math.exp((day - last) / HABIT_DAYS));
      add(habits.byVisits, item, A_VISIT_AGO ** ago);
    }
  });
  return habits;
}

function add(sums: Map<number, number>, item: number, value: number): void {
  sums.set(item, (sums.get(item) ?? 0) + value);
}
