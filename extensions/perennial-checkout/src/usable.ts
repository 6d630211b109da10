import type { RedemptionTold, RewardOffer } from "../../perennial-shared/app-answers.ts";
import type { RewardKind, Whole } from "../../../app/loyalty/summary.ts";

/** Rewards that are a code for this very checkout. */
const WITH_CODE: ReadonlySet<RewardKind> = new Set([
  "amount",
  "percent",
  "free-shipping",
  "free-product",
  "gift-with-purchase",
]);
/** A checkout is for paying: the rest is a press away in the account. */
const MOST_OFFERS = 3;

export interface Offer {
  reward: RewardOffer;
  /** Of a sliding reward, how many; null for one with a fixed cost. */
  units: number | null;
  points: Whole;
}

/** Whether the checkout bears this code, which it may write in capitals. */
export function isAmong(applied: readonly string[], code: string | null): boolean {
  return code !== null && applied.some((each) => each.toLowerCase() === code.toLowerCase());
}

/** Codes that the member has already and this order is worth, the one that ends first first. */
export function codesToUse(
  redemptions: readonly RedemptionTold[],
  { applied, subtotal }: { applied: readonly string[]; subtotal: number | null },
): (RedemptionTold & { code: string })[] {
  return redemptions
    .filter((each): each is RedemptionTold & { code: string } => each.code !== null)
    .filter(({ state, kind, code }) => state === "ready" && WITH_CODE.has(kind) && !isAmong(applied, code))
    .filter(({ minimum }) => subtotal === null || Number(minimum ?? 0) <= subtotal)
    .toSorted((a, b) => (a.endsAt ?? "9").localeCompare(b.endsAt ?? "9"));
}

/**
 * What can be had now and used on this order, the most valuable first. Nobody is led to use points for a code of which it
 * is not certain that this order is worth it.
 */
export function offersFor(
  rewards: readonly RewardOffer[],
  { available, subtotal }: { available: Whole; subtotal: number | null },
): Offer[] {
  return rewards
    .filter(({ kind, reachable }) => WITH_CODE.has(kind) && reachable)
    .filter(({ minimum }) => minimum === null || (subtotal !== null && Number(minimum) <= subtotal))
    .map((reward) => offerOf(reward, { available, subtotal }))
    .filter((offer) => offer !== null)
    .toSorted((a, b) => Number(b.points) - Number(a.points))
    .slice(0, MOST_OFFERS);
}

/** Of "so many points for each pound", as much as there are points for, and no more than is to be paid. */
function offerOf(
  reward: RewardOffer,
  { available, subtotal }: { available: Whole; subtotal: number | null },
): Offer | null {
  if (reward.cost !== null) return { reward, units: null, points: reward.cost };
  if (reward.kind !== "amount" || reward.costPer === null || subtotal === null) return null;
  const affordable = Number(BigInt(available) / BigInt(reward.costPer));
  const units = Math.min(affordable, Math.floor(subtotal), Number(reward.mostUnits ?? affordable));
  return units < 1 ? null : { reward, units, points: String(BigInt(reward.costPer) * BigInt(units)) };
}
