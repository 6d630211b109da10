import type { Book } from "./book.ts";
import { ordersOf } from "./finder.ts";
import { makeAvailable, noteActivity } from "./gains.ts";
import type { Occasion } from "./occasion.ts";
import { byProcessedAt, findShare } from "./orders.ts";
import { post } from "./posting.ts";
import type { MemberRecord, OrderRecord } from "./records.ts";
import { DAY, formatInstant } from "./time.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** Makes available whatever of the member's pending points is due by the occasion. */
export function vestDue(book: Book, member: MemberRecord, occasion: Occasion): void {
  if (member.pending === 0n) return;
  const due: OrderRecord[] = [];
  for (const order of ordersOf(book, member.id)) if (isDue(order, member, occasion.at)) due.push(order);
  for (const order of due.sort(byProcessedAt)) vestOrder(book, member, order, occasion);
}

/** The same for one order, whose vesting may have been brought forward into the past: then it is due at once. */
export function vestIfDue(book: Book, member: MemberRecord, order: OrderRecord, occasion: Occasion): void {
  if (isDue(order, member, occasion.at)) vestOrder(book, member, order, occasion);
}

/** When the next of the member's pending points vest; null where nothing is pending. */
export function nextVestingAt(book: Book, member: MemberRecord): Instant | null {
  let next: Instant | null = null;
  if (member.pending === 0n) return next;
  for (const order of ordersOf(book, member.id))
    if (pendingOf(order, member) > 0n && (next === null || order.vestsAt < next)) next = order.vestsAt;
  return next;
}

/** The instant from which points of an order processed then are available: at once for one before any version. */
export function vestingInstant(book: Book, processedAt: Instant): Instant {
  const pendingDays = versionAt(book.versions, processedAt)?.programme.points.pendingDays ?? 0;
  return processedAt + pendingDays * DAY;
}

function vestOrder(book: Book, member: MemberRecord, order: OrderRecord, occasion: Occasion): void {
  const share = findShare(order, member.id);
  if (share === null) return;
  order.transactions += 1;
  const key = `vest:${order.id}:${order.transactions}`;
  const points = share.pending;
  share.pending = 0n;
  noteActivity(member, occasion.at);
  const postings = makeAvailable(
    book,
    member,
    { lotId: key, points, debit: "pending", source: "order", orderId: order.id },
    occasion.at,
  );
  book.changes.orders.add(order.id);
  post(book, member, occasion, {
    key,
    kind: "vest",
    explanation: {
      kind: "vest",
      order: order.id,
      name: order.name,
      processedAt: formatInstant(order.processedAt),
      pendingDays: (order.vestsAt - order.processedAt) / DAY,
    },
    postings,
  });
}

function isDue(order: OrderRecord, member: MemberRecord, at: Instant): boolean {
  return order.vestsAt <= at && pendingOf(order, member) > 0n;
}

function pendingOf(order: OrderRecord, member: MemberRecord): bigint {
  return findShare(order, member.id)?.pending ?? 0n;
}
