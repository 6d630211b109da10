import type { Book } from "./book.ts";
import { lastNoticeAt, lotEndsAt, lotExpiresAt } from "./lots.ts";
import { isPausedAt } from "./pauses.ts";
import type { Points } from "./points.ts";
import type { Lot, MemberRecord } from "./records.ts";
import { earliest } from "./time.ts";
import type { Instant } from "./time.ts";

export interface ExpiringPoints {
  points: Points;
  at: Instant;
  /** The last instant at which this can be said: nobody was told of some of it yet. null while nothing is missing. */
  trueUntil: Instant | null;
}

/**
 * What of the member's available points ends when, as things stand, earliest first, each date once. Where a notice is
 * required and none was delivered, a lot can end at its date while there is time for one; after that it stays, for nobody
 * knows how long, and is left out until one is delivered. While the programme is paused nothing ends.
 */
export function expiringPoints(book: Book, member: MemberRecord, now: Instant): ExpiringPoints[] {
  const dates = new Map<Instant, ExpiringPoints>();
  if (isPausedAt(book.versions, now)) return [];
  for (const lot of member.lots) {
    const end = lot.remaining === 0n ? null : endOf(book, member, lot, now);
    if (end === null || end.at <= now || (end.trueUntil !== null && end.trueUntil < now)) continue;
    const known = dates.get(end.at);
    dates.set(end.at, {
      at: end.at,
      points: lot.remaining + (known?.points ?? 0n),
      trueUntil: earliest([end.trueUntil, known?.trueUntil ?? null]),
    });
  }
  return [...dates.values()].sort((a, b) => a.at - b.at);
}

function endOf(
  book: Book,
  member: MemberRecord,
  lot: Lot,
  now: Instant,
): Omit<ExpiringPoints, "points"> | null {
  const at = lotExpiresAt(book, member, lot, now);
  if (at !== null) return { at, trueUntil: null };
  const date = lotEndsAt(book, member, lot, now);
  return date === null ? null : { at: date, trueUntil: earliest([lastNoticeAt(book, date, lot), date - 1]) };
}
