import type { Book } from "./book.ts";
import { monthsBefore, startOfYear } from "./calendar.ts";
import { activitiesOf, ordersOf } from "./finder.ts";
import type { Fraction } from "./fraction.ts";
import { ONE, ZERO, add, isPositive } from "./fraction.ts";
import type { Tiers } from "./programme.ts";
import type { Points } from "./points.ts";
import type { MemberRecord, OrderRecord, PastDeed } from "./records.ts";
import { DAY } from "./time.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** Something that counts towards a level, at the instant it belongs to. */
export interface Contribution {
  at: Instant;
  amount: Fraction;
}

/** What contributions add up to: spend in minor units, points, or orders. */
export function standingOf(contributions: readonly Contribution[]): Fraction {
  let total = ZERO;
  for (const { amount } of contributions) total = add(total, amount);
  return total;
}

/** What stands in the window now, in no order. There is no upper end: what is dated in the future counts at once. */
export function contributionsOf(
  book: Book,
  member: MemberRecord,
  tiers: Tiers,
  now: Instant,
): Contribution[] {
  return contributionsAt(book, member, { tiers, isMeant: windowTest(book, tiers, now) });
}

/** The same of other instants than those that stand in the window. */
export function contributionsAt(
  book: Book,
  member: MemberRecord,
  { tiers, isMeant }: { tiers: Tiers; isMeant(at: Instant): boolean },
): Contribution[] {
  const found: Contribution[] = [];
  for (const order of ordersOf(book, member.id)) {
    if (!order.counts || order.memberId !== member.id || !isMeant(order.processedAt)) continue;
    const { value, processedAt: at } = order;
    found.push({ at, amount: amountOf({ value, points: pointsOf(order) }, tiers) });
  }
  for (const deed of book.past.get(member.id) ?? []) {
    if (isMeant(deed.at) && !isInBook(book, deed)) found.push({ at: deed.at, amount: amountOf(deed, tiers) });
  }
  if (tiers.basis !== "points") return found;
  for (const activity of activitiesOf(book, member.id)) {
    if (!isMeant(activity.at)) continue;
    for (const { points } of activity.earned) found.push({ at: activity.at, amount: { n: points, d: 1n } });
  }
  return found;
}

function amountOf({ value, points }: Pick<PastDeed, "value" | "points">, tiers: Tiers): Fraction {
  if (tiers.basis === "spend") return value;
  if (tiers.basis === "orders") return isPositive(value) ? ONE : ZERO;
  return { n: points, d: 1n };
}

function pointsOf(order: OrderRecord): Points {
  return order.shares.find((share) => share.memberId === order.memberId)?.posted ?? 0n;
}

function isInBook(book: Book, { of, id }: PastDeed): boolean {
  return of === "order" ? book.orders.has(id) : book.activities.has(id);
}

/** Whether something that happened at an instant counts at `now`. */
export function windowTest(book: Book, { window }: Tiers, now: Instant): (at: Instant) => boolean {
  const zone = versionAt(book.versions, now)?.programme.timezone;
  if (zone === undefined || window.kind === "lifetime") return () => true;
  if (window.kind === "calendar-year") {
    const from = startOfYear(zone, now);
    return (at) => at >= from;
  }
  return rollingTest(zone, now, window.months);
}

/**
 * What happened exactly the months ago is out. Reading the calendar is dear, so it is only asked about what is
 * neither younger than the shortest months nor older than the longest.
 */
function rollingTest(zone: string, now: Instant, months: number): (at: Instant) => boolean {
  const surelyIn = now - (months * 28 - 2) * DAY;
  const surelyOut = now - (months * 31 + 2) * DAY;
  return (at) => at >= surelyIn || (at > surelyOut && at > monthsBefore(zone, now, months));
}
