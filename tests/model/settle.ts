/** After every event about an order: what each order is entitled to, and the postings that bring it there. */
import { ZERO } from "./fraction.ts";
import { DAY_MS, dayOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import { available, clawBack, consume, earn, expire, least, newLot } from "./account.ts";
import { payDebt, takeAnywhere, vest } from "./account.ts";
import type { Member, OrderTerms } from "./account.ts";
import { byTime, carries, isUndone, mayCount, postedInAll, processedAt } from "./orders.ts";
import type { Order } from "./orders.ts";
import { customerOf, findMember, meet, requireVersion, versionAt } from "./shop.ts";
import type { Redemption, Shop } from "./shop.ts";
import { pointsOf, worthOf } from "./worth.ts";

/** Settles every order of the shop: nothing is posted for one that stands at its entitlement. */
export function settle(shop: Shop, now: Instant): void {
  workOutEntitlements(shop, now);
  for (const redemption of shop.redemptions) {
    if (redemption.state === "taken" && redemption.takenBy && isUndone(redemption.takenBy)) {
      giveBack(shop, redemption, now);
    }
  }
  moveVesting(shop, now);
  const differences = openDifferences(shop);
  for (const { order, member, points } of differences.filter((of) => of.points > 0n)) {
    earn(meet(shop, member, now), points, termsOf(shop, order), now, requireVersion(shop, now));
  }
  for (const { order, member, points } of differences.filter((of) => of.points < 0n)) {
    clawBack(meet(shop, member, now), -points, termsOf(shop, order));
  }
  for (const { order, member, points } of differences) {
    order.posted.set(member, (order.posted.get(member) ?? 0n) + points);
  }
  takeCodes(shop);
}

function workOutEntitlements(shop: Shop, now: Instant): void {
  for (const order of shop.orders) {
    order.counts = mayCount(order) && versionAt(shop, processedAt(order)) !== undefined;
    const member = customerOf(shop, order);
    if (order.counts && !order.fixed && member !== null) {
      const hasTiers = requireVersion(shop, now).tiers !== undefined;
      order.fixed = { level: hasTiers ? (findMember(shop, member)?.level ?? null) : null };
    }
  }
  for (const order of shop.orders) {
    order.value = ZERO;
    order.entitlement = 0n;
    const programme = versionAt(shop, processedAt(order));
    if (!order.counts || !order.state || !programme) continue;
    const member = customerOf(shop, order);
    const first = shop.orders.filter((of) => of.counts && customerOf(shop, of) === member).sort(byTime)[0];
    const worth = worthOf(order.state, order.refunds, programme, shop.products);
    order.value = worth.value;
    order.entitlement = pointsOf(worth, {
      programme,
      products: shop.products,
      processedAt: processedAt(order),
      level: order.fixed?.level ?? null,
      isFirstOrder: order === first,
    });
    if (order.state.financial_status === "partially_paid") {
      order.entitlement = least(order.entitlement, postedInAll(order));
    }
  }
}

/** An order's points vest by the processed_at of its newest state, whenever they were earned. */
function moveVesting(shop: Shop, now: Instant): void {
  for (const member of shop.members) {
    for (const pending of member.pending) {
      const order = shop.orders.find((of) => of.id === pending.order);
      if (!order) continue;
      const { vestsAt, processedAt } = termsOf(shop, order);
      Object.assign(pending, { vestsAt, processedAt });
    }
    vest(member, now, requireVersion(shop, now));
  }
}

function openDifferences(shop: Shop): { order: Order; member: string; points: bigint }[] {
  return [...shop.orders].sort(byTime).flatMap((order) => {
    const owner = customerOf(shop, order);
    const members = new Set([...order.posted.keys(), ...(owner === null ? [] : [owner])]);
    return [...members]
      .map((member) => {
        const wanted = member === owner ? order.entitlement : 0n;
        return { order, member, points: wanted - (order.posted.get(member) ?? 0n) };
      })
      .filter((of) => of.points !== 0n);
  });
}

function termsOf(shop: Shop, order: Order): OrderTerms {
  const points = versionAt(shop, processedAt(order))?.points;
  return {
    order: order.id,
    processedAt: processedAt(order),
    vestsAt: processedAt(order) + (points?.pendingDays ?? 0) * DAY_MS,
    debt: points?.debt ?? "owe",
  };
}

/**
 * The order that took a code was undone: what was taken from lots comes back with their dates, for at least 30 days
 * more; what became owed comes back as a new lot like any other.
 */
function giveBack(shop: Shop, redemption: Redemption, now: Instant): void {
  const member = meet(shop, redemption.member, now);
  const programme = requireVersion(shop, now);
  const thirtyDaysOn = startOfDay(programme.timezone, dayOf(programme.timezone, now) + 31);
  for (const { lot, points } of redemption.pieces) {
    if (lot) {
      const notBefore = Math.max(lot.notBefore, thirtyDaysOn);
      member.lots.push({ ...lot, left: points, held: 0n, notices: [], notBefore });
    } else {
      member.lots.push(newLot(points, null, now, programme));
    }
  }
  payDebt(member);
  member.redeemed -= redemption.cost - redemption.dropped;
  Object.assign(redemption, { state: "released", takenBy: null, pieces: [], dropped: 0n });
}

/** Every code that a counting order carries is taken, unless an order has taken it already. */
function takeCodes(shop: Shop): void {
  for (const redemption of shop.redemptions) {
    if (redemption.state !== "held" && redemption.state !== "released") continue;
    const carrier = shop.orders
      .filter((order) => order.counts && carries(order, redemption.code))
      .sort(byTime)[0];
    const member = findMember(shop, redemption.member);
    if (!carrier || !member) continue;
    take(member, redemption, termsOf(shop, carrier).debt);
    redemption.takenBy = carrier;
  }
}

/** What is held is gone for good; of what was released the cost is taken from whatever there is. */
export function take(member: Member, redemption: Redemption, debt: "owe" | "forgive"): void {
  if (redemption.state === "held") {
    for (const { lot, points } of redemption.pieces) if (lot) lot.held -= points;
  } else {
    const taken = takeAnywhere(member, redemption.cost, debt);
    redemption.pieces = taken.pieces;
    redemption.dropped = taken.dropped;
  }
  member.redeemed += redemption.cost;
  redemption.state = "taken";
}

/** Moves the cost from available to held; refused if it is short. */
export function hold(shop: Shop, redemption: Redemption, now: Instant): void {
  const member = meet(shop, redemption.member, now);
  if (available(member) < redemption.cost) return;
  redemption.pieces = consume(member, redemption.cost);
  for (const { lot, points } of redemption.pieces) if (lot) lot.held += points;
  redemption.state = "held";
  member.lastActivity = now;
}

/** Held points go back to their lots; they pay a debt, and what belongs to a lot that has ended goes with it. */
export function release(shop: Shop, redemption: Redemption, now: Instant): void {
  const member = meet(shop, redemption.member, now);
  for (const { lot, points } of redemption.pieces) {
    if (!lot) continue;
    lot.held -= points;
    lot.left += points;
  }
  redemption.pieces = [];
  redemption.state = "released";
  payDebt(member);
  expire(member, now);
}
