import { bestOf } from "./best.ts";
import { habitsOf, itemFacts, type Habit, type ItemFacts } from "./histories.ts";
import { fitItemWeights, type ItemWeights } from "./item-weights.ts";
import {
  learnRanking,
  MOST_RANKED,
  rank,
  rankBySales,
  salesOf,
  type Candidates,
  type Learned,
  type Order,
  type PastCase,
  type Ranked,
} from "./ranking.ts";
import { Sums } from "./sums.ts";
import { figureOf, sumOf, type Figure } from "./figure.ts";
import { gainOf } from "./gain.ts";
import {
  historyOf,
  itemsAt,
  itemsOf,
  setsOf,
  someVisits,
  withoutLast,
  type Histories,
  type Visits,
} from "./visits.ts";

/** Best sellers that are told from each other; everything else is found by its buyers and its sales. */
const BEST_SELLERS = 1_000;
const RIDGE = 300;
/** What was bought some visits ago speaks less of what is wanted next. */
const A_VISIT_AGO = 0.9;
/** From more customers no more is learned about how much each thing counts. */
const MOST_CASES = 2_800;
/** From the past of more customers nothing more is learned either. */
const MOST_BEFORE = 40_000;

/** What is known of a shop for ranking: plain arrays, so that it can be kept. */
export interface CustomerModel {
  facts: ItemFacts;
  weights: ItemWeights;
  /** The season's sales, 1 for the best; and the best sellers of the season. */
  selling: Float64Array;
  sellers: number[];
  /** How candidates are ranked: all of them, and what is new to the customer. */
  all: Order;
  fresh: Order;
}

type State = Omit<CustomerModel, "all" | "fresh">;

export interface Wish {
  most: number;
  of: Range;
}

/** Everything, what the customer has not had, or what they have. */
type Range = "all" | "new" | "had";

/** What a customer of this history may want next, the best first. */
export type CustomerRanker = (history: Visits, wish: Wish) => Ranked[];

/**
 * Two lists for customers: what they buy again, and what is new to them. Candidates come from their own habits, from what
 * goes with what they have (EASE), and from what sells now; how much each of these counts is learned from the visits that
 * every customer made last, which the shop's other visits must foresee.
 */
export function trainForCustomers(histories: Histories, items: number): TrainedCustomers {
  const customers = histories.first.length - 1;
  const visitsOf = (who: number) => (histories.first[who + 1] ?? 0) - (histories.first[who] ?? 0);
  const all = Array.from({ length: customers }, (_, who) => who);
  const before = stateOf(withoutLast(histories, some(all, MOST_BEFORE)), items);
  const returning = all.filter((who) => visitsOf(who) > 1);
  const tests = some(returning, MOST_CASES).map((who) => historyOf(histories, who));
  // Of so many customers the last visits change nothing in what goes with what, and to work it out takes longest.
  const kept = customers > MOST_BEFORE ? before.weights : undefined;
  const ordered = chooseOrder(before, tests, "all");
  const fresh = chooseOrder(before, tests, "new");
  const again = ordered.order === "sales" ? ("plain" as const) : ordered.order;
  return {
    customers: { all: ordered.order, fresh: fresh.order, ...stateOf(histories, items, kept) },
    figures: [
      ...named("again", measureAgain(before, tests, { order: again, learnedFrom: ordered.taught })),
      ...named("new", fresh.figure),
    ],
  };
}

function named<Name extends string>(name: Name, figure: Figure | null): ({ name: Name } & Figure)[] {
  return figure === null ? [] : [{ name, ...figure }];
}

/** At most so many of them, from the whole list. */
function some<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most);
  return step === 1
    ? list
    : list.filter((_, place) => Math.floor(place / step) > Math.floor((place - 1) / step));
}

export interface TrainedCustomers {
  customers: CustomerModel;
  /** How well last visits were foreseen by what half of them taught: NDCG at 10, beside that of the best sellers. */
  figures: ({ name: "again" | "new" } & Figure)[];
}

