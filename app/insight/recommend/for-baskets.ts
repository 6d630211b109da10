import { bestOf } from "./best.ts";
import { addWanted } from "./for-customers.ts";
import { fitItemWeights, type ItemWeights } from "./item-weights.ts";
import { countNeighbours, type Neighbours } from "./neighbours.ts";
import {
  learnRanking,
  MOST_RANKED,
  rank,
  rankBySales,
  salesOf,
  type Candidates,
  type Order,
  type PastCase,
  type Ranked,
} from "./ranking.ts";
import { figureOf, sumOf, type Figure } from "./figure.ts";
import { Sums } from "./sums.ts";
import { fading, fadingCounts, itemsAt, lastDayOf, someVisits, visitsAt, type Visits } from "./visits.ts";

/** Told from each other one by one; fewer in a large shop, for the work grows with their third power. */
const BEST_SELLERS = 2_500;
const BEST_SELLERS_OF_MANY = 1_500;
const RIDGE = 100;
/** A small range sells everything in numbers, so less caution is due. */
const SMALL_RANGE = 300;
const SMALL_RIDGE = 50;
const NEIGHBOURS = 200;
/** Larger ones are stock orders: everything goes with everything. */
const LARGEST_BASKET = 100;
/** Of the past, the part that the rest must foresee; of it at most so many baskets. */
const HELD_BACK = 0.15;
const MOST_HELD_BACK = 2_400;
/** Of each basket so many items are hidden, one at a time. */
const HIDDEN = 3;
/** What was bought together longer ago teaches nothing more. */
const MOST_BEFORE = 150_000;
/** With so small a part of them held back, what the others say is what all say. */
const FEW_MORE = 0.05;
/** Of two ways to rank, the learned one is taken if it finds at least so many more of the hidden items. */
const BETTER_BY = 1.01;

/** What is known of what is bought together: plain arrays, so that it can be kept. */
export interface BasketModel {
  weights: ItemWeights;
  neighbours: Neighbours;
  /** Baskets that held the item: all, those of the last weeks, and those of the season, older ones counting less. */
  sold: Float64Array;
  lately: Float64Array;
  season: Float64Array;
  /** What sells best. */
  sellers: number[];
  /** How much of the plain blend are sales: in a small range most of what is hidden is what sells anyway. */
  bySales: number;
  baskets: number;
  order: Order;
}

type State = Omit<BasketModel, "order">;

/** What goes with the items, the best first; none of them. */
export type BasketRanker = (items: readonly number[], most: number) => Ranked[];

/**
 * What is bought together, from baskets in the order of time. Candidates come from EASE over baskets, from how often
 * items occur together for their sales, and from what sells anyway; the last baskets say whether a ranking learned from
 * them finds an item that is hidden in a basket more often than the plain blend does.
 */
export function trainForBaskets(baskets: Visits, items: number): TrainedBaskets {
  const useful = sized(baskets, { from: 2 });
  const many = useful.day.length;
  const cut = Math.max(Math.floor(many * (1 - HELD_BACK)), many - MOST_HELD_BACK);
  const { order, figure, weights } = many < 100 ? NOTHING_CHOSEN : chooseOrder(useful, cut, items);
  // A few more baskets change nothing in what goes with what, and to work it out takes longest.
  const kept = many - cut < many * FEW_MORE ? weights : undefined;
  return {
    baskets: { ...stateOf(baskets, items, kept), order },
    figure: figure === null ? null : { name: "basket", ...figure },
  };
}

/** Baskets of so many items. */
function sized(baskets: Visits, { from = 0, to = Infinity }: { from?: number; to?: number }): Visits {
  const { start } = baskets;
  const sizeOf = (place: number) => (start[place + 1] ?? 0) - (start[place] ?? 0);
  const places = Int32Array.from(baskets.day.keys());
  return visitsAt(
    baskets,
    places.filter((place) => sizeOf(place) >= from && sizeOf(place) <= to),
  );
}

export interface TrainedBaskets {
  baskets: BasketModel;
  /** How many items hidden in the last baskets were among ten, beside the best sellers. */
  figure: ({ name: "basket" } & Figure) | null;
}

