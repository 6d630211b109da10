import { findBudget, noteGivenBack, sumUnused } from "../../db/budgets.ts";
import { listIssuesOf } from "../../db/experiment-members.ts";
import { lockExperiment, type StoredExperiment } from "../../db/experiments.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import { DAY } from "../../loyalty/time.ts";
import { carryBack } from "../offers/monthly-budget.ts";
import type { Services } from "../services.ts";

/** Orders of the last minute are known by then. */
const NEWS_TAKE = DAY;

/**
 * Of offers that are over, what was set aside and not used goes back into the budget, once: the store takes their codes no
 * more. What comes to be known later changes nothing, for others may have been offered it by then.
 */
export async function giveBack(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, plan }: StoredExperiment,
): Promise<void> {
  const endsAt = plan.offers?.endsAt;
  if (endsAt === undefined || clock() < endsAt + NEWS_TAKE) return;
  if ((await findBudget(db.sql, shop.id, id)).givenBack !== null) return;
  await db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    await lockExperiment(tx, id);
    const issueIds = await listIssuesOf(tx, shop.id, id);
    const cost = await sumUnused(tx, shop.id, { experimentId: id, issueIds });
    const { month } = await findBudget(tx, shop.id, id);
    if ((await noteGivenBack(tx, { experimentId: id, cost })) && month !== null)
      await carryBack(tx, shop, { month, cost, now: clock() });
  });
}
