import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export async function listDueMembers(
  tx: ShopTransaction,
  until: Instant,
  limit: number,
): Promise<MemberId[]> {
  const rows = await tx.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND next_due_at <= $2 AND merged_into IS NULL AND id > 0
     ORDER BY next_due_at LIMIT $3`,
    [tx.shopId, new Date(until), limit],
  );
  return rows.map((row) => row.id.toString());
}

export interface Figures {
  available: bigint;
  pending: bigint;
  held: bigint;
  owed: bigint;
  level: string | null;
}

/** Follows merges, however many; null for a customer the shop does not know. */
export async function findSummaryFacts(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
): Promise<Figures | null> {
  const [row] = await sql.again<Figures>(
    `WITH RECURSIVE kept AS (
       SELECT id, merged_into FROM member WHERE shop_id = $1 AND id = $2
       UNION SELECT m.id, m.merged_into FROM member m JOIN kept ON m.shop_id = $1 AND m.id = kept.merged_into)
     SELECT m.available, m.pending, m.held, m.owed, m.level FROM member m
     JOIN kept ON m.id = kept.id WHERE m.shop_id = $1 AND kept.merged_into IS NULL`,
    [shopId, memberId],
  );
  return row ?? null;
}