/** It keeps room for its sums, so one is made and asked many times. */
export function basketRanker(model: BasketModel): BasketRanker {
  const candidatesOf = finder(model);
  const { order } = model;
  const sales = salesOf(model.sellers, model.sold);
  return (given, most) => {
    // What sells says nothing about what goes with this very thing, but it may be all that is known.
    if (order === "sales" && given.length !== 1)
      return rankBySales(sales, (item) => given.includes(item), most);
    return rank(candidatesOf(given), order === "sales" ? "plain" : order, most);
  };
}

interface Chosen {
  order: Order;
  figure: Figure | null;
  weights: ItemWeights | undefined;
}

interface Case extends PastCase {
  given: ReadonlySet<number>;
}

const NOTHING_CHOSEN: Chosen = { order: "plain", figure: null, weights: undefined };

function chooseOrder(useful: Visits, cut: number, items: number): Chosen {
  const before = stateOf(someVisits(useful, Math.max(0, cut - MOST_BEFORE), cut), items);
  const { weights } = before;
  const candidatesOf = finder(before);
  const caseOf = (basket: readonly number[], hidden: number): Case => {
    const given = basket.filter((item) => item !== hidden);
    const found = candidatesOf(given);
    const candidates = { ...found, features: found.features.slice() };
    return { candidates, wanted: new Set([hidden]), given: new Set(given) };
  };
  const cases = Array.from({ length: useful.day.length - cut }, (_, place) => {
    const basket = itemsAt(useful, cut + place);
    // Every basket hides another of its places first, the same at every training.
    return Array.from({ length: Math.min(HIDDEN, basket.length - 1) }, (_, n) =>
      caseOf([...basket], basket[(place * 7 + n) % basket.length] ?? 0),
    );
  });
  const half = Math.floor(cases.length / 2);
  const taught = cases.slice(0, half).flat();
  const held = cases.slice(half).flatMap(([first]) => first ?? []);
  const learned = learnRanking(taught, "choice");
  const hits = (ranked: (of: Case) => Ranked[]) =>
    held.map((each) => (ranked(each).some(({ item }) => each.wanted.has(item)) ? 1 : 0));
  const sales = salesOf(before.sellers, before.sold);
  const bySales = hits(({ given }) => rankBySales(sales, (item) => given.has(item), SHOWN));
  const plain = hits(({ candidates }) => rank(candidates, "plain", SHOWN));
  const better = learned === null ? null : hits(({ candidates }) => rank(candidates, learned, SHOWN));
  if (better !== null && sumOf(better) > Math.max(sumOf(plain), sumOf(bySales)) * BETTER_BY)
    return {
      order: learnRanking(cases.flat(), "choice", learned) ?? "plain",
      figure: figureOf(better, bySales),
      weights,
    };
  const order = sumOf(bySales) > sumOf(plain) * BETTER_BY ? "sales" : "plain";
  return { order, figure: figureOf(order === "sales" ? bySales : plain, bySales), weights };
}

const SHOWN = 10;

function stateOf(baskets: Visits, items: number, kept?: ItemWeights): State {
  const until = lastDayOf(baskets);
  const [sold, lately, season] = fadingCounts(baskets, { items, until, days: [Infinity, 30, 90] }) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const range = sold.reduce((many, count) => many + (count > 0 ? 1 : 0), 0);
  const isSmall = range <= SMALL_RANGE;
  return {
    weights: kept ?? weightsOf(baskets, items, isSmall ? SMALL_RIDGE : RIDGE),
    neighbours: countNeighbours(baskets, {
      ...{ items, most: NEIGHBOURS },
      weight: Float32Array.from(baskets.day, (day) => fading(day, until, 90)),
    }),
    ...{ sold, lately, season },
    sellers: bestOf(sold, MOST_RANKED * 2).filter((item) => (sold[item] ?? 0) > 0),
    ...{ bySales: isSmall ? 0.6 : 0.05, baskets: baskets.day.length },
  };
}

function weightsOf(baskets: Visits, items: number, ridge: number): ItemWeights {
  const most = baskets.day.length < MOST_BEFORE ? BEST_SELLERS : BEST_SELLERS_OF_MANY;
  return fitItemWeights(sized(baskets, { to: LARGEST_BASKET }), { items, most, ridge });
}

