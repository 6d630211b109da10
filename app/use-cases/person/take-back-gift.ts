import { listIdsOfPerson } from "../../db/erase.ts";
import { listGifts } from "../../db/timeline.ts";
import { cancelIssue } from "../../db/reward-issues.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

export type TakenBack =
  | { outcome: "taken-back" }
  /** There is none, or others were given it as well: that is ended where it was begun. */
  | { outcome: "not-theirs-alone" };

const MOST_LOOKED_AT = 500;

/**
 * Ends a reward that only this member was given, under whichever of their numbers since a merge: its code is disabled in the
 * store.
 */
export async function takeBackGift(
  services: Services,
  shop: ShopRow,
  { memberId, issueId, by }: { memberId: string; issueId: string; by: By },
): Promise<TakenBack> {
  return services.db.inShop(shop.id, async (tx): Promise<TakenBack> => {
    const memberIds = await listIdsOfPerson(tx, memberId);
    const gifts = await listGifts(tx, shop.id, memberIds, { behind: null, limit: MOST_LOOKED_AT });
    const gift = gifts.find(({ issue, alone }) => issue === issueId && alone);
    if (gift === undefined) return { outcome: "not-theirs-alone" };
    if (gift.cancelled) return { outcome: "taken-back" };
    const at = services.clock();
    await cancelIssue(tx, issueId, at);
    await noteAction(tx, shop.id, {
      ...{ at, ...by, action: "reward.issue-cancelled" },
      subject: { kind: "member", id: memberId },
      detail: { reward: gift.reward },
    });
    await services.jobs.enqueue(tx, "issue-codes", { shopId: shop.id });
    await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
    return { outcome: "taken-back" };
  });
}
