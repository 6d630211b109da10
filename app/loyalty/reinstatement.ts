import type { Book } from "./book.ts";
import { makeAvailable, noteActivity } from "./gains.ts";
import type { OrderId } from "./ids.ts";
import type { Occasion } from "./occasion.ts";
import { findShare } from "./orders.ts";
import type { Points } from "./points.ts";
import { smaller } from "./points.ts";
import { post } from "./posting.ts";
import type { MemberRecord } from "./records.ts";
import { formatInstant } from "./time.ts";
import type { Instant } from "./time.ts";

/** Points that expired, and that staff give back. */
export interface Reinstatement {
  expiry: ExpiryToReverse;
  /** Above 0; of more than can be given back, what can is. */
  points: Points;
  reason: string;
}

/** What the ledger says of the expiry. */
export interface ExpiryToReverse {
  /** Its key: `expire:<lot>:<n>`. */
  key: string;
  points: Points;
  /** The order that had earned them; null where none had. */
  orderId: OrderId | null;
  at: Instant;
}

/** Unique for each expiry, so that none is reversed twice: a key used up, and the key in the ledger. */
export function reinstatementKey({ key }: Pick<ExpiryToReverse, "key">): string {
  return key.replace(/^expire:/, "reinstate:");
}

/** What of the expiry can be given back: a refund of its order may have found a part of it gone already. */
export function reinstatable(book: Book, member: MemberRecord, { points, orderId }: ExpiryToReverse): Points {
  const most = smaller(points, member.expired);
  if (orderId === null) return most;
  const order = book.orders.get(orderId);
  const share = order === undefined ? null : findShare(order, member.id);
  return smaller(most, share?.expired ?? 0n);
}

/**
 * Gives expired points back as a lot that is born now and follows the rules in force: the opposite of its expiry, so
 * that a refund of the order takes them like any others of it, and debts are paid first. Returns how many they were; 0
 * where nothing of it is left to give back.
 */
export function reinstate(
  book: Book,
  member: MemberRecord,
  { expiry, points: wished, reason }: Reinstatement,
  occasion: Occasion,
): Points {
  const key = reinstatementKey(expiry);
  book.adjustments.add(key);
  book.changes.adjustments.add(key);
  const points = smaller(wished, reinstatable(book, member, expiry));
  if (points <= 0n) return 0n;
  const { orderId } = expiry;
  takeFromExpired(book, member, orderId, points);
  noteActivity(member, occasion.at);
  const gain = { lotId: key, points, debit: "breakage", source: "adjustment", orderId } as const;
  post(book, member, occasion, {
    key,
    kind: "adjust",
    explanation: {
      kind: "reinstate",
      expiry: expiry.key,
      date: formatInstant(expiry.at),
      expired: expiry.points.toString(),
      points: points.toString(),
      reason,
    },
    postings: makeAvailable(book, member, gain, occasion.at),
  });
  return points;
}

function takeFromExpired(book: Book, member: MemberRecord, orderId: OrderId | null, points: Points): void {
  const order = orderId === null ? undefined : book.orders.get(orderId);
  const share = order === undefined ? null : findShare(order, member.id);
  if (order === undefined || share === null) return;
  share.expired -= points;
  book.changes.orders.add(order.id);
}
