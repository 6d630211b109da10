import { solvePositive } from "./linear.ts";
import { logistic } from "./special-functions.ts";

/** Rows of as many features each, one after the other. */
export interface Table {
  values: Float64Array;
  columns: number;
}

export interface LogisticModel {
  /** Of each feature as it stands; features that did not differ have 0. */
  weights: Float64Array;
  intercept: number;
}

const MOST_STEPS = 60;
const NO_STEP = 1e-8;
const NO_SPREAD = 1e-9;

/**
 * Logistic regression with a ridge on features of mean 0 and spread 1, by Newton's method. `ridge` is for each row, so
 * that it means the same in small shops and in large ones. What is known to be near the answer makes it faster.
 */
export function fitLogistic(
  table: Table,
  isTrue: Uint8Array,
  ridge: number,
  near?: LogisticModel,
): LogisticModel {
  const moments = momentsOf(table);
  const size = table.columns + 1;
  const weights = near === undefined ? new Float64Array(size) : asSpread(near, moments);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curve } = gather(table, { isTrue, weights, ...moments });
    // A little for the intercept too: where all is true, or nothing, it would run away.
    for (let i = 0; i < size; i++) {
      const hold = i === 0 ? 1e-6 * isTrue.length : ridge * isTrue.length;
      curve[i * size + i] = (curve[i * size + i] ?? 0) + hold;
      slope[i] = (slope[i] ?? 0) - hold * (weights[i] ?? 0);
    }
    const change = solvePositive(curve, slope);
    let farthest = 0;
    change.forEach((by, i) => {
      weights[i] = (weights[i] ?? 0) + by;
      farthest = Math.max(farthest, Math.abs(by));
    });
    if (farthest < NO_STEP) break;
  }
  return asTheyStand(weights, moments);
}

interface Moments {
  mean: Float64Array;
  spread: Float64Array;
}

/** Slope and curvature of the likelihood where the weights stand; of the curvature the lower half. */
function gather(
  { values, columns }: Table,
  { isTrue, weights, mean, spread }: Moments & { isTrue: Uint8Array; weights: Float64Array },
): { slope: Float64Array; curve: Float64Array } {
  const size = columns + 1;
  const [slope, curve] = [new Float64Array(size), new Float64Array(size * size)];
  const row = new Float64Array(size).fill(1, 0, 1);
  const scale = spread.map((by) => (by > NO_SPREAD ? 1 / by : 0));
  for (let n = 0; n < isTrue.length; n++) {
    let sum = weights[0] ?? 0;
    for (let c = 0; c < columns; c++) {
      const value = ((values[n * columns + c] ?? 0) - (mean[c] ?? 0)) * (scale[c] ?? 0);
      row[c + 1] = value;
      sum += value * (weights[c + 1] ?? 0);
    }
    const chance = logistic(sum);
    const off = (isTrue[n] ?? 0) - chance;
    const doubt = chance * (1 - chance);
    for (let i = 0; i < size; i++) {
      const value = row[i] ?? 0;
      slope[i] = (slope[i] ?? 0) + value * off;
      const doubted = value * doubt;
      const from = i * size;
      for (let j = 0; j <= i; j++) curve[from + j] = (curve[from + j] ?? 0) + doubted * (row[j] ?? 0);
    }
  }
  return { slope, curve };
}

/** Of the row that begins at `from`. */
export function chanceOf(
  { weights, intercept }: LogisticModel,
  features: ArrayLike<number>,
  from = 0,
): number {
  let sum = intercept;
  for (let c = 0; c < weights.length; c++) sum += (weights[c] ?? 0) * (features[from + c] ?? 0);
  return logistic(sum);
}

export function momentsOf({ values, columns }: Table): Moments {
  const rows = Math.max(1, values.length / columns);
  const [mean, spread] = [new Float64Array(columns), new Float64Array(columns)];
  for (let from = 0; from < values.length; from += columns)
    for (let c = 0; c < columns; c++) mean[c] = (mean[c] ?? 0) + (values[from + c] ?? 0) / rows;
  for (let from = 0; from < values.length; from += columns)
    for (let c = 0; c < columns; c++)
      spread[c] = (spread[c] ?? 0) + ((values[from + c] ?? 0) - (mean[c] ?? 0)) ** 2 / rows;
  return { mean, spread: spread.map(Math.sqrt) };
}

export function standard(value: number, mean: number, spread: number): number {
  return spread > NO_SPREAD ? (value - mean) / spread : 0;
}

function asSpread({ weights, intercept }: LogisticModel, { mean, spread }: Moments): Float64Array {
  const shift = weights.reduce((sum, weight, c) => sum + weight * (mean[c] ?? 0), 0);
  return Float64Array.of(intercept + shift, ...weights.map((weight, c) => weight * (spread[c] ?? 0)));
}

function asTheyStand(fitted: Float64Array, { mean, spread }: Moments): LogisticModel {
  const weights = spread.map((by, c) => (by > NO_SPREAD ? (fitted[c + 1] ?? 0) / by : 0));
  const shift = weights.reduce((sum, weight, c) => sum + weight * (mean[c] ?? 0), 0);
  return { weights, intercept: (fitted[0] ?? 0) - shift };
}
