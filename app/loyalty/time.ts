/** Milliseconds since 1970-01-01T00:00:00Z. The core is told the time; it never asks for it. */
export type Instant = number;

export const HOUR = 3_600_000;
/** "24 h", never "a day of the zone": `pendingDays`, `codeDays` and `guaranteeDays` are counted so. */
export const DAY = 24 * HOUR;

/** Reads an ISO 8601 instant with any offset; throws on anything else. */
export function parseInstant(text: string): Instant {
  const value = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(value)) throw new RangeError(`not an instant: ${text}`);
  return value;
}

export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}
