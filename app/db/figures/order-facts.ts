import type { MemberId } from "../../loyalty/ids.ts";
import type { ShopTransaction } from "../database.ts";

// prettier-ignore
const CHANGING = [
  "member_id", "at", "counts", "value", "refunded", "currency", "paid", "channel", "products", "tags", "types", "vendors",
] as const;
const COLUMNS = ["shop_id", "order_id", ...CHANGING] as const;

/**
 * The state of an order is large and opened once. What is known of its products was frozen when it came
 * (docs/decisions/009-product-facts-frozen-per-line.md); where nothing was asked for then, what the store says by now
 * stands for it. Money given back for no line is below 0 in a refund's discrepancy.
 */
const FACTS = `SELECT o.shop_id, o.id AS order_id, o.member_id, o.processed_at AS at,
    o.counts AND NOT coalesce((o.record->>'away')::boolean, false) AS counts,
    coalesce(div((o.record->'value'->'n'->>'$n')::numeric, (o.record->'value'->'d'->>'$n')::numeric), 0)::bigint AS value,
    coalesce(back.lines, 0)::bigint + coalesce(back.other, 0)::bigint AS refunded,
    coalesce(s.news->'paid'->>'currency', '') AS currency,
    coalesce((s.news->'paid'->'total'->>'$n')::bigint, 0) AS paid,
    coalesce(s.news->>'channel', '') AS channel, sold.products, sold.vendors, known.tags, known.types
  FROM "order" o
  CROSS JOIN LATERAL (SELECT o.snapshot->'order' AS news, o.snapshot->'products' AS frozen OFFSET 0) AS s
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT (line->>'productId')::bigint) FILTER (WHERE line->>'productId' IS NOT NULL), '{}') AS products,
      coalesce(array_agg(DISTINCT line->>'vendor') FILTER (WHERE line->>'vendor' <> ''), '{}') AS vendors
    FROM jsonb_array_elements(s.news->'lines') AS line) AS sold
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT tag) FILTER (WHERE tag IS NOT NULL), '{}') AS tags,
      coalesce(array_agg(DISTINCT type) FILTER (WHERE type <> ''), '{}') AS types
    FROM unnest(sold.products) AS one(product_id)
    LEFT JOIN product p ON p.shop_id = o.shop_id AND p.id = one.product_id
    CROSS JOIN LATERAL (SELECT s.frozen->one.product_id::text AS then) AS asked
    CROSS JOIN LATERAL (SELECT coalesce(asked.then->>'productType', p.product_type) AS type) AS typed
    LEFT JOIN LATERAL (
      SELECT jsonb_array_elements_text(asked.then->'tags') AS tag
      UNION ALL SELECT unnest(p.tags) WHERE asked.then IS NULL) AS tagged ON true) AS known
  CROSS JOIN LATERAL (
    SELECT sum((SELECT sum((line->'subtotal'->>'$n')::numeric) FROM jsonb_array_elements(refund->'lines') AS line)) AS lines,
      sum(greatest(-(refund->'discrepancy'->>'$n')::numeric, 0)) AS other
    FROM jsonb_array_elements(s.news->'refunds') AS refund) AS back`;

/**
 * What each order of these members comes to, under whoever has it by now, so that whoever loses one later is found and what
 * was theirs is theirs no more.
 */
export async function noteOrders(tx: ShopTransaction, memberIds: readonly MemberId[]): Promise<void> {
  await tx.query(
    `INSERT INTO figure_order AS f (${COLUMNS.join(", ")})
     SELECT ${COLUMNS.join(", ")} FROM (${FACTS} WHERE o.shop_id = $1 AND o.member_id = ANY($2::bigint[])) AS facts
     ON CONFLICT (shop_id, order_id) DO UPDATE SET ${CHANGING.map((column) => `${column} = excluded.${column}`).join(", ")}
       WHERE (${CHANGING.map((column) => `f.${column}`).join(", ")})
         IS DISTINCT FROM (${CHANGING.map((column) => `excluded.${column}`).join(", ")})`,
    [tx.shopId, memberIds],
  );
  await tx.query(
    `DELETE FROM figure_order f WHERE f.shop_id = $1 AND f.member_id = ANY($2::bigint[])
       AND NOT EXISTS (SELECT 1 FROM "order" o WHERE o.shop_id = $1 AND o.id = f.order_id AND o.member_id = f.member_id)`,
    [tx.shopId, memberIds],
  );
}

/** What all of them together come to, member by member. */
export async function noteTotals(tx: ShopTransaction, memberIds: readonly MemberId[]): Promise<void> {
  await tx.query(
    `UPDATE figure_member m SET bought = t.bought, spent = t.spent, refunded = t.refunded, first_at = t.first_at,
       last_at = t.last_at
     FROM (SELECT asked.id, count(f.order_id)::int AS bought, coalesce(sum(f.value), 0)::bigint AS spent,
         coalesce(sum(f.refunded), 0)::bigint AS refunded, min(f.at) AS first_at, max(f.at) AS last_at
       FROM unnest($2::bigint[]) AS asked(id)
       LEFT JOIN figure_order f ON f.shop_id = $1 AND f.member_id = asked.id AND f.counts GROUP BY asked.id) AS t
     WHERE m.shop_id = $1 AND m.member_id = t.id`,
    [tx.shopId, memberIds],
  );
}
