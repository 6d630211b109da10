import { FeatureBag, hashOn, hashUnit, kindHash } from "../feature-bag.ts";
import { addValence, emptyTone, noteTone, type Tone } from "../tone.ts";
import { negatedOf, strengthAt } from "./negation.ts";
import { findPhrase, valenceOf } from "./valence.ts";
import { isWord, wordsOf } from "./words.ts";

const [WORD, NEGATED, PART, PHRASE] = ["word", "negated", "part", "phrase"].map(kindHash) as [
  number,
  number,
  number,
  number,
];
const RUNS = ["two", "three"].map(kindHash);
const RUN_VALUES = [1, 0.7];
/** Parts of words, ends marked, for words that nobody wrote before: "unwatchable", "dissapointing". */
const [SHORTEST_PART, LONGEST_PART] = [3, 5];
const PART_VALUE = 0.35;
/** However long a text: tone and words shall keep their proportion. */
const LENGTH = 6;
const COUNTS_IN_RUNS = /^[\p{L}#!?]/u;
const BUT = /^(?:but|however)$/;

/** What an English text is to the model. */
export function englishFeatures(text: string): FeatureBag {
  const words = wordsOf(text);
  const negated = negatedOf(words);
  const features = new FeatureBag();
  const { tone, turned } = toneOf(words, negated, features);
  words.forEach((word, place) => {
    // In "not bad at all" the "bad" says nothing of its own.
    if (turned.has(place)) return;
    features.note(hashOn(WORD, word), 1);
    if (negated[place] === true && isWord(word)) features.note(hashOn(NEGATED, word), 1);
    noteParts(features, word, PART_VALUE);
  });
  noteRuns(
    features,
    words.filter((word) => COUNTS_IN_RUNS.test(word)),
  );
  features.scaleTo(LENGTH);
  noteTone(features, tone, words.length);
  return features;
}

/** A word of the lexicon by itself, from which the model learns like from a short text. */
export function englishWordFeatures(word: string): FeatureBag {
  const features = new FeatureBag();
  features.note(hashOn(WORD, word), 0.5);
  noteParts(features, word, 0.5 * PART_VALUE);
  return features;
}

function noteRuns(features: FeatureBag, words: readonly string[]): void {
  words.forEach((word, place) => {
    let hash = word;
    RUNS.forEach((kind, more) => {
      const next = words[place + more + 1];
      if (next === undefined) return;
      hash += ` ${next}`;
      features.note(hashOn(kind, hash), RUN_VALUES[more] ?? 0);
    });
  });
}

function noteParts(features: FeatureBag, word: string, value: number): void {
  if (word.length <= 2 || !isWord(word)) return;
  const marked = `<${word}>`;
  for (let start = 0; start + SHORTEST_PART <= marked.length; start++) {
    let hash = PART;
    const most = Math.min(LONGEST_PART, marked.length - start, marked.length - 1);
    for (let length = 1; length <= most; length++) {
      hash = hashUnit(hash, marked.charCodeAt(start + length - 1));
      if (length >= SHORTEST_PART) features.note(hash, value);
    }
  }
}

/** What the lists make of a text, and the places of words whose phrase turns them. */
function toneOf(
  words: readonly string[],
  negated: readonly boolean[],
  features: FeatureBag,
): { tone: Tone; turned: Set<number> } {
  const tone = emptyTone();
  const turned = new Set<number>();
  const but = words.findLastIndex((word) => BUT.test(word));
  tone.hasBut = but >= 0;
  for (let place = 0; place < words.length; place++) {
    const phrase = findPhrase(words, place);
    const valence = phrase?.valence ?? valenceOf(words[place] ?? "");
    if (phrase !== null) {
      features.note(hashOn(PHRASE, valence > 0 ? "good" : "bad"), 1);
      const end = place + phrase.length;
      if (phrase.isTurned) for (let inside = place; inside < end; inside++) turned.add(inside);
      place = end - 1;
    }
    if (valence === 0) continue;
    addValence(tone, {
      valence: valence * strengthAt(words, place),
      isNegated: negated[place] === true && phrase?.isTurned !== true,
      afterBut: but < 0 ? null : place > but,
    });
  }
  return { tone, turned };
}
