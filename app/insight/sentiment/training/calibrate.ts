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

/** The score below which "neither" is the better answer: where the mean F1 of the three answers is highest. */
export function neutralBelow(held: readonly HeldBackSum[], slope: number): number {
  let best = { bound: 0, score: -1 };
  for (let step = 0; step < STEPS; step++) {
    const bound = step / 100;
    const score = meanF1(held, slope, bound);
    if (score > best.score) best = { bound, score };
  }
  return best.bound;
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
