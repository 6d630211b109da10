import type { Look, Places } from "../../insight/watermark.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ShopTransaction } from "../database.ts";
import type { Sql } from "../sql.ts";
import { IS_SAVED_BEHIND } from "./saved-segments.ts";
import { BASIS } from "./state.ts";

const END_OF_LEDGER = `coalesce((SELECT max(id) FROM ledger_transaction WHERE shop_id = $1), 0)`;
const END_OF_HANDLED = `greatest(
  (SELECT max(handled_order) FROM delivery WHERE shop_id = $1 AND handled_order IS NOT NULL),
  (SELECT max(handled_order) FROM command WHERE shop_id = $1), 0)`;
const END_OF_LEVELS = `coalesce((SELECT max(id) FROM level_change WHERE shop_id = $1), 0)`;

/** How far the logs reach and who may still be writing to them: one statement, so that both are true at once. */
export async function lookAtLogs(sql: Sql, shopId: number): Promise<Look> {
  const [row] = await sql.query<Record<keyof Look, bigint | string>>(
    `SELECT ${END_OF_LEDGER} AS ledger, ${END_OF_HANDLED} AS handled, ${END_OF_LEVELS} AS levels,
       pg_snapshot_xmin(pg_current_snapshot())::text AS oldest, pg_snapshot_xmax(pg_current_snapshot())::text AS next`,
    [shopId],
  );
  if (row === undefined) throw new Error("the database did not say how far its logs reach");
  return {
    ledger: BigInt(row.ledger),
    handled: BigInt(row.handled),
    levels: BigInt(row.levels),
    oldest: BigInt(row.oldest),
    next: BigInt(row.next),
  };
}

/**
 * Whose figures may be others by what stands above the mark: those whose points or level moved, those whom news named,
 * and those who have, or had, an order that news were about.
 */
export async function listMembersInNews(
  sql: Sql,
  shopId: number,
  { ledger, handled, levels }: Places,
): Promise<MemberId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `WITH news AS (
       SELECT order_id, member_id, event->'event' AS event FROM delivery
       WHERE shop_id = $1 AND handled_order IS NOT NULL AND handled_order > $3
       UNION ALL
       SELECT NULL, NULL, event FROM command WHERE shop_id = $1 AND handled_order > $3),
     named AS (
       SELECT DISTINCT coalesce(order_id, (event->'order'->>'id')::bigint, (event->'refund'->>'orderId')::bigint,
         (event->>'orderId')::bigint) AS id FROM news)
     SELECT DISTINCT id FROM (
       SELECT member_id AS id FROM ledger_transaction WHERE shop_id = $1 AND id > $2
       UNION ALL SELECT member_id FROM level_change WHERE shop_id = $1 AND id > $4
       UNION ALL SELECT member_id FROM news
       UNION ALL SELECT (event->>'keptId')::bigint FROM news
       UNION ALL SELECT (event->>'deletedId')::bigint FROM news
       UNION ALL SELECT unnest(member_ids) FROM command WHERE shop_id = $1 AND handled_order > $3
       UNION ALL SELECT f.member_id FROM named JOIN figure_order f ON f.shop_id = $1 AND f.order_id = named.id
       UNION ALL SELECT o.member_id FROM named JOIN "order" o ON o.shop_id = $1 AND o.id = named.id
       UNION ALL SELECT member_id FROM figure_member WHERE shop_id = $1 AND stale) AS touched
     WHERE id IS NOT NULL ORDER BY id`,
    [shopId, ledger, handled, levels],
  );
  return rows.map(({ id }) => id.toString());
}

/** Whoever is not as the figures have them. Looks at every member: a net below the logs, not to be used all the time. */
export async function listMembersAstray(sql: Sql, shopId: number): Promise<MemberId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT m.id FROM member m
     LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     LEFT JOIN figure_member f ON f.shop_id = m.shop_id AND f.member_id = m.id
     WHERE m.shop_id = $1 AND (f.member_id IS NULL OR f.seq <> m.seq OR f.tier <> coalesce(m.level, '')
       OR f.counted <> (m.id > 0 AND m.merged_into IS NULL)
       OR f.language <> lower(coalesce(substring(p.locale from '^[A-Za-z]{2,3}(?![A-Za-z])'), '')))
     ORDER BY m.id`,
    [shopId],
  );
  return rows.map(({ id }) => id.toString());
}

/** The next members in the order of their ids. */
export async function listMembersAfter(
  tx: ShopTransaction,
  after: bigint,
  limit: number,
): Promise<MemberId[]> {
  const rows = await tx.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
    [tx.shopId, after, limit],
  );
  return rows.map(({ id }) => id.toString());
}

const placeOf = (name: keyof Places) => `(f.taken->'${name}'->>'$n')::bigint`;

/**
 * SQL that holds for a shop `s` whose figures, if it has any, are `f`; `$1` is what the definitions are at. The ends of the
 * logs are asked for rather than whether anything lies beyond the mark: for that a database may read all of them.
 */
export const IS_BEHIND = `(f.shop_id IS NULL OR f.timezone <> s.timezone OR f.basis <> $1 OR f.built_to IS NOT NULL
  OR f.as_of IS NULL
  OR (SELECT max(t.id) FROM ledger_transaction t WHERE t.shop_id = s.id) > ${placeOf("ledger")}
  OR (SELECT max(l.id) FROM level_change l WHERE l.shop_id = s.id) > ${placeOf("levels")}
  OR (SELECT max(c.handled_order) FROM command c WHERE c.shop_id = s.id) > ${placeOf("handled")}
  OR (SELECT max(d.handled_order) FROM delivery d WHERE d.shop_id = s.id AND d.handled_order IS NOT NULL)
    > ${placeOf("handled")}
  OR EXISTS (SELECT 1 FROM figure_member m WHERE m.shop_id = s.id AND m.stale))`;

/**
 * Of installed shops, those whose figures are behind, were last compared before `sweptBefore`, or have sums of segments that
 * others are in by now.
 */
export async function listShopsBehind(sql: Sql, sweptBefore: Instant): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT s.id FROM shop s LEFT JOIN figure_state f ON f.shop_id = s.id
     WHERE s.uninstalled_at IS NULL AND (f.swept_at < $2 OR ${IS_BEHIND} OR ${IS_SAVED_BEHIND}) ORDER BY s.id`,
    [BASIS, new Date(sweptBefore)],
  );
  return rows.map(({ id }) => id);
}
