import type { Outcome } from "../../db/experiment-outcomes.ts";
import { currentVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { WHOLE } from "../../insight/experiments/assign.ts";
import type { ExperimentPlan, Gives, MeasureName } from "../../insight/experiments/plan.ts";
import { fraction, multiply, ZERO, type Fraction } from "../../loyalty/fraction.ts";
import { costOfPoint, hasOpenCost } from "../../loyalty/point-cost.ts";
import { benefitOf } from "../../loyalty/reward-benefit.ts";
import { versionAt } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";

/** What gifts and points come to, in minor units of the shop's currency; null where the programme does not say. */
export interface GiftCosts {
  point: Fraction | null;
  /** Points can also be had for rewards without a price: one may cost more than `point`. */
  isPointOpen: boolean;
  rewards: ReadonlyMap<string, number | null>;
}

export async function giftCosts(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<GiftCosts> {
  const programme = versionAt(await currentVersions(db.sql, shop), clock())?.programme ?? null;
  const cost = programme === null ? null : costOfPoint(programme);
  const rewards = (programme?.rewards ?? []).map((reward): [string, number | null] => {
    const benefit = benefitOf(reward, null, programme?.currency ?? shop.currency);
    return [reward.id, benefit !== null && "value" in benefit ? Number(benefit.value) : null];
  });
  const isPointOpen = programme !== null && hasOpenCost(programme);
  return { point: cost?.each ?? null, isPointOpen, rewards: new Map(rewards) };
}

/** What one gift costs at most, exactly; null where nobody can say. */
export function priceOf(gives: Gives, { point, rewards }: GiftCosts): Fraction | null {
  if (gives.kind === "points") return point === null ? null : multiply(point, fraction(BigInt(gives.points)));
  if (gives.kind !== "reward") return ZERO;
  const each = rewards.get(gives.rewardId) ?? null;
  return each === null ? null : fraction(BigInt(Math.ceil(each)));
}

/** What so many gifts cost at most. */
export function costOfGifts(gives: Gives, costs: GiftCosts, gifts = 1): number | null {
  const price = priceOf(gives, costs);
  return price === null ? null : (Number(price.n) * gifts) / Number(price.d);
}

/** Divided last, so that a third of a penny three hundred times is a pound. */
function costOfPoints(points: number, { point }: GiftCosts): number | null {
  return point === null ? null : (points * Number(point.n)) / Number(point.d);
}

export interface GiftUse {
  gives: Gives;
  /** They were given it; of a reward: they used it. */
  had: boolean;
}

/**
 * What a member did, as it is compared, and the same of the days before. A reward's discount is off the revenue already;
 * where the merchant said what goods cost, goods that were given away with it cost that too, for they were not cheaper to
 * buy. Points count with the most that they may cost.
 */
export function measuresOf(
  outcome: Outcome,
  use: GiftUse,
  { plan, costs }: { plan: Pick<ExperimentPlan, "goodsMargin">; costs: GiftCosts },
): Record<MeasureName, { outcome: number; past: number }> {
  const left = (plan.goodsMargin ?? WHOLE) / WHOLE;
  const [revenue, pastRevenue] = [Number(outcome.revenue), Number(outcome.pastRevenue)];
  const points = costOfPoints(Number(outcome.points), costs) ?? 0;
  const gift = use.had ? (costOfGifts(use.gives, costs) ?? 0) : 0;
  const cost = points + (use.gives.kind === "reward" ? gift * (1 - left) : gift);
  return {
    bought: { outcome: outcome.orders > 0 ? 1 : 0, past: outcome.pastOrders },
    orders: { outcome: outcome.orders, past: outcome.pastOrders },
    revenue: { outcome: revenue, past: pastRevenue },
    margin: { outcome: revenue * left - cost, past: pastRevenue },
  };
}
