import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { Money } from "../loyalty/money.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";
import type { Placed, TimelinePage } from "./timeline.ts";

/** A refund of an order, or its cancellation, as the store told it last. */
export interface OrderChange {
  orderId: OrderId;
  name: string;
  what: "refund" | "cancellation";
  /** Given back for goods, without tax and shipping, in minor units of the shop's currency; null of a cancellation. */
  amount: Money | null;
  /** When the same order changed again; null for not yet. */
  until: Instant | null;
  /** Ledger transactions of the order so far. */
  transactions: number;
}

interface ChangeRow {
  id: string;
  at: bigint;
  order_id: bigint;
  name: string;
  what: OrderChange["what"];
  amount: bigint | null;
  until: bigint | null;
  transactions: number;
}

/** Money given back for no line is below 0 in a refund's discrepancy. The state of an order is large and opened once. */
const CHANGES = `WITH bought AS (
    SELECT o.id AS order_id, o.name, (o.record->>'transactions')::int AS transactions, s.news FROM "order" o
    CROSS JOIN LATERAL (SELECT o.snapshot->'order' AS news OFFSET 0) AS s
    WHERE o.shop_id = $1 AND o.member_id = $2 AND jsonb_typeof(s.news) = 'object'),
  changes AS (
    SELECT order_id, name, transactions, 'refund' AS what, 'refund:' || (refund->>'id') AS id,
      (refund->>'createdAt')::bigint AS at,
      coalesce((SELECT sum((line->'subtotal'->>'$n')::numeric) FROM jsonb_array_elements(refund->'lines') AS line), 0)
        + greatest(-(refund->'discrepancy'->>'$n')::numeric, 0) AS amount
    FROM bought, jsonb_array_elements(news->'refunds') AS refund
    UNION ALL
    SELECT order_id, name, transactions, 'cancellation', 'cancellation:' || order_id, (news->>'cancelledAt')::bigint, NULL
    FROM bought WHERE news->>'cancelledAt' IS NOT NULL)
  SELECT *, lead(at) OVER (PARTITION BY order_id ORDER BY at, id COLLATE "C") AS until FROM changes`;

export async function listOrderChanges(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
  { behind, limit }: TimelinePage,
): Promise<(Placed & OrderChange)[]> {
  const rows = await sql.query<ChangeRow>(
    `SELECT * FROM (${CHANGES}) AS found
     WHERE $3::bigint IS NULL OR (at, id COLLATE "C") < ($3, $4::text COLLATE "C")
     ORDER BY at DESC, id COLLATE "C" DESC LIMIT $5`,
    [shopId, memberId, behind?.at ?? null, behind?.id ?? null, limit],
  );
  return rows.map(({ id, at, order_id, name, what, amount, until, transactions }) => ({
    ...{ id, name, what, amount, transactions },
    at: Number(at),
    orderId: order_id.toString(),
    until: until === null ? null : Number(until),
  }));
}
