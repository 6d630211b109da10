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

/** Follows a merge; null for a customer the shop does not know. */
export async function findSummaryFacts(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
): Promise<Figures | null> {
  const [row] = await sql.query<Figures>(
    `SELECT k.available, k.pending, k.held, k.owed, k.level FROM member m
     JOIN member k ON k.shop_id = m.shop_id AND k.id = coalesce(m.merged_into, m.id)
     WHERE m.shop_id = $1 AND m.id = $2`,
    [shopId, memberId],
  );
  return row ?? null;
}
