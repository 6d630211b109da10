import { beginLedgerCheck } from "../../db/ledger-checks.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { MINUTE } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

/** One that was not finished for this long has lost its job: whoever asks begins another. */
const LOST_AFTER = 30 * MINUTE;

/** Has the whole ledger read; whoever asks while that is under way joins it. Answers whether it began now. */
export async function requestLedgerCheck(services: Services, shop: ShopRow, by: By): Promise<boolean> {
  const at = services.clock();
  return services.db.inShop(shop.id, async (tx) => {
    const begun = await beginLedgerCheck(tx, { askedBy: by.staff, at, lostBefore: at - LOST_AFTER });
    if (!begun) return false;
    await services.jobs.enqueue(tx, "check-ledger", { shopId: shop.id });
    await noteAction(tx, shop.id, { at, ...by, action: "ledger.verification-begun", subject: null });
    return true;
  });
}
