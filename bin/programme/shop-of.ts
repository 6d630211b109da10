import type { Database } from "../../app/db/database.ts";
import { findShop, listShops, type ShopRow } from "../../app/db/shops.ts";

export async function requireShopNamed(db: Database, domain: string): Promise<ShopRow> {
  const shop = await findShop(db.sql, domain);
  if (shop !== null) return shop;
  const known = (await listShops(db.sql)).map((row) => row.domain);
  throw new Error(
    `no shop ${domain} is known here${known.length === 0 ? "" : `: known are ${known.join(", ")}`}`,
  );
}

/** The shop named, or the only one there is. */
export async function requireShop(db: Database, domain: string | undefined): Promise<ShopRow> {
  if (domain !== undefined) return requireShopNamed(db, domain);
  const shops = await listShops(db.sql);
  const [only] = shops;
  if (only !== undefined && shops.length === 1) return only;
  if (only === undefined) throw new Error("no shop is known here yet: install the app in one");
  throw new Error(
    `say which shop with --shop DOMAIN: known are ${shops.map((row) => row.domain).join(", ")}`,
  );
}
