import type { Database, ShopTransaction } from "./database.ts";

/** More would only wait for each other's processor, and for the connections that the shop's own work needs. */
const READERS = 2;

/**
 * Reads a shop as of one instant, whatever is written meanwhile: over several connections that see the same where the
 * database has them, else over one.
 */
export async function readAsOfOneInstant<T>(
  db: Database,
  shopId: number,
  work: (readers: readonly [ShopTransaction, ...ShopTransaction[]]) => Promise<T>,
): Promise<T> {
  return db.inShop(shopId, async (first) => {
    await first.query(READ_ONLY);
    await first.query(PLAN_ANEW);
    if (db.kind === "pglite") return work([first]);
    const [row] = await first.query<{ snapshot: string }>(`SELECT pg_export_snapshot() AS snapshot`);
    const openMore = (readers: readonly [ShopTransaction, ...ShopTransaction[]]): Promise<T> =>
      readers.length === READERS
        ? work(readers)
        : db.inShop(shopId, async (tx) => {
            await tx.query(READ_ONLY);
            await tx.query(PLAN_ANEW);
            await tx.query(`SET TRANSACTION SNAPSHOT '${row?.snapshot}'`);
            return openMore([...readers, tx]);
          });
    return openMore([first]);
  });
}

/** The same over one connection, and without waiting for anybody who writes. */
export function lookAtShop<T>(
  db: Database,
  shopId: number,
  look: (tx: ShopTransaction) => Promise<T>,
): Promise<T> {
  return db.inShop(shopId, async (tx) => {
    await tx.query(READ_ONLY);
    return look(tx);
  });
}

const READ_ONLY = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`;
/** What reads a whole shop depends on how large it is. */
const PLAN_ANEW = `SET LOCAL plan_cache_mode = force_custom_plan`;
