/** What a model said of a text that it had not learned of: the sum of its weights, and what was true. */
export interface HeldBackSum {
  sum: number;
  /** null where people saw neither. */
  isPositive: boolean | null;
}

const ROUNDS = 50;

/**
 * What sums are multiplied by to be logits: the slope that makes what is true likeliest (Platt 1999, without an
 * intercept, so that no sign turns). Texts that are neither do not count.
 */
export function slopeOf(held: readonly HeldBackSum[]): number {
  let slope = 1;
  for (let round = 0; round < ROUNDS; round++) {
    let [gradient, curve] = [0, 1e-9];
    for (const { sum, isPositive } of held) {
      if (isPositive === null) continue;
      const chance = 1 / (1 + Math.exp(-slope * sum));
      gradient += ((isPositive ? 1 : 0) - chance) * sum;
      curve += chance * (1 - chance) * sum * sum;
    }
    slope = Math.max(0.01, slope + Math.max(-1, Math.min(1, gradient / curve)));
  }
  return slope;
}
