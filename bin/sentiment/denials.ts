import { chineseFeatures } from "../../app/insight/sentiment/chinese/features.ts";
import { OPINIONS } from "../../app/insight/sentiment/chinese/opinions.ts";
import { englishFeatures } from "../../app/insight/sentiment/english/features.ts";
import { MARK_VALENCES } from "../../app/insight/sentiment/idiom-marks.ts";
import { listLexicon } from "../../app/insight/sentiment/english/valence.ts";
import type { TextFeatures } from "../../app/insight/sentiment/text-features.ts";
import type { Example } from "../../app/insight/sentiment/training/learn-weights.ts";

/** Words that say little are not said to be denied. */
const SAYS_MUCH = 1.5;
const ENGLISH_WEIGHT = 0.05;
const CHINESE_WEIGHT = 0.5;
const CHINESE_DENIALS = ["不", "没有", "一点都不", "从来没有", "用了很久也没有", "东西不"];

/**
 * "Not terrible", "not great" of every word of the lists: a complaint denied is a praise. Labelled sets have few of them,
 * most within sentences that complain of something else.
 */
export function deniedEnglish(): Example[] {
  return listLexicon()
    .filter(([word, valence]) => Math.abs(valence) >= SAYS_MUCH && /^[a-z]{4,}$/.test(word))
    .map(([word, valence]) => {
      return {
        features: englishFeatures(`not ${word}`).bag,
        isPositive: valence < 0,
        weight: ENGLISH_WEIGHT,
      };
    });
}

export function deniedChinese(): Example[] {
  const words = OPINIONS.flatMap(([valence, list]) =>
    list
      .split(/\s+/)
      .map((word) => ({ word, isPositive: valence < 0, isClear: Math.abs(valence) >= SAYS_MUCH })),
  );
  return words
    .filter(({ word, isClear }) => isClear && !/[不没无别非]/.test(word))
    .map(({ word, isPositive }, place) => {
      const denial = CHINESE_DENIALS[place % CHINESE_DENIALS.length] ?? "";
      return { features: chineseFeatures(denial + word).bag, isPositive, weight: CHINESE_WEIGHT };
    });
}

/** As many as a few dozen reviews: idioms are few in labelled sets, and those of service mended stand among complaints. */
const IDIOM_WEIGHT = 40;

/** What stands for an idiom, by itself. */
export function markedIdioms(featuresOf: (text: string) => TextFeatures): Example[] {
  return Array.from(MARK_VALENCES, ([mark, valence]) => {
    return { features: featuresOf(mark).bag, isPositive: valence > 0, weight: IDIOM_WEIGHT };
  });
}
