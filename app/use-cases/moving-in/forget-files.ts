import { deleteDrafts, forgetCells, listForgettable } from "../../db/import-rows.ts";
import { DAY } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";

const KEPT = 30 * DAY;

/** What files said of people goes 30 days after the import; a file that was never moved in goes 30 days after it came. */
export async function forgetFiles({ db, clock }: Services): Promise<void> {
  const before = new Date(clock() - KEPT);
  for (const shopId of await listForgettable(db.sql, before))
    await db.inShop(shopId, async (tx) => {
      await forgetCells(tx, before);
      await deleteDrafts(tx, before);
    });
}
