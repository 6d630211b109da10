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

const STEPS = 60;
/** Bounds differ by less than this by chance alone; the lowest of them leaves the most texts with an answer. */
const AS_GOOD = 0.01;

/** The score below which "neither" is the better answer: where the mean F1 of the three answers is as good as it gets. */
export function neutralBelow(held: readonly HeldBackSum[], slope: number): number {
  const bounds = Array.from({ length: STEPS }, (_, step) => step / 100);
  const scores = bounds.map((bound) => meanF1(held, slope, bound));
  const best = Math.max(...scores);
  return bounds[scores.findIndex((score) => score >= best - AS_GOOD)] ?? 0;
}

export function meanF1(held: readonly HeldBackSum[], slope: number, bound: number): number {
  const answers = held.map(({ sum, isPositive }) => {
    const score = Math.tanh((slope * sum) / 2);
    return { said: Math.abs(score) < bound ? null : score > 0, isPositive };
  });
  const of = ([true, null, false] as const).map((label) => {
    const right = answers.filter(({ said, isPositive }) => said === label && isPositive === label).length;
    const [said, are] = [
      answers.filter((answer) => answer.said === label).length,
      answers.filter(({ isPositive }) => isPositive === label).length,
    ];
    return right === 0 ? 0 : (2 * right) / (said + are);
  });
  return of.reduce((sum, f1) => sum + f1, 0) / of.length;
}
