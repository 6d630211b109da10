/** Milliseconds since 1970-01-01T00:00:00Z. The core is told the time; it never asks for it. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** "24 h", never "a day of the zone": `pendingDays`, `codeDays` and `guaranteeDays` are counted so. */
export const DAY = 24 * HOUR;

const ISO_INSTANT = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Reads an ISO 8601 instant with any offset; throws a RangeError on anything else. A time without an offset is
 * refused, for it would mean another instant on another machine, and so is a day that its month does not have.
 */
export function parseInstant(text: string): Instant {
  const parts = ISO_INSTANT.exec(text);
  const value = parts === null ? Number.NaN : Date.parse(text);
  if (
    parts === null ||
    Number.isNaN(value) ||
    (Number(parts[3]) > 28 && Number(parts[3]) > daysInMonth(Number(parts[1]), Number(parts[2])))
  )
    throw new RangeError(`not an instant: ${text}`);
  return value;
}

/** Of the Gregorian calendar; `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

/** For instants that may be absent or malformed without harm. */
export function parseInstantOrNull(text: string | null): Instant | null {
  if (text === null) return null;
  try {
    return parseInstant(text);
  } catch {
    return null;
  }
}

/** Of those that come at all; null, which is never, where none does. */
export function earliest(instants: readonly (Instant | null)[]): Instant | null {
  let found: Instant | null = null;
  for (const instant of instants)
    if (instant !== null && (found === null || instant < found)) found = instant;
  return found;
}
