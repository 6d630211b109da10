import { invertPositive } from "./inverse.ts";

const STEP = 0.02;
/** No parameter is known worse than this, as the standard error of its logarithm. */
const MOST_ERROR = 2;

/**
 * How parameters may be off around the least value of a loss that is minus a log-likelihood: their covariance, row by
 * row, from second differences. Where the loss is flat they are taken for known to within a factor of seven.
 */
export function covarianceAt(loss: (at: readonly number[]) => number, at: readonly number[]): Float64Array {
  const n = at.length;
  const moved = (i: number, by: number, j = -1, too = 0) =>
    loss(at.map((value, k) => value + (k === i ? by : 0) + (k === j ? too : 0)));
  const middle = loss(at);
  const curve = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const second =
        i === j
          ? (moved(i, STEP) - 2 * middle + moved(i, -STEP)) / STEP ** 2
          : (moved(i, STEP, j, STEP) -
              moved(i, STEP, j, -STEP) -
              moved(i, -STEP, j, STEP) +
              moved(i, -STEP, j, -STEP)) /
            (4 * STEP ** 2);
      curve[i * n + j] = curve[j * n + i] = Number.isFinite(second) ? second : 0;
    }
  for (let i = 0; i < n; i++) curve[i * n + i] = Math.max(0, curve[i * n + i] ?? 0) + MOST_ERROR ** -2;
  return invertPositive(curve, n);
}

/** The standard error of a figure that changes by `slope` with each parameter. */
export function errorAlong(slope: readonly number[], covariance: Float64Array): number {
  const n = slope.length;
  let sum = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) sum += (slope[i] ?? 0) * (covariance[i * n + j] ?? 0) * (slope[j] ?? 0);
  return Math.sqrt(Math.max(0, sum));
}
