import type { Book } from "./book.ts";
import { ordersOf } from "./finder.ts";
import type { MemberId } from "./ids.ts";
import { byProcessedAt, findShare, postedFor } from "./orders.ts";
import type { Points } from "./points.ts";
import { smaller } from "./points.ts";
import type { OrderRecord } from "./records.ts";

/** An order whose posted points are not what it is entitled to, for one member. */
export interface Difference {
  order: OrderRecord;
  memberId: MemberId;
  entitlement: Points;
  posted: Points;
  /** Never 0: above it an increase, below it a claw-back. */
  points: Points;
  /** Whether it has the first-order bonus. */
  first: boolean;
}

/**
 * Every difference of a member's orders, against what was posted before the event. Besides the order that the event
 * is about these are the ones the first-order bonus moves between, and those that now belong to somebody else.
 */
export function differencesOf(book: Book, memberId: MemberId): Difference[] {
  const orders = ordersOf(book, memberId);
  const first = firstOrder(orders, memberId);
  const found: Difference[] = [];
  for (const order of orders) {
    const posted = findShare(order, memberId)?.posted ?? 0n;
    const entitlement = entitlementOf(order, memberId, order === first);
    if (entitlement === posted) continue;
    const points = entitlement - posted;
    found.push({ order, memberId, entitlement, posted, points, first: order === first });
  }
  return found;
}

/** Of the member's counting orders the earliest processed, of two the one with the smaller id. */
function firstOrder(orders: Iterable<OrderRecord>, memberId: MemberId): OrderRecord | null {
  let first: OrderRecord | null = null;
  for (const order of orders) {
    if (!order.counts || order.memberId !== memberId) continue;
    if (first === null || byProcessedAt(order, first) < 0) first = order;
  }
  return first;
}

/** An order that waits for money keeps at most what was posted for it before, to whomever. */
function entitlementOf(order: OrderRecord, memberId: MemberId, first: boolean): Points {
  if (!order.counts || order.memberId !== memberId) return 0n;
  const worth = order.points + (first ? order.firstOrderPoints : 0n);
  return order.waits ? smaller(worth, postedFor(order)) : worth;
}
