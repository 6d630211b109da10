import { chanceOf, fitLogistic, type LogisticModel } from "../numeric/logistic-regression.ts";
import { bestOf } from "./best.ts";

/** Items that may be recommended, the best by the plain blend first, and what is known of each in this case, row by row. */
export interface Candidates {
  items: readonly number[];
  features: Float64Array;
}

/** A case of the past: what could have been recommended, and what was wanted. */
export interface PastCase {
  candidates: Candidates;
  wanted: ReadonlySet<number>;
}

const RIDGE = 1e-3;
/** Cases in which anything of the candidates was wanted: fewer teach nothing that holds for others. */
const ENOUGH_CASES = 50;

/** How candidates are to be ranked, learned from what was wanted in the past; null where that is too little. */
export function learnRanking(cases: readonly PastCase[]): LogisticModel | null {
  const telling = cases.filter(({ candidates, wanted }) => candidates.items.some((item) => wanted.has(item)));
  if (telling.length < ENOUGH_CASES) return null;
  const rows = telling.reduce((sum, { candidates }) => sum + candidates.items.length, 0);
  const columns = columnsOf(telling[0]?.candidates ?? { items: [], features: new Float64Array() });
  const values = new Float64Array(rows * columns);
  const isWanted = new Uint8Array(rows);
  let row = 0;
  for (const { candidates, wanted } of telling) {
    values.set(candidates.features, row * columns);
    for (const item of candidates.items) isWanted[row++] = wanted.has(item) ? 1 : 0;
  }
  return fitLogistic({ values, columns }, isWanted, RIDGE);
}

function columnsOf({ items, features }: Candidates): number {
  return features.length / Math.max(1, items.length);
}

export interface Ranked {
  item: number;
  /** With a ranking that was learned the chance that it is bought next; else only its order says something. */
  score: number;
}

/** How candidates are put in order: as was learned, as they come, or by sales alone, whichever foresaw more. */
export type Order = LogisticModel | "plain" | "sales";

export function rank(candidates: Candidates, order: LogisticModel | "plain", most: number): Ranked[] {
  const { items, features } = candidates;
  if (order === "plain") return items.slice(0, most).map((item, place) => ({ item, score: 1 / (place + 1) }));
  const columns = columnsOf(candidates);
  const scores = items.map((_, place) => chanceOf(order, features, place * columns));
  return bestOf(scores, most).map((place) => {
    return { item: items[place] ?? 0, score: scores[place] ?? 0 };
  });
}

/** What sells, the best first, but for what is passed over. */
export function rankBySales(
  sellers: readonly number[],
  isPassedOver: (item: number) => boolean,
  most: number,
): Ranked[] {
  return sellers
    .filter((item) => !isPassedOver(item))
    .slice(0, most)
    .map((item, place) => ({ item, score: 1 / (place + 1) }));
}
