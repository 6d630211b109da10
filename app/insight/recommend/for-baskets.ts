import type { LogisticModel } from "../numeric/logistic-regression.ts";
import { fitItemWeights, wantedBy, type ItemWeights } from "./item-weights.ts";
import { learnRanking, rank, type Candidate, type PastCase, type Ranked } from "./ranking.ts";
import { fadingCounts, highest, type Visit } from "./visits.ts";

const BEST_SELLERS = 1_500;
const RIDGE = 200;
/** A small range sells everything in numbers, so less caution is due. */
const SMALL_RANGE = 300;
const SMALL_RIDGE = 50;
const CONSIDERED = 100;
/** Larger ones are stock orders: everything goes with everything. */
const LARGEST_BASKET = 100;
/** Of the past, the part that the rest must foresee; of it at most so many baskets. */
const HELD_BACK = 0.15;
const MOST_HELD_BACK = 4_000;
/** Of two ways to rank, the learned one is taken if it finds at least so many more of the hidden items. */
const BETTER_BY = 1.01;

export interface BasketRecommender {
  /** What goes with the items, the best first; none of them. */
  rank(items: readonly number[], most: number): Ranked[];
  /** How many baskets held both. */
  together(one: number, other: number): number;
  sold: Float64Array;
  isLearned: boolean;
}

/**
 * What is bought together, from baskets in the order of time. Candidates come from EASE over baskets, from how often
 * items occur together for their sales, and from what sells anyway; the last baskets say whether a ranking learned from
 * them finds an item that is hidden in a basket more often than the plain blend does.
 */
export function trainForBaskets(baskets: readonly Visit[], items: number): BasketRecommender {
  const useful = baskets.filter((basket) => basket.items.length > 1);
  const cut = Math.max(Math.floor(useful.length * (1 - HELD_BACK)), useful.length - MOST_HELD_BACK);
  const ranking = useful.length < 100 ? null : chooseRanking(useful, cut, items);
  const state = stateOf(baskets, items);
  return {
    rank: (given, most) => rank(candidatesOf(state, given), ranking, most),
    together: (one, other) => state.together[one]?.get(other) ?? 0,
    sold: state.sold,
    isLearned: ranking !== null,
  };
}

function chooseRanking(useful: readonly Visit[], cut: number, items: number): LogisticModel | null {
  const before = stateOf(useful.slice(0, cut), items);
  const cases = useful.slice(cut).map((basket, place): PastCase => {
    // Every basket hides another of its places, the same at every training.
    const hidden = basket.items[(place * 7) % basket.items.length] ?? 0;
    const rest = [...basket.items].filter((item) => item !== hidden);
    return { candidates: candidatesOf(before, rest), wanted: new Set([hidden]) };
  });
  const half = Math.floor(cases.length / 2);
  const learned = learnRanking(cases.slice(0, half));
  const found = (ranking: LogisticModel | null) =>
    cases
      .slice(half)
      .filter(({ candidates, wanted }) => rank(candidates, ranking, 10).some(({ item }) => wanted.has(item)))
      .length;
  return learned !== null && found(learned) > found(null) * BETTER_BY ? learnRanking(cases) : null;
}

interface State {
  weights: ItemWeights;
  /** How often another item was in the same basket. */
  together: Map<number, number>[];
  /** Baskets that held the item: all, those of the last weeks, and those of the season, older ones counting less. */
  sold: Float64Array;
  lately: Float64Array;
  season: Float64Array;
  /** How much of the plain blend are sales: in a small range most of what is hidden is what sells anyway. */
  bySales: number;
  baskets: number;
}

function stateOf(baskets: readonly Visit[], items: number): State {
  const until = baskets.reduce((last, { day }) => Math.max(last, day), 0);
  const fading = (days: number) => fadingCounts(baskets, { items, until, days });
  const sold = fading(1e9);
  const range = sold.reduce((many, count) => many + (count > 0 ? 1 : 0), 0);
  const isSmall = range <= SMALL_RANGE;
  const sets = baskets.map((basket) => basket.items).filter((set) => set.length <= LARGEST_BASKET);
  return {
    weights: fitItemWeights(sets, { items, most: BEST_SELLERS, ridge: isSmall ? SMALL_RIDGE : RIDGE }),
    together: countTogether(sets, items),
    ...{
      sold,
      lately: fading(30),
      season: fading(90),
      bySales: isSmall ? 0.6 : 0.05,
      baskets: baskets.length,
    },
  };
}

function countTogether(sets: readonly Int32Array[], items: number): Map<number, number>[] {
  const together = Array.from({ length: items }, () => new Map<number, number>());
  for (const set of sets)
    for (const one of set) {
      const counts = together[one];
      for (const other of set) if (other !== one) counts?.set(other, (counts.get(other) ?? 0) + 1);
    }
  return together;
}

function candidatesOf(state: State, given: readonly number[]): Candidate[] {
  const wanted = wantedBy(
    state.weights,
    given.map((item) => [item, 1] as const),
  );
  const near = nearness(state, given);
  const root = Math.sqrt(Math.max(1, given.length));
  const blend = wanted.map(
    (value, item) =>
      value +
      (0.5 * (near.sum[item] ?? 0)) / root +
      (state.bySales * (state.sold[item] ?? 0)) / Math.max(1, state.baskets),
  );
  const passedOver = new Uint8Array(blend.length);
  for (const item of given) passedOver[item] = 1;
  state.sold.forEach((count, item) => {
    if (count === 0) passedOver[item] = 1;
  });
  return highest(blend, CONSIDERED, passedOver).map((item) => ({
    item,
    features: featuresOf(state, item, { wanted: wanted[item] ?? 0, near, size: given.length }),
  }));
}

interface Near {
  /** Cosines of the item with those given, added up; the largest; and the largest share of who had one that had it. */
  sum: Float64Array;
  most: Float64Array;
  share: Float64Array;
}

const FEW = 5;

function nearness({ together, sold }: State, given: readonly number[]): Near {
  const [sum, most, share] = [0, 1, 2].map(() => new Float64Array(sold.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const one of given)
    for (const [other, both] of together[one] ?? []) {
      const [ones, others] = [(sold[one] ?? 0) + FEW, (sold[other] ?? 0) + FEW];
      const cosine = both / Math.sqrt(ones * others);
      sum[other] = (sum[other] ?? 0) + cosine;
      most[other] = Math.max(most[other] ?? 0, cosine);
      share[other] = Math.max(share[other] ?? 0, both / ones);
    }
  return { sum, most, share };
}

function featuresOf(
  { weights, sold, lately, season }: State,
  item: number,
  { wanted, near, size }: { wanted: number; near: Near; size: number },
): Float64Array {
  const [many, most, share] = [Math.log(Math.max(1, size)), near.most[item] ?? 0, near.share[item] ?? 0];
  const sales = Math.log((sold[item] ?? 0) + 1);
  return Float64Array.of(
    ...[wanted, Math.sqrt(Math.max(0, wanted)), (near.sum[item] ?? 0) / Math.sqrt(Math.max(1, size))],
    ...[most, Math.log(most + 0.01), Math.log(share + 0.01), sales],
    ...[Math.log((lately[item] ?? 0) + 0.3), Math.log((season[item] ?? 0) + 0.5)],
    ...[many * wanted, many * sales, weights.rowOf[item] === -1 ? 1 : 0],
  );
}
