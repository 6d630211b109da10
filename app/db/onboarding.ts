import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export async function hasEndedOnboarding(sql: Sql, shopId: number): Promise<boolean> {
  const rows = await sql.query(`SELECT 1 FROM onboarding WHERE shop_id = $1`, [shopId]);
  return rows.length > 0;
}

/** Once; whoever ended it first stays named. */
export async function endOnboardingAt(
  tx: ShopTransaction,
  { at, by }: { at: Instant; by: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO onboarding (shop_id, ended_at, ended_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [tx.shopId, new Date(at), by],
  );
}
