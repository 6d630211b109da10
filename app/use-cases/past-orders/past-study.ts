import { parseLocalTime } from "../../loyalty/local-time.ts";
import type { Instant } from "../../loyalty/time.ts";

/** The last run of a shop: one at a time. */
export const PAST_RUN = "past-orders";

/** Before the first shop of this kind there was nothing to be bought. */
const EARLIEST = Date.parse("2000-01-01T00:00:00Z");

export function pastPreviewId(since: Instant): string {
  return `past-preview-${since}`;
}

/** The beginning of a day, "2026-01-31", in the shop's zone; null for what is none, or is not over. */
export function startOfPast(
  date: string,
  { timezone, now }: { timezone: string; now: Instant },
): Instant | null {
  const at = parseLocalTime(timezone, `${date}T00:00`);
  return at === null || at < EARLIEST || at > now ? null : at;
}
