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
 * The difference of two means, or of two proportions, with an interval for one look that was fixed beforehand (Neyman
 * 1923; Welch 1938): variances are not taken for equal, and members are many enough for the normal distribution. Looked
 * at again and again, such an interval is wrong far more often than `alpha`: see `alwaysValid`.
 */
export function fixedLook(base: Tally, arm: Tally, alpha = 0.05): Difference {
  const difference = arm.mean - base.mean;
  const standardError = standardErrorOf(base, arm);
  const radius = normalQuantile(1 - alpha / 2) * standardError;
  return { difference, standardError, low: difference - radius, high: difference + radius };
}

export function standardErrorOf(base: Tally, arm: Tally): number {
  return Math.sqrt(varianceOf(base) / Math.max(1, base.members) + varianceOf(arm) / Math.max(1, arm.members));
}
