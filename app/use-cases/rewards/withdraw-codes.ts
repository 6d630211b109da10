import { StoreUnavailable } from "../../commerce/platform.ts";
import { OutcomeUnknown } from "../../commerce/reward-store.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteStoreAnswer, noteStoreFailure } from "../../db/store-pauses.ts";
import { claimWithdrawn, forgetWithdrawn, postponeWithdrawn } from "../../db/withdrawn-codes.ts";
import { MINUTE } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";

const LEASE = 2 * MINUTE;
const MOST_A_JOB = 100;
/** A store that was being asked to make the code when it was withdrawn has made it by then. */
const MAY_STILL_COME = 20 * MINUTE;
const LOOK_AGAIN = MINUTE;
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 30 * MINUTE;

/** Has the store take the codes no more that members had not used when they were erased, each without those beside it. */
export async function withdrawCodes({ db: { sql }, ...services }: Services, shop: ShopRow): Promise<void> {
  for (let done = 0; done < MOST_A_JOB; done++) {
    const now = services.clock();
    const claimed = await claimWithdrawn(sql, shop.id, { now, until: now + LEASE });
    if (claimed === null) return;
    const { code, withdrawnAt, attempts } = claimed;
    try {
      const isFound = await services.platform.withdrawCode(shop.domain, code);
      await noteStoreAnswer(sql, shop.id);
      if (isFound || now - withdrawnAt >= MAY_STILL_COME) await forgetWithdrawn(sql, shop.id, code);
      else await postponeWithdrawn(sql, shop.id, { code, at: now + LOOK_AGAIN });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      services.log.warn(
        { shop: shop.domain, reason },
        "a code of somebody who was erased is not withdrawn yet",
      );
      const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE);
      await postponeWithdrawn(sql, shop.id, { code, at: now + pause });
      if (!(error instanceof StoreUnavailable || error instanceof OutcomeUnknown)) continue;
      await noteStoreFailure(sql, shop.id, now);
      return;
    }
  }
}
