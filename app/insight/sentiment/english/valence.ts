import lexicon from "../weights/lexicon-en.json" with { type: "json" };
import { PHRASES } from "./phrases.ts";

/** Words by their valence from -4 to 4: the VADER lexicon (Hutto and Gilbert 2014; see its notice in the file). */
const WORDS = new Map(
  Object.entries(lexicon.words).flatMap(([valence, words]) =>
    words.split(" ").map((word): [string, number] => [word, Number(valence)]),
  ),
);
/** For words with a letter doubled that should not be, or the other way round. */
const SQUEEZED = new Map(
  [...WORDS].filter(([word]) => word.length >= 6).map(([word, valence]) => [squeeze(word), valence]),
);
const PHRASE_VALENCES = new Map(
  PHRASES.flatMap(([valence, phrases]) =>
    phrases.split("|").map((phrase): [string, number] => [phrase.trim(), valence]),
  ),
);
/** By its first word, of how many words the longest phrase is: most words begin none. */
const LONGEST_PHRASES = new Map<string, number>();
for (const phrase of PHRASE_VALENCES.keys()) {
  const [first = "", ...others] = phrase.split(" ");
  LONGEST_PHRASES.set(first, Math.max(others.length + 1, LONGEST_PHRASES.get(first) ?? 0));
}
const NEGATES = /^(?:not|no|never|without)$/;

/** All whose sentiment is known. */
export function listLexicon(): [word: string, valence: number][] {
  return [...WORDS];
}

/** How good or bad a word is by itself; 0 where it says neither or is not known. */
export function valenceOf(word: string): number {
  return WORDS.get(word) ?? (word.length >= 6 ? (SQUEEZED.get(squeeze(word)) ?? ofParts(word)) : 0);
}

/** "unproven" by "proven", "quickness" by "quick". */
function ofParts(word: string): number {
  const turned = /^(?:un|dis|non|in|im|ir)(.+)$/.exec(word)?.[1];
  const base = turned === undefined ? 0 : (WORDS.get(turned) ?? 0);
  if (base > 0.9) return -0.7 * base;
  const stem = word.replace(/(?:ly|ness|er|est|ing|ed|s|able)$/, "");
  if (stem.length <= 3) return 0;
  return 0.8 * (WORDS.get(stem) ?? WORDS.get(`${stem}e`) ?? WORDS.get(stem.replace(/i$/, "y")) ?? 0);
}

function squeeze(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}

export interface Phrase {
  valence: number;
  /** Of so many words. */
  length: number;
  /** It has its "not" in it, and is not turned by it again. */
  isTurned: boolean;
}

/** The longest phrase that begins at a place. */
export function findPhrase(words: readonly string[], place: number): Phrase | null {
  const longest = LONGEST_PHRASES.get(words[place] ?? "") ?? 0;
  for (let length = Math.min(longest, words.length - place); length > 0; length--) {
    const found = words.slice(place, place + length);
    const valence = PHRASE_VALENCES.get(found.join(" "));
    if (valence !== undefined) return { valence, length, isTurned: found.some((word) => NEGATES.test(word)) };
  }
  return null;
}
