/** Which level a member has (points.md, section 8). */
import { DAY_MS, instantMonthsBefore, startOfYear } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import { ZERO, compare, fraction, plus } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import type { Member } from "./account.ts";
import type { Programme, Tiers } from "./case-format.ts";

/** An order of the member that counts. */
export interface CountingOrder {
  processedAt: Instant;
  value: Fraction;
  entitlement: bigint;
}

export function firstLevel(programme: Programme): string | null {
  return programme.tiers?.levels[0]?.id ?? null;
}

/** The place of a level among those of a version; what the version does not have ranks below its first. */
export function rankOf(programme: Programme, level: string | null): number {
  return programme.tiers?.levels.findIndex((of) => of.id === level) ?? -1;
}

function isInWindow(tiers: Tiers, zone: string, now: Instant, at: Instant): boolean {
  const window = tiers.window ?? { kind: "lifetime" };
  if (window.kind === "rolling") return at > instantMonthsBefore(zone, now, window.months);
  if (window.kind === "calendar-year") return at >= startOfYear(zone, now);
  return true;
}

function basisOf(
  member: Member,
  orders: CountingOrder[],
  tiers: Tiers,
  zone: string,
  now: Instant,
): Fraction {
  const counted = orders.filter((order) => isInWindow(tiers, zone, now, order.processedAt));
  if (tiers.basis === "spend") return counted.map((order) => order.value).reduce(plus, ZERO);
  if (tiers.basis === "orders") {
    return fraction(counted.filter((order) => compare(order.value, ZERO) > 0).length);
  }
  const fromOrders = counted.map((order) => order.entitlement);
  const fromActivities = member.activities
    .filter((activity) => isInWindow(tiers, zone, now, activity.at))
    .map((activity) => activity.points);
  return fraction([...fromOrders, ...fromActivities].reduce((points, more) => points + more, 0n));
}

/** Works the level out anew: after an event it can only rise, at a midnight it may fall. */
export function workOutLevel(
  member: Member,
  orders: CountingOrder[],
  programme: Programme,
  now: Instant,
  isMidnight: boolean,
): void {
  const { tiers, timezone } = programme;
  if (!tiers) {
    member.level = null;
    return;
  }
  const basis = basisOf(member, orders, tiers, timezone, now);
  const reached = tiers.levels.filter((level) => compare(basis, fraction(level.at)) >= 0).map((of) => of.id);
  for (const level of reached) member.qualified.set(level, null);

  if (isMidnight) {
    for (const [level, since] of [...member.qualified]) {
      if (reached.includes(level)) continue;
      const start = since ?? now;
      member.qualified.set(level, start);
      if (now >= start + (tiers.guaranteeDays ?? 0) * DAY_MS) member.qualified.delete(level);
    }
  }
  const kept = isMidnight ? [...member.qualified.keys()] : [...reached, member.level];
  const best = Math.max(...kept.map((level) => rankOf(programme, level)));
  member.level = tiers.levels[best]?.id ?? firstLevel(programme);
}
