import { openDatabase, type Database } from "../../app/db/database.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { readStoreSettings } from "../../app/env.server.ts";
import { requireShop } from "./shop-of.ts";

export class UsageError extends Error {
  override name = "UsageError";
}

/** What was asked for: the verb's argument and the options. */
export interface Command {
  argument: string | undefined;
  shop?: string | undefined;
  json: boolean;
  plan?: string | undefined;
  number?: string | undefined;
  currency?: string | undefined;
  timezone?: string | undefined;
  as?: string | undefined;
}

export function requireFile({ argument }: Command): string {
  if (argument === undefined) throw new UsageError("name the programme's file");
  return argument;
}

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

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
