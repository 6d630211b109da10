import { chancesOf, fitChoices, type ChoiceModel } from "../numeric/choice-model.ts";
import { fitLogistic, type LogisticModel } from "../numeric/logistic-regression.ts";
import { bestOf } from "./best.ts";

/** Items that may be recommended, the best by the plain blend first, and what is known of each in this case, row by row. */
export interface Candidates {
  items: readonly number[];
  features: Float64Array;
  /** What the plain blend makes of each. */
  blends: readonly number[];
}

/** A case of the past: what could have been recommended, and what was wanted. */
export interface PastCase {
  candidates: Candidates;
  wanted: ReadonlySet<number>;
}

/** How much each feature counts; of a regression also how likely anything is at all, which changes no order. */
export type Learned = ChoiceModel & Partial<LogisticModel>;

/** By the plain blend, before they are ranked by what was learned: whoever wants more gets what sells after them. */
export const MOST_RANKED = 100;
const RIDGE = 1e-3;
/** Cases in which anything of the candidates was wanted: fewer teach nothing that holds for others. */
const ENOUGH_CASES = 50;

/**
 * How candidates are to be ranked, learned from what was wanted in the past; null where that is too little. What stands
 * beside what is held against each other ("choice") but for habits: whether somebody buys a thing again hangs on nothing
 * that they have beside it, and is asked of each by itself ("each"). `near` is what a part of the cases taught.
 */
export function learnRanking(
  cases: readonly PastCase[],
  as: "choice" | "each",
  near?: Learned | null,
): Learned | null {
  const telling = cases.filter(({ candidates, wanted }) => candidates.items.some((item) => wanted.has(item)));
  const [first] = telling;
  if (first === undefined || telling.length < ENOUGH_CASES) return null;
  const columns = columnsOf(first.candidates);
  const start = new Int32Array(telling.length + 1);
  telling.forEach(({ candidates }, n) => (start[n + 1] = (start[n] ?? 0) + candidates.items.length));
  const rows = start.at(-1) ?? 0;
  const choices = {
    values: new Float64Array(rows * columns),
    columns,
    start,
    isChosen: new Uint8Array(rows),
  };
  telling.forEach(({ candidates, wanted }, n) => {
    const from = start[n] ?? 0;
    choices.values.set(candidates.features, from * columns);
    candidates.items.forEach((item, place) => (choices.isChosen[from + place] = wanted.has(item) ? 1 : 0));
  });
  if (as === "choice") return fitChoices(choices, RIDGE, near ?? undefined);
  const from = near ? { intercept: 0, ...near } : undefined;
  return fitLogistic(choices, choices.isChosen, RIDGE, from);
}

function columnsOf({ items, features }: Candidates): number {
  return features.length / Math.max(1, items.length);
}

export interface Ranked {
  item: number;
  /**
   * From 0 to 1, and no higher than that before it: of what they buy next, the part that this may be, among what is
   * considered for them; where nothing is known of them, the part of all sales that it is.
   */
  score: number;
}

/** How candidates are put in order: as was learned, as they come, or by sales alone, whichever foresaw more. */
export type Order = Learned | "plain" | "sales";

export function rank(candidates: Candidates, order: Learned | "plain", most: number): Ranked[] {
  const { items, features, blends } = candidates;
  if (order === "plain") {
    const parts = blends.map((blend) => Math.max(0, blend));
    const all = parts.reduce((sum, part) => sum + part, 0);
    return items
      .slice(0, most)
      .map((item, place) => ({ item, score: all > 0 ? (parts[place] ?? 0) / all : 0 }));
  }
  const table = { values: features, columns: columnsOf(candidates) };
  const scores = chancesOf(table, order.weights, { from: 0, to: items.length });
  return bestOf(scores, most).map((place) => {
    return { item: items[place] ?? 0, score: scores[place] ?? 0 };
  });
}

/** What sells, the best first. */
export interface Sales {
  sellers: readonly number[];
  /** What part of all sales an item is. */
  partOf(item: number): number;
}

export function salesOf(sellers: readonly number[], counts: Float64Array): Sales {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return { sellers, partOf: (item) => (all > 0 ? (counts[item] ?? 0) / all : 0) };
}

/** What sells, but for what is passed over. */
export function rankBySales(
  { sellers, partOf }: Sales,
  isPassedOver: (item: number) => boolean,
  most: number,
): Ranked[] {
  return sellers
    .filter((item) => !isPassedOver(item))
    .slice(0, most)
    .map((item) => ({ item, score: partOf(item) }));
}

/**
 * The list with what sells after it, until there are as many as are wanted or no more exist. These are not considered one
 * by one, so none scores higher than the last that was.
 */
export function followedBySales(
  ranked: readonly Ranked[],
  { sellers, partOf }: Sales,
  { isPassedOver, most }: { isPassedOver: (item: number) => boolean; most: number },
): Ranked[] {
  const list = ranked.slice(0, most);
  if (list.length === most) return list;
  const highest = list.at(-1)?.score ?? 1;
  const taken = new Set(list.map(({ item }) => item));
  for (const item of sellers) {
    if (list.length === most) break;
    if (!taken.has(item) && !isPassedOver(item)) list.push({ item, score: Math.min(highest, partOf(item)) });
  }
  return list;
}
