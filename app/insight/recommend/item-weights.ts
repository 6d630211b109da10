import { invertPositive } from "../numeric/inverse.ts";
import { bestOf } from "./best.ts";
import type { Sets } from "./sets.ts";

/** What having one item says about wanting another, among the best sellers; of each, what says most. */
export interface ItemWeights {
  /** Row of an item; -1 for what sells too little. */
  rowOf: Int32Array;
  /** Where a row begins in the two lists behind it. */
  start: Int32Array;
  /** The other item, and how much it is wanted by who has the item of the row; below 0 where less than others. */
  item: Int32Array;
  weight: Float32Array;
}

interface Wish {
  items: number;
  /** Of the best sellers; the work grows with its third power. */
  most: number;
  /** The larger, the less is made of items that few bought. */
  ridge: number;
}

/** What is kept of a row: the rest comes to nothing, and would be nine tenths of what has to be stored. */
const KEPT = 150;

/**
 * EASE: each item told from the others by a ridge regression, all at once, from the inverse of how often they occur
 * together. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019, equation 8.
 */
export function fitItemWeights(sets: Sets, { items, most, ridge }: Wish): ItemWeights {
  const sold = new Float64Array(items);
  const [from, to] = [sets.start[0] ?? 0, sets.start.at(-1) ?? 0];
  for (let place = from; place < to; place++) {
    const item = sets.items[place] ?? 0;
    sold[item] = (sold[item] ?? 0) + 1;
  }
  const best = bestOf(sold, most).filter((item) => (sold[item] ?? 0) > 0);
  const rowOf = new Int32Array(items).fill(-1);
  best.forEach((item, row) => (rowOf[item] = row));
  const inverse = invertPositive(countTogether(sets, { rowOf, rows: best.length, ridge }), best.length);
  return { rowOf, ...keepLargest(inverse, best) };
}

function countTogether(
  { start, items }: Sets,
  { rowOf, rows, ridge }: { rowOf: Int32Array; rows: number; ridge: number },
): Float64Array {
  const together = new Float64Array(rows * rows);
  const had = new Int32Array(rows);
  for (let set = 0; set + 1 < start.length; set++) {
    let many = 0;
    for (let place = start[set] ?? 0; place < (start[set + 1] ?? 0); place++) {
      const row = rowOf[items[place] ?? 0] ?? -1;
      if (row >= 0) had[many++] = row;
    }
    for (let a = 0; a < many; a++) {
      const from = (had[a] ?? 0) * rows;
      for (let b = 0; b < many; b++) {
        const at = from + (had[b] ?? 0);
        together[at] = (together[at] ?? 0) + 1;
      }
    }
  }
  for (let row = 0; row < rows; row++) together[row * rows + row] = (together[row * rows + row] ?? 0) + ridge;
  return together;
}

function keepLargest(inverse: Float64Array, best: readonly number[]): Omit<ItemWeights, "rowOf"> {
  const n = best.length;
  const kept = Math.min(KEPT, Math.max(0, n - 1));
  const start = Int32Array.from({ length: n + 1 }, (_, row) => row * kept);
  const item = new Int32Array(n * kept);
  const weight = new Float32Array(n * kept);
  const [row, size] = [new Float64Array(n), new Float64Array(n)];
  for (let one = 0; one < n; one++) {
    for (let other = 0; other < n; other++) {
      const says = -(inverse[one * n + other] ?? 0) / (inverse[other * n + other] ?? 1);
      row[other] = says;
      size[other] = one === other ? -1 : Math.abs(says);
    }
    bestOf(size, kept).forEach((other, place) => {
      item[one * kept + place] = best[other] ?? 0;
      weight[one * kept + place] = row[other] ?? 0;
    });
  }
  return { start, item, weight };
}
