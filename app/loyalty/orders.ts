import { ZERO } from "./fraction.ts";
import type { MemberId, OrderId } from "./ids.ts";
import { compareIds } from "./ids.ts";
import type { OrderRecord, OrderShare } from "./records.ts";

/** An order nobody has told of yet. */
export function newOrder(id: OrderId): OrderRecord {
  return {
    id,
    name: "",
    memberId: null,
    told: false,
    deleted: false,
    processedAt: 0,
    counts: false,
    waits: false,
    away: false,
    undone: false,
    fixed: null,
    version: 0,
    vestsAt: 0,
    value: ZERO,
    points: 0n,
    firstOrderPoints: 0n,
    shares: [],
    codes: [],
    transactions: 0,
  };
}

/** The member's share of the order; null where nothing of it was ever posted for them. */
export function findShare(order: OrderRecord, memberId: MemberId): OrderShare | null {
  return order.shares.find((share) => share.memberId === memberId) ?? null;
}

/** The member's share of the order; an empty one is put in where they had none. */
export function shareOf(order: OrderRecord, memberId: MemberId): OrderShare {
  const known = findShare(order, memberId);
  if (known !== null) return known;
  const share: OrderShare = { memberId, posted: 0n, pending: 0n, expired: 0n, dropped: 0n };
  order.shares.push(share);
  return share;
}

/** Points posted for the order, to whomever. */
export function postedFor(order: OrderRecord): bigint {
  return order.shares.reduce((sum, share) => sum + share.posted, 0n);
}

/** Earlier processed first, then the smaller id. */
export function byProcessedAt(a: OrderRecord, b: OrderRecord): number {
  return a.processedAt - b.processedAt || compareIds(a.id, b.id);
}
