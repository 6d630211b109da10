import { chineseFeatures } from "./chinese/features.ts";
import { emotionOf } from "./emoji.ts";
import { englishFeatures } from "./english/features.ts";
import { languageOf, type KnownLanguage } from "./language.ts";
import { unpackModel, type LinearModel } from "./linear-model.ts";
import { opinionChance, opinionSigns } from "./opinion.ts";
import { ratingOf } from "./rating.ts";
import type { TextFeatures } from "./text-features.ts";
import en from "./weights/en.json" with { type: "json" };
import zh from "./weights/zh.json" with { type: "json" };

export type Label = "positive" | "neutral" | "negative";

export interface Sentiment {
  /** As BCP 47 has it; "und" where nobody can tell. */
  language: string;
  /** Whether sentiment is known of the language; if not, a text is neutral, unless emoji or a rating alone say something. */
  isKnown: boolean;
  label: Label;
  /** -1 for surely negative, 1 for surely positive. Its sign says which way it leans, for neutral texts too. */
  score: number;
}

const FEATURES: Readonly<Record<KnownLanguage, (text: string) => TextFeatures>> = {
  en: englishFeatures,
  zh: chineseFeatures,
};
const PACKED = { en, zh } as const;
const unpacked = new Map<KnownLanguage, LinearModel>();

/** Of what is longer, the beginning and the end are read: a review says what it means there. */
const LONGEST = 2_000;
/** What the valence of emoji, and of a rating that is written out, adds to the logit of what words say. */
const [OF_EMOJI, OF_RATING] = [0.5, 1];
const NEUTRAL_MARKS = 0.2;

/**
 * What a text says of what it is about. `told` is its language where that is known ("en", "zh-TW"); it is guessed
 * otherwise. Never throws; an empty text is neutral, its score 0.
 */
export function sentimentOf(text: string, told?: string): Sentiment {
  const read = readableOf(text);
  const { language, known } = languageOf(read, told);
  const emotion = OF_EMOJI * emotionOf(read) + OF_RATING * ratingOf(read);
  const hasWords = /\p{L}/u.test(read);
  if (!hasWords) return { language, isKnown: emotion !== 0, ...judged(emotion, NEUTRAL_MARKS) };
  if (known === null) return { language, isKnown: false, label: "neutral", score: 0 };
  const model = modelOf(known);
  const features = FEATURES[known](read);
  return { language, isKnown: true, ...judged(wordsLogit(model, features) + emotion, model.neutral) };
}

/** Which way the words lean, and the less the likelier it is that they only tell a fact or ask. */
export function wordsLogit({ logit, opinion }: LinearModel, features: TextFeatures): number {
  const leaning = logit(features.bag) + turnedLogit(features);
  const chance = opinionChance(opinion, opinionSigns(features, leaning));
  const score = Math.tanh(leaning / 2) * chance * (features.isLukewarm ? OF_LUKEWARM : 1);
  return 2 * Math.atanh(Math.max(-SUREST, Math.min(SUREST, score)));
}

/** As much as the lists may say of a text beside the model, where it denies or sets one thing against another. */
const OF_LISTS = 1;
const SOFT = 6;
/** Of a longer text the model knows enough. */
const SHORT = 8;

/** A short text with a "not" or a "but" is what these make of it, more than what its words are elsewhere. */
function turnedLogit({ tone, length, denies }: TextFeatures): number {
  if (!denies && !tone.hasBut) return 0;
  return (OF_LISTS * Math.min(1, SHORT / length) * tone.meant) / Math.sqrt(tone.meant ** 2 + SOFT);
}

/** Who says "so so" leans one way at most. */
const OF_LUKEWARM = 0.15;
const SUREST = 1 - 1e-9;

function judged(logit: number, neutral: number): { label: Label; score: number } {
  const score = Math.tanh(logit / 2);
  if (Math.abs(score) < neutral) return { label: "neutral", score };
  return { label: score > 0 ? "positive" : "negative", score };
}

/** Unpacked when it is first needed: most processes ask of no text, or of texts in one language. */
function modelOf(language: KnownLanguage): LinearModel {
  const model = unpacked.get(language) ?? unpackModel(PACKED[language]);
  unpacked.set(language, model);
  return model;
}

/** What is read of a text: one way of writing for what looks the same, and no more than can be judged at once. */
export function readableOf(text: string): string {
  // What is one character may become eighteen by being normalized.
  return shortened(shortened(text).normalize("NFKC"));
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST / 2)} ${text.slice(-LONGEST / 2)}`;
}
