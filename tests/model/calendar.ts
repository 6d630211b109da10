/**
 * Calendar arithmetic of a zone, from nothing but `Intl`'s answer to "what does the clock on the wall show?".
 * Instants are milliseconds since 1970; a `Day` counts whole days since 1970-01-01 of the zone's own calendar.
 */
export type Instant = number;
export type Day = number;

export const DAY_MS = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** What the clock on the wall shows, written as if it were UTC. */
export function wallClock(zone: string, at: Instant): number {
  const shown: Record<string, number> = {};
  for (const part of clockOf(zone).formatToParts(at)) shown[part.type] = Number(part.value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
}

export function dayOf(zone: string, at: Instant): Day {
  return Math.floor(wallClock(zone, at) / DAY_MS);
}

const dayStarts = new Map<string, Instant>();

/** The first instant of a day: the earliest at which the wall shows that day, or a later one where the zone skips it. */
export function startOfDay(zone: string, day: Day): Instant {
  const key = `${zone} ${day}`;
  const known = dayStarts.get(key);
  if (known !== undefined) return known;
  let before = day * DAY_MS - 2 * DAY_MS;
  let after = day * DAY_MS + 2 * DAY_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(zone, middle) >= day) after = middle;
    else before = middle;
  }
  dayStarts.set(key, after);
  return after;
}

/** The first midnight after an instant, or at it where `orAt`. */
export function nextMidnight(zone: string, at: Instant, orAt = false): Instant {
  const today = dayOf(zone, at);
  for (let day = today; ; day++) {
    const midnight = startOfDay(zone, day);
    if (midnight > at || (orAt && midnight === at)) return midnight;
  }
}

/** The same day of the month so many months later (earlier, if negative); a day which that month lacks is its last day. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = Date.UTC(year, month + 1, 0) / DAY_MS;
  const firstOfMonth = Date.UTC(year, month, 1) / DAY_MS;
  return Math.min(firstOfMonth + date.getUTCDate() - 1, lastOfMonth);
}

/** The instant at which the wall shows this: of two the first; a time that is skipped moves forward by the gap. */
export function instantOf(zone: string, shown: number): Instant {
  const offsetBefore = offsetAt(zone, shown - 26 * 3_600_000);
  const offsetAfter = offsetAt(zone, shown + 26 * 3_600_000);
  const candidates = [shown - offsetBefore, shown - offsetAfter].filter(
    (at) => wallClock(zone, at) === shown,
  );
  return candidates.length > 0 ? Math.min(...candidates) : shown - offsetBefore;
}

function offsetAt(zone: string, at: Instant): number {
  return wallClock(zone, at) - at;
}

const monthsBefore = new Map<string, Instant>();

/** Calendar months before an instant, at the same clock time in the zone. */
export function instantMonthsBefore(zone: string, at: Instant, months: number): Instant {
  const key = `${zone} ${at} ${months}`;
  let before = monthsBefore.get(key);
  if (before === undefined) {
    const shown = wallClock(zone, at);
    const day = Math.floor(shown / DAY_MS);
    before = instantOf(zone, addMonths(day, -months) * DAY_MS + (shown - day * DAY_MS));
    monthsBefore.set(key, before);
  }
  return before;
}

/** The first instant of the year in the zone. */
export function startOfYear(zone: string, at: Instant): Instant {
  const year = new Date(wallClock(zone, at)).getUTCFullYear();
  return startOfDay(zone, Date.UTC(year, 0, 1) / DAY_MS);
}

/** A name for the day, month or year of an instant in the zone; "lifetime" has one name. */
export function periodOf(zone: string, at: Instant, per: "day" | "month" | "year" | "lifetime"): string {
  if (per === "lifetime") return "lifetime";
  const length = { day: 10, month: 7, year: 4 }[per];
  return new Date(wallClock(zone, at)).toISOString().slice(0, length);
}
