import { accuracyOf, heldBackChinese, heldBackEnglish, type HeldBack } from "../sentiment/held-back.ts";
import type { Prepared } from "../sentiment/recipes.ts";
import type { Measured } from "./measured.ts";

/** Halves are drawn anew with each; none of them is the split that anything was chosen by. */
const SEEDS = [101, 202, 303, 404, 505];

/** Half teaches and half is asked, and the other way round: how far a figure depends on which texts were learned of. */
export function* englishHalves(
  products: readonly Prepared[],
  films: readonly Prepared[],
): Generator<Measured> {
  const halved = SEEDS.map((seed) => heldBackEnglish(products, films, { parts: 2, seed }));
  yield spread(
    "product sentences, half teaching: right sign",
    halved.map((held) => held.products),
  );
  yield spread(
    "film sentences, half teaching: right sign",
    halved.map((held) => held.films),
  );
}

export function* chineseHalves(reviews: readonly Prepared[]): Generator<Measured> {
  yield spread(
    "Chinese, half teaching: right sign",
    SEEDS.map((seed) => heldBackChinese(reviews, { parts: 2, seed })),
  );
}

function spread(measure: string, halved: readonly (readonly HeldBack[])[]): Measured {
  const shares = halved.map((held) => accuracyOf(held));
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map((share) => share.toFixed(3));
  return {
    ...{ part: "sentiment", measure, base: null, known: null, goal: null },
    ours: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    protocol: `mean of ${shares.length} halvings by review, from ${least} to ${most}`,
  };
}
