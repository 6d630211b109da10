import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** A new code takes the place of every one that was not used yet: of several that lie about none is forgotten. */
export async function insertJoiningCode(
  tx: ShopTransaction,
  code: { hash: string; at: Instant; by: string; endsAt: Instant },
): Promise<void> {
  await tx.query(`DELETE FROM agency_code WHERE shop_id = $1 AND used_at IS NULL`, [tx.shopId]);
  await tx.query(
    `INSERT INTO agency_code (shop_id, hash, made_at, made_by, ends_at) VALUES ($1, $2, $3, $4, $5)`,
    [tx.shopId, code.hash, new Date(code.at), code.by, new Date(code.endsAt)],
  );
}

/** When the code that is out ends; null where none is. */
export async function findOpenCode(sql: Sql, shopId: number, now: Instant): Promise<Instant | null> {
  const [row] = await sql.query<{ ends_at: Date }>(
    `SELECT ends_at FROM agency_code WHERE shop_id = $1 AND used_at IS NULL AND ends_at > $2`,
    [shopId, new Date(now)],
  );
  return row?.ends_at.getTime() ?? null;
}

/** Whose code it is, used or not; null where there is none. */
export async function findCodeOwner(sql: Sql, hash: string): Promise<number | null> {
  const [row] = await sql.query<{ shop_id: number }>(`SELECT shop_id FROM agency_code WHERE hash = $1`, [
    hash,
  ]);
  return row?.shop_id ?? null;
}

/**
 * Uses the code up, for one store: of two who enter it at once the second finds it used. Answers who made it; null where
 * it is used, over, or was never there.
 */
export async function useJoiningCode(
  tx: ShopTransaction,
  { hash, storeId, now }: { hash: string; storeId: number; now: Instant },
): Promise<string | null> {
  const [row] = await tx.query<{ made_by: string }>(
    `UPDATE agency_code SET used_at = $3, used_by = $4
     WHERE shop_id = $1 AND hash = $2 AND used_at IS NULL AND ends_at > $3 RETURNING made_by`,
    [tx.shopId, hash, new Date(now), storeId],
  );
  return row?.made_by ?? null;
}
