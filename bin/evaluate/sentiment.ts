import { sentimentOf } from "../../app/insight/sentiment/analyse.ts";
import {
  accuracyOf,
  heldBackChinese,
  heldBackEnglish,
  unseenChinese,
  type HeldBack,
} from "../sentiment/held-back.ts";
import {
  readChineseReviews,
  readFilmSentences,
  readProductSentences,
  type LabelledText,
} from "../sentiment/labelled-texts.ts";
import { prepareChinese, prepareEnglish } from "../sentiment/recipes.ts";
import { bootstrap, type Interval } from "./interval.ts";
import { byHand } from "./sentiment-by-hand.ts";
import { chineseHalves, englishHalves } from "./sentiment-splits.ts";
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
  yield* byHand();
}

interface Terms {
  base: number | null;
  known: number | null;
  goal: Goal | null;
  interval?: Interval;
}

function row(protocol: string, measure: string, ours: number, terms: Terms): Measured {
  return { part: "sentiment", measure, ours, ...terms, protocol };
}

/** Drawn anew are reviews of several sentences, which one hand wrote, or texts where each is its own. */
function rightInterval(held: readonly HeldBack[], drawn: "reviews" | "texts"): Interval {
  const clear = held.filter(({ text }) => text.strength >= 0.5);
  const isRight = ({ text, sum }: HeldBack) => sum > 0 === text.isPositive;
  const parts =
    drawn === "texts"
      ? clear.map((each) => [each])
      : [...Map.groupBy(clear, ({ text }) => text.group).values()];
  const right = parts.map((part) => part.filter(isRight).length);
  return bootstrap(parts.length, (places) => {
    let [all, hits] = [0, 0];
    for (const place of places) {
      all += parts[place]?.length ?? 0;
      hits += right[place] ?? 0;
    }
    return hits / all;
  });
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
    {
      ...{ base: shareOf(clear), known: 0.77, goal: { atLeast: 0.8 } },
      interval: rightInterval(held.products, "reviews"),
    },
  );
  yield row(
    `SST-2 train and dev, ${films.length} sentences, five parts`,
    "film sentences: right sign",
    accuracyOf(held.films),
    {
      ...{ base: shareOf(films), known: 0.813, goal: { atLeast: 0.82 } },
      interval: rightInterval(held.films, "texts"),
    },
  );
  yield* englishHalves(products, films);
  yield* speed("an English sentence", films);
}

function* inChinese(file: string): Generator<Measured> {
  const reviews = prepareChinese(readChineseReviews(file));
  const base = shareOf(reviews);
  const held = heldBackChinese(reviews);
  yield row(
    `Chinese reviews of 7 kinds of wares, ${reviews.length}, five parts`,
    "Chinese: right sign",
    accuracyOf(held),
    { base, known: null, goal: { atLeast: 0.93 }, interval: rightInterval(held, "texts") },
  );
  const unseen = unseenChinese(reviews);
  yield row(
    `the same, each kind asked of what learned of the other 6`,
    "Chinese, unseen wares: right sign",
    accuracyOf([...unseen.values()].flat()),
    {
      ...{ base, known: null, goal: { atLeast: 0.86 } },
      interval: rightInterval([...unseen.values()].flat(), "texts"),
    },
  );
  const shares = Array.from(unseen, ([kind, held]) => ({ kind, share: accuracyOf(held), size: held.length }));
  const [worst, second, ...better] = shares.toSorted((a, b) => a.share - b.share);
  if (worst !== undefined)
    yield row(
      `the worst of them: ${worst.kind}, ${worst.size}; the others from ${second?.share.toFixed(3)} to ${better.at(-1)?.share.toFixed(3)}`,
      "Chinese, unseen wares: right sign",
      worst.share,
      {
        ...{ base: shareOf(reviews.filter(({ group }) => group === worst.kind)), known: null, goal: null },
        interval: rightInterval(unseen.get(worst.kind) ?? [], "texts"),
      },
    );
  yield* chineseHalves(reviews);
  yield* speed("a Chinese review", reviews);
}

const ASKED = 2_000;
/** As long as a text may be, whatever is read of it. */
const LONG = 10_000;
const LONG_ASKED = 300;

function* speed(what: string, texts: readonly LabelledText[]): Generator<Measured> {
  const asked = texts.slice(0, ASKED).map(({ text }) => text);
  const long = Array.from({ length: LONG_ASKED }, (_, place) =>
    joined(
      texts.slice(place, place + LONG / 10).map(({ text }) => text),
      LONG,
    ),
  );
  yield slowest(`milliseconds for ${what}, 99 of 100`, asked);
  yield slowest(`milliseconds for 10,000 characters like ${what}, 99 of 100`, long);
}

/** The least of a few times each, for what else the machine does is not the text's own. */
const TIMES = 5;

function slowest(measure: string, texts: readonly string[]): Measured {
  const taken = texts
    .map((text) => Math.min(...Array.from({ length: TIMES }, () => timeOf(text))))
    .sort((a, b) => a - b);
  return row(
    `${texts.length} texts, each the least of ${TIMES} times`,
    measure,
    taken[Math.floor(0.99 * taken.length)] ?? NaN,
    { base: null, known: null, goal: { atMost: 2 } },
  );
}

function timeOf(text: string): number {
  const begun = performance.now();
  sentimentOf(text);
  return performance.now() - begun;
}

function joined(texts: readonly string[], length: number): string {
  let long = "";
  for (const text of texts) {
    long += `${text} `;
    if (long.length >= length) break;
  }
  return long.slice(0, length);
}

/** How often the more frequent answer is right. */
function shareOf(texts: readonly LabelledText[]): number {
  const positive = texts.filter(({ isPositive }) => isPositive).length / Math.max(1, texts.length);
  return Math.max(positive, 1 - positive);
}
