import { differenceWithin, type Difference } from "./difference.ts";
import type { Tally } from "./tally.ts";

/*
 * Intervals that hold at every look at once. A test that is looked at daily and stopped when it pleases finds effects where
 * there are none: 30 looks at 5 % are wrong in one of four. These are wrong in at most `alpha` of all experiments, however
 * often and whenever somebody looks.
 *
 * The mixture sequential probability ratio test (Robbins 1970; Johari, Pekelis and Walsh, "Always Valid Inference",
 * arXiv 1512.04922, and KDD 2017) as a confidence sequence (Howard, Ramdas, McAuliffe and Sekhon, Annals of Statistics
 * 49, 2021), for means whose variance is estimated: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform
 * central limit theory and asymptotic confidence sequences", Annals of Statistics 52, 2024, theorem 2.2.
 */

export interface LookTerms {
  /** How often an interval may be wrong, over all looks together. */
  alpha?: number;
  /** Members of both arms at which the interval is to be narrowest; it holds at every other number as well. */
  planned: number;
}

/** The interval around the difference of two means; its width is infinite while nothing is known. */
export function alwaysValid(base: Tally, arm: Tally, { alpha = 0.05, planned }: LookTerms): Difference {
  const isBlind = base.members < 2 || arm.members < 2;
  const members = base.members + arm.members;
  return differenceWithin(base, arm, isBlind ? Infinity : timesStandardError(members, { alpha, planned }));
}

/** How many standard errors wide the interval is to either side: 1.96 for one look, about 3 for all looks. */
export function timesStandardError(members: number, { alpha = 0.05, planned }: LookTerms): number {
  const time = (members * mixtureFor(alpha)) / Math.max(1, planned);
  return Math.sqrt((2 * (time + 1) * Math.log(Math.sqrt(time + 1) / alpha)) / time);
}

/** rho^2 times the planned number of members, for the narrowest interval there (Waudby-Smith and others, section B.2). */
function mixtureFor(alpha: number): number {
  const wide = -2 * Math.log(alpha);
  return wide + Math.log(wide + 1);
}
