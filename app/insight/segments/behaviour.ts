/** What tells customers apart by how they buy. A column of each, in this order. */
export const FEATURES = [
  /** Days since the last purchase. */
  "recency",
  /** Days of purchase. */
  "orders",
  /** Money spent on such a day, in units of the currency. */
  "basket",
  /** The middle of the days between two purchases; not known of who bought once. */
  "gap",
  /** Different products on a day of purchase. */
  "pieces",
  /** Of their products, the share that they had bought before. */
  "repeats",
  /** Share of orders at the till. */
  "till",
  /** Share of their money that they were given back. */
  "returns",
  /** Rewards chosen on each ten days of purchase. */
  "rewards",
] as const;

export type Feature = (typeof FEATURES)[number];

/** Values row by row, customer by customer; NaN where something is not known. */
export interface Behaviour {
  values: Float64Array;
  customers: number;
}

/** Spread over orders of magnitude: compared by their logarithm. */
const BY_SIZE: ReadonlySet<Feature> = new Set(["recency", "orders", "basket", "gap", "pieces"]);

/** Beyond that from the middle, further is no more different. */
const FURTHEST = 3;

/** How values became comparable, so that others can be made so too. */
export interface Scale {
  /** Those that differ at all between customers. */
  features: Feature[];
  middle: number[];
  spread: number[];
}

/** By the middle and the middle half of the customers, which a few extremes do not move. */
export function scaleOf({ values, customers }: Behaviour): Scale {
  const scale: Scale = { features: [], middle: [], spread: [] };
  FEATURES.forEach((feature, column) => {
    const known: number[] = [];
    for (let row = 0; row < customers; row++) {
      const value = comparable(feature, values[row * FEATURES.length + column] ?? Number.NaN);
      if (!Number.isNaN(value)) known.push(value);
    }
    known.sort((a, b) => a - b);
    const middle = quantile(known, 0.5);
    const spread = (quantile(known, 0.75) - quantile(known, 0.25)) / 1.349 || deviation(known);
    if (known.length < 2 || !(spread > 1e-9)) return;
    scale.features.push(feature);
    scale.middle.push(middle);
    scale.spread.push(spread);
  });
  return scale;
}

/** What is not known stands in the middle. */
export function scaled({ values, customers }: Behaviour, { features, middle, spread }: Scale): Float64Array {
  const points = new Float64Array(customers * features.length);
  features.forEach((feature, place) => {
    const column = FEATURES.indexOf(feature);
    for (let row = 0; row < customers; row++) {
      const value = comparable(feature, values[row * FEATURES.length + column] ?? Number.NaN);
      const distance = Number.isNaN(value) ? 0 : (value - (middle[place] ?? 0)) / (spread[place] ?? 1);
      points[row * features.length + place] = Math.max(-FURTHEST, Math.min(FURTHEST, distance));
    }
  });
  return points;
}

function comparable(feature: Feature, value: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  return BY_SIZE.has(feature) ? Math.log1p(Math.max(0, value)) : value;
}

/** Of values that rise; 0 for none. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const place = (values.length - 1) * share;
  const [low, high] = [Math.floor(place), Math.ceil(place)];
  const [a, b] = [values[low] ?? 0, values[high] ?? 0];
  return a + (b - a) * (place - low);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
