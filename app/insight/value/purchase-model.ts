import { minimise } from "../numeric/minimise.ts";
import { evenly, type Buyers } from "./buyers.ts";

export type ModelName = "bg-nbd" | "mbg-nbd" | "pareto-nbd";

/** A model of when customers buy again and when they stop for good. */
export interface PurchaseModel {
  name: ModelName;
  /** Its parameters by their names in the papers. */
  parameters: Record<string, number>;
  /** Of all who were looked at, as a logarithm. */
  logLikelihood: number;
  /** That somebody bought as they did, as a logarithm. */
  likelihood(x: number, tx: number, T: number): number;
  /** The chance that a customer has not stopped. */
  alive(x: number, tx: number, T: number): number;
  /** How many more purchases are expected within so many weeks. */
  expected(x: number, tx: number, T: number, weeks: number): number;
}

/**
 * The chance that a customer buys nothing within so many weeks: how much less likely it is to see the same purchases
 * until then than to see them until now.
 */
export function chanceOfNone(model: PurchaseModel, { x, tx, T }: Buyer, weeks: number): number {
  return Math.min(1, Math.exp(model.likelihood(x, tx, T + weeks) - model.likelihood(x, tx, T)));
}

export interface Buyer {
  x: number;
  tx: number;
  T: number;
}

/** Logarithms of parameters stay within what a shop can have: beyond, likelihoods are flat and sums overflow. */
const FARTHEST = 9;

/** Parameters hardly move when more are looked at than these, and the search takes as much longer. */
const MOST_BUYERS = 5_000;

/** Where the search begins, and what little is known of a shop before it has customers: two shops of the papers. */
const STARTS = [
  [0, 1.5, 0, 0.5],
  [-0.7, 2, -0.3, 1.5],
] as const;

export interface Fitting {
  /**
   * How strongly a shop is held to be like others until it shows the opposite: 0 for the parameters of the papers, 1 for
   * a small shop, which must not be taken for what ten people did by chance.
   */
  caution?: number;
}

/**
 * The parameters under which what was seen is likeliest. `likelihood` is that of one customer, as a logarithm;
 * parameters are positive, so their logarithms are searched. Customers alike are counted once; of a great many every so
 * manyth is looked at.
 */
export function likeliest(
  buyers: Buyers,
  likelihoodUnder: (parameters: readonly number[]) => (x: number, tx: number, T: number) => number,
  { caution = 0 }: Fitting = {},
): { parameters: number[]; logLikelihood: number } {
  const loss = lossOf(buyers, likelihoodUnder, { caution });
  // The papers' digits need more steps than a shop can tell.
  const ends = STARTS.map((start) => minimise(loss, start, caution > 0 ? { tolerance: 1e-8 } : {}));
  const best = ends.reduce((one, other) => (other.value < one.value ? other : one));
  return { parameters: best.at.map(Math.exp), logLikelihood: -best.value };
}

/** What the search makes least, by the logarithms of the parameters. */
export function lossOf(
  buyers: Buyers,
  likelihoodUnder: (parameters: readonly number[]) => (x: number, tx: number, T: number) => number,
  { caution = 0 }: Fitting,
): (logs: readonly number[]) => number {
  const alike = countAlike(evenly(buyers, MOST_BUYERS));
  return (logs) => {
    if (logs.some((log) => Math.abs(log) > FARTHEST)) return Infinity;
    const likelihood = likelihoodUnder(logs.map(Math.exp));
    let sum = 0;
    if (caution > 0) logs.forEach((log, n) => (sum += (caution / 2) * (log - (STARTS[1][n] ?? 0)) ** 2));
    for (const { x, tx, T, many } of alike) sum -= many * likelihood(x, tx, T);
    return sum;
  };
}

function countAlike({ x, tx, T }: Buyers): (Buyer & { many: number })[] {
  const counts = new Map<string, Buyer & { many: number }>();
  x.forEach((often, place) => {
    const buyer = { x: often, tx: tx[place] ?? 0, T: T[place] ?? 0, many: 0 };
    const key = `${buyer.x} ${buyer.tx} ${buyer.T}`;
    const found = counts.get(key) ?? buyer;
    found.many += 1;
    counts.set(key, found);
  });
  return [...counts.values()];
}
