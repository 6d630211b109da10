import { isBlocked, isOut } from "./absence.ts";
import { asksBirthday } from "./birthday.ts";
import type { Book } from "./book.ts";
import { monthsBefore, startOfYear } from "./calendar.ts";
import type { ExpiringPoints } from "./expiring-points.ts";
import { expiringPoints } from "./expiring-points.ts";
import { isPositive } from "./fraction.ts";
import type { Programme, TierWindow } from "./programme.ts";
import type { MemberRecord } from "./records.ts";
import { contributionsOf } from "./standing.ts";
import type { LoyaltySummary } from "./summary.ts";
import { MAX_EXPIRING } from "./summary.ts";
import { tierProgress } from "./tier-progress.ts";
import { DAY, earliest } from "./time.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

export interface MemberStanding {
  progress: LoyaltySummary["progress"];
  /** Earliest first, at most `MAX_EXPIRING`. */
  expiring: ExpiringPoints[];
  birthday: LoyaltySummary["birthday"];
  out: boolean;
  /** The shop has shut them out; then they are out as well. */
  blocked: boolean;
  /** The first instant at which time alone changes any of this, without anything being posted; null for never. */
  movesAt: Instant | null;
}

/** What a summary says of a member that no figure of theirs tells. The book must hold what `pastOfLevels` asks for. */
export function memberStanding(book: Book, member: MemberRecord, clock: Instant): MemberStanding {
  const now = Math.max(clock, member.settledTo);
  const programme = versionAt(book.versions, now)?.programme ?? null;
  const expiring = expiringPoints(book, member, now).slice(0, MAX_EXPIRING);
  return {
    progress: tierProgress(book, member, now),
    expiring,
    birthday: programme === null || !asksBirthday(programme, now) ? null : told(member.birthday),
    out: isOut(member),
    blocked: isBlocked(member),
    movesAt: earliest([
      ...expiring.map(({ trueUntil }) => (trueUntil === null ? null : trueUntil + 1)),
      programme === null ? null : standingMovesAt(book, member, { programme, now }),
      ...[
        ...book.versions.map(({ effectiveFrom }) => effectiveFrom),
        ...(programme === null ? [] : birthdayEdges(programme)),
      ].filter((at) => at !== null && at > now),
    ]),
  };
}

function told(birthday: MemberRecord["birthday"]): "given" | "missing" {
  return birthday === null ? "missing" : "given";
}

/** When rules that give something for a birthday begin and end. */
function birthdayEdges({ earning }: Programme): (Instant | null)[] {
  return earning.rules.flatMap(({ kind, window }) => (kind === "birthday" ? [window.from, window.to] : []));
}

/** When the first of what counts leaves the window. */
function standingMovesAt(
  book: Book,
  member: MemberRecord,
  { programme: { tiers, timezone }, now }: { programme: Programme; now: Instant },
): Instant | null {
  if (tiers === null || tiers.window.kind === "lifetime") return null;
  let oldest: Instant | null = null;
  for (const { at, amount } of contributionsOf(book, member, tiers, now))
    if (isPositive(amount) && (oldest === null || at < oldest)) oldest = at;
  return oldest === null ? null : leavesAt(tiers.window, timezone, { at: oldest, now });
}

/**
 * The first instant after `now` at which what happened at `at`, and counts now, no longer does. Found by halving, for the
 * rule of the rolling window looks back: months that lack a day and clocks that are changed have no simple way forward.
 */
function leavesAt(
  window: Exclude<TierWindow, { kind: "lifetime" }>,
  zone: string,
  { at, now }: { at: Instant; now: Instant },
): Instant {
  // What is dated in the future counts already, and goes on until its own year is over.
  if (window.kind === "calendar-year")
    return startOfYear(zone, startOfYear(zone, Math.max(at, now)) + 370 * DAY);
  const isOutAt = (instant: Instant) => monthsBefore(zone, instant, window.months) >= at;
  let still = now;
  let gone = Math.max(at, now) + (window.months * 31 + 2) * DAY;
  while (gone - still > 1) {
    const middle = Math.floor((still + gone) / 2);
    if (isOutAt(middle)) gone = middle;
    else still = middle;
  }
  return gone;
}
