import { invertPositive } from "../numeric/linear.ts";
import { highest } from "./visits.ts";

/** What having one item says about wanting another, among the best sellers. */
export interface ItemWeights {
  /** Row of an item; -1 for what sells too little. */
  rowOf: Int32Array;
  /** Item of a row. */
  items: number[];
  /** Row by row: the weight of the item of the row for that of the column. */
  weights: Float32Array;
}

interface Wish {
  items: number;
  /** Of the best sellers; the work grows with its third power. */
  most: number;
  /** The larger, the less is made of items that few bought. */
  ridge: number;
}

/**
 * EASE: each item told from the others by a ridge regression, all at once, from the inverse of how often they occur
 * together. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019, equation 8.
 */
export function fitItemWeights(sets: readonly Int32Array[], { items, most, ridge }: Wish): ItemWeights {
  const sold = new Float64Array(items);
  for (const set of sets) for (const item of set) sold[item] = (sold[item] ?? 0) + 1;
  const best = highest(sold, most).filter((item) => (sold[item] ?? 0) > 0);
  const n = best.length;
  const rowOf = new Int32Array(items).fill(-1);
  best.forEach((item, row) => (rowOf[item] = row));
  const together = new Float64Array(n * n);
  for (const set of sets) {
    const rows = set.map((item) => rowOf[item] ?? -1).filter((row) => row >= 0);
    for (const a of rows) for (const b of rows) together[a * n + b] = (together[a * n + b] ?? 0) + 1;
  }
  for (let row = 0; row < n; row++) together[row * n + row] = (together[row * n + row] ?? 0) + ridge;
  const inverse = invertPositive(together, n);
  const weights = new Float32Array(n * n);
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++) {
      const [value, own] = [inverse[row * n + column] ?? 0, inverse[column * n + column] ?? 1];
      weights[row * n + column] = row === column ? 0 : -value / own;
    }
  return { rowOf, items: best, weights };
}

/** Adds up what some items, each with its own weight, say about all; what sells too little stays 0. */
export function wantedBy(
  { rowOf, items, weights }: ItemWeights,
  having: Iterable<readonly [item: number, weight: number]>,
): Float64Array {
  const n = items.length;
  const sums = new Float64Array(n);
  for (const [item, weight] of having) {
    const row = rowOf[item] ?? -1;
    if (row < 0) continue;
    const from = row * n;
    for (let column = 0; column < n; column++)
      sums[column] = (sums[column] ?? 0) + weight * (weights[from + column] ?? 0);
  }
  const wanted = new Float64Array(rowOf.length);
  items.forEach((item, column) => (wanted[item] = sums[column] ?? 0));
  return wanted;
}
