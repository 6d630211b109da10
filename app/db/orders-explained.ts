import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { OrderRecord, OrderSnapshot } from "../loyalty/records.ts";
import { orderOf, snapshotOf, type OrderRow } from "./book-rows.ts";
import type { Sql } from "./sql.ts";

/** An order as it is known, to look at; nothing is locked. The snapshot is null where its person was erased. */
export interface KnownOrder {
  record: OrderRecord;
  snapshot: OrderSnapshot | null;
}

export async function findKnownOrders(sql: Sql, shopId: number, ids: OrderId[]): Promise<KnownOrder[]> {
  const rows = await sql.query<OrderRow>(
    `SELECT id, record, snapshot FROM "order" WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
    [shopId, ids],
  );
  return rows.map((row) => ({ record: orderOf(row), snapshot: snapshotOf(row) }));
}

/** The order that has the bonus of the member's first one; null where none counts. */
export async function findFirstOrder(sql: Sql, shopId: number, memberId: MemberId): Promise<OrderId | null> {
  const [row] = await sql.query<{ id: bigint }>(
    `SELECT id FROM "order" WHERE shop_id = $1 AND member_id = $2 AND counts ORDER BY processed_at, id LIMIT 1`,
    [shopId, memberId],
  );
  return row?.id.toString() ?? null;
}
