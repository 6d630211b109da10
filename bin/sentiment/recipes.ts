import { chineseFeatures } from "../../app/insight/sentiment/chinese/features.ts";
import { englishFeatures, englishWordFeatures } from "../../app/insight/sentiment/english/features.ts";
import { listLexicon } from "../../app/insight/sentiment/english/valence.ts";
import type { FeatureBag } from "../../app/insight/sentiment/feature-bag.ts";
import {
  packModel,
  unpackModel,
  type LearnedWeights,
  type PackedModel,
} from "../../app/insight/sentiment/linear-model.ts";
import { learnWeights, type Example } from "../../app/insight/sentiment/training/learn-weights.ts";
import type { LabelledText } from "./labelled-texts.ts";

/** A text with its features, which are worked out once. */
export interface Prepared extends LabelledText {
  features: FeatureBag;
}

/** Product sentences are few, and what shops get is like them: they count for more than film sentences. */
const PRODUCT_WEIGHT = 4;
const FULL_STRENGTH = 1.2;
const [FILM_WEIGHT, LEXICON_WEIGHT] = [1, 0.3];
export const ENGLISH_BITS = 17;
export const CHINESE_BITS = 17;

export function prepareEnglish(texts: readonly LabelledText[]): Prepared[] {
  return texts.map((text) => ({ ...text, features: englishFeatures(text.text.normalize("NFKC")) }));
}

export function prepareChinese(texts: readonly LabelledText[]): Prepared[] {
  return texts.map((text) => ({ ...text, features: chineseFeatures(text.text.normalize("NFKC")) }));
}

export function learnEnglish(products: readonly Prepared[], films: readonly Prepared[]): LearnedWeights {
  const examples: Example[] = [
    ...products.map(({ features, isPositive, strength }) => ({
      ...{ features, isPositive },
      weight: PRODUCT_WEIGHT * Math.min(1.2, strength / FULL_STRENGTH),
    })),
    ...films.map(({ features, isPositive }) => ({ features, isPositive, weight: FILM_WEIGHT })),
    ...listLexicon().map(([word, valence]) => ({
      features: englishWordFeatures(word),
      isPositive: valence > 0,
      weight: LEXICON_WEIGHT * (Math.abs(valence) / 2),
    })),
  ];
  return learnWeights(examples, { cost: 0.03, fewest: 1, byRatio: 0.8 });
}

export function learnChinese(reviews: readonly Prepared[]): LearnedWeights {
  const examples = reviews.map(({ features, isPositive }) => ({ features, isPositive, weight: 1 }));
  return learnWeights(examples, { cost: 0.01, fewest: 2, byRatio: 1 });
}

/** The sums that a model says, by way of the very file that is shipped: what packing loses is measured with it. */
export function sumsOf(learned: LearnedWeights, bits: number, texts: readonly Prepared[]): number[] {
  const { logit } = unpackModel(packModel(learned, { bits, slope: 1, neutral: 0 }) satisfies PackedModel);
  return texts.map(({ features }) => logit(features));
}
