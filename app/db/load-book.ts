import { openBook, type Book } from "../loyalty/book.ts";
import { addActivity, addMember, addOrder, addRedemption, addSnapshot } from "../loyalty/finder.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { MemberId, ProductId } from "../loyalty/ids.ts";
import { needs, noNeeds, type Needs } from "../loyalty/needs.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import type { Lot } from "../loyalty/records.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
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
}

/** A book out of the database: who was in there already is changed, everybody else is new. */
export interface LoadedBook extends Book {
  readonly stored: ReadonlySet<MemberId>;
}

/**
 * Reads everything that a unit of work may touch, and locks its members until the transaction ends: two units that
 * share a member follow each other. All of it is read after the locks are had, for whoever had them before may have
 * changed it; where reading leads to a member not locked yet, it begins again with that one too.
 */
export async function loadBook(tx: ShopTransaction, of: BookOf, work: Work): Promise<LoadedBook> {
  const direct = needsOf(emptyBook(of), work.events ?? [], noNeeds()) ?? noNeeds();
  for (const id of work.members ?? []) direct.members.add(id);
  const locked = new Set(await lockMembers(tx, direct));
  for (;;) {
    const book = await readBook(tx, of, work);
    const late = [...book.stored].filter((id) => !locked.has(id));
    if (late.length === 0) return book;
    for (const id of await lockMembers(tx, { ...noNeeds(), members: new Set(late) })) locked.add(id);
  }
}

/** Those named and those that the named records lead to; by id, so that fewer wait for each other. */
async function lockMembers(
  tx: ShopTransaction,
  { members, orders, redemptions, codes }: Needs,
): Promise<MemberId[]> {
  const rows = await tx.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND id IN (
       SELECT unnest($2::bigint[])
       UNION SELECT merged_into FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[])
       UNION SELECT unnest(member_ids) FROM "order" WHERE shop_id = $1 AND id = ANY($3::bigint[])
       UNION SELECT member_id FROM redemption WHERE shop_id = $1
         AND (id = ANY($4::text[]) OR code = ANY($5::text[]) OR order_id = ANY($3::bigint[])))
     ORDER BY id FOR UPDATE`,
    [tx.shopId, [...members], [...orders], [...redemptions], [...codes]],
  );
  return rows.map((row) => row.id.toString());
}

function emptyBook({ shop, versions, products }: BookOf, pseudonyms = new Map<MemberId, string>()): Book {
  return openBook({
    versions,
    product: (id) => products.get(id) ?? null,
    pseudonym: (id) => pseudonyms.get(id) ?? pseudonymOf(shop.salt, id),
  });
}

async function readBook(tx: ShopTransaction, of: BookOf, work: Work): Promise<LoadedBook> {
  const pseudonyms = new Map<MemberId, string>();
  const book = emptyBook(of, pseudonyms);
  const asked = noNeeds();
  let fresh: Needs | null = { ...noNeeds(), members: new Set(work.members) };
  while (fresh !== null) {
    await loadOrders(tx, book, fresh);
    await loadRedemptions(tx, book, fresh);
    await loadMembers(tx, book, [...fresh.members], pseudonyms);
    await loadKeys(tx, book, fresh);
    fresh = needsOf(book, work.events ?? [], asked);
  }
  return { ...book, stored: new Set(pseudonyms.keys()) };
}

/** What the events still need together; null once all of it is in the book. */
function needsOf(book: Book, events: readonly LoyaltyEvent[], asked: Needs): Needs | null {
  const together = noNeeds();
  let any = false;
  for (const event of events) {
    const fresh = needs(book, event, asked);
    if (fresh === null) continue;
    any = true;
    for (const kind of Object.keys(together) as (keyof Needs)[]) {
      for (const id of fresh[kind]) together[kind].add(id);
    }
  }
  return any ? together : null;
}

/** The orders spoken of, with their states, and in few bytes those that carry one of the codes. */
async function loadOrders(tx: ShopTransaction, book: Book, { orders, codes }: Needs): Promise<void> {
  if (orders.size > 0) {
    const rows = await tx.query<OrderRow>(
      `SELECT id, record, snapshot FROM "order" WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
      [tx.shopId, [...orders]],
    );
    for (const row of rows) {
      addOrderOnce(book, row);
      const snapshot = snapshotOf(row);
      if (snapshot !== null) addSnapshot(book, snapshot);
    }
  }
  if (codes.size > 0) {
    const rows = await tx.query<OrderRow>(
      `SELECT id, record FROM "order" WHERE shop_id = $1 AND codes && $2::text[]`,
      [tx.shopId, [...codes]],
    );
    for (const row of rows) addOrderOnce(book, row);
  }
}