interface Case extends PastCase {
  /** What a list of best sellers would have shown. */
  sellers: Ranked[];
}

/** What is to be foreseen of somebody's last visit from those before; null where nothing of it is asked for. */
function caseOf(history: Visits, of: Range): { past: Visits; wanted: Set<number> } | null {
  const last = history.day.length - 1;
  const past = someVisits(history, 0, last);
  const had = new Set(itemsOf(past));
  const wanted = new Set(
    itemsAt(history, last).filter((item) => of === "all" || had.has(item) === (of === "had")),
  );
  return wanted.size === 0 ? null : { past, wanted };
}

interface Chosen {
  order: Order;
  /** What half of the cases taught, by which the other half was measured. */
  taught: Learned | null;
  figure: Figure | null;
}

/** Half of the last visits teach a ranking; what foresees the other half best is taken, sales alone not excepted. */
function chooseOrder(before: State, tests: readonly Visits[], of: "all" | "new"): Chosen {
  const candidatesOf = finder(before);
  const sales = salesOf(before.sellers, before.facts.season);
  const cases = tests.flatMap((history): Case[] => {
    const found = caseOf(history, of);
    if (found === null) return [];
    const had = new Set(of === "new" ? itemsOf(found.past) : []);
    const sellers = rankBySales(sales, (item) => had.has(item), SHOWN);
    const candidates = candidatesOf(found.past, of);
    const kept = { ...candidates, features: candidates.features.slice() };
    return [{ candidates: kept, wanted: found.wanted, sellers }];
  });
  const held = cases.filter((_, place) => place % 2 === 1);
  const as = of === "new" ? "choice" : "each";
  const taught = learnRanking(
    cases.filter((_, place) => place % 2 === 0),
    as,
  );
  const gains = (ranked: (of: Case) => Ranked[]) => held.map((each) => gain(ranked(each), each.wanted));
  const bySales = gains(({ sellers }) => sellers);
  const plain = gains(({ candidates }) => rank(candidates, "plain", SHOWN));
  const learned = taught === null ? null : gains(({ candidates }) => rank(candidates, taught, SHOWN));
  if (learned !== null && sumOf(learned) > Math.max(sumOf(plain), sumOf(bySales)))
    return { order: learnRanking(cases, as, taught) ?? "plain", taught, figure: figureOf(learned, bySales) };
  const order = sumOf(bySales) > sumOf(plain) ? "sales" : "plain";
  return { order, taught, figure: figureOf(order === "sales" ? bySales : plain, bySales) };
}

/** How well what customers buy again is put in order, beside their things by how well each sells. */
function measureAgain(
  before: State,
  tests: readonly Visits[],
  { order, learnedFrom }: { order: Learned | "plain"; learnedFrom: Learned | null },
): Figure | null {
  const candidatesOf = finder(before);
  const used = order === "plain" ? order : (learnedFrom ?? "plain");
  // The halves are those that the ranking was chosen by, so that none is measured that taught it.
  const held = tests
    .filter((history) => caseOf(history, "all") !== null)
    .filter((_, place) => place % 2 === 1);
  const cases = held.flatMap((history) => caseOf(history, "had") ?? []);
  const values = cases.map(({ past, wanted }) => gain(rank(candidatesOf(past, "had"), used, SHOWN), wanted));
  const base = cases.map(({ past, wanted }) => {
    const theirs = [...itemsOf(past)].sort((a, b) => (before.selling[b] ?? 0) - (before.selling[a] ?? 0));
    return gainOf(theirs.slice(0, SHOWN), wanted);
  });
  return figureOf(values, base);
}

const SHOWN = 10;

function gain(ranked: readonly Ranked[], wanted: ReadonlySet<number>): number {
  return gainOf(
    ranked.map(({ item }) => item),
    wanted,
  );
}

