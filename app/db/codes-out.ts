import type { Sql } from "./sql.ts";

/** Redemptions that hold points: their codes can be used, or their benefit is on its way. */
export async function countCodesOut(sql: Sql, shopId: number): Promise<bigint> {
  const [row] = await sql.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM redemption WHERE shop_id = $1 AND state = 'held'`,
    [shopId],
  );
  return row?.count ?? 0n;
}
