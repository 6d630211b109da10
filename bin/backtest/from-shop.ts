import { openDatabase } from "../../app/db/database.ts";
import { readStoreSettings } from "../../app/env.server.ts";
import { backtestShop, type ShopBacktest } from "../../app/use-cases/backtest/backtest-shop.ts";
import { BadProgramme, readProgramme } from "../programme/read-programme.ts";
import { requireShopNamed } from "../programme/shop-of.ts";

export interface StoredBacktest {
  shop: string;
  programme: string | undefined;
  details: boolean;
}

/** The same over all that the database has of a shop's past. */
export async function backtestStoredShop({
  shop: domain,
  programme,
  details,
}: StoredBacktest): Promise<ShopBacktest> {
  const draft = programme === undefined ? null : readProgramme(programme);
  const db = await openDatabase(readStoreSettings());
  try {
    const shop = await requireShopNamed(db, domain);
    if (programme !== undefined && draft !== null && draft.currency !== shop.currency) {
      const problem = `the shop's currency is ${shop.currency}, not ${draft.currency}`;
      throw new BadProgramme(programme, [
        { path: "currency", problem, mend: `write ${shop.currency}, and amounts in it` },
      ]);
    }
    const report = await backtestShop({ db, clock: Date.now }, shop, { draft, details });
    if (report === null) throw new Error(`${domain} has no programme yet`);
    return report;
  } finally {
    await db.close();
  }
}
