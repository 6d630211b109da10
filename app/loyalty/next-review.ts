import type { Book } from "./book.ts";
import { endOfDayAfterMonths, startOfYear } from "./calendar.ts";
import { compare, subtract } from "./fraction.ts";
import { midnightAfter, midnightNotBefore, nextFirstMidnight } from "./midnights.ts";
import { isPausedAt } from "./pauses.ts";
import type { Tiers } from "./programme.ts";
import type { MemberRecord } from "./records.ts";
import { contributionsOf, standingOf } from "./standing.ts";
import type { Contribution } from "./standing.ts";
import { rankKept, rankOf, rankReached, tiersAt } from "./tiers.ts";
import { DAY, HOUR, earliest } from "./time.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/**
 * The next midnight after what the member is settled to that may change the level or a guarantee: perhaps too early,
 * so that few members are woken. null for never.
 */
export function nextReviewAt(book: Book, member: MemberRecord): Instant | null {
  const now = member.settledTo;
  const afterChange = nextFirstMidnight(book.versions, now);
  const tiers = tiersAt(book, now);
  if (tiers === null) return member.level === null ? afterChange : midnightAfter(book.versions, now);
  return earliest([afterChange, nextLevelReviewAt(book, member, tiers)]);
}

function nextLevelReviewAt(book: Book, member: MemberRecord, tiers: Tiers): Instant | null {
  const now = member.settledTo;
  // Time alone never takes the first level away.
  const guarantees = Object.entries(member.guarantees).filter(
    ([id, lapsedAt]) => lapsedAt !== null || rankOf(tiers, id) !== 0,
  );
  const held = rankOf(tiers, member.level);
  const tomorrow = midnightAfter(book.versions, now);
  // Whoever was only just made known has not qualified for the first level yet.
  if (held === 0 && guarantees.length === 0)
    return member.guarantees[member.level ?? ""] === undefined ? tomorrow : null;
  // Time alone raises nobody, and while the programme is paused it takes nothing away.
  if (isPausedAt(book.versions, now)) return null;
  const contributions = contributionsOf(book, member, tiers, now).sort((a, b) => a.at - b.at);
  const reached = rankReached(tiers, contributions);
  const kept = rankKept(member, tiers, now);
  const isHeldUp = held === kept || member.guarantees[member.level ?? ""] !== undefined;
  if (held < reached || (held > reached && !isHeldUp)) return tomorrow;
  const keptUntil = kept === -1 ? null : midnightNotBefore(book.versions, member.keptLevel?.until ?? now);
  return earliest([
    keptUntil,
    ...guarantees.map(([id, lapsedAt]) => {
      if (lapsedAt !== null)
        return later(tomorrow, midnightNotBefore(book.versions, lapsedAt + tiers.guaranteeDays * DAY));
      const rank = rankOf(tiers, id);
      if (rank === -1 || rank > reached) return tomorrow;
      return later(tomorrow, reachedAtLeastUntil(book, { tiers, rank, oldestFirst: contributions, now }));
    }),
  ]);
}

/**
 * An instant up to which time alone does not take the level away; null for never. With a rolling window that is when
 * the oldest contributions that it cannot do without leave; months differ in length, so a little earlier is said.
 */
function reachedAtLeastUntil(
  book: Book,
  {
    tiers,
    rank,
    oldestFirst,
    now,
  }: { tiers: Tiers; rank: number; oldestFirst: Contribution[]; now: Instant },
): Instant | null {
  const zone = versionAt(book.versions, now)?.programme.timezone;
  if (zone === undefined || tiers.window.kind === "lifetime") return null;
  if (tiers.window.kind === "calendar-year") return startOfYear(zone, startOfYear(zone, now) + 370 * DAY);
  const needed = { n: tiers.levels[rank]?.at ?? 0n, d: 1n };
  let standing = standingOf(oldestFirst);
  for (const contribution of oldestFirst) {
    standing = subtract(standing, contribution.amount);
    if (compare(standing, needed) >= 0) continue;
    const leaves = endOfDayAfterMonths(zone, contribution.at, tiers.window.months) - DAY - 2 * HOUR;
    return midnightNotBefore(book.versions, leaves);
  }
  return null;
}

/** null is never, which is later than anything. */
function later(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? null : Math.max(a, b);
}
