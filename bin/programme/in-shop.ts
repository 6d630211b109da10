import { openDatabase, type Database } from "../../app/db/database.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { readStoreSettings } from "../../app/env.server.ts";
import type { Command } from "./command.ts";
import { requireShop } from "./shop-of.ts";

/** Lets `work` have the shop that the command names, and closes the database whatever comes of it. */
export async function inShopOf<T>(
  { shop }: Command,
  work: (db: Database, shop: ShopRow) => Promise<T>,
): Promise<T> {
  const db = await openDatabase(readStoreSettings());
  try {
    return await work(db, await requireShop(db, shop));
  } finally {
    await db.close();
  }
}
