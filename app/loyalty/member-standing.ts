import { isBlocked, isOut } from "./absence.ts";
import { asksBirthday } from "./birthday.ts";
import type { Book } from "./book.ts";
import { startOfYear } from "./calendar.ts";
import type { ExpiringPoints } from "./expiring-points.ts";
import { expiringPoints } from "./expiring-points.ts";
import { isPositive } from "./fraction.ts";
import type { Programme, TierWindow } from "./programme.ts";
import type { MemberRecord } from "./records.ts";
import { comesBackAt, leavesAt } from "./rolling-window.ts";
import { contributionsAt, windowTest } from "./standing.ts";
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

/** When the first of what counts leaves the window, or the first of what has left it comes back. */
function standingMovesAt(
  book: Book,
  member: MemberRecord,
  { programme: { tiers, timezone }, now }: { programme: Programme; now: Instant },
): Instant | null {
  if (tiers === null || tiers.window.kind === "lifetime") return null;
  const counts = windowTest(book, tiers, now);
  const isMeant = isRolling(tiers.window) ? () => true : counts;
  const all = contributionsAt(book, member, { tiers, isMeant })
    .filter(({ amount }) => isPositive(amount))
    .map(({ at }) => at);
  const oldest = all.filter(counts).reduce<Instant | null>((a, b) => (a === null || b < a ? b : a), null);
  // What is dated in the future counts already, and goes on until its own year is over.
  if (!isRolling(tiers.window))
    return oldest === null
      ? null
      : startOfYear(timezone, startOfYear(timezone, Math.max(oldest, now)) + 370 * DAY);
  const newestOut = all
    .filter((at) => !counts(at))
    .reduce<Instant | null>((a, b) => (a === null || b > a ? b : a), null);
  const window = { zone: timezone, months: tiers.window.months, now };
  return earliest([
    oldest === null ? null : leavesAt(oldest, window),
    newestOut === null ? null : comesBackAt(newestOut, window),
  ]);
}

function isRolling(window: TierWindow): window is Extract<TierWindow, { kind: "rolling" }> {
  return window.kind === "rolling";
}
