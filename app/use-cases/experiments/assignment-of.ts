import { listArmsOf } from "../../db/experiment-members.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { ExperimentKind, Gives } from "../../insight/experiments/plan.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
import { controlGroupTest } from "./control-group.ts";

export interface MembersArm {
  experimentId: string;
  arm: string;
  gives: Gives;
}

/**
 * In which arm of a running experiment of a kind a member is; null for whoever none has reached. Two that run beside each
 * other share nobody unless the merchant said that they may: then the older one is answered.
 */
export async function assignmentOf(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  memberId: MemberId,
  kind: Exclude<ExperimentKind, "control-group">,
): Promise<MembersArm | null> {
  const [found] = await listArmsOf(db.sql, shop.id, { kind, memberIds: [memberId] });
  if (found === undefined) return null;
  const { experimentId, arm, plan } = found;
  return { experimentId, arm, gives: givesOf(plan, arm) };
}

/** Of these members, who may be shown recommendations of their own: no control group, no arm that goes without. */
export async function whoGetsRecommendations(
  services: Pick<Services, "db">,
  shop: ShopRow,
  memberIds: readonly MemberId[],
): Promise<Set<MemberId>> {
  const isControl = await controlGroupTest(services, shop);
  const arms = await listArmsOf(services.db.sql, shop.id, { kind: "recommendations", memberIds });
  const without = new Set(
    arms.filter(({ plan, arm }) => givesOf(plan, arm).kind === "nothing").map(({ memberId }) => memberId),
  );
  return new Set(memberIds.filter((id) => !isControl(id) && !without.has(id)));
}

function givesOf(plan: { arms: readonly { id: string; gives: Gives }[] }, arm: string): Gives {
  return plan.arms.find(({ id }) => id === arm)?.gives ?? { kind: "nothing" };
}
