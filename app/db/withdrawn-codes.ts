import type { MemberId } from "../loyalty/ids.ts";
import { MINUTE, type Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** A discount is not touched while the codes of others are being added to it. */
const ADDED_WITHIN = 10 * MINUTE;

/**
 * Has the store take the codes no more that these members were given without points and have not used; nobody could say
 * afterwards whose they were. What is over, or was never to be had, is left alone; what was ended is not over before the
 * store was asked to end it.
 */
export async function withdrawCodesOf(
  tx: ShopTransaction,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO withdrawn_code (shop_id, code, withdrawn_at, ends_at, due_at)
     SELECT c.shop_id, c.code, $3::timestamptz, i.ends_at, CASE WHEN c.state = 'waiting' THEN $4::timestamptz ELSE $3::timestamptz END FROM issued_code c
     JOIN reward_issue i ON i.shop_id = c.shop_id AND i.id = c.issue_id
     WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) AND c.state <> 'refused' AND i.ends_at > $3::timestamptz
       AND (i.cancelled_at IS NULL OR EXISTS (
         SELECT 1 FROM issue_batch b WHERE b.shop_id = c.shop_id AND b.issue_id = c.issue_id AND b.number = c.batch
           AND b.state <> 'disabled'))
       AND NOT EXISTS (
         SELECT 1 FROM "order" o WHERE o.shop_id = c.shop_id AND o.codes @> ARRAY[lower(c.code)] AND o.counts)
     ON CONFLICT DO NOTHING`,
    [tx.shopId, memberIds, new Date(now), new Date(now + ADDED_WITHIN)],
  );
}

export interface WithdrawnCode {
  code: string;
  withdrawnAt: Instant;
  attempts: number;
}

/** Takes one that is due into hand; until `until` nobody else has it. What is over by itself is forgotten. */
export async function claimWithdrawn(
  sql: Sql,
  shopId: number,
  { now, until }: { now: Instant; until: Instant },
): Promise<WithdrawnCode | null> {
  await sql.query(`DELETE FROM withdrawn_code WHERE shop_id = $1 AND ends_at <= $2`, [shopId, new Date(now)]);
  const [row] = await sql.query<{ code: string; withdrawn_at: Date; attempts: number }>(
    `UPDATE withdrawn_code SET attempts = attempts + 1, due_at = $3 WHERE shop_id = $1 AND code = (
       SELECT code FROM withdrawn_code WHERE shop_id = $1 AND due_at <= $2 ORDER BY due_at, code LIMIT 1
       FOR UPDATE SKIP LOCKED)
     RETURNING code, withdrawn_at, attempts`,
    [shopId, new Date(now), new Date(until)],
  );
  if (row === undefined) return null;
  return { code: row.code, withdrawnAt: row.withdrawn_at.getTime(), attempts: row.attempts };
}

export async function forgetWithdrawn(sql: Sql, shopId: number, code: string): Promise<void> {
  await sql.query(`DELETE FROM withdrawn_code WHERE shop_id = $1 AND code = $2`, [shopId, code]);
}

export async function postponeWithdrawn(
  sql: Sql,
  shopId: number,
  { code, at }: { code: string; at: Instant },
): Promise<void> {
  await sql.query(`UPDATE withdrawn_code SET due_at = $3 WHERE shop_id = $1 AND code = $2`, [
    ...[shopId, code, new Date(at)],
  ]);
}
