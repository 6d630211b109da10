import { openBook, type Book } from "../loyalty/book.ts";
import { addActivity, addMember, addOrder, addRedemption, addSnapshot } from "../loyalty/finder.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { MemberId, OrderId, ProductId } from "../loyalty/ids.ts";
import { needs, noNeeds, type Needs } from "../loyalty/needs.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import {
  isRationed,
  isScarce,
  limitsOf,
  ordersExpiringBy,
  pastOfLevels,
  paysFirstOrders,
} from "../loyalty/past.ts";
import type { Lot, OrderRecord, RedemptionRecord } from "../loyalty/records.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import * as read from "./book-reads.ts";
import {
  activityOf,
  lotOf,
  memberOf,
  orderOf,
  redemptionOf,
  snapshotOf,
  type LotRow,
  type MemberRow,
  type OrderRow,
  type RedemptionRow,
} from "./book-rows.ts";
import type { ShopTransaction } from "./database.ts";
import { pseudonymOf } from "./pseudonym.ts";
import { lockScarceRewards, countRewardsOut } from "./scarce-rewards.ts";
import type { ShopRow } from "./shops.ts";

export interface BookOf {
  shop: ShopRow;
  versions: readonly ProgrammeVersion[];
  products: ReadonlyMap<ProductId, ProductFacts>;
}

/** What a unit of work is about: events, or members who have something due. */
export interface Work {
  events?: readonly LoyaltyEvent[];
  members?: readonly MemberId[];
  /** Nothing of it happens later, nor later than what its members are settled to already. Left out: it may. */
  until?: Instant;
}

/** A book out of the database: who was in there already is changed, everybody else is new. */
export interface LoadedBook extends Book {
  readonly stored: ReadonlySet<MemberId>;
}

/**
 * Reads everything that a unit of work may touch, and locks its members until the transaction ends: two units that
 * share a member follow each other. What is read is asked for in one go with the locks and read after they are had, for
 * whoever had them before may have changed it; where reading leads to a member not locked yet, it begins again with that
 * one too.
 *
 * Of a member's past only what may still matter is in the book (docs/decisions/020-only-the-living-past.md).
 */
export async function loadBook(tx: ShopTransaction, of: BookOf, work: Work): Promise<LoadedBook> {
  const locked = new Set<MemberId>();
  const named = firstNeeds(of, work);
  const rewards = new Set([...named.rewards].filter((id) => isScarce(of.versions, id)));
  for (let late = new Set<MemberId>(); ;) {
    const toLock = { ...named, members: new Set([...named.members, ...late]) };
    const book = await readBook(tx, of, { ...work, named, lock: { toLock, locked } });
    late = new Set([...book.stored].filter((id) => !locked.has(id)));
    if (late.size > 0) continue;
    await countScarce(tx, book, rewards);
    return book;
  }
}

/**
 * The same book for looking only: nobody is locked and nobody waited for. To be asked for in a transaction that sees one
 * instant (`lookAtShop`), and never to be saved.
 */
export async function lookAtBook(tx: ShopTransaction, of: BookOf, work: Work): Promise<LoadedBook> {
  const named = firstNeeds(of, work);
  const scarce = new Set([...named.rewards].filter((id) => isScarce(of.versions, id)));
  const book = await readBook(tx, of, { ...work, named });
  if (scarce.size === 0) return book;
  for (const [reward, count] of await countRewardsOut(tx, scarce)) book.rewardsOut.set(reward, count);
  return book;
}

/** Once the members are had, never before: whoever has the reward waits for nobody any more. */
async function countScarce(tx: ShopTransaction, book: Book, rewards: ReadonlySet<string>): Promise<void> {
  if (rewards.size === 0) return;
  const [, out] = await Promise.all([lockScarceRewards(tx, rewards), countRewardsOut(tx, rewards)]);
  for (const [reward, count] of out) book.rewardsOut.set(reward, count);
}

/** Whom to lock before anything else is read, and where it is noted who is. */
interface Lock {
  toLock: Needs;
  locked: Set<MemberId>;
}

