import type { ShopRow } from "../../db/shops.ts";
import { finishStudy } from "../../db/studies.ts";
import type { Services } from "../services.ts";
import { planStudyId } from "../studies/ask-for-study.ts";

/** Has the plan with this hash worked out no further: its job ends with the next members. What is done stays done. */
export async function stopPlan(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  hash: string,
): Promise<{ outcome: "stopped" }> {
  const end = { id: planStudyId(hash), state: "failed", result: null, reason: "stopped" } as const;
  await db.inShop(shop.id, (tx) => finishStudy(tx, { ...end, at: clock() }));
  return { outcome: "stopped" };
}
