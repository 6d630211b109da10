import { sentimentOf } from "../../app/insight/sentiment/analyse.ts";
import { topicsOf } from "../../app/insight/sentiment/topics/topics.ts";
import { accuracyOf, heldBackChinese, heldBackEnglish, unseenChinese } from "../sentiment/held-back.ts";
import {
  readChineseReviews,
  readFilmSentences,
  readProductSentences,
  type LabelledText,
} from "../sentiment/labelled-texts.ts";
import { prepareChinese, prepareEnglish } from "../sentiment/recipes.ts";
import { findData, type Goal, type LeftOut, type Measured } from "./measured.ts";

const PRODUCTS = "sentiment/amazon_snippets_A.tsv";
const FILMS = ["sentiment/SST2_train.tsv", "sentiment/SST2_dev.tsv"];
const CHINESE = "sentiment/zh_online_shopping_A.csv.gz";

/** What texts say. Every text is judged by weights that were learned without it and its group; those shipped know all. */
export async function* rows(data: string): AsyncGenerator<Measured | LeftOut> {
  const [products, ...films] = [PRODUCTS, ...FILMS].map((file) => findData(data, file));
  if (typeof products !== "string" || !films.every((file) => file !== null)) yield { leftOut: PRODUCTS };
  else yield* english(products, films);
  const chinese = findData(data, CHINESE);
  if (chinese === null) yield { leftOut: CHINESE };
  else yield* inChinese(chinese);
}

interface Terms {
  base: number | null;
  known: number | null;
  goal: Goal | null;
}

function row(protocol: string, measure: string, ours: number, { base, known, goal }: Terms): Measured {
  return { part: "sentiment", measure, base, known, goal, ours, protocol };
}

function* english(productFile: string, filmFiles: readonly string[]): Generator<Measured> {
  const products = prepareEnglish(readProductSentences(productFile));
  const films = prepareEnglish(filmFiles.flatMap((file) => readFilmSentences(file)));
  const held = heldBackEnglish(products, films);
  const clear = products.filter(({ strength }) => strength >= 0.5);
  yield row(
    `Amazon sentences rated ±.5 or clearer, ${clear.length}, five parts, a review in one`,
    "product sentences: right sign",
    accuracyOf(held.products),
    { base: shareOf(clear), known: 0.77, goal: { atLeast: 0.8 } },
  );
  yield row(
    `SST-2 train and dev, ${films.length} sentences, five parts`,
    "film sentences: right sign",
    accuracyOf(held.films),
    { base: shareOf(films), known: 0.813, goal: { atLeast: 0.82 } },
  );
  yield* speed("an English sentence", films);
}

function* inChinese(file: string): Generator<Measured> {
  const reviews = prepareChinese(readChineseReviews(file));
  const base = shareOf(reviews);
  yield row(
    `Chinese reviews of 7 kinds of wares, ${reviews.length}, five parts`,
    "Chinese: right sign",
    accuracyOf(heldBackChinese(reviews)),
    { base, known: null, goal: { atLeast: 0.93 } },
  );
  const unseen = unseenChinese(reviews);
  yield row(
    `the same, each kind asked of what learned of the other 6`,
    "Chinese, unseen wares: right sign",
    accuracyOf([...unseen.values()].flat()),
    { base, known: null, goal: { atLeast: 0.86 } },
  );
  const shares = Array.from(unseen, ([kind, held]) => ({ kind, share: accuracyOf(held), size: held.length }));
  const [worst] = shares.toSorted((a, b) => a.share - b.share);
  if (worst !== undefined)
    yield row(
      `the worst of them: ${worst.kind}, ${worst.size}`,
      "Chinese, unseen wares: right sign",
      worst.share,
      { base: shareOf(reviews.filter(({ group }) => group === worst.kind)), known: null, goal: null },
    );
  yield* speed("a Chinese review", reviews);
}

const ASKED = 2_000;

function* speed(what: string, texts: readonly LabelledText[]): Generator<Measured> {
  const asked = texts.slice(0, ASKED);
  for (const { text } of asked.slice(0, ASKED / 4)) sentimentOf(text);
  const begun = performance.now();
  for (const { text } of asked) {
    const { language } = sentimentOf(text);
    topicsOf(text, language);
  }
  const each = (performance.now() - begun) / asked.length;
  yield row(`${asked.length} texts, sentiment and topics`, `milliseconds for ${what}`, each, {
    ...{ base: null, known: null, goal: { atMost: 2 } },
  });
}

/** How often the more frequent answer is right. */
function shareOf(texts: readonly LabelledText[]): number {
  const positive = texts.filter(({ isPositive }) => isPositive).length / Math.max(1, texts.length);
  return Math.max(positive, 1 - positive);
}
