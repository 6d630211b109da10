import { fraction } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { currencyDecimals } from "./currencies.ts";
import type { Money } from "./money.ts";
import type { Points } from "./points.ts";
import type { Reward, RewardKind } from "./programme.ts";

/** Rewards whose benefit is a discount code at the checkout; the others are granted by the store or by hand. */
const KINDS_WITH_CODE: ReadonlySet<RewardKind> = new Set<RewardKind>([
  "amount",
  "percent",
  "free-shipping",
  "free-product",
  "gift-with-purchase",
]);

export function hasCode(kind: RewardKind): boolean {
  return KINDS_WITH_CODE.has(kind);
}

/** What the member gets for a reward: money in minor units, per cent as an exact fraction. */
export type Benefit =
  | { kind: "amount" | "store-credit" | "gift-card"; value: Money }
  | { kind: "percent"; percent: Fraction }
  | { kind: "free-shipping" }
  | { kind: "free-product" | "gift-with-purchase"; product: string }
  | { kind: "exclusive"; grants: string }
  | { kind: "donation"; cause: string }
  | { kind: "custom"; instructions: string };

/**
 * What a reward gives: the value it names, or with `units` that many whole units of it (1.00 of the currency, 1 per
 * cent). null where neither says how much.
 */
export function benefitOf(reward: Reward, units: bigint | null, currency: string): Benefit | null {
  switch (reward.kind) {
    case "amount":
    case "store-credit":
    case "gift-card": {
      const value = units === null ? reward.value : units * oneOf(currency);
      return value === null ? null : { kind: reward.kind, value };
    }
    case "percent": {
      const percent = units === null ? reward.value : fraction(units);
      return percent === null ? null : { kind: "percent", percent };
    }
    case "free-shipping":
      return { kind: reward.kind };
    case "free-product":
    case "gift-with-purchase":
      return { kind: reward.kind, product: reward.product };
    case "exclusive":
      return { kind: reward.kind, grants: reward.grants };
    case "donation":
      return { kind: reward.kind, cause: reward.cause };
    case "custom":
      return { kind: reward.kind, instructions: reward.instructions };
  }
}

/** How many whole units may be had at once; null for no end. */
export function mostUnits(reward: Reward, currency: string): bigint | null {
  if (!("value" in reward) || reward.value === null) return reward.kind === "percent" ? 100n : null;
  return reward.kind === "percent" ? reward.value.n / reward.value.d : reward.value / oneOf(currency);
}

export type CostFault = "no-fixed-cost" | "no-sliding-cost" | "beyond-value";

/** What a reward costs, or why that cannot be said: a sliding cost needs units, a fixed one knows none. */
export function costOf(
  reward: Reward,
  units: bigint | null,
  currency: string,
): { cost: Points } | { fault: CostFault } {
  if (units === null) return reward.cost === null ? { fault: "no-fixed-cost" } : { cost: reward.cost };
  if (reward.costPer === null || units <= 0n) return { fault: "no-sliding-cost" };
  const most = mostUnits(reward, currency);
  if (most !== null && units > most) return { fault: "beyond-value" };
  return { cost: units * reward.costPer };
}

function oneOf(currency: string): Money {
  return 10n ** BigInt(currencyDecimals(currency));
}
