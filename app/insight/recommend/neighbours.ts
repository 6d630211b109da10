import { bestOf } from "./best.ts";
import { turned, type Sets } from "./sets.ts";

/** What stands together in sets: of each item the others nearest to it, by their places. */
export interface Neighbours {
  /** In how many sets an item is. */
  having: Int32Array;
  /** Where the neighbours of an item begin in the three lists behind it; those of one item rise. */
  start: Int32Array;
  item: Int32Array;
  /** How many sets have both: as many as anybody counts. */
  both: Int32Array;
  /** Cosine of the two, from 0 to 1: how often they are together for how often each is. */
  near: Float32Array;
  /** The same where what is long ago counts less. */
  lately: Float32Array;
}

interface Wish {
  items: number;
  /** Neighbours that are kept of each. */
  most: number;
  /** How much a set counts of late, from 0 to 1; all count alike where it is left out. */
  weight?: Float32Array;
}

/** Doubt: items that few have are near to others by chance. */
const FEW = 5;

/**
 * Counts item by item, through the sets that have it, so that it needs no more room than one item's counts. The work is
 * the sum of the squares of the sets' sizes.
 */
export function countNeighbours(sets: Sets, { items, most, weight }: Wish): Neighbours {
  const havers = turned(sets, items);
  const having = new Int32Array(items);
  const faded = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    const [from, to] = [havers.start[item] ?? 0, havers.start[item + 1] ?? 0];
    having[item] = to - from;
    for (let place = from; place < to; place++)
      faded[item] = (faded[item] ?? 0) + (weight?.[havers.items[place] ?? 0] ?? 1);
  }
  const [both, sums] = [new Int32Array(items), new Float64Array(items)];
  const touched = new Int32Array(items);
  const kept = {
    start: new Int32Array(items + 1),
    item: grown(),
    both: grown(),
    near: grown(),
    lately: grown(),
  };
  for (let one = 0; one < items; one++) {
    let many = 0;
    for (let place = havers.start[one] ?? 0; place < (havers.start[one + 1] ?? 0); place++) {
      const set = havers.items[place] ?? 0;
      const counts = weight?.[set] ?? 1;
      for (let n = sets.start[set] ?? 0; n < (sets.start[set + 1] ?? 0); n++) {
        const other = sets.items[n] ?? 0;
        if (both[other] === 0) touched[many++] = other;
        both[other] = (both[other] ?? 0) + 1;
        sums[other] = (sums[other] ?? 0) + counts;
      }
    }
    const nearTo = (other: number) =>
      (both[other] ?? 0) / Math.sqrt(((having[one] ?? 0) + FEW) * ((having[other] ?? 0) + FEW));
    const latelyTo = (other: number) =>
      (sums[other] ?? 0) / Math.sqrt(((faded[one] ?? 0) + FEW) * ((faded[other] ?? 0) + FEW));
    // Where many are, once together is chance.
    const least = many > most * 2 ? 2 : 1;
    const others = touched.subarray(0, many).filter((other) => other !== one && (both[other] ?? 0) >= least);
    const best = bestOf(others.length, most, (n) => nearTo(others[n] ?? 0) + latelyTo(others[n] ?? 0));
    for (const other of best.map((n) => others[n] ?? 0).sort((a, b) => a - b)) {
      kept.item.push(other);
      kept.both.push(both[other] ?? 0);
      kept.near.push(nearTo(other));
      kept.lately.push(latelyTo(other));
    }
    kept.start[one + 1] = kept.item.length;
    for (let n = 0; n < many; n++) both[touched[n] ?? 0] = sums[touched[n] ?? 0] = 0;
  }
  return {
    having,
    start: kept.start,
    item: Int32Array.from(kept.item),
    both: Int32Array.from(kept.both),
    near: Float32Array.from(kept.near),
    lately: Float32Array.from(kept.lately),
  };
}

function grown(): number[] {
  return [];
}

/** In how many sets both are; 0 where the other is not among the nearest. */
export function bothOf({ start, item, both }: Neighbours, one: number, other: number): number {
  let [low, high] = [start[one] ?? 0, (start[one + 1] ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = item[middle] ?? 0;
    if (found === other) return both[middle] ?? 0;
    if (found < other) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
