import { findDraft } from "../../db/programme-drafts.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { finishStudy } from "../../db/studies.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { planStudyId } from "../studies/ask-for-study.ts";

export interface PlanToStop {
  /** The draft that it is of. */
  id: string;
  plan: string;
  by: By;
}

/**
 * Has the plan with this hash worked out no further: its job ends with the next members. What is done stays done. One that
 * nobody waits for any more was stopped or done before, and is not noted again.
 */
export async function stopPlan(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, plan, by }: PlanToStop,
): Promise<{ outcome: "stopped" }> {
  const at = clock();
  const end = { id: planStudyId(plan), state: "failed", result: null, reason: "stopped", at } as const;
  await db.inShop(shop.id, async (tx) => {
    if (!(await finishStudy(tx, end))) return;
    const draft = await findDraft(tx, shop.id, id);
    await noteAction(tx, shop.id, {
      ...{ at, ...by, action: "plan.stopped" },
      subject: draft === null ? null : { kind: "draft", id },
      detail: draft === null ? {} : { name: draft.name },
    });
  });
  return { outcome: "stopped" };
}
