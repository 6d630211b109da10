import { fitLogistic } from "../../numeric/logistic-regression.ts";

/** Of what customers write, for each text that judges, so many that only tell a fact or ask. The sets have few of them. */
const PLAIN_FOR_EACH = 0.6;
const RIDGE = 0.0005;
const DIGITS = 4;

/** The weights of opinion.ts, learned of the signs of texts that judge and of texts that do not. */
export function learnOpinion(signs: {
  judging: readonly (readonly number[])[];
  plain: readonly (readonly number[])[];
}): number[] {
  const rows = [...signs.judging, ...signs.plain];
  const judges = Uint8Array.from(rows, (_, place) => (place < signs.judging.length ? 1 : 0));
  const table = { values: Float64Array.from(rows.flat()), columns: rows[0]?.length ?? 0 };
  const { weights, intercept } = fitLogistic(table, judges, RIDGE);
  // How many of each kind were learned of moves the intercept alone, and is not how often they are written.
  const moved = Math.log((PLAIN_FOR_EACH * signs.judging.length) / signs.plain.length);
  return [intercept - moved, ...weights].map((weight) => Number(weight.toFixed(DIGITS)));
}
