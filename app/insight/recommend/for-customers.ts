import type { LogisticModel } from "../numeric/logistic-regression.ts";
import { habitsOf, itemFacts, type Habits, type ItemFacts } from "./histories.ts";
import { fitItemWeights, type ItemWeights } from "./item-weights.ts";
import { learnRanking, rank, type Candidate, type PastCase, type Ranked } from "./ranking.ts";
import { packSets } from "./sets.ts";
import { Sums } from "./sums.ts";
import { figureOf, sumOf, type Figure } from "./figure.ts";
import { gainOf } from "./gain.ts";
import { highest, type Visit } from "./visits.ts";

/** Best sellers that are told from each other; everything else is found by its buyers and its sales. */
const BEST_SELLERS = 1_000;
const RIDGE = 300;
/** Considered for each customer by the plain blend, before they are ranked by what was learned. */
const CONSIDERED = 100;
/** What was bought some visits ago speaks less of what is wanted next. */
const A_VISIT_AGO = 0.9;
/** From more customers no more is learned about how much each thing counts. */
const MOST_CASES = 4_000;

/** What is known of a shop for ranking: plain arrays, so that it can be kept. */
export interface CustomerModel {
  facts: ItemFacts;
  weights: ItemWeights;
  /** The season's sales, 1 for the best; and the best sellers of the season. */
  selling: Float64Array;
  sellers: number[];
  /** How candidates are ranked: of all, and of what is new to the customer; null where that could not be learned. */
  all: LogisticModel | null;
  fresh: LogisticModel | null;
}

type State = Omit<CustomerModel, "all" | "fresh">;

export interface Wish {
  most: number;
  onlyNew: boolean;
}

/** What a customer of this history may want next, the best first; with `onlyNew` nothing they have had. */
export type CustomerRanker = (history: readonly Visit[], wish: Wish) => Ranked[];

/**
 * Two lists for customers: what they buy again, and what is new to them. Candidates come from their own habits, from what
 * goes with what they have (EASE), and from what sells now; how much each of these counts is learned from the visits that
 * every customer made last, which the shop's other visits must foresee.
 */
export function trainForCustomers(histories: readonly Visit[][], items: number): TrainedCustomers {
  const before = stateOf(
    histories.map((history) => (history.length > 1 ? history.slice(0, -1) : history)),
    items,
  );
  const several = histories.filter((history) => history.length > 1);
  const step = Math.max(1, several.length / MOST_CASES);
  const tests = several.filter((_, place) => Math.floor(place / step) > Math.floor((place - 1) / step));
  const all = chooseRanking(before, tests, false);
  const fresh = chooseRanking(before, tests, true);
  return {
    customers: { all: all.ranking, fresh: fresh.ranking, ...stateOf(histories, items) },
    figures: [
      ...(all.figure === null ? [] : [{ name: "next" as const, ...all.figure }]),
      ...(fresh.figure === null ? [] : [{ name: "new" as const, ...fresh.figure }]),
    ],
  };
}

export interface TrainedCustomers {
  customers: CustomerModel;
  /** How well last visits were foreseen by what half of them taught: NDCG at 10, beside that of the best sellers. */
  figures: ({ name: "next" | "new" } & Figure)[];
}

/** The ranking that half of the last visits teach foresees the other half: the better of it and the plain blend is taken. */
function chooseRanking(
  before: State,
  tests: readonly Visit[][],
  onlyNew: boolean,
): { ranking: LogisticModel | null; figure: Figure | null } {
  const candidatesOf = finder(before);
  const cases = tests.flatMap((history): (PastCase & { sellers: number[] })[] => {
    const past = history.slice(0, -1);
    const had = new Set(onlyNew ? itemsOf(past) : []);
    const wanted = new Set([...(history.at(-1)?.items ?? [])].filter((item) => !had.has(item)));
    const sellers = before.sellers.filter((item) => !had.has(item)).slice(0, 10);
    return wanted.size === 0 ? [] : [{ candidates: candidatesOf(past, onlyNew), wanted, sellers }];
  });
  const [taught, held] = [0, 1].map((half) => cases.filter((_, place) => place % 2 === half)) as [
    typeof cases,
    typeof cases,
  ];
  const learned = learnRanking(taught);
  const gains = (ranking: LogisticModel | null) =>
    held.map(({ candidates, wanted }) =>
      gainOf(
        rank(candidates, ranking, 10).map(({ item }) => item),
        wanted,
      ),
    );
  const [plain, better] = [gains(null), learned === null ? null : gains(learned)];
  const isLearned = better !== null && sumOf(better) > sumOf(plain);
  const base = held.map(({ sellers, wanted }) => gainOf(sellers, wanted));
  return {
    ranking: isLearned ? learnRanking(cases) : null,
    figure: figureOf(isLearned ? better : plain, base),
  };
}

