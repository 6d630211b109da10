import type { ProductId } from "../loyalty/ids.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import type { Instant } from "../loyalty/time.ts";
import { rememberProducts } from "./products.ts";
import type { Sql } from "./sql.ts";

/** Products whose facts were asked for before then, the oldest first. */
export async function listStaleProducts(
  sql: Sql,
  shopId: number,
  { before, limit }: { before: Instant; limit: number },
): Promise<ProductId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT id FROM product WHERE shop_id = $1 AND fetched_at < $2 ORDER BY fetched_at, id LIMIT $3`,
    [shopId, new Date(before), limit],
  );
  return rows.map(({ id }) => id.toString());
}

/** Keeps what the store said of those it still has; of the others what was known stays, for orders that had them. */
export async function renewProducts(
  sql: Sql,
  shopId: number,
  asked: { ids: ProductId[]; told: ProductFacts[]; now: Instant },
): Promise<void> {
  await rememberProducts(sql, shopId, asked.told, asked.now);
  await sql.query(`UPDATE product SET fetched_at = $3 WHERE shop_id = $1 AND id = ANY($2::bigint[])`, [
    shopId,
    asked.ids,
    new Date(asked.now),
  ]);
}
