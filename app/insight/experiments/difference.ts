import { normalQuantile } from "../numeric/normal.ts";
import { varianceOf, type Tally } from "./tally.ts";

/** By how much the mean of an arm is above that of another, in the unit of the outcome; a share for outcomes of 0 and 1. */
export interface Difference {
  difference: number;
  standardError: number;
  low: number;
  high: number;
}

/**
 * The difference of two means, or of two proportions, with an interval for one look that was fixed beforehand. Looked at
 * again and again, such an interval is wrong far more often than `alpha`: see `alwaysValid`.
 */
export function fixedLook(base: Tally, arm: Tally, alpha = 0.05): Difference {
  return differenceWithin(base, arm, normalQuantile(1 - alpha / 2));
}

/** With an interval of so many standard errors to either side. */
export function differenceWithin(base: Tally, arm: Tally, width: number): Difference {
  const difference = arm.mean - base.mean;
  const standardError = levelErrorOf(base, arm, width);
  const radius = Number.isFinite(width) ? width * standardError : Infinity;
  return { difference, standardError, low: difference - radius, high: difference + radius };
}

/** The textbook's, as it is published: each arm by its own variance, not taken for equal (Neyman 1923; Welch 1938). */
export function standardErrorOf(base: Tally, arm: Tally): number {
  return Math.sqrt(varianceOf(base) / Math.max(1, base.members) + varianceOf(arm) / Math.max(1, arm.members));
}

/**
 * The textbook's, unless the arms' sizes would mislead it. Of what members spend, a few large orders make up the mean and
 * the variance alike: where chance left them out of the smaller arm, both are too low there, the interval is too narrow,
 * and it leaves out 0 on that side far too often. The variance of all members around the means of their arms does not
 * move with the difference, and errs to the other side. To the first order (Edgeworth's expansion; Hall, "The Bootstrap and
 * Edgeworth Expansion", 1992) skewness moves the chance to be `width` errors away by 2 width^2 + 1 with the one and by
 * -(width^2 - 1) with the other, so the share below lets both cancel: a quarter to a third of the variance is the arms'
 * own. Never below the textbook's: where the smaller arm does vary more, that is no chance.
 */
export function levelErrorOf(base: Tally, arm: Tally, width: number): number {
  const own = standardErrorOf(base, arm);
  const shareOfOwn = Math.max(0, 1 - 1 / width ** 2) / 3;
  const level = Math.sqrt(shareOfOwn * own ** 2 + (1 - shareOfOwn) * pooledErrorOf(base, arm) ** 2);
  return Math.max(own, level);
}

function pooledErrorOf(base: Tally, arm: Tally): number {
  const squares = Math.max(0, base.squares) + Math.max(0, arm.squares);
  const variance = squares / Math.max(1, base.members + arm.members - 2);
  return Math.sqrt(variance * (1 / Math.max(1, base.members) + 1 / Math.max(1, arm.members)));
}