/** It keeps room for its sums, so one is made and asked many times. */
export function customerRanker(model: CustomerModel): CustomerRanker {
  const candidatesOf = finder(model);
  return (history, { most, onlyNew }) => {
    // Rankings are learned from people with a past; newcomers are shown what sells.
    const learned = onlyNew ? model.fresh : model.all;
    return rank(candidatesOf(history, onlyNew), history.length === 0 ? null : learned, most);
  };
}

function stateOf(histories: readonly Visit[][], items: number): State {
  const facts = itemFacts(histories, items);
  const sets = packSets(histories.map(itemsOf));
  const most = facts.season.reduce((high, value) => Math.max(high, value), 1e-9);
  const selling = facts.season.map((value) => value / most);
  return {
    facts,
    weights: fitItemWeights(sets, { items, most: BEST_SELLERS, ridge: RIDGE }),
    selling,
    sellers: highest(selling, CONSIDERED * 2),
  };
}

/** Everything of a history once; it rises. */
export function itemsOf(history: readonly Visit[]): Int32Array {
  const [only, ...more] = history;
  if (only !== undefined && more.length === 0) return only.items;
  return Int32Array.from(new Set(history.flatMap(({ items }) => [...items]))).sort();
}

function finder(state: State): (history: readonly Visit[], onlyNew: boolean) => Candidate[] {
  const { facts, weights, selling, sellers } = state;
  const wanted = new Sums(selling.length);
  return (history, onlyNew) => {
    const habits = habitsOf(history);
    for (const [item, ago] of habits.since) addWanted(wanted, weights, { item, times: A_VISIT_AGO ** ago });
    for (const item of habits.times.keys()) wanted.touch(item);
    for (const item of sellers) wanted.touch(item);
    const blend = (item: number) => {
      if (onlyNew && habits.times.has(item)) return -Infinity;
      return wanted.of(item) + 0.3 * (selling[item] ?? 0) + Math.log1p(habits.byTime.get(item) ?? 0);
    };
    const candidates = wanted.best(CONSIDERED, blend).map((item) => {
      return { item, features: featuresOf(item, { habits, facts, weights, wanted: wanted.of(item) }) };
    });
    wanted.clear();
    return candidates;
  };
}

/** Adds what having an item, so many times, says of the others. */
export function addWanted(
  sums: Sums,
  { rowOf, start, item, weight }: ItemWeights,
  having: { item: number; times: number },
): void {
  const row = rowOf[having.item] ?? -1;
  if (row < 0) return;
  for (let place = start[row] ?? 0; place < (start[row + 1] ?? 0); place++)
    sums.add(item[place] ?? 0, having.times * (weight[place] ?? 0));
}

interface Known {
  habits: Habits;
  facts: ItemFacts;
  weights: ItemWeights;
  wanted: number;
}

function featuresOf(item: number, { habits, facts, weights, wanted }: Known): Float64Array {
  const times = habits.times.get(item) ?? 0;
  const seen = times > 0 ? 1 : 0;
  const share = times / Math.max(1, habits.visits);
  const [ever, lately, season, half, again] = [
    Math.log((facts.ever[item] ?? 0) + 1),
    Math.log((facts.lately[item] ?? 0) + 0.3),
    Math.log((facts.season[item] ?? 0) + 0.5),
    Math.log((facts.half[item] ?? 0) + 1),
    facts.again[item] ?? 0,
  ];
  return Float64Array.of(
    ...[seen, Math.log1p(habits.byTime.get(item) ?? 0), share, seen * Math.log(share + 0.01)],
    ...[seen * Math.log1p(habits.since.get(item) ?? 0), habits.byVisits.get(item) ?? 0],
    ...[wanted, Math.sqrt(Math.max(0, wanted)), seen * wanted],
    ...[lately, season, half, ever, lately - half, seen * season],
    ...[seen * again, seen * Math.log(Math.max(again, 1e-3))],
    ...[seen * Math.log(Math.max(1, habits.visits)), weights.rowOf[item] === -1 ? 1 : 0],
  );
}