/** A book that is being filled. */
interface Reading {
  tx: ShopTransaction;
  of: BookOf;
  book: Book;
  pseudonyms: Map<MemberId, string>;
  events: readonly LoyaltyEvent[];
  /** Everything asked for so far. */
  asked: Needs;
}

async function readBook(
  tx: ShopTransaction,
  of: BookOf,
  { named, lock, ...work }: Work & { named: Needs; lock?: Lock },
): Promise<LoadedBook> {
  const pseudonyms = new Map<MemberId, string>();
  const asked = allOf([named]);
  const events = work.events ?? [];
  const reading: Reading = { tx, of, book: emptyBook(of, pseudonyms), pseudonyms, events, asked };
  await readNeeds(reading, named, lock);
  for (let fresh = needsOf(reading.book, events, asked); fresh !== null;) {
    await readNeeds(reading, fresh);
    fresh = needsOf(reading.book, events, asked);
  }
  await readOrdersOfLots(reading, work.until ?? Number.MAX_SAFE_INTEGER);
  return { ...reading.book, stored: new Set(pseudonyms.keys()) };
}

function emptyBook({ shop, versions, products }: BookOf, pseudonyms = new Map<MemberId, string>()): Book {
  return openBook({
    versions,
    product: (id) => products.get(id) ?? null,
    pseudonym: (id) => pseudonyms.get(id) ?? pseudonymOf(shop.salt, id),
  });
}

/** What the events name themselves, and the members who are to be looked at. */
function firstNeeds(of: BookOf, { events, members }: Work): Needs {
  const first = needsOf(emptyBook(of), events ?? [], noNeeds()) ?? noNeeds();
  for (const id of members ?? []) first.members.add(id);
  return first;
}

/** What the events still need together; null once all of it is in the book. */
function needsOf(book: Book, events: readonly LoyaltyEvent[], asked: Needs): Needs | null {
  const fresh = events.flatMap((event) => needs(book, event, asked) ?? []);
  return fresh.length === 0 ? null : allOf(fresh);
}

function allOf(some: readonly Needs[]): Needs {
  const together = noNeeds();
  for (const kind of Object.keys(together) as (keyof Needs)[])
    for (const one of some) for (const id of one[kind]) together[kind].add(id);
  return together;
}

async function readNeeds(reading: Reading, fresh: Needs, lock?: Lock): Promise<void> {
  const { tx, book } = reading;
  const { orders, codes, redemptions, activities, adjustments } = fresh;
  const members = [...fresh.members];
  const [people, living, belongings, told, coded, about, keyed, used] = await Promise.all([
    readPeople(tx, fresh.members, lock),
    members.length > 0 ? read.readLiving(tx, members) : [],
    members.length > 0 ? readBelongings(reading, members) : NOTHING,
    orders.size > 0 ? read.readOrders(tx, orders) : [],
    codes.size > 0 ? read.readOrdersWithCodes(tx, codes) : [],
    redemptions.size + codes.size + orders.size > 0 ? read.readRedemptions(tx, fresh) : [],
    activities.size > 0 ? read.readActivities(tx, activities) : [],
    adjustments.size > 0 ? read.readUsedKeys(tx, adjustments) : [],
  ]);
  for (const row of told) {
    putOrder(book, orderOf(row));
    const snapshot = snapshotOf(row);
    if (snapshot !== null) addSnapshot(book, snapshot);
  }
  for (const row of [...coded, ...belongings.orders]) putOrder(book, orderOf(row));
  for (const row of [...about, ...belongings.redemptions]) putRedemption(book, redemptionOf(row));
  for (const row of [...keyed, ...belongings.activities]) addActivity(book, activityOf(row));
  for (const [id, deeds] of belongings.past) book.past.set(id, deeds);
  for (const key of used) book.adjustments.add(key);
  addPeople(reading, people, living);
}

