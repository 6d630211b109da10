import type { Sets } from "./sets.ts";

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

/**
 * What was bought together, each item once and rising, one visit behind the other: a million objects of their own would
 * take longer to sweep up than all that is learned of them. A history is what one customer bought, the earliest first.
 */
export interface Visits extends Sets {
  /** Of each visit. */
  day: Float64Array;
}

/** The visits of customers, one customer's behind the other's. */
export interface Histories {
  visits: Visits;
  /** Where the visits of each customer begin, and behind the last where they end. */
  first: Int32Array;
}

export const NO_VISITS: Visits = {
  ...{ day: new Float64Array(), start: new Int32Array(1), items: new Int32Array() },
};

/** The days on which each customer bought. */
export function visitsOf(bought: Interactions): Histories {
  const { customer, customers } = bought;
  const times = timesOf(bought.day.map(Math.floor));
  const byItem = ordered(rowsOf(bought), bought.item, bought.items);
  const rows = ordered(ordered(byItem, times.place, times.days.length), customer, customers);
  const { visits, owner } = together(rows, bought, times);
  const first = new Int32Array(customers + 1);
  for (const who of owner) first[who + 1] = (first[who + 1] ?? 0) + 1;
  for (let who = 0; who < customers; who++) first[who + 1] = (first[who + 1] ?? 0) + (first[who] ?? 0);
  return { visits, first };
}

/** What each customer bought in one instant, of all customers, the earliest first. */
export function basketsOf(bought: Interactions): Visits {
  const times = timesOf(bought.day);
  const byItem = ordered(rowsOf(bought), bought.item, bought.items);
  const byCustomer = ordered(byItem, bought.customer, bought.customers);
  return together(ordered(byCustomer, times.place, times.days.length), bought, times).visits;
}

function rowsOf({ customer }: Interactions): Int32Array {
  return Int32Array.from(customer.keys());
}

interface Times {
  /** All that there are, rising, and of each row the place of its own. */
  days: Float64Array;
  place: Int32Array;
}

function timesOf(day: Float64Array): Times {
  const days = day.toSorted();
  let many = 0;
  for (const each of days) if (many === 0 || each !== days[many - 1]) days[many++] = each;
  const places = new Map<number, number>();
  for (let place = 0; place < many; place++) places.set(days[place] ?? 0, place);
  return { days: days.slice(0, many), place: Int32Array.from(day, (each) => places.get(each) ?? 0) };
}

/** Rows by their keys, whole numbers from 0; rows of the same key stay in their order. */
function ordered(rows: Int32Array, key: Int32Array, keys: number): Int32Array {
  const next = new Int32Array(keys + 1);
  for (const row of rows) {
    const behind = (key[row] ?? 0) + 1;
    next[behind] = (next[behind] ?? 0) + 1;
  }
  for (let each = 0; each < keys; each++) next[each + 1] = (next[each + 1] ?? 0) + (next[each] ?? 0);
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const its = key[row] ?? 0;
    sorted[next[its] ?? 0] = row;
    next[its] = (next[its] ?? 0) + 1;
  }
  return sorted;
}

/** Rows of one customer and time that follow each other as one visit; rows of an item that do count once. */
function together(
  rows: Int32Array,
  { customer, item }: Interactions,
  { days, place }: Times,
): { visits: Visits; owner: Int32Array } {
  const [start, items] = [new Int32Array(rows.length + 1), new Int32Array(rows.length)];
  const [owner, day] = [new Int32Array(rows.length), new Float64Array(rows.length)];
  let visits = 0;
  let many = 0;
  let who = -1;
  let time = -1;
  let what = -1;
  for (const row of rows) {
    const itsWho = customer[row] ?? 0;
    const itsTime = place[row] ?? 0;
    const itsItem = item[row] ?? 0;
    if (itsWho !== who || itsTime !== time) {
      who = itsWho;
      time = itsTime;
      what = -1;
      start[visits] = many;
      owner[visits] = who;
      day[visits++] = days[time] ?? 0;
    }
    if (itsItem !== what) items[many++] = what = itsItem;
  }
  start[visits] = many;
  return {
    visits: { day: day.slice(0, visits), start: start.slice(0, visits + 1), items: items.slice(0, many) },
    owner: owner.slice(0, visits),
  };
}

