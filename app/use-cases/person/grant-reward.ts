import { findMembership } from "../../db/memberships.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { isBlocked } from "../../loyalty/absence.ts";
import { issueRewardToMany } from "../rewards/issue-reward-to-many.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

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
  | { outcome: "refused"; because: "unknown-reward" | "no-code" | "nobody" | "blocked" };

/** Gives one member a reward without points: the one-member case of `issueRewardToMany`. */
export async function grantReward(
  services: Services,
  shop: ShopRow,
  { memberId, rewardId, key, by }: Grant,
): Promise<Granted> {
  const membership = await findMembership(services.db.sql, shop.id, memberId);
  if (isBlocked(membership)) return { outcome: "refused", because: "blocked" };
  const issued = await issueRewardToMany(services, shop, {
    ...{ id: `grant-${key}`, rewardId, recipients: { memberIds: [memberId] }, actor: by.staff },
    then: (tx) =>
      noteAction(tx, shop.id, {
        ...{ at: services.clock(), ...by, action: "reward.granted" },
        subject: { kind: "member", id: memberId },
        detail: { reward: rewardId },
      }),
  });
  return issued.outcome === "issued" ? { outcome: "granted" } : issued;
}
