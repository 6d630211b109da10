const NEGATIONS = new Set(
  `not no never none nobody nothing neither nor nowhere without hardly barely scarcely seldom rarely lack lacks
  lacking fail fails failed`.split(/\s+/),
);
const ENDS = /^(?:[.,;:!?()"]+|but|however|although|though|yet|because|except)$/;
/** A "not" reaches so many words on, or to the end of its clause. */
const REACH = 5;

/** Of each word whether a negation before it reaches it. */
export function negatedOf(words: readonly string[]): boolean[] {
  let left = 0;
  return words.map((word) => {
    if (NEGATIONS.has(word)) {
      left = REACH;
      return false;
    }
    if (ENDS.test(word)) left = 0;
    return left > 0 && left-- > 0;
  });
}

const BOOSTS: Readonly<Record<string, string>> = {
  "0.4": "extremely incredibly utterly",
  "0.3": "very really so absolutely totally completely super amazingly awfully truly thoroughly highly",
  "0.2": "most more too especially particularly quite",
  "-0.1": "fairly",
  "-0.3": "slightly somewhat kinda little less marginally partly almost sort kind",
  "-0.4": "barely hardly",
};
const BOOST = new Map(
  Object.entries(BOOSTS).flatMap(([by, words]) =>
    words.split(" ").map((word): [string, number] => [word, Number(by)]),
  ),
);

/** What the words before a place make of it: 1 for nothing. */
export function strengthAt(words: readonly string[], place: number): number {
  return 1 + (BOOST.get(words[place - 1] ?? "") ?? 0) + 0.6 * (BOOST.get(words[place - 2] ?? "") ?? 0);
}
