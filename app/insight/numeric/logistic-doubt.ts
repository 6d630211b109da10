import { invertPositive } from "./inverse.ts";
import { chanceOf, momentsOf, standard, type LogisticModel, type Table } from "./logistic-regression.ts";

/** How far off the log odds of a row may be, as one standard error. */
export type LogOddsError = (features: ArrayLike<number>) => number;

/**
 * The error of a logistic regression's log odds for having seen only so many rows: from the curvature at its top, ridge
 * included (Hastie, Tibshirani and Friedman 2009, section 4.4). `alike` is how many rows tell of the same person, who
 * count as one.
 */
export function logOddsError(
  table: Table,
  model: LogisticModel,
  { ridge, alike = 1 }: { ridge: number; alike?: number },
): LogOddsError {
  const { columns, values } = table;
  const size = columns + 1;
  const rows = values.length / columns;
  const { mean, spread } = momentsOf(table);
  const row = new Float64Array(size).fill(1, 0, 1);
  const read = (features: ArrayLike<number>) => {
    for (let c = 0; c < columns; c++) row[c + 1] = standard(features[c] ?? 0, mean[c] ?? 0, spread[c] ?? 0);
  };
  const curve = new Float64Array(size * size);
  for (let n = 0; n < rows; n++) {
    const features = values.subarray(n * columns, (n + 1) * columns);
    read(features);
    const chance = chanceOf(model, features);
    const doubt = (chance * (1 - chance)) / alike;
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++)
        curve[i * size + j] = (curve[i * size + j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0) * doubt;
  }
  for (let i = 0; i < size; i++) {
    curve[i * size + i] = (curve[i * size + i] ?? 0) + (ridge * rows) / alike + 1e-9;
    for (let j = 0; j < i; j++) curve[j * size + i] = curve[i * size + j] ?? 0;
  }
  const covariance = invertPositive(curve, size);
  return (features) => {
    read(features);
    let sum = 0;
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) sum += (row[i] ?? 0) * (covariance[i * size + j] ?? 0) * (row[j] ?? 0);
    return Math.sqrt(Math.max(0, sum));
  };
}
