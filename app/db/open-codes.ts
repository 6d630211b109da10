import type { MemberId, RedemptionId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** A code that stands, or stood, for a redemption, and whose days are not over. */
export interface OpenCode {
  redemptionId: RedemptionId;
  memberId: MemberId;
  code: string;
  /** The store's id of its discount; null where that is not known. */
  reference: string | null;
  state: "held" | "released";
}

/**
 * Codes that the store should have (of holds), or should not let anybody use (of what was given up), as far as nothing
 * is under way about them. A share of them, turn by turn.
 */
export async function listOpenCodes(
  sql: Sql,
  shopId: number,
  { now, settledBefore, most, turn }: { now: Instant; settledBefore: Instant; most: number; turn: number },
): Promise<OpenCode[]> {
  const rows = await sql.query<{
    id: string;
    member_id: bigint;
    code: string;
    reference: string | null;
    state: OpenCode["state"];
  }>(
    `WITH open AS (SELECT r.id, r.member_id, r.record->>'code' AS code, b.reference, r.state,
         ceil(count(*) OVER ()::numeric / $4)::int AS parts
       FROM redemption r JOIN benefit b ON b.shop_id = r.shop_id AND b.redemption_id = r.id
       WHERE r.shop_id = $1 AND r.state IN ('held', 'released') AND r.code IS NOT NULL AND r.member_id > 0
         AND coalesce((r.record->>'endsAt')::bigint > $2::bigint, true) AND b.due_at < $3
         AND ((r.state = 'held' AND b.task = 'make' AND b.state = 'done')
           OR (r.state = 'released' AND b.task = 'disable' AND b.state IN ('done', 'refused'))))
     SELECT id, member_id, code, reference, state FROM open
     WHERE mod(abs(hashtext(id)::bigint), parts) = mod($5::int, parts) ORDER BY id LIMIT 2 * $4`,
    [shopId, now, new Date(settledBefore), most, turn],
  );
  return rows.map((row) => ({
    redemptionId: row.id,
    memberId: row.member_id.toString(),
    code: row.code,
    reference: row.reference,
    state: row.state,
  }));
}

/** Has the codes of these redemptions disabled once more, unless something is under way about them. */
export async function disableAgain(
  tx: ShopTransaction,
  ids: readonly RedemptionId[],
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE benefit SET state = 'due', attempts = 0, due_at = $3, reason = NULL
     WHERE shop_id = $1 AND redemption_id = ANY($2::text[]) AND task = 'disable' AND state IN ('done', 'refused')`,
    [tx.shopId, ids, new Date(now)],
  );
}

/** Benefits that the store was asked for before then, and nobody knows whether it made them. */
export async function listUnknownBenefits(
  sql: Sql,
  shopId: number,
  { askedBefore, limit }: { askedBefore: Instant; limit: number },
): Promise<{ redemptionId: RedemptionId; memberId: MemberId }[]> {
  const rows = await sql.query<{ id: string; member_id: bigint }>(
    `SELECT r.id, r.member_id FROM benefit b
     JOIN redemption r ON r.shop_id = b.shop_id AND r.id = b.redemption_id
     WHERE b.shop_id = $1 AND b.state = 'due' AND b.task = 'make' AND b.asked_at < $2 AND r.member_id > 0
     ORDER BY b.asked_at, r.id LIMIT $3`,
    [shopId, new Date(askedBefore), limit],
  );
  return rows.map((row) => ({ redemptionId: row.id, memberId: row.member_id.toString() }));
}

/** They are tried again now, whatever pause they were in; whose they are. */
export async function tryAgainNow(
  tx: ShopTransaction,
  ids: readonly RedemptionId[],
  now: Instant,
): Promise<MemberId[]> {
  const rows = await tx.query<{ member_id: bigint }>(
    `UPDATE benefit b SET due_at = least(b.due_at, $3::timestamptz) FROM redemption r
     WHERE b.shop_id = $1 AND b.redemption_id = ANY($2::text[]) AND b.state = 'due'
       AND r.shop_id = b.shop_id AND r.id = b.redemption_id RETURNING r.member_id`,
    [tx.shopId, ids, new Date(now)],
  );
  return rows.map(({ member_id }) => member_id.toString());
}
