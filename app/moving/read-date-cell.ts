import { Temporal } from "temporal-polyfill";
import type { Cell, Notation } from "./fields.ts";

/** A day of the calendar or an instant, as the cell says it. */
export type DateCell = { day: Temporal.PlainDate } | { instant: number };

const WITH_TIME =
  /^(.+?)[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}(?: UTC)?)?$/i;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const NO_DATE = {
  ok: false,
  problem: "is not a date",
  mend: "write it as year-month-day, such as 2026-12-31",
} as const;

/** Dates as other apps write them, with or without a time. */
export function readDateCell(text: string, notation: Notation): Cell<DateCell> {
  const match = WITH_TIME.exec(text.trim());
  const day = dayOf(match?.[1] ?? text.trim(), notation.dateOrder);
  if (day === null) return NO_DATE;
  if (match === null) return { ok: true, value: { day } };
  const [, , hours, minutes, seconds = "0", fraction = "0", half, zone] = match;
  const hour = hourOf(Number(hours), half);
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return NO_DATE;
  const local = day.toPlainDateTime({
    hour,
    minute: Number(minutes),
    second: Number(seconds),
    millisecond: Number(fraction.padEnd(3, "0").slice(0, 3)),
  });
  return { ok: true, value: { instant: instantOf(local, zone, notation.timezone) } };
}

/** The instant from which what holds until this date holds no more: the end of a day, or the instant itself. */
export function endOf(date: DateCell, timezone: string): number {
  return "instant" in date ? date.instant : startOf({ day: date.day.add({ days: 1 }) }, timezone);
}

/** What `endOf` reads as this instant: the last day where it is a midnight of the zone, for people read it too; else itself. */
export function endCell(at: number, timezone: string): string {
  const end = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  return end.startOfDay().epochMilliseconds === at
    ? end.toPlainDate().subtract({ days: 1 }).toString()
    : new Date(at).toISOString();
}

/** The first instant of the day, or the instant itself. */
export function startOf(date: DateCell, timezone: string): number {
  return "instant" in date ? date.instant : date.day.toZonedDateTime(timezone).epochMilliseconds;
}

/** Which orders of day and month this text rules out; neither for one that says nothing of it. */
export function evidenceIn(text: string): "dmy" | "mdy" | null {
  const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?(?:$|[T ])/.exec(text.trim()) ?? [];
  if (first === undefined || second === undefined) return null;
  if (Number(first) > 12 && Number(second) <= 12) return "dmy";
  return Number(second) > 12 && Number(first) <= 12 ? "mdy" : null;
}

function dayOf(text: string, order: Notation["dateOrder"]): Temporal.PlainDate | null {
  const parts = partsOf(text, order);
  if (parts === null) return null;
  try {
    return Temporal.PlainDate.from(parts, { overflow: "reject" });
  } catch {
    return null;
  }
}

interface DateParts {
  year: number;
  month: number;
  day: number;
}

function partsOf(text: string, order: Notation["dateOrder"]): DateParts | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (short !== null) return { ...monthAndDay(short[1], short[2], order), year: Number(short[3]) };
  const words = /^(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(text);
  if (words !== null) return named(words[2], words[1], words[3]);
  const american = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  return american === null ? null : named(american[1], american[2], american[3]);
}

function named(month = "", day = "", year = ""): DateParts | null {
  const number = monthNamed(month);
  return number === null ? null : { year: Number(year), month: number, day: Number(day) };
}

/** From 1, by the first three letters of its English name. */
export function monthNamed(word: string): number | null {
  const place = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return place === -1 ? null : place + 1;
}

/** A pair that can be read one way only is read that way, whatever the file's order. */
export function monthAndDay(
  first = "",
  second = "",
  order: Notation["dateOrder"],
): { month: number; day: number } {
  const isDayFirst = (evidenceIn(`${first}/${second}`) ?? order) === "dmy";
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return { month: Number(month), day: Number(day) };
}

function hourOf(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours > 23 ? null : hours;
  if (hours < 1 || hours > 12) return null;
  return (hours % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

function instantOf(local: Temporal.PlainDateTime, zone: string | undefined, timezone: string): number {
  if (zone === undefined) return local.toZonedDateTime(timezone).epochMilliseconds;
  const offset = /^[+-]/.test(zone)
    ? zone.replace(/ UTC$/i, "").replace(/^(.\d{2}):?(\d{2})$/, "$1:$2")
    : "+00:00";
  return local.toZonedDateTime(offset).epochMilliseconds;
}
