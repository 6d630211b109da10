import { saveModel } from "../../db/models.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dateOf } from "../../insight/days.ts";
import { todayIn } from "../analytics/today.ts";
import type { Services } from "../services.ts";
import { runApart } from "./apart.ts";
import { readPast } from "./read-past.ts";

/** Fewer buyers than these tell nothing that would not be chance. */
const ENOUGH_BUYERS = 30;
const HORIZON_DAYS = 90;

/** Learns who buys again, what they spend and who leaves, of the shop's own orders. */
export async function trainBuyers({ db, clock }: Services, shop: ShopRow): Promise<void> {
  const now = clock();
  const { past, orders } = await readPast(db.sql, shop, { until: todayIn(shop.timezone, now), ranks: [] });
  const first = past.purchases.day.reduce((one, other) => Math.min(one, other), past.until);
  const basis = {
    ...{ from: dateOf(first), to: dateOf(past.until), orders, buyers: past.customers, products: 0 },
    horizonDays: HORIZON_DAYS,
  };
  if (past.customers < ENOUGH_BUYERS) {
    const short = { ...basis, reason: "not-enough" as const, needed: { buyers: ENOUGH_BUYERS } };
    await saveModel(db.sql, shop.id, {
      kind: "buyers",
      trainedAt: now,
      basis: short,
      figures: [],
      weights: null,
    });
    return;
  }
  await runApart("buyers", { past, horizon: HORIZON_DAYS });
  await saveModel(db.sql, shop.id, { kind: "buyers", trainedAt: now, basis, figures: [], weights: null });
}
