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

/**
 * Logistic regression with a ridge on features of mean 0 and spread 1, by Newton's method. `ridge` is for each row, so
 * that it means the same in small shops and in large ones.
 */
export function fitLogistic(table: Table, isTrue: Uint8Array, ridge: number): LogisticModel {
  const { columns } = table;
  const { mean, spread } = momentsOf(table);
  const size = columns + 1;
  const weights = new Float64Array(size);
  const row = new Float64Array(size);
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = new Float64Array(size);
    const curve = new Float64Array(size * size);
    for (let n = 0; n < isTrue.length; n++) {
      row[0] = 1;
      let sum = weights[0] ?? 0;
      for (let c = 0; c < columns; c++) {
        const value = standard(table.values[n * columns + c] ?? 0, mean[c] ?? 0, spread[c] ?? 0);
        row[c + 1] = value;
        sum += value * (weights[c + 1] ?? 0);
      }
      const chance = logistic(sum);
      const doubt = chance * (1 - chance);
      for (let i = 0; i < size; i++) {
        const value = row[i] ?? 0;
        slope[i] = (slope[i] ?? 0) + value * ((isTrue[n] ?? 0) - chance);
        for (let j = 0; j <= i; j++) {
          curve[i * size + j] = (curve[i * size + j] ?? 0) + value * (row[j] ?? 0) * doubt;
        }
      }
    }
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
  return asTheyStand(weights, mean, spread);
}

export function chanceOf({ weights, intercept }: LogisticModel, features: ArrayLike<number>): number {
  let sum = intercept;
  for (let c = 0; c < weights.length; c++) sum += (weights[c] ?? 0) * (features[c] ?? 0);
  return logistic(sum);
}

export function momentsOf({ values, columns }: Table): { mean: Float64Array; spread: Float64Array } {
  const rows = Math.max(1, values.length / columns);
  const mean = new Float64Array(columns);
  const spread = new Float64Array(columns);
  values.forEach((value, place) => {
    const column = place % columns;
    mean[column] = (mean[column] ?? 0) + value / rows;
  });
  values.forEach((value, place) => {
    const column = place % columns;
    spread[column] = (spread[column] ?? 0) + (value - (mean[column] ?? 0)) ** 2 / rows;
  });
  return { mean, spread: spread.map(Math.sqrt) };
}

export function standard(value: number, mean: number, spread: number): number {
  return spread > 1e-9 ? (value - mean) / spread : 0;
}

function asTheyStand(fitted: Float64Array, mean: Float64Array, spread: Float64Array): LogisticModel {
  const weights = spread.map((by, c) => (by > 1e-9 ? (fitted[c + 1] ?? 0) / by : 0));
  const shift = weights.reduce((sum, weight, c) => sum + weight * (mean[c] ?? 0), 0);
  return { weights, intercept: (fitted[0] ?? 0) - shift };
}
