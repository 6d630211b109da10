import type { MemberId, OrderId } from "./ids.ts";
import type { Book } from "./book.ts";
import { lotDate, lotExpiresAt } from "./lots.ts";
import { isEverPaused } from "./pauses.ts";
import type { LimitPeriod, TierWindow } from "./programme.ts";
import type { Lot, MemberRecord } from "./records.ts";
import type { Instant } from "./time.ts";
import type { ProgrammeVersion } from "./versions.ts";

/**
 * How much of a member's past an event may look at, so that a book need not hold all of it. Everything here says
 * rather too much than too little; docs/decisions/ has the reasoning.
 */

/** No month is longer; two days more for zones and clocks. */
const LONGEST_MONTH = 31;
const SLACK = 2;

export interface PastWanted {
  /** How many days before the instant that the member is settled to; null for all of it. */
  days: number | null;
  ofActivities: boolean;
}

/** What levels are worked out from; null where no version has any. */
export function pastOfLevels(versions: readonly ProgrammeVersion[]): PastWanted | null {
  const tiers = versions.flatMap(({ programme }) => programme.tiers ?? []);
  if (tiers.length === 0) return null;
  return {
    days: longest(tiers.map(({ window }) => daysOfWindow(window))),
    ofActivities: tiers.some(({ basis }) => basis === "points"),
  };
}

/** Whether it can matter which of a member's orders is the first. */
export function paysFirstOrders(versions: readonly ProgrammeVersion[]): boolean {
  return versions.some(({ programme }) => programme.earning.rules.some(({ kind }) => kind === "first-order"));
}

export interface LimitsWanted {
  rules: string[];
  days: number | null;
}

/** Rules that reward one of these activities so many times and no more; null where there is none. */
export function limitsOf(
  versions: readonly ProgrammeVersion[],
  activities: ReadonlySet<string>,
): LimitsWanted | null {
  const limited = versions
    .flatMap(({ programme }) => programme.earning.rules)
    .flatMap((rule) =>
      rule.kind === "activity" && activities.has(rule.activity) && rule.limit !== null
        ? [{ id: rule.id, per: rule.limit.per }]
        : [],
    );
  if (limited.length === 0) return null;
  return { rules: limited.map(({ id }) => id), days: longest(limited.map(({ per }) => daysOfPeriod(per))) };
}

/** Whether some version gives this reward so many times and no more, whoever asks. */
export function isScarce(versions: readonly ProgrammeVersion[], rewardId: string): boolean {
  return versions.some(({ programme }) =>
    programme.rewards.some(({ id, total, stock }) => id === rewardId && (total !== null || stock !== null)),
  );
}

/** Whether some version gives this reward so many times to a member and no more. */
export function isRationed(versions: readonly ProgrammeVersion[], rewardId: string): boolean {
  return versions.some(({ programme }) =>
    programme.rewards.some(({ id, perMember }) => id === rewardId && perMember !== null),
  );
}

/**
 * Orders that a lot of the member may expire of by the instant: their records must be in the book. What the member
 * holds counts too, for what is released past its date expires at once.
 */
export function ordersExpiringBy(book: Book, memberId: MemberId, until: Instant): OrderId[] {
  const member = book.members.get(memberId);
  if (member === undefined) return [];
  if (member.held === 0n && (member.nextDueAt === null || member.nextDueAt > until)) return [];
  return member.lots.flatMap((lot) => {
    const expiresAt = lot.orderId === null ? null : mayExpireFrom(book, member, lot);
    return lot.orderId === null || expiresAt === null || expiresAt > until ? [] : [lot.orderId];
  });
}

/** With a pause between now and the instant nobody can tell before it: never earlier than the lot's own date. */
function mayExpireFrom(book: Book, member: MemberRecord, lot: Lot): Instant | null {
  return isEverPaused(book.versions)
    ? lotDate(book, member, lot)
    : lotExpiresAt(book, member, lot, member.settledTo);
}

function daysOfWindow(window: TierWindow): number | null {
  switch (window.kind) {
    case "rolling":
      return window.months * LONGEST_MONTH + SLACK;
    case "calendar-year":
      return daysOfPeriod("year");
    case "lifetime":
      return null;
  }
}

function daysOfPeriod(per: LimitPeriod): number | null {
  switch (per) {
    case "day":
      return 1 + SLACK;
    case "month":
      return LONGEST_MONTH + SLACK;
    case "year":
      return 366 + SLACK;
    case "lifetime":
      return null;
  }
}

function longest(days: (number | null)[]): number | null {
  return days.includes(null) ? null : Math.max(...days.map((some) => some ?? 0));
}
