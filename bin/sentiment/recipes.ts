import { readableOf } from "../../app/insight/sentiment/analyse.ts";
import { chineseFeatures } from "../../app/insight/sentiment/chinese/features.ts";
import { englishFeatures, englishWordFeatures } from "../../app/insight/sentiment/english/features.ts";
import { listLexicon } from "../../app/insight/sentiment/english/valence.ts";
import { packModel, unpackModel, type LearnedWeights } from "../../app/insight/sentiment/linear-model.ts";
import type { TextFeatures } from "../../app/insight/sentiment/text-features.ts";
import { learnWeights, type Example } from "../../app/insight/sentiment/training/learn-weights.ts";
import { listPlainTexts } from "../../app/insight/sentiment/training/plain-texts.ts";
import { deniedChinese, deniedEnglish, markedIdioms } from "./denials.ts";
import type { LabelledText } from "./labelled-texts.ts";

/** A text with its features, which are worked out once. */
export interface Prepared extends LabelledText {
  features: TextFeatures;
}

/** Product sentences are few, and what shops get is like them: they count for more than film sentences. */
const PRODUCT_WEIGHT = 4;
const FULL_STRENGTH = 1.2;
const [FILM_WEIGHT, LEXICON_WEIGHT] = [1, 0.3];
/** Facts and questions, learned of as both good and bad so that their words come to nothing. */
const PLAIN_WEIGHT = 3;
export const ENGLISH_BITS = 17;
export const CHINESE_BITS = 17;

export function prepareEnglish(texts: readonly LabelledText[]): Prepared[] {
  return texts.map((text) => ({ ...text, features: englishFeatures(readableOf(text.text)) }));
}

export function prepareChinese(texts: readonly LabelledText[]): Prepared[] {
  return texts.map((text) => ({ ...text, features: chineseFeatures(readableOf(text.text)) }));
}

/** What says neither good nor bad, each a group of its own. */
export function preparePlain(language: "en" | "zh"): Prepared[] {
  const texts = listPlainTexts(language).map((text, place) => {
    return { text, isPositive: true, strength: 0, group: `plain ${place}` };
  });
  return language === "en" ? prepareEnglish(texts) : prepareChinese(texts);
}

export interface EnglishTexts {
  products: readonly Prepared[];
  films: readonly Prepared[];
  plain: readonly Prepared[];
}

export function learnEnglish({ products, films, plain }: EnglishTexts): LearnedWeights {
  const examples: Example[] = [
    ...products.map(({ features, isPositive, strength }) => ({
      ...{ features: features.bag, isPositive },
      weight: PRODUCT_WEIGHT * Math.min(1.2, strength / FULL_STRENGTH),
    })),
    ...films.map(({ features, isPositive }) => ({ features: features.bag, isPositive, weight: FILM_WEIGHT })),
    ...listLexicon().map(([word, valence]) => ({
      features: englishWordFeatures(word),
      isPositive: valence > 0,
      weight: LEXICON_WEIGHT * (Math.abs(valence) / 2),
    })),
    ...deniedEnglish(),
    ...markedIdioms(englishFeatures),
    ...bothWays(plain),
  ];
  return learnWeights(examples, { cost: 0.03, fewest: 1, byRatio: 0.8 });
}

/** Of reviews, and of what is plain, which has no strength. */
export function learnChinese(texts: readonly Prepared[]): LearnedWeights {
  const [plain, reviews] = [true, false].map((isPlain) =>
    texts.filter(({ strength }) => (strength === 0) === isPlain),
  ) as [Prepared[], Prepared[]];
  const examples = reviews.map(({ features, isPositive }) => ({
    features: features.bag,
    isPositive,
    weight: 1,
  }));
  return learnWeights(
    [...examples, ...deniedChinese(), ...markedIdioms(chineseFeatures), ...bothWays(plain)],
    {
      ...{ cost: 0.01, fewest: 2, byRatio: 1 },
    },
  );
}

function bothWays(texts: readonly Prepared[]): Example[] {
  return texts.flatMap(({ features }) =>
    [true, false].map((isPositive) => ({ features: features.bag, isPositive, weight: PLAIN_WEIGHT })),
  );
}

/** The sums that a model says, by way of the very file that is shipped: what packing loses is measured with it. */
export function sumsOf(learned: LearnedWeights, bits: number, texts: readonly Prepared[]): number[] {
  const { logit } = unpackModel(packModel(learned, { bits, slope: 1, neutral: 0, opinion: [] }));
  return texts.map(({ features }) => logit(features.bag));
}
