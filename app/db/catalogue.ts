import type { ChangedProduct, SoldProduct } from "../commerce/catalogue-store.ts";
import type { ProductId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

export type { ChangedProduct, SoldProduct };

const COLUMNS = `id, title, handle, vendor, product_type, tags, collections, price, cost, image, status, published, tracked,
  in_stock, gift_card, created_at`;

export async function saveCatalogue(
  sql: Pick<Sql, "query">,
  shopId: number,
  { products, now }: { products: readonly SoldProduct[]; now: Instant },
): Promise<void> {
  await sql.query(
    `INSERT INTO catalogue_product (shop_id, ${COLUMNS}, seen_at)
     SELECT $1, ${COLUMNS}, $3 FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, title text, handle text,
       vendor text, product_type text, tags text[], collections text[], price bigint, cost bigint, image text,
       status text, published boolean, tracked boolean, in_stock boolean, gift_card boolean, created_at timestamptz)
     ON CONFLICT (shop_id, id) DO UPDATE SET title = excluded.title, handle = excluded.handle, vendor = excluded.vendor,
       product_type = excluded.product_type, tags = excluded.tags, collections = excluded.collections,
       price = excluded.price, cost = excluded.cost, image = excluded.image, status = excluded.status,
       published = excluded.published, tracked = excluded.tracked, in_stock = excluded.in_stock,
       gift_card = excluded.gift_card, created_at = excluded.created_at, seen_at = excluded.seen_at`,
    [shopId, toStorableJson(products.map(rowOf)), new Date(now)],
  );
}

/** Money as text: JSON has no whole numbers beyond 2^53. */
function rowOf(product: SoldProduct | ChangedProduct): Record<string, unknown> {
  return {
    ...product,
    product_type: product.productType,
    gift_card: product.giftCard,
    created_at: new Date(product.createdAt).toISOString(),
    price: product.price?.toString() ?? null,
    ...("inStock" in product ? { in_stock: product.inStock, cost: product.cost?.toString() ?? null } : {}),
  };
}

/** Word of one product: what it does not tell of stays. A product that was never met counts its stock until it is. */
export async function changeCatalogue(
  sql: Pick<Sql, "query">,
  shopId: number,
  { product, now }: { product: ChangedProduct; now: Instant },
): Promise<void> {
  await sql.query(
    `INSERT INTO catalogue_product AS old (shop_id, id, title, handle, vendor, product_type, tags, collections, price,
       image, status, published, tracked, in_stock, gift_card, created_at, seen_at)
     SELECT $1, id, title, handle, vendor, product_type, tags, '{}', price, image, status, published, true, sellable,
       gift_card, created_at, $3
     FROM jsonb_to_record($2::text::jsonb) AS r(id bigint, title text, handle text, vendor text, product_type text,
       tags text[], price bigint, image text, status text, published boolean, sellable boolean, gift_card boolean,
       created_at timestamptz)
     ON CONFLICT (shop_id, id) DO UPDATE SET title = excluded.title, handle = excluded.handle, vendor = excluded.vendor,
       product_type = excluded.product_type, tags = excluded.tags, price = excluded.price, image = excluded.image,
       status = excluded.status, published = excluded.published, gift_card = old.gift_card OR excluded.gift_card,
       in_stock = NOT old.tracked OR excluded.in_stock, seen_at = excluded.seen_at`,
    [shopId, toStorableJson(rowOf(product)), new Date(now)],
  );
}

export async function forgetCatalogueProduct(
  sql: Pick<Sql, "query">,
  shopId: number,
  id: ProductId,
): Promise<void> {
  await sql.query(`DELETE FROM catalogue_product WHERE shop_id = $1 AND id = $2`, [shopId, id]);
}

/** What the store told nothing of since then it no longer has. */
export async function forgetUnseen(sql: Pick<Sql, "query">, shopId: number, before: Instant): Promise<void> {
  await sql.query(`DELETE FROM catalogue_product WHERE shop_id = $1 AND seen_at < $2`, [
    shopId,
    new Date(before),
  ]);
}

/** All of it, by id. */
export async function listCatalogue(sql: Pick<Sql, "query">, shopId: number): Promise<SoldProduct[]> {
  const rows = await sql.query<StoredProduct>(
    `SELECT ${COLUMNS} FROM catalogue_product WHERE shop_id = $1 ORDER BY id`,
    [shopId],
  );
  return rows.map(({ product_type: productType, gift_card: giftCard, ...row }) => ({
    ...{ id: row.id.toString(), title: row.title, handle: row.handle, vendor: row.vendor, productType },
    ...{ tags: row.tags, collections: row.collections, price: row.price, cost: row.cost, image: row.image },
    ...{ status: row.status, published: row.published, tracked: row.tracked, inStock: row.in_stock },
    ...{ giftCard, createdAt: row.created_at.getTime() },
  }));
}

/** What a page shows of a product, and what decides whether it may. */
export type ShownProduct = Omit<SoldProduct, "price" | "cost" | "tracked" | "createdAt">;

/** These products alone; what is not in the catalogue is missing. */
export async function findShownProducts(
  sql: Pick<Sql, "again">,
  shopId: number,
  ids: readonly ProductId[],
): Promise<Map<ProductId, ShownProduct>> {
  if (ids.length === 0) return new Map();
  // As one value: field by field they take longer to read than to find. Ids as text: JSON has no whole numbers beyond 2^53.
  const [row] = await sql.again<{ products: ShownProduct[] | null }>(
    `SELECT json_agg(p) AS products FROM (
       SELECT id::text, title, handle, vendor, product_type AS "productType", tags, collections, image, status, published,
         in_stock AS "inStock", gift_card AS "giftCard"
       FROM catalogue_product WHERE shop_id = $1 AND id = ANY($2::bigint[])) p`,
    [shopId, ids],
  );
  return new Map(row?.products?.map((product) => [product.id, product]));
}

/** Titles of products by their id or handle, whichever they were asked by; one that is not in the catalogue is missing. */
export async function findProductTitles(
  sql: Pick<Sql, "query">,
  shopId: number,
  names: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.query<{ name: string; title: string }>(
    `SELECT n.name, p.title FROM unnest($2::text[]) AS n(name)
     JOIN catalogue_product p ON p.shop_id = $1 AND (p.handle = n.name OR p.id::text = n.name)
     ORDER BY p.handle = n.name`,
    [shopId, names],
  );
  return new Map(rows.map(({ name, title }) => [name, title]));
}

interface StoredProduct {
  id: bigint;
  title: string;
  handle: string | null;
  vendor: string | null;
  product_type: string | null;
  tags: string[];
  collections: string[];
  price: bigint | null;
  cost: bigint | null;
  image: string | null;
  status: SoldProduct["status"];
  published: boolean;
  tracked: boolean;
  in_stock: boolean;
  gift_card: boolean;
  created_at: Date;
}
