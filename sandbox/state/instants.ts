import type { Instant } from "./types.ts";

/** Whole seconds, as Shopify's payloads have them. */
export function toInstant(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** `instant`, or one second after `previous` where it would not be later: updated_at always rises. */
export function laterThan(previous: Instant, instant: Instant): Instant {
  if (instant > previous) return instant;
  return toInstant(new Date(new Date(previous).getTime() + 1000));
}

/** "2026-07-01T11:00:00+01:00": how REST payloads write an instant, in the shop's own zone. */
export function inZone(instant: Instant, timezone: string): string {
  const offset = offsetMinutes(instant, timezone);
  const local = new Date(new Date(instant).getTime() + offset * 60_000).toISOString().slice(0, 19);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const MOST_OFFSETS = 50_000;

function offsetMinutes(instant: Instant, timezone: string): number {
  // Zones change at most once in a quarter of an hour, and a formatter costs more than the rest of a payload.
  const quarter = Math.floor(Date.parse(instant) / 900_000) * 900_000;
  const key = `${timezone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > MOST_OFFSETS) offsets.clear();
  const offset = workOutOffset(quarter, timezone);
  offsets.set(key, offset);
  return offset;
}

function workOutOffset(at: number, timezone: string): number {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: timezone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(timezone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const local = Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:00Z`);
  return Math.round((local - at) / 60_000);
}
