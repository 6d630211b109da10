import { formatInstant, parseInstantOrNull } from "../time.ts";
import type { Instant } from "../time.ts";

/** What the clocks of a zone show at an instant, as a form asks for it: "2026-06-01T09:30". null for no instant. */
export function wallClockOf(text: string, zone: string): string | null {
  const instant = parseInstantOrNull(text);
  if (instant === null) return null;
  const shown = new Date(instant + offsetAt(zone, instant)).toISOString().replace("Z", "");
  return shown.endsWith(":00.000") ? shown.slice(0, 16) : shown.replace(".000", "");
}

/**
 * The instant at which the clocks of a zone show that. Of two the first; a time that the zone skips is moved forward by
 * the gap, as everywhere in the programme. What is no such time comes back as it was typed.
 */
export function instantOfWallClock(typed: string, zone: string): string {
  const asUtc = parseInstantOrNull(`${typed}Z`);
  if (asUtc === null) return typed;
  // A zone's clocks are never put by more than a day: before the change it has one offset, after it the other.
  const candidates = [asUtc - 86_400_000, asUtc + 86_400_000].map((near) => asUtc - offsetAt(zone, near));
  const right = candidates.filter((instant) => instant + offsetAt(zone, instant) === asUtc);
  const [before = asUtc] = candidates;
  return formatInstant(right.length > 0 ? Math.min(...right) : before);
}

/** How far the zone's clocks are before UTC, in milliseconds. */
function offsetAt(zone: string, instant: Instant): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? "0");
  const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return shown - Math.floor(instant / 1000) * 1000;
}
