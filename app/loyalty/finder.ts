import type { Book } from "./book.ts";
import type { MemberId } from "./ids.ts";
import type {
  ActivityRecord,
  MemberRecord,
  OrderRecord,
  OrderSnapshot,
  RedemptionRecord,
} from "./records.ts";

const NO_ORDERS: ReadonlySet<OrderRecord> = new Set();

/** Puts a stored member into the book. */
export function addMember(book: Book, member: MemberRecord): void {
  book.members.set(member.id, member);
}

/** Puts an order into the book, or lets an order that changed be found where it belongs now. */
export function addOrder(book: Book, order: OrderRecord): void {
  const known = book.orders.get(order.id);
  if (known !== undefined && known !== order) throw new Error(`the order ${order.id} is in the book already`);
  book.orders.set(order.id, order);
  if (order.memberId !== null) note(book.finder.ordersOf, order.memberId, order);
  for (const share of order.shares) note(book.finder.ordersOf, share.memberId, order);
  for (const code of order.codes) note(book.finder.ordersWithCode, code, order.id);
}

export function addSnapshot(book: Book, snapshot: OrderSnapshot): void {
  book.snapshots.set(snapshot.id, snapshot);
}

/** Puts a redemption into the book, or lets one that changed be found by the order that took it. */
export function addRedemption(book: Book, redemption: RedemptionRecord): void {
  book.redemptions.set(redemption.id, redemption);
  note(book.finder.redemptionsOf, redemption.memberId, redemption.id);
  if (redemption.code !== null)
    book.finder.redemptionWithCode.set(redemption.code.toLowerCase(), redemption.id);
  if (redemption.orderId !== null) note(book.finder.takenBy, redemption.orderId, redemption.id);
}

export function addActivity(book: Book, activity: ActivityRecord): void {
  book.activities.set(activity.key, activity);
  note(book.finder.activitiesOf, activity.memberId, activity.key);
}

/** The id that stands for this one since customers were merged: the id itself where they were not. */
export function resolveMember(book: Book, id: MemberId): MemberId {
  let standing = id;
  for (;;) {
    const next = book.members.get(standing)?.mergedInto ?? null;
    if (next === null) return standing;
    standing = next;
  }
}

/** Follows merges; null where the shop does not know the customer. */
export function findMember(book: Book, id: MemberId): MemberRecord | null {
  return book.members.get(resolveMember(book, id)) ?? null;
}

/** Orders the member has a share of or that belong to them, in no order. */
export function ordersOf(book: Book, id: MemberId): ReadonlySet<OrderRecord> {
  return book.finder.ordersOf.get(id) ?? NO_ORDERS;
}

export function redemptionsOf(book: Book, id: MemberId): RedemptionRecord[] {
  return look(book.redemptions, book.finder.redemptionsOf.get(id));
}

export function activitiesOf(book: Book, id: MemberId): ActivityRecord[] {
  return look(book.activities, book.finder.activitiesOf.get(id));
}

export function ordersWithCode(book: Book, code: string): OrderRecord[] {
  const found = look(book.orders, book.finder.ordersWithCode.get(code));
  return found.filter((order) => order.codes.includes(code));
}

export function redemptionWithCode(book: Book, code: string): RedemptionRecord | null {
  return book.redemptions.get(book.finder.redemptionWithCode.get(code) ?? "") ?? null;
}

/** Redemptions that this order has taken and not given back. */
export function takenBy(book: Book, order: OrderRecord): RedemptionRecord[] {
  const found = look(book.redemptions, book.finder.takenBy.get(order.id));
  return found.filter((redemption) => redemption.state === "taken" && redemption.orderId === order.id);
}

function look<K, V>(records: Map<K, V>, ids: Set<K> | undefined): V[] {
  const found: V[] = [];
  for (const id of ids ?? []) {
    const record = records.get(id);
    if (record !== undefined) found.push(record);
  }
  return found;
}

function note<K, V>(lists: Map<K, Set<V>>, key: K, id: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, new Set([id]));
  else list.add(id);
}
