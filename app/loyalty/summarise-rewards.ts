import { decimalText } from "./fraction.ts";
import type { ProductId } from "./ids.ts";
import { hundredths, seconds } from "./liquid-numbers.ts";
import { formatMoney } from "./money.ts";
import { toJsonNumber } from "./points.ts";
import type { Programme, Reward } from "./programme.ts";
import { benefitOf, hasCode, mostUnits } from "./reward-benefit.ts";
import type { Benefit } from "./reward-benefit.ts";
import type { RewardSummary, Whole } from "./summary.ts";
import { MAX_REWARDS } from "./summary.ts";

/** What guests, too, may see of the rewards. Codes, stock and who has had what stay inside. */
export function summariseRewards(
  { rewards, currency }: Programme,
  handles: ReadonlyMap<ProductId, string> = new Map(),
): RewardSummary[] {
  return rewards.slice(0, MAX_REWARDS).map((reward) => rewardSummary(reward, currency, handles));
}

/** A programme names a product by its id, its gid or its handle: the id of the first two, null for a handle. */
export function productIdOf(name: string): ProductId | null {
  return /^(?:gid:\/\/shopify\/Product\/)?(\d+)$/.exec(name)?.[1] ?? null;
}

function handleOf(name: string, handles: ReadonlyMap<ProductId, string>): string | null {
  const id = productIdOf(name);
  return id === null ? name : (handles.get(id) ?? null);
}

/** "5.00" of the currency, "10" per cent; null for a benefit without an amount. */
export function valueOf(benefit: Benefit | null, currency: string): string | null {
  if (benefit === null) return null;
  if ("value" in benefit) return formatMoney(benefit.value, currency);
  return "percent" in benefit ? decimalText(benefit.percent) : null;
}

function rewardSummary(
  reward: Reward,
  currency: string,
  handles: ReadonlyMap<ProductId, string>,
): RewardSummary {
  const { id, kind, cost, costPer, minimum } = reward;
  return {
    id,
    kind,
    cost: wholeOrNull(cost),
    value: cost === null ? null : valueOf(benefitOf(reward, null, currency), currency),
    costPer: wholeOrNull(costPer),
    mostUnits: costPer === null ? null : wholeOrNull(mostUnits(reward, currency)),
    minimum: minimum === 0n ? null : formatMoney(minimum, currency),
    minimumCents: toJsonNumber(hundredths(minimum, currency)),
    codeDays: hasCode(kind) ? reward.codeDays : null,
    product: "product" in reward ? reward.product : null,
    handle: "product" in reward ? handleOf(reward.product, handles) : null,
    tiers: reward.tiers === null ? null : [...reward.tiers],
    perMember: reward.perMember,
    ...seconds(reward.window),
  };
}

function wholeOrNull(value: bigint | null): Whole | null {
  return value === null ? null : toJsonNumber(value);
}
