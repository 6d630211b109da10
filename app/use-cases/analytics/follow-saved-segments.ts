import {
  forgetSavedSegment,
  listSavedSegmentsAskedFor,
  takeInSavedSegment,
} from "../../db/figures/saved-segments.ts";
import { takeFigures } from "../../db/figures/state.ts";
import { segmentsWith } from "../../insight/contribution.ts";
import { DAY } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";

/** Nobody has looked for so long: then the sums of a segment are not worth keeping up to date. */
const KEPT_FOR = 30 * DAY;
/** Few enough that an embedded database is soon free again for others. */
const MEMBERS_AT_ONCE = 1_000;

/**
 * Has the sums of saved segments hold who is in them by now. What a member adds is known already, so whoever comes is added
 * and whoever goes is taken out, and nothing is worked out anew.
 */
export async function followSavedSegments(
  { db, clock }: Pick<Services, "db" | "clock">,
  shopId: number,
): Promise<void> {
  const asked = await listSavedSegmentsAskedFor(db.sql, shopId, { since: clock() - KEPT_FOR });
  for (const { id, isWanted } of asked) {
    if (isWanted) await takeIn({ db }, shopId, id);
    else
      await db.inShop(shopId, async (tx) => {
        await takeFigures(tx);
        await forgetSavedSegment(tx, id);
      });
  }
}

async function takeIn({ db }: Pick<Services, "db">, shopId: number, id: string): Promise<void> {
  for (let isThrough = false; !isThrough;)
    isThrough = await db.inShop(shopId, async (tx) => {
      await takeFigures(tx);
      return takeInSavedSegment(tx, id, { limit: MEMBERS_AT_ONCE, segmentsWith });
    });
}
