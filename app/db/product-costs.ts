import type { Sql } from "./sql.ts";

/** What giving one of a product away costs; in minor units. */
export interface ProductCost {
  /** As a reward names it: its number, the store's whole id of it, or its handle. */
  name: string;
  /** Of the goods, where the store says it; else the price they would have been sold for. Null where it says neither. */
  each: bigint | null;
  by: "goods" | "price";
  inStock: boolean;
}

/** Of those of these products that the store sells; the others are missing. */
export async function listProductCosts(
  sql: Pick<Sql, "query">,
  shopId: number,
  names: readonly string[],
): Promise<ProductCost[]> {
  if (names.length === 0) return [];
  return sql.query(
    `SELECT n.name, coalesce(c.cost, c.price) AS each, CASE WHEN c.cost IS NULL THEN 'price' ELSE 'goods' END AS by,
       c.in_stock AS "inStock"
     FROM unnest($2::text[]) AS n(name) JOIN catalogue_product c ON c.shop_id = $1 AND c.status = 'active'
       AND (c.handle = n.name OR c.id::text = n.name OR 'gid://shopify/Product/' || c.id = n.name)`,
    [shopId, names],
  );
}
