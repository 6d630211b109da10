import { parseArgs } from "node:util";
import { openDatabase, type Database } from "../app/db/database.ts";
import { findShop, listShops, type ShopRow } from "../app/db/shops.ts";
import { readStoreSettings } from "../app/env.server.ts";
import { verifyLedger } from "../app/use-cases/verify-ledger.ts";

const USAGE = "usage: npm run -s verify -- [--shop DOMAIN]\n";

/** Reads a shop's whole ledger, or every shop's, and says whether it is as it was written. */
async function main(): Promise<number> {
  const domain = readDomain();
  if (domain === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const db = await openDatabase(readStoreSettings());
  try {
    return await verifyShops(db, await shopsToVerify(db, domain));
  } finally {
    await db.close();
  }
}

/** undefined for all shops, null where the command is not understood. */
function readDomain(): string | undefined | null {
  try {
    return parseArgs({ options: { shop: { type: "string" } } }).values.shop;
  } catch {
    return null;
  }
}

async function shopsToVerify(db: Database, domain: string | undefined): Promise<ShopRow[]> {
  if (domain === undefined) return listShops(db.sql);
  const shop = await findShop(db.sql, domain);
  if (shop === null) throw new Error(`no shop ${domain} is known here`);
  return [shop];
}

async function verifyShops(db: Database, shops: ShopRow[]): Promise<number> {
  let isWhole = true;
  for (const shop of shops) {
    const result = await verifyLedger({ db, clock: Date.now }, shop);
    const name = shops.length > 1 ? `${shop.domain} ` : "";
    if (result.ok)
      process.stdout.write(`${name}ok: ${result.transactions} transactions, head ${result.head}\n`);
    else process.stdout.write(`${name}${result.fault}\n`);
    isWhole &&= result.ok;
  }
  if (shops.length === 0) process.stdout.write("ok: 0 transactions, head none\n");
  return isWhole ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
