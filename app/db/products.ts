import type { ProductId } from "../loyalty/ids.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export async function findProducts(
  sql: Sql,
  shopId: number,
  ids: ProductId[],
): Promise<Map<ProductId, ProductFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.again<{
    id: bigint;
    tags: string[];
    collections: string[];
    product_type: string | null;
  }>(
    `SELECT id, tags, collections, product_type FROM product WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
    [shopId, ids],
  );
  return new Map(
    rows.map((row) => {
      const { tags, collections, product_type: productType } = row;
      return [row.id.toString(), { id: row.id.toString(), tags, collections, productType }];
    }),
  );
}

/** Handles of these products' pages; one that was never asked for, or that the store no longer has, is left out. */
export async function findHandles(
  sql: Sql,
  shopId: number,
  ids: readonly ProductId[],
): Promise<Map<ProductId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<{ id: bigint; handle: string }>(
    `SELECT id, handle FROM product WHERE shop_id = $1 AND id = ANY($2::bigint[]) AND handle IS NOT NULL`,
    [shopId, ids],
  );
  return new Map(rows.map(({ id, handle }) => [id.toString(), handle]));
}

/** What the store told of products just now; a handle that it did not tell of stays. */
export async function rememberProducts(
  sql: Sql,
  shopId: number,
  products: (ProductFacts & { handle?: string | null })[],
  now: Instant,
): Promise<void> {
  await sql.query(
    `INSERT INTO product AS p (shop_id, id, tags, collections, product_type, handle, fetched_at)
     SELECT $1, r.id, r.tags, r.collections, r.product_type, r.handle, $3
     FROM jsonb_to_recordset($2::text::jsonb)
       AS r(id bigint, tags text[], collections text[], product_type text, handle text)
     ON CONFLICT (shop_id, id) DO UPDATE SET tags = excluded.tags, collections = excluded.collections,
       product_type = excluded.product_type, handle = coalesce(excluded.handle, p.handle),
       fetched_at = excluded.fetched_at`,
    [
      shopId,
      JSON.stringify(products.map((product) => ({ ...product, product_type: product.productType }))),
      new Date(now),
    ],
  );
}

/**
 * News of a product that has been met; of others nothing is kept until an order has them. Where its page has moved, what
 * storefronts read of the programme is out of date, for it may be a reward.
 */
export async function updateProduct(
  tx: ShopTransaction,
  { id, tags, productType, handle }: Omit<ProductFacts, "collections"> & { handle: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE shop SET programme_stale = true WHERE id = $1
       AND EXISTS (SELECT 1 FROM product WHERE shop_id = $1 AND id = $2 AND handle <> $3)`,
    [tx.shopId, id, handle],
  );
  await tx.query(
    `UPDATE product SET tags = $3, product_type = $4, handle = coalesce($5, handle)
     WHERE shop_id = $1 AND id = $2`,
    [tx.shopId, id, tags, productType, handle],
  );
}

/** They are asked for again when next met. */
export async function forgetProducts(tx: ShopTransaction): Promise<void> {
  await tx.query(`DELETE FROM product WHERE shop_id = $1`, [tx.shopId]);
}
