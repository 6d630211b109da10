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

export async function rememberProducts(
  sql: Sql,
  shopId: number,
  products: ProductFacts[],
  now: Instant,
): Promise<void> {
  await sql.query(
    `INSERT INTO product (shop_id, id, tags, collections, product_type, fetched_at)
     SELECT $1, r.id, r.tags, r.collections, r.product_type, $3
     FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, tags text[], collections text[], product_type text)
     ON CONFLICT (shop_id, id) DO UPDATE SET tags = excluded.tags, collections = excluded.collections,
       product_type = excluded.product_type, fetched_at = excluded.fetched_at`,
    [
      shopId,
      JSON.stringify(products.map((product) => ({ ...product, product_type: product.productType }))),
      new Date(now),
    ],
  );
}

/** News of a product that has been met; of others nothing is kept until an order has them. */
export async function updateProduct(
  tx: ShopTransaction,
  product: { id: ProductId; tags: string[]; productType: string | null },
): Promise<void> {
  await tx.query(`UPDATE product SET tags = $3, product_type = $4 WHERE shop_id = $1 AND id = $2`, [
    tx.shopId,
    product.id,
    product.tags,
    product.productType,
  ]);
}

/** They are asked for again when next met. */
export async function forgetProducts(tx: ShopTransaction): Promise<void> {
  await tx.query(`DELETE FROM product WHERE shop_id = $1`, [tx.shopId]);
}