/** It keeps room for its sums, so one is made and asked many times. */
export function customerRanker(model: CustomerModel): CustomerRanker {
  const candidatesOf = finder(model);
  const sales = salesOf(model.sellers, model.facts.season);
  return (history, { most, of }) => {
    const order = of === "new" ? model.fresh : model.all;
    // Rankings are learned from people with a past; newcomers are shown what sells.
    if (order === "sales" && of !== "had") {
      const had = new Set(of === "new" ? itemsOf(history) : []);
      return rankBySales(sales, (item) => had.has(item), most);
    }
    const isPlain = order === "sales" || history.day.length === 0;
    return rank(candidatesOf(history, of), isPlain ? "plain" : order, most);
  };
}

function stateOf(histories: Histories, items: number, kept?: ItemWeights): State {
  const facts = itemFacts(histories, items);
  const most = facts.season.reduce((high, value) => Math.max(high, value), 1e-9);
  const selling = facts.season.map((value) => value / most);
  return {
    facts,
    weights: kept ?? fitItemWeights(setsOf(histories, items), { items, most: BEST_SELLERS, ridge: RIDGE }),
    selling,
    sellers: bestOf(selling, MOST_RANKED * 2),
  };
}

/** Candidates are good until the next are asked for. */
function finder(state: State): (history: Visits, of: Range) => Candidates {
  const { weights, selling, sellers } = state;
  const wanted = new Sums(selling.length);
  const features = new Float64Array(MOST_RANKED * FEATURES);
  return (history, of) => {
    const habits = habitsOf(history);
    for (const [item, { since }] of habits) {
      addWanted(wanted, weights, { item, times: A_VISIT_AGO ** since });
      wanted.touch(item);
    }
    if (of !== "had") for (const item of sellers) wanted.touch(item);
    const blend = (item: number) => {
      const habit = habits.get(item);
      if (of !== "all" && (habit !== undefined) !== (of === "had")) return -Infinity;
      return wanted.of(item) + 0.3 * (selling[item] ?? 0) + Math.log1p(habit?.byTime ?? 0);
    };
    const items = wanted.best(MOST_RANKED, blend);
    const visits = history.day.length;
    items.forEach((item, place) => {
      const known = { habit: habits.get(item), visits, wanted: wanted.of(item) };
      features.set(featuresOf(state, item, known), place * FEATURES);
    });
    const blends = items.map(blend);
    wanted.clear();
    return { items, blends, features: features.subarray(0, items.length * FEATURES) };
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
  habit: Habit | undefined;
  /** Of the customer, all. */
  visits: number;
  wanted: number;
}

const FEATURES = 19;
const NO_HABIT: Habit = { times: 0, since: 0, byTime: 0, byVisits: 0 };

function featuresOf(
  { facts, weights }: State,
  item: number,
  { habit = NO_HABIT, visits, wanted }: Known,
): number[] {
  const seen = habit.times > 0 ? 1 : 0;
  const share = habit.times / Math.max(1, visits);
  const ever = Math.log((facts.ever[item] ?? 0) + 1);
  const lately = Math.log((facts.lately[item] ?? 0) + 0.3);
  const season = Math.log((facts.season[item] ?? 0) + 0.5);
  const half = Math.log((facts.half[item] ?? 0) + 1);
  const again = facts.again[item] ?? 0;
  return [
    seen,
    Math.log1p(habit.byTime),
    share,
    seen * Math.log(share + 0.01),
    seen * Math.log1p(habit.since),
    habit.byVisits,
    wanted,
    Math.sqrt(Math.max(0, wanted)),
    seen * wanted,
    lately,
    season,
    half,
    ever,
    lately - half,
    seen * season,
    seen * again,
    seen * Math.log(Math.max(again, 1e-3)),
    seen * Math.log(Math.max(1, visits)),
    weights.rowOf[item] === -1 ? 1 : 0,
  ];
}
