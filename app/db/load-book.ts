import { openBook, type Book } from "../loyalty/book.ts";
import { addActivity, addMember, addOrder, addRedemption, addSnapshot } from "../loyalty/finder.ts";
import type { MemberId, OrderId, ProductId, RedemptionId } from "../loyalty/ids.ts";
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

/** What a unit of work is about; who else is concerned follows from it. */
export interface Subjects {
  members: Iterable<MemberId>;
  orders: Iterable<OrderId>;
  /** In lower case. */
  codes: Iterable<string>;
  redemptions: Iterable<RedemptionId>;
  activityKeys: Iterable<string>;
  adjustmentKeys: Iterable<string>;
  /** Rewards about to be redeemed: how many of them are out counts. */
  rewards: Iterable<string>;
}

export interface BookOf {
  shop: ShopRow;
  versions: readonly ProgrammeVersion[];
  products: ReadonlyMap<ProductId, ProductFacts>;
}

/**
 * Reads everything that a unit of work may touch, and locks its members until the transaction ends: two units that
 * share a member follow each other. Members are locked in the order of their ids, so that no two wait for each other.
 */
export async function loadBook(tx: ShopTransaction, { shop, versions, products }: BookOf, subjects: Subjects): Promise<Book> {
  const pseudonyms = new Map<MemberId, string>();
  const book = openBook({
    versions,
    product: (id) => products.get(id) ?? null,
    pseudonym: (id) => pseudonyms.get(id) ?? pseudonymOf(shop.salt, id),
  });
  const concerned = new Set(subjects.members);
  await loadSubjectOrders(tx, book, [...subjects.orders]);
  await loadOrdersWithCodes(tx, book, [...subjects.codes]);
  await loadSubjectRedemptions(tx, book, subjects);
  for (const order of book.orders.values()) {
    if (order.memberId !== null) concerned.add(order.memberId);
    for (const share of order.shares) concerned.add(share.memberId);
  }
  for (const redemption of book.redemptions.values()) concerned.add(redemption.memberId);
  await loadMembers(tx, book, concerned, pseudonyms);
  await loadStanding(tx, book, [...subjects.activityKeys]);
  await loadAdjustmentKeys(tx, book, [...subjects.adjustmentKeys]);
  await loadRewardsOut(tx, book, [...subjects.rewards]);
  return book;
}

async function loadSubjectOrders(tx: ShopTransaction, book: Book, ids: OrderId[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.query<OrderRow>(
    `SELECT id, record, snapshot FROM "order" WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
    [tx.shopId, ids],
  );
  for (const row of rows) {
    addOrder(book, orderOf(row));
    const snapshot = snapshotOf(row);
    if (snapshot !== null) addSnapshot(book, snapshot);
  }
}

async function loadOrdersWithCodes(tx: ShopTransaction, book: Book, codes: string[]): Promise<void> {
  if (codes.length === 0) return;
  const rows = await tx.query<OrderRow>(
    `SELECT id, record FROM "order" WHERE shop_id = $1 AND codes && $2::text[]`,
    [tx.shopId, codes],
  );
  for (const row of rows) if (!book.orders.has(row.id.toString())) addOrder(book, orderOf(row));
}

async function loadSubjectRedemptions(tx: ShopTransaction, book: Book, subjects: Subjects): Promise<void> {
  const codes = new Set(subjects.codes);
  for (const order of book.orders.values()) for (const code of order.codes) codes.add(code);
  const ids = [...subjects.redemptions];
  const orders = [...subjects.orders];
  if (codes.size === 0 && ids.length === 0 && orders.length === 0) return;
  const rows = await tx.query<RedemptionRow>(
    `SELECT record FROM redemption WHERE shop_id = $1
       AND (id = ANY($2::text[]) OR code = ANY($3::text[]) OR order_id = ANY($4::bigint[]))`,
    [tx.shopId, ids, [...codes], orders],
  );
  for (const row of rows) addRedemption(book, redemptionOf(row));
  // A code that one order gives back may be taken by any other that carries it.
  const freed = rows.map((row) => redemptionOf(row).code?.toLowerCase()).filter((code) => code !== undefined);
  await loadOrdersWithCodes(tx, book, freed);
}

/** Follows merges, so that news of a customer merged away finds the one kept. */
async function loadMembers(
  tx: ShopTransaction,
  book: Book,
  ids: Set<MemberId>,
  pseudonyms: Map<MemberId, string>,
): Promise<void> {
  let left = [...ids];
  while (left.length > 0) {
    const rows = await tx.query<MemberRow>(
      `SELECT id, pseudonym, merged_into, pending, available, held, owed, earned, redeemed, expired, level, next_due_at, seq, head,
         record FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[]) ORDER BY id FOR UPDATE`,
      [tx.shopId, left],
    );
    const lots = await loadLots(tx, rows.map((row) => row.id));
    for (const row of rows) {
      addMember(book, memberOf(row, lots.get(row.id) ?? []));
      pseudonyms.set(row.id.toString(), row.pseudonym);
    }
    left = rows.flatMap((row) => row.merged_into?.toString() ?? []).filter((id) => !book.members.has(id));
  }
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

/** Everything else of the members: their orders in few bytes, redemptions and activities. */
async function loadStanding(tx: ShopTransaction, book: Book, activityKeys: string[]): Promise<void> {
  const members = [...book.members.keys()];
  const orders = await tx.query<OrderRow>(
    `SELECT id, record FROM "order" WHERE shop_id = $1 AND member_ids && $2::bigint[]`,
    [tx.shopId, members],
  );
  for (const row of orders) if (!book.orders.has(row.id.toString())) addOrder(book, orderOf(row));
  const redemptions = await tx.query<RedemptionRow & { id: string }>(
    `SELECT id, record FROM redemption WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [tx.shopId, members],
  );
  for (const row of redemptions) if (!book.redemptions.has(row.id)) addRedemption(book, redemptionOf(row));
  const activities = await tx.query<{ record: unknown }>(
    `SELECT record FROM activity WHERE shop_id = $1 AND (member_id = ANY($2::bigint[]) OR key = ANY($3::text[]))`,
    [tx.shopId, members, activityKeys],
  );
  for (const row of activities) addActivity(book, activityOf(row));
}

async function loadAdjustmentKeys(tx: ShopTransaction, book: Book, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const rows = await tx.query<{ key: string }>(
    `SELECT key FROM adjustment_key WHERE shop_id = $1 AND key = ANY($2::text[])`,
    [tx.shopId, keys],
  );
  for (const row of rows) book.adjustments.add(row.key);
}

async function loadRewardsOut(tx: ShopTransaction, book: Book, rewards: string[]): Promise<void> {
  if (rewards.length === 0) return;
  const rows = await tx.query<{ reward: string; out: number }>(
    `SELECT record->>'rewardId' AS reward, count(*)::int AS out FROM redemption
     WHERE shop_id = $1 AND state IN ('held', 'taken') AND record->>'rewardId' = ANY($2::text[]) GROUP BY 1`,
    [tx.shopId, rewards],
  );
  for (const row of rows) book.rewardsOut.set(row.reward, row.out);
}
