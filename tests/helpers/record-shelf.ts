import type { Book, BookTerms } from "../../app/loyalty/book.ts";
import { openBook } from "../../app/loyalty/book.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { addActivity, addMember, addOrder, addRedemption, addSnapshot } from "../../app/loyalty/finder.ts";
import type { LedgerTransaction } from "../../app/loyalty/ledger.ts";
import type { Needs } from "../../app/loyalty/needs.ts";
import { needs, noNeeds } from "../../app/loyalty/needs.ts";
import type {
  ActivityRecord,
  MemberRecord,
  OrderRecord,
  OrderSnapshot,
  RedemptionRecord,
} from "../../app/loyalty/records.ts";

/** Keeps records as text between units of work, as a database does, and loads no more of them than is asked for. */
export interface Shelf {
  members: Map<string, string>;
  orders: Map<string, string>;
  snapshots: Map<string, string>;
  redemptions: Map<string, string>;
  activities: Map<string, string>;
  adjustments: Set<string>;
  ledger: LedgerTransaction[];
}

export function emptyShelf(): Shelf {
  const kinds = { members: new Map(), orders: new Map(), snapshots: new Map(), redemptions: new Map() };
  return { ...kinds, activities: new Map(), adjustments: new Set(), ledger: [] };
}

/** A book with what the event needs, and nothing else. */
export function loadFor(shelf: Shelf, terms: BookTerms, event: LoyaltyEvent): Book {
  const book = openBook(terms);
  const asked = noNeeds();
  for (let next = needs(book, event, asked); next !== null; next = needs(book, event, asked))
    load(shelf, book, next);
  return book;
}

export function loadMember(shelf: Shelf, terms: BookTerms, id: string): Book {
  const book = openBook(terms);
  load(shelf, book, { ...noNeeds(), members: new Set([id]) });
  return book;
}

export function loadAll(shelf: Shelf, terms: BookTerms): Book {
  const book = openBook(terms);
  load(shelf, book, {
    ...noNeeds(),
    members: new Set(shelf.members.keys()),
    orders: new Set(shelf.orders.keys()),
    redemptions: new Set(shelf.redemptions.keys()),
  });
  book.journal.push(...shelf.ledger);
  return book;
}

export function save(shelf: Shelf, book: Book): void {
  const { changes } = book;
  for (const id of changes.members) shelf.members.set(id, write(book.members.get(id)));
  for (const id of changes.orders) shelf.orders.set(id, write(book.orders.get(id)));
  for (const id of changes.snapshots) shelf.snapshots.set(id, write(book.snapshots.get(id)));
  for (const id of changes.redemptions) shelf.redemptions.set(id, write(book.redemptions.get(id)));
  for (const key of changes.activities) shelf.activities.set(key, write(book.activities.get(key)));
  for (const key of changes.adjustments) shelf.adjustments.add(key);
  shelf.ledger.push(...book.journal);
}

function load(shelf: Shelf, book: Book, wanted: Needs): void {
  const orders = readAll<OrderRecord>(shelf.orders);
  const redemptions = readAll<RedemptionRecord>(shelf.redemptions);
  for (const id of wanted.members) {
    const text = shelf.members.get(id);
    if (text !== undefined) addMember(book, read<MemberRecord>(text));
    for (const order of orders)
      if (order.memberId === id || order.shares.some(({ memberId }) => memberId === id))
        putOrder(book, order);
    for (const redemption of redemptions) if (redemption.memberId === id) putRedemption(book, redemption);
    for (const activity of readAll<ActivityRecord>(shelf.activities))
      if (activity.memberId === id) putActivity(book, activity);
  }
  for (const id of wanted.orders) {
    for (const order of orders) if (order.id === id) putOrder(book, order);
    const text = shelf.snapshots.get(id);
    if (text !== undefined) addSnapshot(book, read<OrderSnapshot>(text));
    for (const redemption of redemptions) if (redemption.orderId === id) putRedemption(book, redemption);
  }
  for (const code of wanted.codes) {
    for (const order of orders) if (order.codes.includes(code)) putOrder(book, order);
    for (const redemption of redemptions)
      if (redemption.code?.toLowerCase() === code) putRedemption(book, redemption);
  }
  for (const redemption of redemptions)
    if (wanted.redemptions.has(redemption.id)) putRedemption(book, redemption);
  for (const key of wanted.activities) {
    const text = shelf.activities.get(key);
    if (text !== undefined) putActivity(book, read<ActivityRecord>(text));
  }
  for (const key of wanted.adjustments) if (shelf.adjustments.has(key)) book.adjustments.add(key);
}

/** A record that is in the book already may have changed there; putting a copy in would lose that. */
function putOrder(book: Book, order: OrderRecord): void {
  if (!book.orders.has(order.id)) addOrder(book, order);
}

function putRedemption(book: Book, redemption: RedemptionRecord): void {
  if (!book.redemptions.has(redemption.id)) addRedemption(book, redemption);
}

function putActivity(book: Book, activity: ActivityRecord): void {
  if (!book.activities.has(activity.key)) addActivity(book, activity);
}

function write(record: unknown): string {
  if (record === undefined) throw new Error("a change names a record that is not in the book");
  return JSON.stringify(record, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

function read<T>(text: string): T {
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === "string" && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as T;
}

function readAll<T>(texts: Map<string, string>): T[] {
  return [...texts.values()].map((text) => read<T>(text));
}
