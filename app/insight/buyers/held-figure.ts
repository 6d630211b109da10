import { fitLogistic } from "../numeric/logistic-regression.ts";
import { logOddsError } from "../numeric/logistic-doubt.ts";

/** A figure on what was held back, between which bounds it lies in 19 of 20 such shops, and how many it rests on. */
export interface HeldFigure {
  name:
    | "leaving-top"
    | "leaving-auc"
    | "leaving-brier"
    | "leaving-slope"
    | "orders-error"
    | "value-error"
    | "value-captured"
    | "orders-within"
    | "value-within"
    | "next-order";
  value: number | null;
  /** The same without a model. */
  base: number | null;
  low?: number;
  high?: number;
  rows: number;
}

const SURE = 1.96;
const RIDGE = 1e-9;

/** How far apart chances are against how far they should be: 1 is right, below it they are too sure (Cox 1958). */
export function slopeOf(chances: ArrayLike<number>, isTrue: Uint8Array): HeldFigure {
  const values = Float64Array.from(chances, (chance) => {
    const within = Math.min(1 - 1e-6, Math.max(1e-6, chance));
    return Math.log(within / (1 - within));
  });
  const table = { values, columns: 1 };
  const model = fitLogistic(table, isTrue, RIDGE);
  const error = logOddsError(table, model, { ridge: RIDGE });
  const value = model.weights[0] ?? 0;
  // The error along the feature alone: at its mean that of the intercept, one unit off it both.
  const mean = values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  const off = SURE * Math.sqrt(Math.max(0, error([mean + 1]) ** 2 - error([mean]) ** 2));
  return {
    name: "leaving-slope",
    value,
    base: null,
    low: value - off,
    high: value + off,
    rows: isTrue.length,
  };
}
