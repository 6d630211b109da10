import { findShownProducts } from "../../db/catalogue.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/** Numbers of products are long; shorter ones are points, days and amounts. */
const NUMBERS = /(?<![\d.])\d{6,18}(?![\d.])/g;
const MOST = 500;

/** What the store calls the products that a document names by their numbers, as far as they are known. */
export async function productTitles(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  document: unknown,
): Promise<Record<string, string>> {
  const numbers = new Set(JSON.stringify(document)?.match(NUMBERS)?.slice(0, MOST));
  if (numbers.size === 0) return {};
  const products = await findShownProducts(db.sql, shop.id, [...numbers]);
  return Object.fromEntries([...products].map(([id, { title }]) => [id, title]));
}
