import type { LogisticModel } from "../numeric/logistic-regression.ts";
import { habitsOf, itemFacts, type Habits, type ItemFacts } from "./histories.ts";
import { fitItemWeights, wantedBy, type ItemWeights } from "./item-weights.ts";
import { learnRanking, rank, type Candidate, type PastCase, type Ranked } from "./ranking.ts";
import { highest, type Visit } from "./visits.ts";

/** Best sellers that are told from each other; everything else is found by its buyers and its sales. */
const BEST_SELLERS = 1_000;
const RIDGE = 300;
/** Considered for each customer by the plain blend, before they are ranked by what was learned. */
const CONSIDERED = 100;
/** What was bought some visits ago speaks less of what is wanted next. */
const A_VISIT_AGO = 0.9;

export interface CustomerRecommender {
  /** What a customer of this history may want next, the best first; with `onlyNew` nothing they have had. */
  rank(history: readonly Visit[], wish: { most: number; onlyNew: boolean }): Ranked[];
  weights: ItemWeights;
  facts: ItemFacts;
  /** Whether the order was learned from the shop's own customers. */
  isLearned: boolean;
}

/**
 * Two lists for customers: what they buy again, and what is new to them. Candidates come from their own habits, from what
 * goes with what they have (EASE), and from what sells now; how much each of these counts is learned from the visits that
 * every customer made last, which the shop's other visits must foresee.
 */
export function trainForCustomers(histories: readonly Visit[][], items: number): CustomerRecommender {
  const before = stateOf(
    histories.map((history) => (history.length > 1 ? history.slice(0, -1) : history)),
    items,
  );
  const tests = histories.filter((history) => history.length > 1);
  const learn = (onlyNew: boolean): LogisticModel | null =>
    learnRanking(
      tests.map((history): PastCase => {
        const candidates = candidatesOf(before, history.slice(0, -1), onlyNew);
        return { candidates, wanted: new Set(history.at(-1)?.items ?? []) };
      }),
    );
  const rankings = { all: learn(false), fresh: learn(true) };
  const now = stateOf(histories, items);
  return {
    weights: now.weights,
    facts: now.facts,
    isLearned: rankings.all !== null,
    rank(history, { most, onlyNew }) {
      // Rankings are learned from people with a past; newcomers are shown what sells.
      const learned = onlyNew ? rankings.fresh : rankings.all;
      return rank(candidatesOf(now, history, onlyNew), history.length === 0 ? null : learned, most);
    },
  };
}

interface State {
  facts: ItemFacts;
  weights: ItemWeights;
  /** The season's sales, 1 for the best. */
  selling: Float64Array;
}

function stateOf(histories: readonly Visit[][], items: number): State {
  const facts = itemFacts(histories, items);
  const sets = histories.map((history) =>
    Int32Array.from(new Set(history.flatMap((visit) => [...visit.items]))),
  );
  const most = facts.season.reduce((high, value) => Math.max(high, value), 1e-9);
  return {
    facts,
    weights: fitItemWeights(sets, { items, most: BEST_SELLERS, ridge: RIDGE }),
    selling: facts.season.map((value) => value / most),
  };
}

function candidatesOf(
  { facts, weights, selling }: State,
  history: readonly Visit[],
  onlyNew: boolean,
): Candidate[] {
  const habits = habitsOf(history);
  const having = [...habits.since].map(([item, ago]) => [item, A_VISIT_AGO ** ago] as const);
  const wanted = wantedBy(weights, having);
  const blend = wanted.map((value, item) => value + 0.3 * (selling[item] ?? 0));
  const had = onlyNew ? new Uint8Array(blend.length) : undefined;
  for (const [item, times] of habits.byTime) {
    blend[item] = (blend[item] ?? 0) + Math.log1p(times);
    if (had !== undefined) had[item] = 1;
  }
  return highest(blend, CONSIDERED, had).map((item) => {
    return { item, features: featuresOf(item, { habits, facts, weights, wanted: wanted[item] ?? 0 }) };
  });
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