/** Candidates are good until the next are asked for. */
function finder(state: State): (given: readonly number[]) => Candidates {
  const { weights, sold, sellers, bySales, baskets } = state;
  const room = () => new Sums(sold.length);
  const [wanted, strongest, near] = [room(), room(), roomForNearness(sold.length)];
  const features = new Float64Array(MOST_RANKED * FEATURES);
  return (given) => {
    const having = new Set(given);
    for (const item of having) {
      addWanted(wanted, weights, { item, times: 1 });
      raiseStrongest(strongest, weights, item);
    }
    addNearness(near, state.neighbours, having);
    near.touch(wanted);
    for (const item of sellers) wanted.touch(item);
    const size = Math.max(1, having.size);
    const root = Math.sqrt(size);
    const blend = (item: number) => {
      if (having.has(item) || (sold[item] ?? 0) === 0) return -Infinity;
      const bySold = (bySales * (sold[item] ?? 0)) / Math.max(1, baskets);
      return wanted.of(item) + (0.5 * near.sum.of(item)) / root + bySold;
    };
    const items = wanted.best(MOST_RANKED, blend);
    items.forEach((item, place) => {
      features.set(
        featuresOf(state, item, { wanted: wanted.of(item), strongest: strongest.of(item), near, size }),
        place * FEATURES,
      );
    });
    const blends = items.map(blend);
    wanted.clear();
    strongest.clear();
    near.clear();
    return { items, blends, features: features.subarray(0, items.length * FEATURES) };
  };
}

/** Of each item: cosines with those given, added up; the largest; the largest share of who had one that had it. */
interface Nearness {
  sum: Sums;
  most: Sums;
  share: Sums;
  lately: Sums;
  touch(sums: Sums): void;
  clear(): void;
}

function roomForNearness(items: number): Nearness {
  const [sum, most, share, lately] = [new Sums(items), new Sums(items), new Sums(items), new Sums(items)];
  return {
    ...{ sum, most, share, lately },
    touch: (sums) => sum.each((item) => sums.touch(item)),
    clear: () => [sum, most, share, lately].forEach((sums) => sums.clear()),
  };
}

const FEW = 5;

function addNearness(to: Nearness, neighbours: Neighbours, given: ReadonlySet<number>): void {
  const { having, start, item, both, near, lately } = neighbours;
  for (const one of given)
    for (let place = start[one] ?? 0; place < (start[one + 1] ?? 0); place++) {
      const other = item[place] ?? 0;
      to.sum.add(other, near[place] ?? 0);
      to.most.raise(other, near[place] ?? 0);
      to.share.raise(other, (both[place] ?? 0) / ((having[one] ?? 0) + FEW));
      to.lately.add(other, lately[place] ?? 0);
    }
}

/** What the one item of the basket that says most of another says. */
function raiseStrongest(to: Sums, { rowOf, start, item, weight }: ItemWeights, one: number): void {
  const row = rowOf[one] ?? -1;
  if (row < 0) return;
  for (let place = start[row] ?? 0; place < (start[row + 1] ?? 0); place++)
    to.raise(item[place] ?? 0, weight[place] ?? 0);
}

const FEATURES = 22;

function featuresOf(
  { weights, sold, lately, season }: State,
  item: number,
  { wanted, strongest, near, size }: { wanted: number; strongest: number; near: Nearness; size: number },
): number[] {
  const root = Math.sqrt(size);
  const [many, most] = [Math.log(size), near.most.of(item)];
  const [cosine, ofLate] = [near.sum.of(item) / root, near.lately.of(item) / root];
  const sales = Math.log((sold[item] ?? 0) + 1);
  return [
    wanted,
    Math.sqrt(Math.max(0, wanted)),
    cosine,
    ofLate,
    most,
    Math.log(most + 0.01),
    Math.log(near.share.of(item) + 0.01),
    sales,
    Math.log((lately[item] ?? 0) + 0.3),
    Math.log((season[item] ?? 0) + 0.5),
    many * wanted,
    many * sales,
    weights.rowOf[item] === -1 ? 1 : 0,
    strongest,
    Math.log(Math.max(0, strongest) + 0.003),
    sales * wanted,
    sales * most,
    wanted * wanted,
    Math.log(Math.max(0, wanted) + 0.01),
    Math.log(cosine + 0.01),
    many * most,
    many * Math.log(ofLate + 0.01),
  ];
}
