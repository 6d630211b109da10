import { FeatureBag, hashOn, hashUnit, kindHash } from "../feature-bag.ts";
import { addValence, emptyTone, isSilent, noteTone, type Tone } from "../tone.ts";
import type { TextFeatures } from "../text-features.ts";
import { MARK_VALENCES } from "../idiom-marks.ts";
import { asksOf } from "./asking.ts";
import { rolesOf } from "./contrast.ts";
import { markIdioms } from "./idioms.ts";
import { withoutLukewarm } from "./lukewarm.ts";
import { isWishedFor, strengthAt, turnsOf, type Turns } from "./negation.ts";
import { findPhrase, valenceOf } from "./valence.ts";
import { isWord, wordsOf } from "./words.ts";

const [WORD, NEGATED, PART, PHRASE] = ["word", "negated", "part", "phrase"].map(kindHash) as [
  number,
  number,
  number,
  number,
];
const [RUN_OF_TWO, RUN_OF_THREE] = [kindHash("two"), kindHash("three")];
const THREE_VALUE = 0.7;
/** Parts of words, ends marked, for words that nobody wrote before: "unwatchable", "dissapointing". */
const [SHORTEST_PART, LONGEST_PART] = [3, 5];
const PART_VALUE = 0.35;
/** However long a text: tone and words shall keep their proportion. */
const LENGTH = 6;
/** "Could not be happier" says more than "happy". */
const HEIGHTENED = 1.4;
const COUNTS_IN_RUNS = /^[\p{L}#!?]/u;

/** What an English text is to the model. */
export function englishFeatures(text: string): TextFeatures {
  const said = wordsOf(text);
  const words = markIdioms(said);
  const { turns, from } = turnsOf(words);
  const features = new FeatureBag();
  const { tone, turned } = toneOf(words, { turns, from }, features);
  const noted = new Set<string>();
  words.forEach((word, place) => {
    // In "not bad at all" the "bad" says nothing of its own.
    if (turned.has(place)) return;
    if (turns[place] === "turned" && isWord(word)) features.note(hashOn(NEGATED, word), 1);
    if (noted.has(word)) return;
    noted.add(word);
    features.note(hashOn(WORD, word), 1);
    noteParts(features, word, PART_VALUE);
  });
  noteRuns(
    features,
    words.filter((word) => COUNTS_IN_RUNS.test(word)),
  );
  features.scaleTo(LENGTH);
  noteTone(features, tone, words.length);
  return {
    ...{ bag: features, tone, length: words.length, asks: asksOf(words), denies: turns.includes("turned") },
    isLukewarm: isLukewarm(words),
  };
}

/** Whether it says that it is neither good nor bad, and nothing else that would be either. */
function isLukewarm(words: readonly string[]): boolean {
  const left = withoutLukewarm(words);
  return left !== null && isSilent(toneOf(left, turnsOf(left), new FeatureBag()).tone);
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
    const [next, third] = [words[place + 1], words[place + 2]];
    if (next === undefined) return;
    const two = `${word} ${next}`;
    features.note(hashOn(RUN_OF_TWO, two), 1);
    if (third !== undefined) features.note(hashOn(RUN_OF_THREE, `${two} ${third}`), THREE_VALUE);
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

/** What the lists make of a text, and the places of words whose phrase, or whose "not", turns them. */
function toneOf(
  words: readonly string[],
  { turns, from }: Turns,
  features: FeatureBag,
): { tone: Tone; turned: Set<number> } {
  const tone = emptyTone();
  const turned = new Set<number>();
  const roles = rolesOf(words);
  tone.hasBut = roles.some((role) => role !== "plain");
  for (let place = 0; place < words.length; place++) {
    const phrase = findPhrase(words, place);
    const valence = phrase?.valence ?? ownValence(words, place);
    const first = place;
    if (phrase !== null) {
      if (valence !== 0) features.note(hashOn(PHRASE, valence > 0 ? "good" : "bad"), 1);
      const end = place + phrase.length;
      if (phrase.isTurned) for (let inside = place; inside < end; inside++) turned.add(inside);
      place = end - 1;
    }
    if (valence === 0) continue;
    const isNegated =
      (turns[first] === "turned" && phrase?.isTurned !== true && !isMark(words, first)) ||
      (valence > 0 && isWishedFor(words, first));
    // In "could not be better" the "not" says nothing of its own either.
    if ((isNegated && valence < 0) || turns[first] === "heightened")
      for (let one = from[first] ?? first; one <= place; one++) turned.add(one);
    addValence(tone, {
      valence: valence * strengthAt(words, first) * (turns[first] === "heightened" ? HEIGHTENED : 1),
      isNegated,
      role: roles[first] ?? "plain",
    });
  }
  return { tone, turned };
}

function ownValence(words: readonly string[], place: number): number {
  const word = words[place] ?? "";
  // What it denies says what it means.
  if (word === "no") return 0;
  const ofIdiom = MARK_VALENCES.get(word);
  if (ofIdiom !== undefined) return ofIdiom;
  return isTooMuch(words, place) ? TOO_MUCH : valenceOf(word);
}

function isMark(words: readonly string[], place: number): boolean {
  return MARK_VALENCES.has(words[place] ?? "");
}

const TOO_MUCH = -1.3;
const NO_QUALITY = new Set(
  `and as for if i the a in on at to with but so it is was my we they please because when which of from by this that`.split(
    " ",
  ),
);

/** "Too loose", but not "me too". */
function isTooMuch(words: readonly string[], place: number): boolean {
  const next = words[place + 1];
  return (
    words[place] === "too" &&
    next !== undefined &&
    isWord(next) &&
    !NO_QUALITY.has(next) &&
    valenceOf(next) <= 0
  );
}
