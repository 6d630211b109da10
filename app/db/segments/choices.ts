import type { Sql } from "../sql.ts";

/** What conditions can name, as far as members' orders and activities have it. */
export interface NamedThings {
  /** The most sold first. */
  products: { id: string; title: string | null }[];
  tags: string[];
  types: string[];
  vendors: string[];
  channels: string[];
  activities: string[];
  /** Tags that the store has on customers. */
  customerTags: string[];
  /** Codes of countries that customers live in. */
  countries: string[];
}

/** Newer orders have higher numbers: what is sold by now is in these. */
const NEWEST = `(SELECT * FROM figure_order WHERE shop_id = $1 AND counts ORDER BY order_id DESC LIMIT 5000)`;
const SOME_TAGGED = `(SELECT tags FROM person WHERE shop_id = $1 AND tags <> '{}' LIMIT 20000)`;
const MOST = 250;

export async function listNamedThings(sql: Pick<Sql, "query">, shopId: number): Promise<NamedThings> {
  const words = async (select: string): Promise<string[]> => {
    const rows = await sql.query<{ word: string }>(
      `SELECT DISTINCT word FROM (${select}) AS said WHERE word <> '' ORDER BY word LIMIT ${MOST}`,
      [shopId],
    );
    return rows.map(({ word }) => word);
  };
  const products = await sql.query<{ id: bigint; title: string | null }>(
    `SELECT sold.id, c.title FROM (
       SELECT id, count(*) AS orders FROM ${NEWEST} AS f, unnest(f.products) AS id
       GROUP BY id ORDER BY count(*) DESC, id LIMIT ${MOST}) AS sold
     LEFT JOIN catalogue_product c ON c.shop_id = $1 AND c.id = sold.id ORDER BY sold.orders DESC, sold.id`,
    [shopId],
  );
  return {
    products: products.map(({ id, title }) => ({ id: id.toString(), title })),
    tags: await words(`SELECT unnest(tags) AS word FROM ${NEWEST} AS f`),
    types: await words(`SELECT unnest(types) AS word FROM ${NEWEST} AS f`),
    vendors: await words(`SELECT unnest(vendors) AS word FROM ${NEWEST} AS f`),
    channels: await words(`SELECT channel AS word FROM ${NEWEST} AS f`),
    activities: await words(
      `SELECT record->>'activity' AS word FROM (SELECT record FROM activity WHERE shop_id = $1 LIMIT 5000) AS a`,
    ),
    customerTags: await words(`SELECT unnest(tags) AS word FROM ${SOME_TAGGED} AS p`),
    countries: await words(
      `SELECT country AS word FROM (SELECT country FROM person WHERE shop_id = $1 LIMIT 20000) AS p`,
    ),
  };
}
