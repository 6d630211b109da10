import { findMembership } from "../../db/memberships.ts";
import { listVersions } from "../../db/programmes.ts";
import { hasIssue } from "../../db/reward-issues.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { isBlocked } from "../../loyalty/absence.ts";
import { leastCost } from "../../loyalty/point-cost.ts";
import { grantable } from "../members/bulk-cost.ts";
import { issueRewardToManyIn, type RewardForMany } from "../rewards/issue-reward-to-many.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { beyondLimit, type BeyondLimit } from "../staff/adjustment-limit.ts";

export interface Grant {
  memberId: string;
  rewardId: string;
  /** Made with the form: however often it is sent, the member is given one code. */
  key: string;
  by: By;
}

export type Granted =
  | { outcome: "granted" }
  | { outcome: "repeated" }
  | { outcome: "refused"; because: "unknown-reward" | "no-code" | "nobody" | "blocked" }
  | BeyondLimit;

/**
 * Gives one member a reward without points: the one-member case of `issueRewardToMany`. For the limit of whoever gives it
 * counts what it would have cost: a gift is as good as the points for it.
 */
export async function grantReward(
  services: Services,
  shop: ShopRow,
  { memberId, rewardId, key, by }: Grant,
): Promise<Granted> {
  const membership = await findMembership(services.db.sql, shop.id, memberId);
  if (isBlocked(membership)) return { outcome: "refused", because: "blocked" };
  const now = services.clock();
  const versions = await listVersions(services.db.sql, shop.id);
  const reward = grantable(versions, now).find(({ id }) => id === rewardId);
  const points = reward === undefined ? 0n : leastCost(reward);
  const id = `grant-${key}`;
  return services.db.inShop(shop.id, async (tx): Promise<Granted> => {
    const beyond = await beyondLimit(tx, shop, { by, points, now });
    // What was given already goes beyond no limit again.
    if (beyond !== null && !(await hasIssue(tx, id))) return beyond;
    const recipients = { memberIds: [memberId] };
    const wanted: RewardForMany = {
      ...{ id, rewardId, recipients, actor: by.staff },
      then: () =>
        noteAction(tx, shop.id, {
          ...{ at: now, ...by, action: "reward.granted" },
          subject: { kind: "member", id: memberId },
          detail: { reward: rewardId, points: points.toString() },
        }),
    };
    const issued = await issueRewardToManyIn(services, tx, { shop, versions, wanted });
    return issued.outcome === "issued" ? { outcome: "granted" } : issued;
  });
}
