import type { Book } from "./book.ts";
import { noChanges } from "./book.ts";
import { floor } from "./fraction.ts";
import { nextReviewAt } from "./next-review.ts";
import type { Tiers } from "./programme.ts";
import { smaller } from "./points.ts";
import type { MemberRecord } from "./records.ts";
import { contributionsOf, standingOf, windowTest } from "./standing.ts";
import { rankOf, reviewLevel, tiersAt } from "./tiers.ts";
import type { Instant } from "./time.ts";

export interface LevelLoss {
  /** The midnight at which the level is lost if nothing happens until then. */
  at: Instant;
  /**
   * What must count before that for the level to be kept: minor units, points or orders, above 0. null where nothing can:
   * what counts starts anew then, or the level is no longer in the programme, or something else counts from then on.
   */
  missing: bigint | null;
}

/**
 * When the member loses the level held, were nothing to happen any more; null where time alone never takes it. Asks the
 * same functions that work levels out at midnights, on a copy of the member, so it knows all that they know: windows,
 * guarantees, a level that was brought along, versions to come.
 */
export function levelLoss(book: Book, member: MemberRecord): LevelLoss | null {
  const tiers = tiersAt(book, member.settledTo);
  const { level } = member;
  // One that this version does not have is gone with the next midnight anyway.
  if (tiers === null || level === null || rankOf(tiers, level) === -1) return null;
  const ahead: Book = { ...book, changes: noChanges() };
  const later: MemberRecord = { ...member, guarantees: { ...member.guarantees } };
  for (;;) {
    const midnight = nextReviewAt(ahead, later);
    if (midnight === null) return null;
    reviewLevel(ahead, later, midnight);
    later.settledTo = midnight;
    if (isLost(tiersAt(book, midnight), level, later.level))
      return { at: midnight, missing: missingToKeep(book, member, { level, tiers, until: midnight }) };
  }
}

function isLost(tiers: Tiers | null, held: string, now: string | null): boolean {
  if (tiers === null) return true;
  const rank = rankOf(tiers, held);
  return rank === -1 || rankOf(tiers, now) < rank;
}

/**
 * There are two ways to keep a level: to have reached it at that midnight, and, where there is a guarantee, to have
 * reached it once more before, for then the guarantee only begins to run. The shorter one counts.
 */
function missingToKeep(
  book: Book,
  member: MemberRecord,
  { level, tiers, until }: { level: string; tiers: Tiers; until: Instant },
): bigint | null {
  const before = until - 1;
  const [then, justBefore] = [tiersAt(book, until), tiersAt(book, before)];
  if (then === null || then.basis !== tiers.basis || rankOf(then, level) === -1) return null;
  const ways: bigint[] = [];
  if (windowTest(book, then, until)(before))
    ways.push(missingAt(book, member, { level, tiers: then, at: until }));
  if (then.guaranteeDays > 0 && justBefore?.basis === tiers.basis && rankOf(justBefore, level) !== -1)
    ways.push(missingAt(book, member, { level, tiers: justBefore, at: before }));
  const [first, ...others] = ways;
  if (first === undefined) return null;
  const least = others.reduce(smaller, first);
  // A threshold that a later version lowered may be met already: then any purchase has it noticed.
  return least < 1n ? 1n : least;
}

/** How much more it takes to reach the level at the instant, in whole units, rounded up. */
function missingAt(
  book: Book,
  member: MemberRecord,
  { level, tiers, at }: { level: string; tiers: Tiers; at: Instant },
): bigint {
  const needed = tiers.levels[rankOf(tiers, level)]?.at ?? 0n;
  return needed - floor(standingOf(contributionsOf(book, member, tiers, at)));
}
