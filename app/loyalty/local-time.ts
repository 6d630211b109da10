import { Temporal } from "temporal-polyfill";
import type { Instant } from "./time.ts";

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/**
 * The instant of a date and a clock time of a zone, "2026-12-01T09:00"; null for what is none. A clock time that the zone
 * skips moves forward by the gap, and of two that it has the first is meant.
 */
export function parseLocalTime(zone: string, text: string): Instant | null {
  if (!LOCAL.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: "reject" }).toZonedDateTime(zone, {
      disambiguation: "compatible",
    }).epochMilliseconds;
  } catch {
    return null;
  }
}

/** What a clock of the zone shows then, to the minute. */
export function localTime(zone: string, at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}
