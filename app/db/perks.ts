import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** The store is to be told of the shop's perks again, in the transaction that makes it necessary. */
export async function markPerksDue(tx: ShopTransaction, at: Instant): Promise<void> {
  await tx.query(`UPDATE shop SET perks_due_at = $2 WHERE id = $1`, [tx.shopId, new Date(at)]);
}

/** When the store is to be told next; null where nothing changes any more. */
export async function findPerksDue(sql: Sql, shopId: number): Promise<Instant | null> {
  const [row] = await sql.query<{ perks_due_at: Date | null }>(
    `SELECT perks_due_at FROM shop WHERE id = $1`,
    [shopId],
  );
  return row?.perks_due_at?.getTime() ?? null;
}

/** The store was told, unless something made it necessary again meanwhile. */
export async function settlePerks(
  sql: Sql,
  shopId: number,
  { seen, next }: { seen: Instant; next: Instant | null },
): Promise<void> {
  await sql.query(`UPDATE shop SET perks_due_at = $3 WHERE id = $1 AND perks_due_at = $2`, [
    shopId,
    new Date(seen),
    next === null ? null : new Date(next),
  ]);
}
