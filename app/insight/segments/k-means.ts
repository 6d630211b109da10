/** Points, row by row, each of as many numbers as `width` says. */
export interface Points {
  values: Float64Array;
  width: number;
  count: number;
}

export interface Clustering {
  /** Row by row, as the points. */
  centres: Float64Array;
  /** The nearest centre of each point. */
  nearest: Int32Array;
  /** Sum of the squared distances to it. */
  cost: number;
}

const MOST_ROUNDS = 60;

/**
 * k-means (Lloyd) from centres that are drawn far apart (k-means++, Arthur and Vassilvitskii 2007); the best of `starts`.
 * `chance` answers numbers from 0 up to 1: with the same numbers it finds the same.
 */
export function kMeans(
  points: Points,
  k: number,
  { starts, chance }: { starts: number; chance: () => number },
): Clustering {
  let best: Clustering | null = null;
  for (let start = 0; start < starts; start++) {
    const found = descend(points, drawCentres(points, k, chance));
    if (best === null || found.cost < best.cost) best = found;
  }
  return best ?? { centres: new Float64Array(), nearest: new Int32Array(points.count), cost: 0 };
}

/** The nearest of the centres for each point. */
export function assign(points: Points, centres: Float64Array): Clustering {
  const { values, width, count } = points;
  const nearest = new Int32Array(count);
  let cost = 0;
  for (let point = 0; point < count; point++) {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let centre = 0; centre * width < centres.length; centre++) {
      const distance = squared(values, point * width, centres, centre * width, width);
      if (distance < least) [best, least] = [centre, distance];
    }
    nearest[point] = best;
    cost += least;
  }
  return { centres, nearest, cost: count === 0 ? 0 : cost };
}

function drawCentres({ values, width, count }: Points, k: number, chance: () => number): Float64Array {
  const centres = new Float64Array(k * width);
  const distances = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let chosen = Math.min(count - 1, Math.floor(chance() * count));
  for (let centre = 0; centre < k; centre++) {
    centres.set(values.subarray(chosen * width, (chosen + 1) * width), centre * width);
    let sum = 0;
    for (let point = 0; point < count; point++) {
      const distance = squared(values, point * width, centres, centre * width, width);
      distances[point] = Math.min(distances[point] ?? 0, distance);
      sum += distances[point] ?? 0;
    }
    let left = chance() * sum;
    chosen = 0;
    while (chosen < count - 1 && (left -= distances[chosen] ?? 0) > 0) chosen += 1;
  }
  return centres;
}

function descend(points: Points, from: Float64Array): Clustering {
  let found = assign(points, from);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = assign(points, meansOf(points, found));
    const isSettled = next.cost >= found.cost * (1 - 1e-9);
    found = next;
    if (isSettled) break;
  }
  return found;
}

/** A centre that nobody is near stays where it was. */
function meansOf({ values, width, count }: Points, { centres, nearest }: Clustering): Float64Array {
  const means = new Float64Array(centres.length);
  const members = new Int32Array(centres.length / width);
  for (let point = 0; point < count; point++) {
    const centre = nearest[point] ?? 0;
    members[centre] = (members[centre] ?? 0) + 1;
    for (let n = 0; n < width; n++)
      means[centre * width + n] = (means[centre * width + n] ?? 0) + (values[point * width + n] ?? 0);
  }
  for (let n = 0; n < means.length; n++) {
    const size = members[Math.floor(n / width)] ?? 0;
    means[n] = size === 0 ? (centres[n] ?? 0) : (means[n] ?? 0) / size;
  }
  return means;
}

function squared(a: Float64Array, atA: number, b: Float64Array, atB: number, width: number): number {
  let sum = 0;
  for (let n = 0; n < width; n++) sum += ((a[atA + n] ?? 0) - (b[atB + n] ?? 0)) ** 2;
  return sum;
}

/**
 * How much nearer points are to their own cluster than to the next one, from -1 to 1, in the mean (Rousseeuw 1987). Looks
 * at all pairs. 0 where there is one cluster.
 */
export function silhouette({ values, width, count }: Points, nearest: Int32Array, k: number): number {
  const sums = new Float64Array(count * k);
  const sizes = new Int32Array(k);
  for (let a = 0; a < count; a++) {
    const own = nearest[a] ?? 0;
    sizes[own] = (sizes[own] ?? 0) + 1;
    for (let b = a + 1; b < count; b++) {
      const distance = Math.sqrt(squared(values, a * width, values, b * width, width));
      const other = nearest[b] ?? 0;
      sums[a * k + other] = (sums[a * k + other] ?? 0) + distance;
      sums[b * k + own] = (sums[b * k + own] ?? 0) + distance;
    }
  }
  let total = 0;
  for (let a = 0; a < count; a++) {
    const own = nearest[a] ?? 0;
    let next = Number.POSITIVE_INFINITY;
    for (let cluster = 0; cluster < k; cluster++) {
      const size = sizes[cluster] ?? 0;
      if (cluster !== own && size > 0) next = Math.min(next, (sums[a * k + cluster] ?? 0) / size);
    }
    const others = (sizes[own] ?? 0) - 1;
    if (others < 1 || !Number.isFinite(next)) continue;
    const within = (sums[a * k + own] ?? 0) / others;
    const larger = Math.max(within, next);
    total += larger === 0 ? 0 : (next - within) / larger;
  }
  return count === 0 ? 0 : total / count;
}

/**
 * How far two ways to part the same points agree beyond chance (adjusted Rand index, Hubert and Arabie 1985): 1 for the
 * same parts, about 0 for chance.
 */
export function agreement(one: Int32Array, other: Int32Array, k: number): number {
  const table = new Float64Array(k * k);
  one.forEach((part, n) => {
    const cell = part * k + (other[n] ?? 0);
    table[cell] = (table[cell] ?? 0) + 1;
  });
  const pairs = (size: number) => (size * (size - 1)) / 2;
  let both = 0;
  const [rows, columns] = [new Float64Array(k), new Float64Array(k)];
  table.forEach((size, cell) => {
    both += pairs(size);
    const [row, column] = [Math.floor(cell / k), cell % k];
    rows[row] = (rows[row] ?? 0) + size;
    columns[column] = (columns[column] ?? 0) + size;
  });
  const sum = (sizes: Float64Array) => sizes.reduce((total, size) => total + pairs(size), 0);
  const [inRows, inColumns, all] = [sum(rows), sum(columns), pairs(one.length)];
  if (all === 0) return 1;
  const expected = (inRows * inColumns) / all;
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
