import { absenceAt } from "./absence.ts";
import type { Book } from "./book.ts";
import type { EarningExplanation } from "./explain-earning.ts";
import { evaluateOrder, tierMultiplier } from "./earning.ts";
import { addOrder, addSnapshot, findMember, resolveMember } from "./finder.ts";
import { ZERO, equals } from "./fraction.ts";
import type { MemberId, OrderId } from "./ids.ts";
import { levelHeld, meetMember } from "./members.ts";
import type { Order, ProductFacts, Refund } from "./order.ts";
import { distinctRefunds, newerState, ownCounting, withRefund } from "./order-state.ts";
import { newOrder } from "./orders.ts";
import type { OrderRecord, OrderSnapshot } from "./records.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";
import { vestingInstant } from "./vesting.ts";

/** The order's light record, made where nobody told of it yet. */
export function meetOrder(book: Book, id: OrderId): OrderRecord {
  const known = book.orders.get(id);
  if (known !== undefined) return known;
  const order = newOrder(id);
  addOrder(book, order);
  book.changes.orders.add(id);
  return order;
}

/** Takes an order's state in: the newer of the one known and this one, with the refunds of both. */
export function takeInState(book: Book, arrived: Order): void {
  const snapshot = meetSnapshot(book, arrived.id);
  snapshot.order =
    snapshot.order === null
      ? { ...arrived, refunds: distinctRefunds([...snapshot.earlyRefunds, ...arrived.refunds]) }
      : newerState(snapshot.order, arrived);
  snapshot.earlyRefunds = [];
  freezeProducts(book, snapshot, snapshot.order);
  book.changes.snapshots.add(arrived.id);
}

/** Takes a refund in, kept aside while nobody told of its order. */
export function takeInRefund(book: Book, refund: Refund): void {
  const snapshot = meetSnapshot(book, refund.orderId);
  if (snapshot.order === null) snapshot.earlyRefunds = distinctRefunds([...snapshot.earlyRefunds, refund]);
  else snapshot.order = withRefund(snapshot.order, refund);
  book.changes.snapshots.add(refund.orderId);
}

/** Works the record out anew from the newest state; returns how its points come about, null where it has none. */
export function renewRecord(book: Book, record: OrderRecord, at: Instant): EarningExplanation | null {
  const order = book.snapshots.get(record.id)?.order ?? null;
  if (order === null) return null;
  const memberId = memberOf(book, order);
  const before = { ...record };
  record.away = isAway(book, record, { memberId, processedAt: order.processedAt });
  record.told = true;
  record.name = order.name;
  record.memberId = memberId;
  record.processedAt = order.processedAt;
  record.version = versionAt(book.versions, order.processedAt)?.number ?? 0;
  record.vestsAt = vestingInstant(book, order.processedAt);
  record.undone = order.cancelledAt !== null || order.status === "voided";
  record.codes = [...new Set(order.codes.map((code) => code.toLowerCase()))];
  const own = record.deleted || record.version === 0 || memberId === null ? "no" : ownCounting(order);
  record.counts = !record.away && (own === "counts" || (own === "waits" && record.fixed !== null));
  record.waits = record.counts && own === "waits";
  if (record.counts && memberId !== null)
    record.fixed ??= { level: levelHeld(book, meetMember(book, memberId, at), at) };
  book.changes.orders.add(record.id);
  addOrder(book, record);
  const explanation = evaluate(book, record, order);
  noteRestated(book, before, record);
  return explanation;
}

/** What an order counts towards levels may change though it earns no other points than before. */
function noteRestated(book: Book, before: OrderRecord, after: OrderRecord): void {
  if (
    before.counts === after.counts &&
    before.memberId === after.memberId &&
    before.processedAt === after.processedAt &&
    equals(before.value, after.value)
  )
    return;
  for (const id of [before.memberId, after.memberId]) if (id !== null) book.changes.restated.add(id);
}

function evaluate(book: Book, record: OrderRecord, order: Order): EarningExplanation | null {
  record.value = ZERO;
  record.points = 0n;
  record.firstOrderPoints = 0n;
  const version = versionAt(book.versions, order.processedAt);
  if (!record.counts || version === null) return null;
  const tierId = record.fixed?.level ?? null;
  const products = book.snapshots.get(record.id)?.products ?? {};
  const evaluation = evaluateOrder(order, {
    programme: version.programme,
    tierId,
    tierMultiplier: tierMultiplier(version.programme, tierId),
    product: (id) => products[id] ?? null,
  });
  record.value = evaluation.value;
  record.points = evaluation.ratePoints + evaluation.bonusPoints;
  record.firstOrderPoints = evaluation.firstOrderPoints;
  return evaluation.explanation;
}

/** Once settled it stays: two who are merged later may not both have been out then. */
function isAway(
  book: Book,
  record: OrderRecord,
  { memberId, processedAt }: Pick<OrderRecord, "memberId" | "processedAt">,
): boolean {
  if (record.told && record.memberId === memberId) return record.away;
  const member = memberId === null ? null : findMember(book, memberId);
  return member !== null && absenceAt(member, processedAt) !== null;
}

function memberOf(book: Book, order: Order): MemberId | null {
  return order.customerId === null ? null : resolveMember(book, order.customerId);
}

function meetSnapshot(book: Book, id: OrderId): OrderSnapshot {
  const known = book.snapshots.get(id);
  if (known !== undefined) return known;
  const snapshot: OrderSnapshot = { id, order: null, earlyRefunds: [], products: {} };
  addSnapshot(book, snapshot);
  return snapshot;
}

/** What is known of a product counts as it was when the order first named it. */
function freezeProducts(book: Book, snapshot: OrderSnapshot, order: Order): void {
  for (const { productId } of order.lines) {
    if (productId === null || snapshot.products[productId] !== undefined) continue;
    const facts: ProductFacts | null = book.product(productId);
    if (facts !== null) snapshot.products[productId] = facts;
  }
}