/** Visits that follow each other, looked at where they lie. */
export function someVisits({ day, start, items }: Visits, from: number, to: number): Visits {
  return { day: day.subarray(from, to), start: start.subarray(from, to + 1), items };
}

/** The visits at these places, one behind the other. */
export function visitsAt({ day, start, items }: Visits, places: readonly number[] | Int32Array): Visits {
  const begins = new Int32Array(places.length + 1);
  const own: number[] = [];
  places.forEach((visit, n) => {
    for (let place = start[visit] ?? 0; place < (start[visit + 1] ?? 0); place++) own.push(items[place] ?? 0);
    begins[n + 1] = own.length;
  });
  return {
    day: Float64Array.from(places, (visit) => day[visit] ?? 0),
    ...{ start: begins, items: Int32Array.from(own) },
  };
}

/** What these customers did before their last visit; those who made one alone are as they are. */
export function withoutLast({ visits, first }: Histories, customers: readonly number[]): Histories {
  const places: number[] = [];
  const begins = new Int32Array(customers.length + 1);
  customers.forEach((who, n) => {
    const [from, to] = [first[who] ?? 0, first[who + 1] ?? 0];
    for (let place = from; place < (to - from > 1 ? to - 1 : to); place++) places.push(place);
    begins[n + 1] = places.length;
  });
  return { visits: visitsAt(visits, places), first: begins };
}

export function historyOf({ visits, first }: Histories, customer: number): Visits {
  return someVisits(visits, first[customer] ?? 0, first[customer + 1] ?? 0);
}

export function itemsAt({ start, items }: Sets, place: number): Int32Array {
  return items.subarray(start[place] ?? 0, start[place + 1] ?? 0);
}

/** Everything of a history once; it rises. */
export function itemsOf({ day, start, items }: Visits): Int32Array {
  const all = items.subarray(start[0] ?? 0, start[day.length] ?? 0);
  return day.length < 2 ? all : Int32Array.from(new Set(all)).sort();
}

/** Everything that each customer bought, once. */
export function setsOf({ visits: { start, items }, first }: Histories, range: number): Sets {
  const had = new Int32Array(range).fill(-1);
  const sets = { start: new Int32Array(first.length), items: new Int32Array(items.length) };
  let many = 0;
  for (let who = 0; who + 1 < first.length; who++) {
    const behind = start[first[who + 1] ?? 0] ?? 0;
    for (let place = start[first[who] ?? 0] ?? 0; place < behind; place++) {
      const item = items[place] ?? 0;
      if (had[item] === who) continue;
      had[item] = who;
      sets.items[many++] = item;
    }
    sets.start[who + 1] = many;
  }
  return sets;
}

/**
 * How often each item was bought, once for each number of days: what lies so many days back counts about a third of what
 * was bought last.
 */
export function fadingCounts(
  { day, start, items: bought }: Visits,
  { items, until, days }: { items: number; until: number; days: readonly number[] },
): Float64Array[] {
  return days.map((lasting) => {
    const sums = new Float64Array(items);
    for (let visit = 0; visit < day.length; visit++) {
      const weight = fading(day[visit] ?? 0, until, lasting);
      for (let place = start[visit] ?? 0; place < (start[visit + 1] ?? 0); place++) {
        const item = bought[place] ?? 0;
        sums[item] = (sums[item] ?? 0) + weight;
      }
    }
    return sums;
  });
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
export function lastDayOf({ day }: Visits): number {
  const days = day.toSorted();
  const doubted = Math.ceil(days.length * ASTRAY);
  let last = days.length - 1;
  for (let place = last; place > 0 && place >= days.length - doubted; place--)
    if ((days[place] ?? 0) - (days[place - 1] ?? 0) > A_YEAR) last = place - 1;
  return days[last] ?? 0;
}
