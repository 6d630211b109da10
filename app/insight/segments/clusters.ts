import { seededRandom } from "../numeric/seeded-random.ts";
import { FEATURES, quantile, scaled, scaleOf, type Behaviour, type Feature } from "./behaviour.ts";
import { agreement, assign, kMeans, silhouette, type Points } from "./k-means.ts";

/** Fewer customers have no types that would still be there next month. */
export const LEAST_BUYERS = 200;
const MOST_CLUSTERS = 7;
/** Smaller parts are exceptions, not types. */
const SMALLEST_SHARE = 0.03;
/** Halves of the customers must lead to much the same clusters. */
const STABLE = 0.7;
const HALVES = 4;
/** Merchants make more of finer types, as long as these stand apart nearly as far. */
const AS_FAR = 0.85;
/** Enough to choose by; all pairs of so many are looked at. */
const SAMPLE = 800;
const LEARNED_ON = 4_000;
const STARTS = 4;
const SEED = 24_301;
/** In deviations of all customers: less than that sets nobody apart. */
const APART = 0.4;
const MOST_TRAITS = 3;

/** What sets a cluster apart: more or less of something than the others, in the middle of each. */
export interface Trait {
  feature: Feature;
  more: boolean;
  value: number;
  others: number;
}

export interface Cluster {
  /** Stays with the same behaviour from one learning to the next. */
  number: number;
  customers: number;
  /** What sets it apart most comes first. */
  traits: Trait[];
  /** The middle of each feature, in their order; null where it is not known. */
  middle: (number | null)[];
}

export interface Clusters {
  /** The largest first. */
  clusters: Cluster[];
  /** Of each customer, the number of the cluster. */
  of: Int32Array;
  /** How far halves of the customers agree, and how far clusters stand apart, with the same of customers mixed at random. */
  stability: number;
  apart: number;
  apartByChance: number;
}

/**
 * Types of customers by how they buy; null where there are too few customers, or where no way to part them is found again
 * in each half of them. The same customers always lead to the same clusters. `before` are those of the last time, whose
 * numbers go on.
 */
export function findClusters({
  behaviour,
  before,
}: {
  behaviour: Behaviour;
  before: readonly Pick<Cluster, "number" | "middle">[];
}): Clusters | null {
  const { customers } = behaviour;
  if (customers < LEAST_BUYERS) return null;
  const scale = scaleOf(behaviour);
  const width = scale.features.length;
  if (width < 2) return null;
  const all: Points = { values: scaled(behaviour, scale), width, count: customers };
  const chance = seededRandom(SEED);
  const learned = pick(all, LEARNED_ON, chance);
  const looked = pick(learned, SAMPLE, chance);
  const best = choose(learned, looked, chance);
  if (best === null) return null;
  const { nearest } = assign(all, best.centres);
  const clusters = describe(behaviour, nearest, { k: best.k, all, features: scale.features });
  number(clusters, before);
  const mixed = shuffled(looked, chance);
  const byChance = kMeans(mixed, best.k, { starts: STARTS, chance });
  const numbers = clusters.map((cluster) => cluster.number);
  return {
    of: nearest.map((part) => numbers[part] ?? 0),
    clusters: clusters.filter((cluster) => cluster.customers > 0).sort((a, b) => b.customers - a.customers),
    stability: best.stability,
    apart: best.apart,
    apartByChance: silhouette(mixed, byChance.nearest, best.k),
  };
}

interface Choice {
  k: number;
  centres: Float64Array;
  stability: number;
  apart: number;
}

/** Of the numbers of clusters that halves agree on, the most whose clusters stand apart about as far as any. */
function choose(learned: Points, looked: Points, chance: () => number): Choice | null {
  const stable: Choice[] = [];
  for (let k = 2; k <= MOST_CLUSTERS; k++) {
    const { centres, nearest } = kMeans(learned, k, { starts: STARTS, chance });
    const sizes = new Int32Array(k);
    for (const part of nearest) sizes[part] = (sizes[part] ?? 0) + 1;
    if (Math.min(...sizes) < learned.count * SMALLEST_SHARE) continue;
    const stability = stabilityOf(learned, looked, { k, chance });
    if (stability < STABLE) continue;
    stable.push({ k, centres, stability, apart: silhouette(looked, assign(looked, centres).nearest, k) });
  }
  const furthest = Math.max(...stable.map(({ apart }) => apart));
  return stable.findLast(({ apart }) => apart >= furthest * AS_FAR) ?? null;
}

/** Two halves that share nobody say where the same customers belong. */
function stabilityOf(
  learned: Points,
  looked: Points,
  { k, chance }: { k: number; chance: () => number },
): number {
  let sum = 0;
  for (let half = 0; half < HALVES; half++) {
    const mixed = pick(learned, learned.count, chance);
    const middle = Math.floor(mixed.count / 2);
    const [one, other] = [slice(mixed, 0, middle), slice(mixed, middle, mixed.count)].map((part) => {
      const { centres } = kMeans(part, k, { starts: 2, chance });
      return assign(looked, centres).nearest;
    });
    if (one !== undefined && other !== undefined) sum += agreement(one, other, k);
  }
  return sum / HALVES;
}

