import { logGamma } from "../numeric/special-functions.ts";

/** How many members an arm has, and how many of all it should have (any unit: basis points, shares). */
export interface Counted {
  members: number;
  share: number;
}

/** Larger: fewer members are needed to notice, and only larger differences are. */
const WEIGHT = 100;
/** With so small a chance is an alarm false, over all looks together. */
const FALSE_ALARM = 0.001;

/**
 * Whether the arms have the members that they should have: where they have not, something is wrong with how members were
 * reached, and the figures mean nothing. It may be looked at daily as well: the odds of counts that follow a Dirichlet
 * distribution against those that follow the shares (Lindon and Malek, "Anytime-Valid Inference for Multinomial Count
 * Data", NeurIPS 2022), an alarm above 1 / 0.001.
 */
export function isRatioOff(arms: readonly Counted[]): boolean {
  return oddsOfWrongRatio(arms) > 1 / FALSE_ALARM;
}

/** The odds themselves: 1 for no members, and below it the better they fit. */
export function oddsOfWrongRatio(arms: readonly Counted[]): number {
  const whole = arms.reduce((sum, { share }) => sum + Math.max(0, share), 0);
  const members = arms.reduce((sum, arm) => sum + arm.members, 0);
  if (whole <= 0) return members === 0 ? 1 : Infinity;
  let log = logGamma(WEIGHT) - logGamma(WEIGHT + members);
  for (const { members: its, share } of arms) {
    if (share <= 0) {
      if (its > 0) return Infinity;
      continue;
    }
    const weight = (WEIGHT * share) / whole;
    log += logGamma(weight + its) - logGamma(weight) - its * Math.log(share / whole);
  }
  return Math.exp(Math.min(700, log));
}
