import { openDatabase } from "../../app/db/database.ts";
import { findShop } from "../../app/db/shops.ts";
import { verifyLedger } from "../../app/use-cases/verify-ledger.ts";
import { DEMO_SHOP } from "../../sandbox/seed-shop.ts";
import type { DemoState } from "../demo/state.ts";

export interface LoadedLedger {
  /** Net points earned, of all members together. */
  points: bigint;
  orders: number;
  members: number;
  transactions: number;
  dead: number;
  /** The first fault that verifying found; null where there is none. */
  fault: string | null;
}

/** Reads what the app made of the history, once it has let go of its database, and verifies it row by row. */
export async function readLedger({ settings, databaseFolder }: DemoState): Promise<LoadedLedger> {
  const db = await openDatabase({ url: settings.databaseUrl, folder: databaseFolder });
  try {
    const shop = await findShop(db.sql, DEMO_SHOP);
    if (shop === null) throw new Error("the app holds no shop");
    const [sums] = await db.sql.query<{ points: bigint; orders: bigint; members: bigint; dead: bigint }>(
      `SELECT (SELECT coalesce(sum(earned), 0) FROM member WHERE shop_id = $1) AS points,
         (SELECT count(*) FROM "order" WHERE shop_id = $1) AS orders,
         (SELECT count(*) FROM member WHERE shop_id = $1) AS members,
         (SELECT count(*) FROM delivery WHERE shop_id = $1 AND state = 'dead') AS dead`,
      [shop.id],
    );
    const verified = await verifyLedger({ db, clock: Date.now }, shop);
    return {
      points: sums?.points ?? 0n,
      orders: Number(sums?.orders ?? 0),
      members: Number(sums?.members ?? 0),
      dead: Number(sums?.dead ?? 0),
      transactions: verified.ok ? verified.transactions : 0,
      fault: verified.ok ? null : verified.fault,
    };
  } finally {
    await db.close();
  }
}
