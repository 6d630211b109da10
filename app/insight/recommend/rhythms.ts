import type { Day } from "../days.ts";
import type { Visits } from "./visits.ts";

export interface Due {
  item: number;
  times: number;
  last: Day;
  everyDays: number;
  due: Day;
}

/** Of fewer pauses no rhythm is made. */
const LEAST_PAUSES = 2;
/** What is bought more often is no matter of reminding. */
const SHORTEST = 5;
/** How far before its day something is due, and after it still is, in parts of the rhythm. */
const BEFORE = 0.2;
const AFTER = 0.75;

/**
 * What the customer of this history buys again about now, what is overdue longest by its rhythm first. The rhythm is their
 * own: they are told that they buy it so, which is not true of what others do.
 */
export function dueFor(history: Visits, today: Day): Due[] {
  const due: Due[] = [];
  for (const [item, days] of daysOf(history)) {
    const pauses = pausesOf(days);
    if (pauses.length < LEAST_PAUSES) continue;
    const everyDays = Math.round(medianOf(pauses));
    const last = days.at(-1) ?? 0;
    const day = last + everyDays;
    if (everyDays < SHORTEST || today < day - BEFORE * everyDays || today > day + AFTER * everyDays) continue;
    due.push({ item, times: days.length, last, everyDays, due: day });
  }
  return due.sort((a, b) => (today - b.due) / b.everyDays - (today - a.due) / a.everyDays || a.item - b.item);
}

function daysOf({ day: days, start, items }: Visits): Map<number, Day[]> {
  const bought = new Map<number, Day[]>();
  days.forEach((day, visit) => {
    for (let place = start[visit] ?? 0; place < (start[visit + 1] ?? 0); place++) {
      const item = items[place] ?? 0;
      const list = bought.get(item);
      if (list === undefined) bought.set(item, [day]);
      else if (list.at(-1) !== day) list.push(day);
    }
  });
  return bought;
}

function pausesOf(days: readonly Day[]): number[] {
  return days.slice(1).map((day, place) => day - (days[place] ?? day));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
