import type { Outcome } from "../../db/experiment-outcomes.ts";
import { findOfferLimits, type OfferLimits } from "../../db/offer-months.ts";
import { listProductCosts, type ProductCost } from "../../db/product-costs.ts";
import { currentVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { WHOLE } from "../../insight/experiments/assign.ts";
import type { ExperimentPlan, Gives, MeasureName } from "../../insight/experiments/plan.ts";
import { ceiling, fraction, multiply, ZERO, type Fraction } from "../../loyalty/fraction.ts";
import { costOfPoint, hasOpenCost } from "../../loyalty/point-cost.ts";
import { benefitOf, type Benefit } from "../../loyalty/reward-benefit.ts";
import { versionAt } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";

/** What gifts and points come to, in minor units of the shop's currency; null where the programme does not say. */
export interface GiftCosts {
  point: Fraction | null;
  /** Points can also be had for rewards without a price: one may cost more than `point`. */
  isPointOpen: boolean;
  rewards: ReadonlyMap<string, RewardPrice>;
}

export interface RewardPrice {
  /** What one may cost, whole; null where nobody can say. */
  most: number | null;
  /**
   * What it hangs on beside the programme: "order" for per cent, which are counted with the largest order that the merchant
   * counts with, "delivery" for a free one. Of a product what its "goods" cost, or its "price" where nobody said that;
   * "sold-out" while there is none of it, and "product" for what the store does not sell. null for an amount, which is
   * what it says.
   */
  by: "order" | "delivery" | "goods" | "price" | "sold-out" | "product" | null;
}

export async function giftCosts(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<GiftCosts> {
  const programme = versionAt(await currentVersions(db.sql, shop), clock())?.programme ?? null;
  const cost = programme === null ? null : costOfPoint(programme);
  const limits = await findOfferLimits(db.sql, shop.id);
  const benefits = (programme?.rewards ?? []).map((reward) => ({
    id: reward.id,
    benefit: benefitOf(reward, null, programme?.currency ?? shop.currency),
  }));
  const named = benefits.flatMap(({ benefit }) => (isProduct(benefit) ? [benefit.product] : []));
  const products = await listProductCosts(db.sql, shop.id, named);
  const rewards = benefits.map(({ id, benefit }): [string, RewardPrice] => [
    id,
    isProduct(benefit) ? priceOfProduct(benefit, products) : priceOfBenefit(benefit, limits),
  ]);
  const isPointOpen = programme !== null && hasOpenCost(programme);
  return { point: cost?.each ?? null, isPointOpen, rewards: new Map(rewards) };
}

function priceOfBenefit(benefit: Benefit | null, { largestOrder, delivery }: OfferLimits): RewardPrice {
  switch (benefit?.kind) {
    case "amount":
    case "store-credit":
    case "gift-card":
      return { most: Number(benefit.value), by: null };
    case "percent": {
      if (largestOrder === null) return { most: null, by: "order" };
      const most = ceiling(multiply(benefit.percent, fraction(largestOrder, 100n)));
      return { most: Number(most), by: "order" };
    }
    case "free-shipping":
      return { most: delivery === null ? null : Number(delivery), by: "delivery" };
    default:
      return { most: null, by: "product" };
  }
}

type ProductBenefit = Extract<Benefit, { product: string }>;

function isProduct(benefit: Benefit | null): benefit is ProductBenefit {
  return benefit !== null && "product" in benefit;
}

function priceOfProduct({ product }: ProductBenefit, products: readonly ProductCost[]): RewardPrice {
  const known = products.find(({ name }) => name === product);
  if (known === undefined || known.each === null) return { most: null, by: "product" };
  return known.inStock ? { most: Number(known.each), by: known.by } : { most: null, by: "sold-out" };
}

/** What one gift costs at most, exactly; null where nobody can say. */
export function priceOf(gives: Gives, { point, rewards }: GiftCosts): Fraction | null {
  if (gives.kind === "points") return point === null ? null : multiply(point, fraction(BigInt(gives.points)));
  if (gives.kind !== "reward") return ZERO;
  const most = rewards.get(gives.rewardId)?.most ?? null;
  return most === null ? null : fraction(BigInt(most));
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
 * buy; a delivery is in no revenue, nor is what goods cost that were a gift, so they cost what they cost. Points and rewards count with the most that they may cost.
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
  const by = use.gives.kind === "reward" ? costs.rewards.get(use.gives.rewardId)?.by : undefined;
  const isOffRevenue = use.gives.kind === "reward" && by !== "delivery" && by !== "goods";
  const cost = points + (isOffRevenue ? gift * (1 - left) : gift);
  return {
    bought: { outcome: outcome.orders > 0 ? 1 : 0, past: outcome.pastOrders },
    orders: { outcome: outcome.orders, past: outcome.pastOrders },
    revenue: { outcome: revenue, past: pastRevenue },
    margin: { outcome: revenue * left - cost, past: pastRevenue },
  };
}
