import { chanceOf, fitLogistic, type LogisticModel } from "../numeric/logistic-regression.ts";

/** An item that may be recommended, and what is known about it in this case. */
export interface Candidate {
  item: number;
  features: Float64Array;
}

/** A case of the past: what could have been recommended, and what was wanted. */
export interface PastCase {
  candidates: Candidate[];
  wanted: ReadonlySet<number>;
}

const RIDGE = 1e-3;
/** Cases in which anything of the candidates was wanted: fewer teach nothing that holds for others. */
const ENOUGH_CASES = 50;

/** How candidates are to be ranked, learned from what was wanted in the past; null where that is too little. */
export function learnRanking(cases: readonly PastCase[]): LogisticModel | null {
  const telling = cases.filter(({ candidates, wanted }) => candidates.some(({ item }) => wanted.has(item)));
  const columns = cases[0]?.candidates[0]?.features.length ?? 0;
  if (telling.length < ENOUGH_CASES) return null;
  const rows = telling.flatMap(({ candidates, wanted }) =>
    candidates.map(({ item, features }) => ({ features, isWanted: wanted.has(item) })),
  );
  const values = new Float64Array(rows.length * columns);
  rows.forEach(({ features }, place) => values.set(features, place * columns));
  return fitLogistic(
    { values, columns },
    Uint8Array.from(rows, ({ isWanted }) => (isWanted ? 1 : 0)),
    RIDGE,
  );
}

export interface Ranked {
  item: number;
  /** With a ranking that was learned the chance that it is bought next; else only its order says something. */
  score: number;
}

/** How candidates are put in order: as was learned, as they come, or by sales alone, whichever foresaw more. */
export type Order = LogisticModel | "plain" | "sales";

/** Candidates come with the best by the plain blend first. */
export function rank(
  candidates: readonly Candidate[],
  order: LogisticModel | "plain",
  most: number,
): Ranked[] {
  const scored = candidates.map(({ item, features }, place) => ({
    item,
    score: order === "plain" ? 1 / (place + 1) : chanceOf(order, features),
  }));
  return scored.sort((a, b) => b.score - a.score).slice(0, most);
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
