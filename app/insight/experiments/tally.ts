/**
 * What is known of an arm's members together: enough for every estimate, whatever their number. Sums of squares are taken
 * around the mean (Welford 1962; Chan, Golub and LeVeque 1979), so that large amounts with small differences lose nothing.
 */
export interface Tally {
  members: number;
  /** Members whose outcome is not 0. */
  hits: number;
  mean: number;
  /** The same of what they did in as many days before. */
  pastMean: number;
  /** Sums of squares and products around these means. */
  squares: number;
  pastSquares: number;
  products: number;
}

export const NOBODY: Tally = {
  ...{ members: 0, hits: 0, mean: 0, pastMean: 0 },
  ...{ squares: 0, pastSquares: 0, products: 0 },
};

/** One member more: the outcome, and the same before they were reached. What is no number counts as 0. */
export function observe(tally: Tally, outcome: number, past = 0): void {
  const y = finite(outcome);
  const x = finite(past);
  tally.members += 1;
  tally.hits += y === 0 ? 0 : 1;
  const fromMean = y - tally.mean;
  const fromPast = x - tally.pastMean;
  tally.mean += fromMean / tally.members;
  tally.pastMean += fromPast / tally.members;
  tally.squares += fromMean * (y - tally.mean);
  tally.pastSquares += fromPast * (x - tally.pastMean);
  tally.products += fromMean * (x - tally.pastMean);
}

export function tallyOf(outcomes: ArrayLike<number>, pasts?: ArrayLike<number>): Tally {
  const tally = { ...NOBODY };
  for (let n = 0; n < outcomes.length; n++) observe(tally, outcomes[n] ?? 0, pasts?.[n] ?? 0);
  return tally;
}

/** With n - 1 below; 0 for fewer than two members. */
export function varianceOf({ members, squares }: Tally): number {
  return members < 2 ? 0 : Math.max(0, squares) / (members - 1);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
