/**
 * An independent model of `points.md`: it plays a case event by event over plain arrays and works everything out
 * anew each time. It is slow and simple on purpose, and shares no line with the core that it is compared with.
 */
import { nextMidnight } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import { available, expire, expiresAt, held, vest } from "./account.ts";
import type { Member } from "./account.ts";
import { postedInAll, processedAt } from "./orders.ts";
import type { Case, CaseResult, Decimal } from "./case-format.ts";
import { celebrate } from "./birthday.ts";
import { customerOf, newShop, requireVersion, versionAt } from "./shop.ts";
import type { Shop } from "./shop.ts";
import { release } from "./settle.ts";
import { workOutLevel } from "./tiers.ts";
import { apply } from "./events.ts";

/** Plays a case and answers its result, the ledger aside. */
export function playModel(played: Case): CaseResult {
  return [...resultsOf(played)].at(-1) ?? { customers: {}, orders: {}, redemptions: {} };
}

/** The result as it stands after each event in turn. */
export function* resultsOf(played: Case): Generator<CaseResult> {
  const shop = newShop(played);
  let before: Instant | null = null;
  for (const event of played.events) {
    const at = Date.parse(event.at);
    workOffDue(shop, before ?? at, at);
    before = at;
    for (const member of apply(shop, event, at)) levelOf(shop, member, at, false);
    yield resultOf(shop, at);
  }
}

function levelOf(shop: Shop, member: Member, now: Instant, isMidnight: boolean): void {
  const orders = shop.orders
    .filter((order) => order.counts && customerOf(shop, order) === member.id)
    .map((order) => ({
      processedAt: processedAt(order),
      value: order.value,
      entitlement: order.entitlement,
    }));
  workOutLevel(member, orders, requireVersion(shop, now), now, isMidnight);
}

/** Works off everything due after one instant and up to another, each thing at its own instant. */
function workOffDue(shop: Shop, after: Instant, until: Instant): void {
  let midnight = midnightAfter(shop, after, until);
  for (;;) {
    const due = Math.min(
      midnight,
      ...shop.members.flatMap((member) => member.pending.map((of) => of.vestsAt)),
      ...shop.members.flatMap((member) =>
        member.lots.filter((lot) => lot.left > 0n).map((lot) => expiresAt(member, lot)),
      ),
      ...shop.redemptions.filter((of) => of.state === "held").map((of) => of.endsAt),
    );
    if (due > until) return;
    for (const member of shop.members) expire(member, due);
    for (const member of shop.members) vest(member, due, requireVersion(shop, due));
    for (const redemption of shop.redemptions) {
      if (redemption.state === "held" && redemption.endsAt <= due) release(shop, redemption, due);
    }
    if (midnight === due) {
      for (const member of shop.members) levelOf(shop, member, due, true);
      for (const member of shop.members) celebrate(shop, member, due);
      midnight = midnightAfter(shop, due, until);
    }
  }
}

/** The next midnight of the zone that is the programme's then; Infinity if there is none up to `until`. */
function midnightAfter(shop: Shop, after: Instant, until: Instant): Instant {
  const zones = new Set(shop.versions.map((version) => version.timezone));
  const nexts = [...zones].map((zone) => {
    let midnight = nextMidnight(zone, after);
    while (midnight <= until && versionAt(shop, midnight)?.timezone !== zone)
      midnight = nextMidnight(zone, midnight);
    return midnight;
  });
  const next = Math.min(...nexts);
  return next <= until ? next : Infinity;
}

function written(points: bigint): Decimal {
  return points > BigInt(Number.MAX_SAFE_INTEGER) ? String(points) : Number(points);
}

function resultOf(shop: Shop, now: Instant): CaseResult {
  const hasTiers = versionAt(shop, now)?.tiers !== undefined;
  const customers = shop.members.map((member) => [
    member.id,
    {
      pending: written(member.pending.reduce((points, of) => points + of.points, 0n)),
      available: written(available(member)),
      held: written(held(member)),
      owed: written(member.owed),
      earned: written(member.earned),
      redeemed: written(member.redeemed),
      expired: written(member.expired),
      tier: hasTiers ? member.level : null,
    },
  ]);
  const told = shop.orders.filter((order) => order.state !== null);
  return {
    customers: Object.fromEntries(customers),
    orders: Object.fromEntries(told.map((order) => [order.id, written(postedInAll(order))])),
    redemptions: Object.fromEntries(shop.redemptions.map((of) => [of.as, of.state])),
  };
}