function addOrderOnce(book: Book, row: OrderRow): void {
  if (!book.orders.has(row.id.toString())) addOrder(book, orderOf(row));
}

async function loadRedemptions(tx: ShopTransaction, book: Book, fresh: Needs): Promise<void> {
  const { redemptions, codes, orders } = fresh;
  if (redemptions.size + codes.size + orders.size === 0) return;
  const rows = await tx.query<RedemptionRow>(
    `SELECT id, record FROM redemption WHERE shop_id = $1
       AND (id = ANY($2::text[]) OR code = ANY($3::text[]) OR order_id = ANY($4::bigint[]))`,
    [tx.shopId, [...redemptions], [...codes], [...orders]],
  );
  for (const row of rows) addRedemptionOnce(book, row);
}

function addRedemptionOnce(book: Book, row: RedemptionRow): void {
  if (!book.redemptions.has(row.id)) addRedemption(book, redemptionOf(row));
}

/** Members with their lots, orders, redemptions and activities. */
async function loadMembers(
  tx: ShopTransaction,
  book: Book,
  ids: MemberId[],
  pseudonyms: Map<MemberId, string>,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.query<MemberRow>(
    `SELECT id, pseudonym, merged_into, pending, available, held, owed, earned, redeemed, expired, level, next_due_at,
       seq, head, record FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[]) ORDER BY id`,
    [tx.shopId, ids],
  );
  if (rows.length === 0) return;
  const found = rows.map((row) => row.id);
  const lots = await loadLots(tx, found);
  for (const row of rows) {
    addMember(book, memberOf(row, lots.get(row.id) ?? []));
    pseudonyms.set(row.id.toString(), row.pseudonym);
  }
  await loadBelongings(tx, book, found);
}

async function loadLots(tx: ShopTransaction, members: bigint[]): Promise<Map<bigint, Lot[]>> {
  const lots = new Map<bigint, Lot[]>();
  if (members.length === 0) return lots;
  const rows = await tx.query<LotRow>(
    `SELECT id, member_id, remaining, held, record FROM lot
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND (remaining > 0 OR held > 0)`,
    [tx.shopId, members],
  );
  for (const row of rows) {
    const list = lots.get(row.member_id);
    if (list === undefined) lots.set(row.member_id, [lotOf(row)]);
    else list.push(lotOf(row));
  }
  for (const list of lots.values()) list.sort((a, b) => a.number - b.number);
  return lots;
}

async function loadBelongings(tx: ShopTransaction, book: Book, members: bigint[]): Promise<void> {
  const orders = await tx.query<OrderRow>(
    `SELECT id, record FROM "order" WHERE shop_id = $1 AND member_ids && $2::bigint[]`,
    [tx.shopId, members],
  );
  for (const row of orders) addOrderOnce(book, row);
  const redemptions = await tx.query<RedemptionRow>(
    `SELECT id, record FROM redemption WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [tx.shopId, members],
  );
  for (const row of redemptions) addRedemptionOnce(book, row);
  const activities = await tx.query<{ record: unknown }>(
    `SELECT record FROM activity WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [tx.shopId, members],
  );
  for (const row of activities) addActivity(book, activityOf(row));
}

/** Keys that are used up, and how many of a reward are out. */
async function loadKeys(
  tx: ShopTransaction,
  book: Book,
  { activities, adjustments, rewards }: Needs,
): Promise<void> {
  if (activities.size > 0) {
    const rows = await tx.query<{ record: unknown }>(
      `SELECT record FROM activity WHERE shop_id = $1 AND key = ANY($2::text[])`,
      [tx.shopId, [...activities]],
    );
    for (const row of rows) addActivity(book, activityOf(row));
  }
  if (adjustments.size > 0) {
    const rows = await tx.query<{ key: string }>(
      `SELECT key FROM adjustment_key WHERE shop_id = $1 AND key = ANY($2::text[])`,
      [tx.shopId, [...adjustments]],
    );
    for (const row of rows) book.adjustments.add(row.key);
  }
  if (rewards.size > 0) {
    const rows = await tx.query<{ reward: string; out: number }>(
      `SELECT record->>'rewardId' AS reward, count(*)::int AS out FROM redemption
       WHERE shop_id = $1 AND state IN ('held', 'taken') AND record->>'rewardId' = ANY($2::text[]) GROUP BY 1`,
      [tx.shopId, [...rewards]],
    );
    for (const row of rows) book.rewardsOut.set(row.reward, row.out);
  }
}
