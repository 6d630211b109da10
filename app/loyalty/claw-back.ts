import type { Book } from "./book.ts";
import type { Account, Posting } from "./ledger.ts";
import { drawFromLots, inConsumptionOrder } from "./lots.ts";
import type { Points } from "./points.ts";
import { smaller } from "./points.ts";
import { settleMissing } from "./missing-points.ts";
import { move } from "./posting.ts";
import type { Debt } from "./programme.ts";
import type { MemberRecord, OrderRecord, OrderShare, RedemptionPart } from "./records.ts";

/** What was taken from a member, and what was not there to take. */
export interface Taking {
  postings: Posting[];
  parts: RedemptionPart[];
  owed: Points;
  dropped: Points;
}

/**
 * Takes points back that an order gave: from its own pending points, its own lots, what of it has expired (gone
 * already), other lots, and then by the order's version as debt. Changes the share; not yet posted.
 */
export function clawBack(
  book: Book,
  member: MemberRecord,
  order: OrderRecord,
  share: OrderShare,
  points: Points,
  debt: Debt,
): Posting[] {
  const orderId = order.id;
  const postings: Posting[] = [];
  let left = points;
  const pending = smaller(left, share.pending);
  if (pending > 0n) postings.push(move("pending", "earnings", pending, { orderId }));
  share.pending -= pending;
  left -= pending;

  const ownLots = member.lots.filter((lot) => lot.orderId === orderId);
  const own = drawFromLots(book, member, inConsumptionOrder(book, member, ownLots), left, "earnings");
  postings.push(...own.postings);
  left -= own.drawn;

  const expired = smaller(left, share.expired);
  if (expired > 0n) postings.push(move("breakage", "earnings", expired, { orderId }));
  share.expired -= expired;
  left -= expired;

  const rest = takeFromMember(book, member, left, "earnings", debt);
  share.dropped += rest.dropped;
  share.posted -= points;
  for (const posting of rest.postings) postings.push({ ...posting, orderId });
  return postings;
}

/**
 * Takes points from a member's lots in consumption order. What is missing becomes owed, or, with `forgive`, only as
 * much of it as the member's held points exceed what they owe already; the rest is dropped. Not yet posted.
 */
export function takeFromMember(
  book: Book,
  member: MemberRecord,
  points: Points,
  credit: Account,
  debt: Debt,
): Taking {
  const lots = points > 0n ? inConsumptionOrder(book, member, member.lots) : [];
  const { drawn, postings, parts } = drawFromLots(book, member, lots, points, credit);
  const missing = points - drawn;
  const { owed, dropped } = settleMissing(missing, member, debt);
  if (owed > 0n) postings.push(move("owed", credit, owed));
  if (dropped > 0n) postings.push(move("forgiveness", credit, dropped));
  return { postings, parts, owed, dropped };
}
