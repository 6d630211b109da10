import { type Tally } from "./tally.ts";

export interface Adjusted {
  /** In the order given, with the means as they would be had all arms been alike before. */
  tallies: Tally[];
  /** What of the variance is gone: 0 where the past tells nothing, and nothing was adjusted. */
  saved: number;
}

/** Below so many members a slope is a guess. */
const FEWEST = 50;
/** How much of a correlation chance alone would bring: squared, times the number of members. */
const BY_CHANCE = 4;

/**
 * Takes out what members' own past foretells (CUPED: Deng, Xu, Kohavi and Walker, "Improving the Sensitivity of Online
 * Controlled Experiments by Utilizing Pre-Experiment Data", WSDM 2013). One slope for all arms, from within them, so that
 * the effect itself cannot leak into it. Only where the past tells more than chance would; else all stays as it is.
 */
export function adjustForPast(tallies: readonly Tally[]): Adjusted {
  const members = sum(tallies, (tally) => tally.members);
  const squares = sum(tallies, (tally) => tally.squares);
  const pastSquares = sum(tallies, (tally) => tally.pastSquares);
  const products = sum(tallies, (tally) => tally.products);
  const saved = pastSquares > 0 && squares > 0 ? Math.min(1, products ** 2 / (pastSquares * squares)) : 0;
  if (members < FEWEST || saved * members <= BY_CHANCE) return { tallies: [...tallies], saved: 0 };
  const slope = products / pastSquares;
  const pastMean = sum(tallies, (tally) => tally.pastMean * tally.members) / members;
  return {
    saved,
    tallies: tallies.map((tally) => ({
      ...tally,
      mean: tally.mean - slope * (tally.pastMean - pastMean),
      squares: Math.max(0, tally.squares - 2 * slope * tally.products + slope ** 2 * tally.pastSquares),
    })),
  };
}

function sum(tallies: readonly Tally[], of: (tally: Tally) => number): number {
  return tallies.reduce((total, tally) => total + of(tally), 0);
}
