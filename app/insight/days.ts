/** A date of the shop's calendar, as whole days since 1970-01-01. */
export type Day = number;

export const DAY_MS = 86_400_000;

/** "2026-01-31". */
export function dateOf(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** null for what is no date of the calendar. */
export function dayOf(date: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || dateOf(at / DAY_MS) !== date ? null : at / DAY_MS;
}

/** The first day of the month that holds the day. */
export function monthOf(day: Day): Day {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY_MS;
}

/** The first day of the month so many months after the one that holds the day; before it where `months` is below 0. */
export function monthAfter(day: Day, months = 1): Day {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MS;
}

/** The same day of another month, or the last one where the month is shorter. */
export function sameDayAfter(day: Day, months: number): Day {
  const start = monthAfter(day, months);
  return Math.min(start + (day - monthOf(day)), monthAfter(start) - 1);
}

/** From the month of one day to that of another. */
export function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [new Date(from * DAY_MS), new Date(to * DAY_MS)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
}

/** All days from one to another, both included. */
export function daysFrom(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
}
