import type { Day } from "../days.ts";
import type { Visit } from "./visits.ts";

/** In what rhythm products are bought again; arrays by product. */
export interface Rhythms {
  /** Days between two purchases of the same customer, in the median. */
  every: Float32Array;
  /** How many customers bought it more than once. */
  repeaters: Int32Array;
}

export interface Due {
  item: number;
  times: number;
  last: Day;
  everyDays: number;
  due: Day;
}

/** Of fewer customers no rhythm of a product is made; of fewer pauses none of a customer's own. */
const LEAST_REPEATERS = 5;
const LEAST_OWN_PAUSES = 2;
/** What is bought more often is no matter of reminding. */
const SHORTEST = 5;
/** How far before its day something is due, and after it still is, in parts of the rhythm. */
const BEFORE = 0.2;
const AFTER = 0.75;
/** Pauses kept of a product: more change no median. */
const MOST_PAUSES = 2_000;

export function rhythmsOf(histories: readonly Visit[][], items: number): Rhythms {
  const pauses = Array.from({ length: items }, (): number[] => []);
  const repeaters = new Int32Array(items);
  for (const history of histories)
    for (const [item, days] of daysOf(history)) {
      if (days.length < 2) continue;
      repeaters[item] = (repeaters[item] ?? 0) + 1;
      const list = pauses[item];
      if (list !== undefined && list.length < MOST_PAUSES) list.push(...pausesOf(days));
    }
  return { every: Float32Array.from(pauses, medianOf), repeaters };
}

/**
 * What the customer of this history buys again about now, what is overdue longest by its rhythm first: by their own pauses
 * where they have some, else by those of everybody who buys it again.
 */
export function dueFor(history: readonly Visit[], { every, repeaters }: Rhythms, today: Day): Due[] {
  const due: Due[] = [];
  for (const [item, days] of daysOf(history)) {
    const own = pausesOf(days);
    const isOwn = own.length >= LEAST_OWN_PAUSES;
    if (!isOwn && (repeaters[item] ?? 0) < LEAST_REPEATERS) continue;
    const everyDays = Math.round(isOwn ? medianOf(own) : (every[item] ?? 0));
    const last = days.at(-1) ?? 0;
    const day = last + everyDays;
    if (everyDays < SHORTEST || today < day - BEFORE * everyDays || today > day + AFTER * everyDays) continue;
    due.push({ item, times: days.length, last, everyDays, due: day });
  }
  return due.sort((a, b) => (today - b.due) / b.everyDays - (today - a.due) / a.everyDays || a.item - b.item);
}

function daysOf(history: readonly Visit[]): Map<number, Day[]> {
  const days = new Map<number, Day[]>();
  for (const { day, items } of history)
    for (const item of items) {
      const list = days.get(item);
      if (list === undefined) days.set(item, [day]);
      else if (list.at(-1) !== day) list.push(day);
    }
  return days;
}

function pausesOf(days: readonly Day[]): number[] {
  return days.slice(1).map((day, place) => day - (days[place] ?? day));
}

function medianOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
