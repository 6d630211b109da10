import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openDatabase } from "../../app/db/database.ts";
import { findShop } from "../../app/db/shops.ts";
import { readStoreSettings } from "../../app/env.server.ts";
import { restoreShop } from "../../app/use-cases/moving-out/restore-shop.ts";
import { verifyLedger } from "../../app/use-cases/verify-ledger.ts";
import { requireFile } from "./require-file.ts";

/** Puts an export into an empty shop and verifies its ledger; null where the command is not understood. */
export async function putBack(args: string[]): Promise<number | null> {
  const wish = readWish(args);
  if (wish === null) return null;
  await requireFile(wish.file);
  const db = await openDatabase(readStoreSettings());
  try {
    const open = () =>
      createInterface({ input: createReadStream(wish.file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
    const lines = await restoreShop({ db }, { domain: wish.shop, open });
    const shop = await findShop(db.sql, wish.shop);
    if (shop === null) throw new Error(`${wish.shop} was not saved`);
    const result = await verifyLedger({ db, clock: Date.now }, shop);
    if (!result.ok) {
      process.stderr.write(`${lines} lines were put back, but the ledger does not hold: ${result.fault}\n`);
      return 1;
    }
    process.stdout.write(`ok: ${lines} lines, ${result.transactions} transactions, head ${result.head}\n`);
    return 0;
  } finally {
    await db.close();
  }
}

function readWish(args: string[]): { file: string; shop: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { shop: { type: "string" } },
      allowPositionals: true,
    });
    const [file, ...rest] = positionals;
    if (file === undefined || file === "" || rest.length > 0 || values.shop === undefined) return null;
    return { file, shop: values.shop };
  } catch {
    return null;
  }
}
