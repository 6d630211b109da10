import { dateOf, dayOf, monthAfter, monthOf, monthsBetween, sameDayAfter, type Day } from "./days.ts";

/** Days of the shop's calendar, both included. */
export interface Range {
  from: Day;
  to: Day;
}

export const PRESETS = [
  "last-7",
  "last-30",
  "last-90",
  "this-month",
  "last-month",
  "last-12-months",
  "this-year",
  "all",
] as const;
export type Preset = (typeof PRESETS)[number];

export const COMPARISONS = ["previous", "year-before", "none"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Longer than any shop has had one of these; what is longer is cut off at its beginning. */
export const MOST_DAYS = 3_660;

/** The days that a preset means on a day; `first` is the first day of which anything is known. */
export function presetRange(preset: Preset, today: Day, first: Day): Range {
  switch (preset) {
    case "last-7":
      return { from: today - 6, to: today };
    case "last-30":
      return { from: today - 29, to: today };
    case "last-90":
      return { from: today - 89, to: today };
    case "this-month":
      return { from: monthOf(today), to: today };
    case "last-month":
      return { from: monthAfter(today, -1), to: monthOf(today) - 1 };
    case "last-12-months":
      return { from: sameDayAfter(today, -12) + 1, to: today };
    case "this-year":
      return { from: yearOf(today), to: today };
    case "all":
      return { from: Math.max(Math.min(first, today), today - MOST_DAYS + 1), to: today };
  }
}

function yearOf(day: Day): Day {
  return dayOf(`${dateOf(day).slice(0, 4)}-01-01`) ?? day;
}

/**
 * Two dates as they were given, in order. What lies after today is cut off, for nothing is known of it; null where a date
 * is none, or where all of it lies ahead.
 */
export function customRange(from: string, to: string, today: Day): Range | null {
  const [a, b] = [dayOf(from), dayOf(to)];
  if (a === null || b === null) return null;
  const [first, last] = a <= b ? [a, b] : [b, a];
  if (first > today) return null;
  const end = Math.min(last, today);
  return { from: Math.max(first, end - MOST_DAYS + 1), to: end };
}

/**
 * What a range is compared with: as many days right before it, or the same dates of the year before. Whole months are
 * compared with whole months.
 */
export function comparedRange({ from, to }: Range, comparison: Comparison): Range | null {
  if (comparison === "none") return null;
  if (comparison === "year-before") return { from: sameDayAfter(from, -12), to: sameDayAfter(to, -12) };
  if (from === monthOf(from) && to === monthAfter(to) - 1) {
    const months = monthsBetween(from, to) + 1;
    return { from: monthAfter(from, -months), to: from - 1 };
  }
  return { from: from - (to - from + 1), to: from - 1 };
}

/** In how large steps a range is drawn, so that the steps can be told apart. */
export type Step = "day" | "week" | "month";

export function stepOf({ from, to }: Range): Step {
  const days = to - from + 1;
  return days <= 62 ? "day" : days <= 200 ? "week" : "month";
}

/** The parts of a range, the first and the last as long as the range allows. Weeks begin on Monday. */
export function partsOf({ from, to }: Range, step: Step): Range[] {
  const parts: Range[] = [];
  for (let start = from; start <= to;) {
    const next =
      step === "day" ? start + 1 : step === "week" ? start + 7 - weekdayOf(start) : monthAfter(start);
    parts.push({ from: start, to: Math.min(next - 1, to) });
    start = next;
  }
  return parts;
}

/** 0 for Monday. */
function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** What values of single days add up to in each part. */
export function sumsOf(parts: readonly Range[], range: Range, values: readonly bigint[]): bigint[] {
  return parts.map(({ from, to }) =>
    values.slice(from - range.from, to - range.from + 1).reduce((sum, value) => sum + value, 0n),
  );
}
