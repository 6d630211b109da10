import type { Book } from "./book.ts";
import { monthsBefore, startOfYear } from "./calendar.ts";
import { activitiesOf, ordersOf } from "./finder.ts";
import type { Fraction } from "./fraction.ts";
import { ONE, ZERO, add, isPositive } from "./fraction.ts";
import type { Tiers } from "./programme.ts";
import type { MemberRecord, OrderRecord } from "./records.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** Something that counts towards a level, at the instant it belongs to. */
export interface Contribution {
  at: Instant;
  amount: Fraction;
}

/** What the member has reached by now within the window: spend in minor units, points, or orders. */
export function standingOf(book: Book, member: MemberRecord, tiers: Tiers, now: Instant): Fraction {
  let total = ZERO;
  for (const { amount } of contributionsOf(book, member, tiers, now)) total = add(total, amount);
  return total;
}

/** What stands in the window now, in no order. There is no upper end: what is dated in the future counts at once. */
export function contributionsOf(
  book: Book,
  member: MemberRecord,
  tiers: Tiers,
  now: Instant,
): Contribution[] {
  const from = windowStart(book, tiers, now);
  const found: Contribution[] = [];
  for (const order of ordersOf(book, member.id)) {
    if (!order.counts || order.memberId !== member.id || order.processedAt < from) continue;
    found.push({ at: order.processedAt, amount: orderAmount(order, tiers) });
  }
  if (tiers.basis !== "points") return found;
  for (const activity of activitiesOf(book, member.id)) {
    if (activity.at < from) continue;
    for (const { points } of activity.earned) found.push({ at: activity.at, amount: { n: points, d: 1n } });
  }
  return found;
}

function orderAmount(order: OrderRecord, tiers: Tiers): Fraction {
  if (tiers.basis === "spend") return order.value;
  if (tiers.basis === "orders") return isPositive(order.value) ? ONE : ZERO;
  const posted = order.shares.find((share) => share.memberId === order.memberId)?.posted ?? 0n;
  return { n: posted, d: 1n };
}

/** The first instant that counts. A rolling window leaves out what happened exactly its months ago. */
function windowStart(book: Book, tiers: Tiers, now: Instant): Instant {
  const zone = versionAt(book.versions, now)?.programme.timezone;
  if (zone === undefined || tiers.window.kind === "lifetime") return Number.NEGATIVE_INFINITY;
  if (tiers.window.kind === "calendar-year") return startOfYear(zone, now);
  return monthsBefore(zone, now, tiers.window.months) + 1;
}
