import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { FinancialStatus, Order } from "../loyalty/order.ts";
import type { Instant } from "../loyalty/time.ts";
import { fromJson } from "./json.ts";
import type { Sql } from "./sql.ts";

/** An order as far as it is known here: what the newest word of it said, and all its refunds. */
export interface KnownOrder {
  id: OrderId;
  customerId: MemberId | null;
  updatedAt: Instant;
  cancelledAt: Instant | null;
  status: FinancialStatus;
  refundIds: string[];
}

/** The orders among these that are known by a word of their own, settled. */
export async function findKnownOrders(
  sql: Sql,
  shopId: number,
  ids: readonly OrderId[],
): Promise<Map<OrderId, KnownOrder>> {
  const rows = await sql.query<{
    id: bigint;
    customer: string | null;
    updated: string;
    cancelled: string | null;
    status: FinancialStatus;
    refunds: string[];
  }>(
    `SELECT o.id, o.snapshot->'order'->>'customerId' AS customer, o.snapshot->'order'->>'updatedAt' AS updated,
       o.snapshot->'order'->>'cancelledAt' AS cancelled, o.snapshot->'order'->>'status' AS status,
       jsonb_path_query_array(o.snapshot, '$.order.refunds[*].id') AS refunds
     FROM "order" o WHERE o.shop_id = $1 AND o.id = ANY($2::bigint[]) AND o.snapshot->'order'->>'updatedAt' IS NOT NULL`,
    [shopId, ids],
  );
  return new Map(
    rows.map((row) => {
      const id = row.id.toString();
      const known: KnownOrder = {
        id,
        customerId: row.customer,
        updatedAt: Number(row.updated),
        cancelledAt: row.cancelled === null ? null : Number(row.cancelled),
        status: row.status,
        refundIds: row.refunds,
      };
      return [id, known];
    }),
  );
}

/** The orders among these that count already. */
export async function findCountingOrders(
  sql: Sql,
  shopId: number,
  ids: readonly OrderId[],
): Promise<Set<OrderId>> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT id FROM "order" WHERE shop_id = $1 AND id = ANY($2::bigint[]) AND counts`,
    [shopId, ids],
  );
  return new Set(rows.map(({ id }) => id.toString()));
}

/** What waiting deliveries tell of these orders: nothing of it is missing, it is only not settled yet. */
export async function listWaitingNews(
  sql: Sql,
  shopId: number,
  ids: readonly OrderId[],
): Promise<LoyaltyEvent[]> {
  const rows = await sql.query<{ news: unknown }>(
    `SELECT event->'event' AS news FROM delivery
     WHERE shop_id = $1 AND state = 'waiting' AND order_id = ANY($2::bigint[]) ORDER BY seq`,
    [shopId, ids],
  );
  return rows.map(({ news }) => fromJson<LoyaltyEvent>(news));
}

/** The newest states themselves. */
export async function findOrderStates(
  sql: Sql,
  shopId: number,
  ids: readonly OrderId[],
): Promise<Map<OrderId, Order>> {
  const rows = await sql.query<{ id: bigint; state: unknown }>(
    `SELECT id, snapshot->'order' AS state FROM "order"
     WHERE shop_id = $1 AND id = ANY($2::bigint[]) AND jsonb_typeof(snapshot->'order') = 'object'`,
    [shopId, ids],
  );
  return new Map(rows.map(({ id, state }) => [id.toString(), fromJson<Order>(state)]));
}

/**
 * Orders that the store should have: told of, not deleted (nor by waiting news), and processed since then. A share of
 * them, turn by turn, so that all are looked for in time.
 */
export async function listOrdersToLookFor(
  sql: Sql,
  shopId: number,
  { since, most, turn }: { since: Instant; most: number; turn: number },
): Promise<OrderId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `WITH recent AS (SELECT id, ceil(count(*) OVER ()::numeric / $3)::int AS parts FROM "order"
       WHERE shop_id = $1 AND processed_at >= $2 AND NOT (record->>'deleted')::boolean AND (record->>'told')::boolean)
     SELECT id FROM recent WHERE mod(abs(hashint8(id)::bigint), parts) = mod($4::int, parts)
       AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.shop_id = $1 AND d.state = 'waiting' AND d.order_id = recent.id
         AND d.event->'event'->>'kind' = 'order-deleted')
     ORDER BY id LIMIT 2 * $3`,
    [shopId, new Date(since), most, turn],
  );
  return rows.map(({ id }) => id.toString());
}

/** The newest orders of a member, but for those that are known to be deleted. */
export async function listNewestOrders(
  sql: Sql,
  shopId: number,
  { memberId, limit }: { memberId: MemberId; limit: number },
): Promise<OrderId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT id FROM "order" WHERE shop_id = $1 AND member_id = $2 AND NOT (record->>'deleted')::boolean
     ORDER BY processed_at DESC, id LIMIT $3`,
    [shopId, memberId, limit],
  );
  return rows.map(({ id }) => id.toString());
}