/** With a lock first of all, so that everything else is read once it is had. It may be had of more than were asked for. */
async function readPeople(
  tx: ShopTransaction,
  members: ReadonlySet<MemberId>,
  lock: Lock | undefined,
): Promise<MemberRow[]> {
  if (lock === undefined) return members.size > 0 ? read.readMembers(tx, members) : [];
  const rows = await read.lockMembers(tx, lock.toLock);
  for (const { id } of rows) lock.locked.add(id.toString());
  return rows.filter(({ id }) => members.has(id.toString()));
}

interface Belongings {
  orders: OrderRow[];
  redemptions: RedemptionRow[];
  activities: { record: unknown }[];
  past: Book["past"];
}

const NOTHING: Belongings = { orders: [], redemptions: [], activities: [], past: new Map() };

async function readBelongings(reading: Reading, members: MemberId[]): Promise<Belongings> {
  const { tx, of, events, asked } = reading;
  // All of it moves to somebody else.
  if (events.some(({ kind }) => kind === "customers-merged")) return readEverything(tx, members);
  const done = new Set(events.flatMap((event) => (event.kind === "activity" ? [event.activity] : [])));
  const limits = limitsOf(of.versions, done);
  const wanted = pastOfLevels(of.versions);
  const rationed = [...asked.rewards].filter((id) => isRationed(of.versions, id));
  const [orders, redemptions, activities, past] = await Promise.all([
    asked.orders.size > 0 && paysFirstOrders(of.versions)
      ? read.readFirstOrdersOf(tx, members, asked.orders)
      : [],
    rationed.length > 0 ? read.readRewardsOf(tx, members, rationed) : [],
    limits === null ? [] : read.readRewardedActivitiesOf(tx, members, limits),
    wanted === null ? new Map() : read.readPast(tx, members, wanted),
  ]);
  return { orders, redemptions, activities, past };
}

async function readEverything(tx: ShopTransaction, members: MemberId[]): Promise<Belongings> {
  const [orders, redemptions, activities] = await Promise.all([
    read.readAllOrdersOf(tx, members),
    read.readAllRedemptionsOf(tx, members),
    read.readAllActivitiesOf(tx, members),
  ]);
  return { orders, redemptions, activities, past: new Map() };
}

/** Orders whose points may expire, or come back and expire, in this unit of work. */
async function readOrdersOfLots({ tx, book, asked }: Reading, until: Instant): Promise<void> {
  const missing = new Set<OrderId>();
  for (const { id, settledTo } of book.members.values())
    for (const order of ordersExpiringBy(book, id, Math.max(until, settledTo))) missing.add(order);
  for (const { code, orderId, parts } of book.redemptions.values()) {
    const isSpokenOf =
      (code !== null && asked.codes.has(code.toLowerCase())) ||
      (orderId !== null && asked.orders.has(orderId));
    for (const { origin } of isSpokenOf ? parts : [])
      if (origin.orderId !== null) missing.add(origin.orderId);
  }
  for (const id of book.orders.keys()) missing.delete(id);
  if (missing.size === 0) return;
  for (const row of await read.readOrderRecords(tx, missing)) putOrder(book, orderOf(row));
}

function addPeople(
  { book, pseudonyms }: Reading,
  people: readonly MemberRow[],
  living: readonly read.LivingRow[],
): void {
  const lots = new Map<bigint, Lot[]>(people.map(({ id }) => [id, []]));
  for (const row of living) {
    if (row.of === "order") putOrder(book, orderOf(row));
    else if (row.of === "redemption") putRedemption(book, redemptionOf(row));
    else if (isLot(row)) lots.get(row.member_id)?.push(lotOf(row));
  }
  for (const row of people) {
    addMember(book, memberOf(row, lots.get(row.id) ?? []));
    pseudonyms.set(row.id.toString(), row.pseudonym);
  }
}

function isLot(row: read.LivingRow): row is read.LivingRow & LotRow {
  return row.id !== null && row.member_id !== null && row.remaining !== null && row.held !== null;
}

/** A record that is in the book already is the same one. */
function putOrder(book: Book, order: OrderRecord): void {
  if (!book.orders.has(order.id)) addOrder(book, order);
}

function putRedemption(book: Book, redemption: RedemptionRecord): void {
  if (!book.redemptions.has(redemption.id)) addRedemption(book, redemption);
}
