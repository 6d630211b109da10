import type { Book } from "./book.ts";
import { clawBack } from "./claw-back.ts";
import type { Difference } from "./entitlement.ts";
import { differencesOf } from "./entitlement.ts";
import type { EarningExplanation } from "./explain-earning.ts";
import type { OrderExplanation, OrderReason } from "./explanation.ts";
import { makeAvailable, noteActivity } from "./gains.ts";
import type { MemberId, OrderId } from "./ids.ts";
import type { Posting } from "./ledger.ts";
import { meetMember } from "./members.ts";
import type { Occasion } from "./occasion.ts";
import { byProcessedAt, shareOf } from "./orders.ts";
import { smaller } from "./points.ts";
import { move, post } from "./posting.ts";
import type { MemberRecord } from "./records.ts";
import { debtOf } from "./take.ts";

/** The order an event is about, with how its points come about now; null for events about members alone. */
export interface Subject {
  orderId: OrderId;
  earning: EarningExplanation | null;
}

/** What of the members' orders must be posted: to be asked before anything of the event is. */
export function listDifferences(book: Book, memberIds: Iterable<MemberId>): Difference[] {
  const found: Difference[] = [];
  for (const memberId of memberIds) found.push(...differencesOf(book, memberId));
  return found.sort((a, b) => byProcessedAt(a.order, b.order));
}

/** Brings the orders to their entitlement: first every increase, then every claw-back. */
export function postDifferences(
  book: Book,
  differences: readonly Difference[],
  subject: Subject | null,
  occasion: Occasion,
): void {
  for (const difference of differences)
    if (difference.points > 0n) postDifference(book, difference, subject, occasion);
  for (const difference of differences)
    if (difference.points < 0n) postDifference(book, difference, subject, occasion);
}

function postDifference(
  book: Book,
  difference: Difference,
  subject: Subject | null,
  occasion: Occasion,
): void {
  const { order, memberId, points } = difference;
  const member = meetMember(book, memberId, occasion.at);
  order.transactions += 1;
  const key = `order:${order.id}:${order.transactions}`;
  const postings =
    points > 0n
      ? increase(book, member, difference, { key, occasion })
      : clawBack(book, member, order, shareOf(order, memberId), -points, debtOf(book, order));
  book.changes.orders.add(order.id);
  post(book, member, occasion, { key, kind: "order", explanation: explain(difference, subject), postings });
}

/** What the order dropped before is made up for first; the rest becomes pending, or available where it is time. */
function increase(
  book: Book,
  member: MemberRecord,
  { order, memberId, points }: Difference,
  { key, occasion }: { key: string; occasion: Occasion },
): Posting[] {
  const share = shareOf(order, memberId);
  const orderId = order.id;
  const madeUp = smaller(points, share.dropped);
  const gained = points - madeUp;
  share.posted += points;
  share.dropped -= madeUp;
  noteActivity(member, occasion.at);
  const postings = madeUp > 0n ? [move("earnings", "forgiveness", madeUp, { orderId })] : [];
  if (gained === 0n) return postings;
  if (order.vestsAt > occasion.at) {
    share.pending += gained;
    return [...postings, move("earnings", "pending", gained, { orderId })];
  }
  const gain = { lotId: key, points: gained, debit: "earnings", source: "order", orderId } as const;
  return [...postings, ...makeAvailable(book, member, gain, occasion.at)];
}

function explain(difference: Difference, subject: Subject | null): OrderExplanation {
  const { order, entitlement, posted, points, first } = difference;
  const own = subject?.orderId === order.id;
  return {
    kind: "order",
    order: order.id,
    name: order.name,
    because: reasonFor(difference, own),
    entitlement: entitlement.toString(),
    posted: posted.toString(),
    difference: points.toString(),
    firstOrder: first && order.firstOrderPoints > 0n,
    earning: own && entitlement > 0n ? subject.earning : null,
  };
}

function reasonFor({ order, memberId }: Difference, own: boolean): OrderReason {
  if (order.memberId !== memberId) return "left-customer";
  if (!order.counts) return "does-not-count";
  if (!own) return "first-order";
  return order.waits ? "waits" : "order";
}
