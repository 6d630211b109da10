import { ceiling, compare, fraction, multiply } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { formatMoney } from "./money.ts";
import type { Points } from "./points.ts";
import type { Programme, Reward } from "./programme.ts";
import { benefitOf } from "./reward-benefit.ts";

/** What one point may cost the merchant, and the reward that says so. */
export interface PointCost {
  /** Minor units of the currency for one point, exact. */
  each: Fraction;
  rewardId: string;
}

/**
 * The most that a point may cost: of the rewards that are worth an amount of money, the one that gives most for a point.
 * null where none is: per cents, free products and the like have no price in the document.
 */
export function costOfPoint({ rewards, currency }: Programme): PointCost | null {
  let dearest: PointCost | null = null;
  for (const reward of rewards) {
    for (const each of pricesOf(reward, currency))
      if (dearest === null || compare(each, dearest.each) > 0) dearest = { each, rewardId: reward.id };
  }
  return dearest;
}

/** What these points may cost at most, rounded up to the smallest coin; null where a point has no price. */
export function costAtMost(programme: Programme, points: Points): string | null {
  const cost = costOfPoint(programme);
  return cost === null
    ? null
    : formatMoney(ceiling(multiply(cost.each, fraction(points))), programme.currency);
}

/** Whether points can also be had for something without a price in the document: then a point may cost more than that. */
export function hasOpenCost({ rewards, currency }: Programme): boolean {
  return rewards.some((reward) => {
    return (reward.cost !== null || reward.costPer !== null) && pricesOf(reward, currency).length === 0;
  });
}

/** For a point of its fixed cost, and for one of its sliding cost. */
function pricesOf(reward: Reward, currency: string): Fraction[] {
  const prices: Fraction[] = [];
  const whole = benefitOf(reward, null, currency);
  const unit = benefitOf(reward, 1n, currency);
  if (reward.cost !== null && whole !== null && isMoney(whole))
    prices.push(fraction(whole.value, reward.cost));
  if (reward.costPer !== null && unit !== null && isMoney(unit))
    prices.push(fraction(unit.value, reward.costPer));
  return prices;
}

function isMoney(benefit: { kind: string }): benefit is { kind: string; value: bigint } {
  return "value" in benefit;
}

/** The fewest points for which a reward can be had. */
export function leastCost(reward: Reward): bigint {
  const costs = [reward.cost, reward.costPer].filter((cost) => cost !== null);
  return costs.reduce((least, cost) => (cost < least ? cost : least), costs[0] ?? 0n);
}
