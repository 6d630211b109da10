import { Temporal } from "temporal-polyfill";
import type { LimitPeriod } from "./programme.ts";
import { DAY, daysInMonth } from "./time.ts";
import type { Instant } from "./time.ts";

/** A date of the calendar, wherever it is, as whole days since 1970-01-01. */
type DayNumber = number;

/** A day of a zone: from its first instant up to the next day's. */
interface ZoneDay {
  day: DayNumber;
  start: Instant;
  end: Instant;
}

/**
 * What a zone was asked already. A backtest asks the same days millions of times, and working one out anew costs
 * a thousand times as much as remembering it.
 */
interface ZoneMemory {
  starts: Map<DayNumber, Instant>;
  /** The zone's days that touch a day of UTC: one to three. */
  daysOfUtcDay: Map<DayNumber, ZoneDay[]>;
  monthsBefore: Map<string, Instant>;
  /** Ends of days, by months and the day from which they are counted. */
  endsAfterMonths: Map<number, Map<DayNumber, Instant>>;
}

/** No zone changes its clocks within one. */
const QUARTER = 15 * 60_000;
/** About 50 years of days; forgetting all of them now and then is cheaper than keeping track of their use. */
const MOST_REMEMBERED = 20_000;
const memories = new Map<string, ZoneMemory>();

/** Whether `zone` names a time zone of the IANA database ("Europe/London"). */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The first instant of the day that holds the instant: not always 00:00, for a zone may skip its midnight. */
export function startOfDay(zone: string, instant: Instant): Instant {
  return zoneDay(zone, instant).start;
}

/** The first instant of the following day: always after the instant given. */
export function nextMidnight(zone: string, instant: Instant): Instant {
  return zoneDay(zone, instant).end;
}

/** The first midnight of the zone that is not before the instant. */
export function midnightFrom(timezone: string, instant: Instant): Instant {
  return startOfDay(timezone, instant) === instant ? instant : nextMidnight(timezone, instant);
}

/**
 * The end of the day that lies `months` calendar months after the instant's: the midnight that follows it, which
 * is the first instant at which what ends on that day is gone. A day that the month lacks is its last day.
 */
export function endOfDayAfterMonths(zone: string, instant: Instant, months: number): Instant {
  const { endsAfterMonths } = memoryOf(zone);
  const { day } = zoneDay(zone, instant);
  const ends = remember(endsAfterMonths, months, () => new Map<DayNumber, Instant>());
  return remember(ends, day, () => startOfDate(zone, addMonths(day, months) + 1));
}

/** The end of the day that lies `days` calendar days after the instant's: the midnight that follows it. */
export function endOfDayAfterDays(zone: string, instant: Instant, days: number): Instant {
  return startOfDate(zone, zoneDay(zone, instant).day + days + 1);
}

/**
 * The same clock time `months` calendar months earlier. A day that the month lacks is its last day; a clock time
 * that the zone skips moves forward by the gap, and of two that it has the first is meant.
 */
export function monthsBefore(zone: string, instant: Instant, months: number): Instant {
  const today = zoneDay(zone, instant);
  const then = zoneDay(zone, startOfDate(zone, addMonths(today.day, -months)));
  // Between days on which no clock was changed the time of day is the time since midnight.
  if (isPlain(today) && isPlain(then)) return then.start + (instant - today.start);
  return remember(
    memoryOf(zone).monthsBefore,
    `${instant} ${months}`,
    () =>
      Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .subtract({ months })
        .toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds,
  );
}

/**
 * Stretches of time, one after the other, from an instant to another, in each of which the instant of `monthsBefore` only
 * moves forward. From one to the next it may go back: 28 February is a month before 28, 29, 30 and 31 March alike, and
 * where clocks are changed an hour is told twice.
 */
export function* steadyStretches(
  zone: string,
  { from, to, months }: { from: Instant; to: Instant; months: number },
): Generator<{ from: Instant; to: Instant }> {
  for (let start = from; start < to;) {
    const today = zoneDay(zone, start);
    const then = zoneDay(zone, startOfDate(zone, addMonths(today.day, -months)));
    const isSteady = isPlain(today) && isPlain(then);
    const next = isSteady ? today.end : Math.min(today.end, start - (start % QUARTER) + QUARTER);
    yield { from: start, to: Math.min(next, to) };
    start = next;
  }
}

/** The first instant of 1 January of the instant's year. */
export function startOfYear(zone: string, instant: Instant): Instant {
  const year = dateOf(zoneDay(zone, instant).day).getUTCFullYear();
  return startOfDate(zone, Date.UTC(year, 0, 1) / DAY);
}

/** The first instant of a day of the calendar, which must exist. */
export function startOfMonthDay(
  zone: string,
  { year, month, day }: { year: number; month: number; day: number },
): Instant {
  return startOfDate(zone, Date.UTC(year, month - 1, day) / DAY);
}

/** The year of the zone that holds the instant. */
export function yearOf(zone: string, instant: Instant): number {
  return dateOf(zoneDay(zone, instant).day).getUTCFullYear();
}

/** Equal for two instants of one period: "2026-02-01", "2026-02", "2026", or "lifetime" for all. */
export function periodKey(zone: string, instant: Instant, per: LimitPeriod): string {
  if (per === "lifetime") return per;
  const date = dateOf(zoneDay(zone, instant).day).toISOString();
  return date.slice(0, { day: 10, month: 7, year: 4 }[per]);
}

function isPlain({ start, end }: ZoneDay): boolean {
  return end - start === DAY;
}

function zoneDay(zone: string, instant: Instant): ZoneDay {
  const utcDay = Math.floor(instant / DAY);
  const days = remember(memoryOf(zone).daysOfUtcDay, utcDay, () => daysTouching(zone, utcDay));
  const found = days.find((day) => day.start <= instant && instant < day.end);
  if (found === undefined) throw new RangeError(`${zone} has no day at ${instant}`);
  return found;
}

function daysTouching(zone: string, utcDay: DayNumber): ZoneDay[] {
  const from = utcDay * DAY;
  const date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const days: ZoneDay[] = [];
  let day = Date.UTC(date.year, date.month - 1, date.day) / DAY;
  let start = startOfDate(zone, day);
  while (start < from + DAY) {
    const end = startOfDate(zone, day + 1);
    // A day that the zone left out when it crossed the date line begins and ends at once, and holds no instant.
    days.push({ day, start, end });
    day += 1;
    start = end;
  }
  return days;
}

function startOfDate(zone: string, day: DayNumber): Instant {
  return remember(memoryOf(zone).starts, day, () => {
    const date = dateOf(day);
    return Temporal.PlainDate.from({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    }).toZonedDateTime(zone).epochMilliseconds;
  });
}

function addMonths(day: DayNumber, months: number): DayNumber {
  const date = dateOf(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const lastDay = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return first.getTime() / DAY + Math.min(date.getUTCDate(), lastDay) - 1;
}

function dateOf(day: DayNumber): Date {
  return new Date(day * DAY);
}

function memoryOf(zone: string): ZoneMemory {
  const known = memories.get(zone);
  if (known !== undefined) return known;
  const fresh: ZoneMemory = {
    starts: new Map(),
    daysOfUtcDay: new Map(),
    monthsBefore: new Map(),
    endsAfterMonths: new Map(),
  };
  memories.set(zone, fresh);
  return fresh;
}

function remember<K, V>(memory: Map<K, V>, key: K, work: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = work();
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}
