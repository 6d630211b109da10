import { valenceOf } from "./valence.ts";

/** Ways of writing that mean one thing; "n't" becomes a word of its own, "not". */
const REWRITTEN: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/[’‘`´]/g, "'"],
  [/[“”]/g, '"'],
  [/https?:\S+/g, " url "],
  // Treebanks write brackets so.
  [/\b[lr]rb\b/g, " "],
  [/\b(?:can't|cannot|ca n't)(?!\p{L})/gu, "can not"],
  [/\b(?:won't|wo n't)(?!\p{L})/gu, "will not"],
  [/\bain't(?!\p{L})/gu, "is not"],
  [
    /\b(do|does|did|is|are|was|were|has|have|had|would|could|should|might|must|need) ?n'?t(?!\p{L})/gu,
    "$1 not",
  ],
  [/'(s|m|re|ve|ll|d)(?!\p{L})/gu, " '$1"],
  [/\p{Nd}+(?:[.,]\p{Nd}+)*/gu, "#"],
];

const TOKEN = /'(?:s|m|re|ve|ll|d)(?!\p{L})|\p{L}+(?:'\p{L}+)?|#|[!?]+|\.{2,}|[.,;:()"]|[^\s\p{L}]/gu;

/** Words, numbers as "#", and marks of a text, in small letters, contractions taken apart. */
export function wordsOf(text: string): string[] {
  let plain = text.toLowerCase();
  for (const [pattern, by] of REWRITTEN) plain = plain.replace(pattern, by);
  return (plain.match(TOKEN) ?? []).map(unstretched);
}

const STRETCH = /(\p{L})\1\1/u;
const STRETCHED = /(\p{L})\1{2,}/gu;

/** "looove" is "love" and "goood" is "good"; "soooo" says what "soo" says. */
function unstretched(word: string): string {
  if (!STRETCH.test(word)) return word;
  const twice = word.replace(STRETCHED, "$1$1");
  if (valenceOf(twice) !== 0) return twice;
  const once = word.replace(STRETCHED, "$1");
  return valenceOf(once) !== 0 ? once : twice;
}

export function isWord(token: string): boolean {
  return /^\p{L}/u.test(token);
}
