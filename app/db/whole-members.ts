import type { MemberId } from "../loyalty/ids.ts";
import type { Order } from "../loyalty/order.ts";
import type {
  ActivityRecord,
  MemberRecord,
  OrderRecord,
  OrderSnapshot,
  RedemptionRecord,
} from "../loyalty/records.ts";
import { readAllOrdersOf } from "./book-reads.ts";
import {
  activityOf,
  lotOf,
  memberOf,
  orderOf,
  redemptionOf,
  snapshotOf,
  type LotRow,
  type MemberRow,
  type RedemptionRow,
} from "./book-rows.ts";
import type { ShopTransaction } from "./database.ts";

/** Members with all that is theirs, to be looked at and never written back. */
export interface WholeMembers {
  members: MemberRecord[];
  orders: OrderRecord[];
  redemptions: RedemptionRecord[];
  activities: ActivityRecord[];
}

const AT_ONCE = 200;

/** All members of a shop, some at a time; nobody is locked, so the transaction should see one instant. */
export async function* readWholeMembers(tx: ShopTransaction): AsyncGenerator<WholeMembers> {
  for (let after: MemberId = "0"; ;) {
    const page = await readMembersAfter(tx, after);
    if (page === null) return;
    after = page.last;
    yield page.whole;
  }
}

/** The next of them, by their ids; null where there are no more. */
export async function readMembersAfter(
  tx: ShopTransaction,
  after: MemberId,
): Promise<{ whole: WholeMembers; last: MemberId } | null> {
  const rows = await tx.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND merged_into IS NULL AND id > $2 ORDER BY id LIMIT $3`,
    [tx.shopId, after, AT_ONCE],
  );
  const ids = rows.map(({ id }) => id.toString());
  const last = ids.at(-1);
  return last === undefined ? null : { whole: await readMany(tx, ids), last };
}

async function readMany(tx: ShopTransaction, ids: MemberId[]): Promise<WholeMembers> {
  const of = [tx.shopId, ids];
  const members = await tx.query<MemberRow>(
    `SELECT id, pseudonym, merged_into, pending, available, held, owed, earned, redeemed, expired, level, next_due_at,
       seq, head, record FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
    of,
  );
  const lots = await tx.query<LotRow>(
    `SELECT id, member_id, remaining, held, record FROM lot
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND (remaining > 0 OR held > 0)`,
    of,
  );
  // One that has several people in it comes twice.
  const orders = new Map((await readAllOrdersOf(tx, ids)).map((row) => [row.id, row]));
  const redemptions = await tx.query<RedemptionRow>(
    `SELECT id, record FROM redemption WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    of,
  );
  const activities = await tx.query<{ record: unknown }>(
    `SELECT record FROM activity WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    of,
  );
  const lotsOf = Map.groupBy(lots, (row) => row.member_id);
  return {
    members: members.map((row) => memberOf(row, (lotsOf.get(row.id) ?? []).map(lotOf))),
    orders: [...orders.values()].map(orderOf),
    redemptions: redemptions.map(redemptionOf),
    activities: activities.map(activityOf),
  };
}

export interface RecentOrder {
  order: Order;
  products: OrderSnapshot["products"];
  /** The level it has fixed. */
  level: string | null;
}

/** The counting orders processed last, with their newest states. */
export async function readRecentOrders(tx: ShopTransaction, limit: number): Promise<RecentOrder[]> {
  const rows = await tx.query<{ id: bigint; record: unknown; snapshot: unknown }>(
    `SELECT id, record, snapshot FROM "order" WHERE shop_id = $1 AND counts AND member_id > 0 AND snapshot IS NOT NULL
     ORDER BY processed_at DESC, id DESC LIMIT $2`,
    [tx.shopId, limit],
  );
  return rows.flatMap((row) => {
    const snapshot = snapshotOf(row);
    if (snapshot?.order == null) return [];
    return [{ order: snapshot.order, products: snapshot.products, level: orderOf(row).fixed?.level ?? null }];
  });
}