function describe(
  behaviour: Behaviour,
  nearest: Int32Array,
  { k, all, features }: { k: number; all: Points; features: readonly Feature[] },
): Cluster[] {
  return Array.from({ length: k }, (_, part) => {
    const isOwn = (row: number) => nearest[row] === part;
    const traits = features
      .map((feature, place) => {
        const difference = meanOf(all, place, isOwn) - meanOf(all, place, (row) => !isOwn(row));
        return { feature, difference };
      })
      .filter(({ difference }) => Math.abs(difference) >= APART)
      .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
      .map(({ feature, difference }) => ({
        ...{ feature, more: difference > 0 },
        value: middleOf(behaviour, feature, isOwn) ?? 0,
        others: middleOf(behaviour, feature, (row) => !isOwn(row)) ?? 0,
      }))
      // Where the middle of both is the same, the words would be untrue of most.
      .filter(({ value, others }) => value !== others)
      .slice(0, MOST_TRAITS);
    const middle = FEATURES.map((feature) => middleOf(behaviour, feature, isOwn));
    const customers = nearest.reduce((sum, own) => sum + (own === part ? 1 : 0), 0);
    return { number: 0, customers, traits, middle };
  });
}

function meanOf({ values, width, count }: Points, place: number, isMeant: (row: number) => boolean): number {
  let [sum, rows] = [0, 0];
  for (let row = 0; row < count; row++) {
    if (!isMeant(row)) continue;
    sum += values[row * width + place] ?? 0;
    rows += 1;
  }
  return rows === 0 ? 0 : sum / rows;
}

/** Of shares, which are mostly 0, the mean says more than the middle. */
const SHARES: ReadonlySet<Feature> = new Set(["till", "returns", "repeats", "rewards"]);

function middleOf(
  { values, customers }: Behaviour,
  feature: Feature,
  isMeant: (row: number) => boolean,
): number | null {
  const column = FEATURES.indexOf(feature);
  const known: number[] = [];
  for (let row = 0; row < customers; row++) {
    const value = values[row * FEATURES.length + column] ?? Number.NaN;
    if (isMeant(row) && Number.isFinite(value)) known.push(value);
  }
  if (known.length === 0) return null;
  if (SHARES.has(feature)) return known.reduce((sum, value) => sum + value, 0) / known.length;
  return quantile(
    known.sort((a, b) => a - b),
    0.5,
  );
}

/** Each takes on the number of the nearest of the last time, the nearest pair first; what is left over is new. */
function number(clusters: Cluster[], before: readonly Pick<Cluster, "number" | "middle">[]): void {
  const pairs = clusters.flatMap((cluster) =>
    before.map((old) => ({ cluster, number: old.number, distance: distanceOf(cluster.middle, old.middle) })),
  );
  const taken = new Set<number>();
  for (const { cluster, number: known } of pairs.sort((a, b) => a.distance - b.distance)) {
    if (cluster.number !== 0 || taken.has(known)) continue;
    cluster.number = known;
    taken.add(known);
  }
  let next = 1;
  for (const cluster of [...clusters].sort((a, b) => b.customers - a.customers)) {
    if (cluster.number !== 0) continue;
    while (taken.has(next)) next += 1;
    cluster.number = next;
    taken.add(next);
  }
}

/** Compared by how many times larger one is, so that days and money weigh alike. */
function distanceOf(one: readonly (number | null)[], other: readonly (number | null)[]): number {
  return one.reduce<number>((sum, value, place) => {
    const against = other[place] ?? null;
    if (value === null || against === null) return sum;
    return sum + Math.abs(Math.log1p(Math.max(0, value)) - Math.log1p(Math.max(0, against)));
  }, 0);
}

/** So many of the points, by chance, or all of them in another order. */
function pick(points: Points, most: number, chance: () => number): Points {
  const { values, width, count } = points;
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  const size = Math.min(most, count);
  const picked = new Float64Array(size * width);
  for (let n = 0; n < size; n++) {
    const other = n + Math.floor(chance() * (count - n));
    const row = rows[other] ?? 0;
    rows[other] = rows[n] ?? 0;
    picked.set(values.subarray(row * width, (row + 1) * width), n * width);
  }
  return { values: picked, width, count: size };
}

/** Each column by itself in another order: the same values, and nothing that goes together. */
function shuffled({ values, width, count }: Points, chance: () => number): Points {
  const mixed = Float64Array.from(values);
  for (let column = 0; column < width; column++)
    for (let row = count - 1; row > 0; row--) {
      const [a, b] = [row * width + column, Math.floor(chance() * (row + 1)) * width + column];
      [mixed[a], mixed[b]] = [mixed[b] ?? 0, mixed[a] ?? 0];
    }
  return { values: mixed, width, count };
}

function slice({ values, width }: Points, from: number, to: number): Points {
  return { values: values.slice(from * width, to * width), width, count: to - from };
}
