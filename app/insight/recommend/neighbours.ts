import { bestOf } from "./best.ts";
import { turned, type Sets } from "./sets.ts";

/** What stands together in sets: of each item the others nearest to it, by their places. */
export interface Neighbours {
  /** How many sets hold anything, and in how many each item is. */
  all: number;
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
  const { having, root, lateRoot } = countHavers(havers, { items, weight });
  const counts = new Counts(items);
  const found = { item: [] as number[], both: [] as number[], near: [] as number[], lately: [] as number[] };
  const start = new Int32Array(items + 1);
  const score = new Float64Array(items);
  for (let one = 0; one < items; one++) {
    counts.count(one, { sets, havers, weight });
    // Where many are, once together is chance.
    const many = counts.keep(counts.many > most * 2 ? 2 : 1, one);
    const [mine, myLate] = [root[one] ?? 0, lateRoot[one] ?? 0];
    const nearTo = (other: number) => (counts.both[other] ?? 0) * mine * (root[other] ?? 0);
    const latelyTo = (other: number) => (counts.sums[other] ?? 0) * myLate * (lateRoot[other] ?? 0);
    for (let n = 0; n < many; n++) {
      const other = counts.kept[n] ?? 0;
      score[n] = nearTo(other) + latelyTo(other);
    }
    const own = counts.kept.subarray(0, many);
    const best = many <= most ? own.slice() : Int32Array.from(bestOf(score, most, many), (n) => own[n] ?? 0);
    for (const other of best.sort()) {
      found.item.push(other);
      found.both.push(counts.both[other] ?? 0);
      found.near.push(nearTo(other));
      found.lately.push(latelyTo(other));
    }
    start[one + 1] = found.item.length;
    counts.clear();
  }
  return {
    all: countFilled(sets),
    ...{ having, start, item: Int32Array.from(found.item), both: Int32Array.from(found.both) },
    ...{ near: Float32Array.from(found.near), lately: Float32Array.from(found.lately) },
  };
}

function countFilled({ start }: Sets): number {
  let filled = 0;
  for (let set = 0; set + 1 < start.length; set++) if ((start[set + 1] ?? 0) > (start[set] ?? 0)) filled++;
  return filled;
}

/** How many sets have each item, and what their cosines are made of, also where what is long ago counts less. */
function countHavers(
  { start, items: sets }: Sets,
  { items, weight }: Pick<Wish, "items" | "weight">,
): { having: Int32Array; root: Float64Array; lateRoot: Float64Array } {
  const having = new Int32Array(items);
  const late = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    const [from, to] = [start[item] ?? 0, start[item + 1] ?? 0];
    having[item] = to - from;
    for (let place = from; place < to; place++)
      late[item] = (late[item] ?? 0) + (weight?.[sets[place] ?? 0] ?? 1);
  }
  const rootOf = (many: number) => 1 / Math.sqrt(many + FEW);
  return { having, root: Float64Array.from(having, rootOf), lateRoot: late.map(rootOf) };
}

interface Counted {
  sets: Sets;
  havers: Sets;
  weight: Float32Array | undefined;
}

/** What one item stands together with. */
class Counts {
  readonly both: Int32Array;
  readonly sums: Float64Array;
  readonly kept: Int32Array;
  readonly #touched: Int32Array;
  many = 0;

  constructor(items: number) {
    this.both = new Int32Array(items);
    this.sums = new Float64Array(items);
    this.kept = new Int32Array(items);
    this.#touched = new Int32Array(items);
  }

  count(one: number, { sets: { start, items }, havers, weight }: Counted): void {
    const [both, sums, touched] = [this.both, this.sums, this.#touched];
    let many = 0;
    for (let place = havers.start[one] ?? 0; place < (havers.start[one + 1] ?? 0); place++) {
      const set = havers.items[place] ?? 0;
      const counts = weight?.[set] ?? 1;
      const end = start[set + 1] ?? 0;
      for (let n = start[set] ?? 0; n < end; n++) {
        const other = items[n] ?? 0;
        const before = both[other] ?? 0;
        if (before === 0) touched[many++] = other;
        both[other] = before + 1;
        sums[other] = (sums[other] ?? 0) + counts;
      }
    }
    this.many = many;
  }

  /** Those that are in so many sets with it at least, but for itself; how many there are. */
  keep(least: number, one: number): number {
    let many = 0;
    for (let n = 0; n < this.many; n++) {
      const other = this.#touched[n] ?? 0;
      if (other !== one && (this.both[other] ?? 0) >= least) this.kept[many++] = other;
    }
    return many;
  }

  clear(): void {
    for (let n = 0; n < this.many; n++) {
      const other = this.#touched[n] ?? 0;
      this.both[other] = this.sums[other] = 0;
    }
  }
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
