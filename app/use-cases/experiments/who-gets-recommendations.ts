import { listArmsOf } from "../../db/experiment-members.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Gives } from "../../insight/experiments/plan.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
import { controlGroupTest } from "./control-group.ts";

/** Of these members, who may be shown recommendations of their own: no control group, no arm that goes without. */
export async function whoGetsRecommendations(
  services: Pick<Services, "db">,
  shop: ShopRow,
  memberIds: readonly MemberId[],
): Promise<Set<MemberId>> {
  const [isControl, arms] = await Promise.all([
    controlGroupTest(services, shop),
    listArmsOf(services.db.sql, shop.id, { kind: "recommendations", memberIds }),
  ]);
  const without = new Set(
    arms.filter(({ plan, arm }) => givesOf(plan, arm).kind === "nothing").map(({ memberId }) => memberId),
  );
  return new Set(memberIds.filter((id) => !isControl(id) && !without.has(id)));
}

function givesOf(plan: { arms: readonly { id: string; gives: Gives }[] }, arm: string): Gives {
  return plan.arms.find(({ id }) => id === arm)?.gives ?? { kind: "nothing" };
}
