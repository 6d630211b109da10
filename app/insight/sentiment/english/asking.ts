const SENTENCE_END = /^[!?.]+$/;
/** How a question begins whose mark was left out; "does the job" and "what a joy" are none. */
const INVERTED =
  /^(?:do|does|did|is|are|was|were|can|could|will|would|should|has|have|may) (?:i|you|we|it|they|he|she|this|that|these|those|there|your|my|any|anyone|anybody) /;
const ASKED_FOR =
  /^(?:(?:when|where) (?:do|does|did|is|are|can|could|will|would|should)|how (?:do|does|did|can|could|is|are|much|many|long|big|tall|often)|what (?:is|are|'s|does|do|size|colour|color|material|kind)) /;
const REQUESTS = /^(?:hi |hello )?(?:, )?please /;
const BEGINNING = 4;
/** Who asks why complains. */
const COMPLAINS = /^(?:why|seriously|kidding)$/;

/** The share of a text's words that stand in questions for something one wants to know, and in requests; from 0 to 1. */
export function asksOf(words: readonly string[]): number {
  let [asking, all] = [0, 0];
  for (let start = 0; start < words.length;) {
    let end = start;
    while (end < words.length && !SENTENCE_END.test(words[end] ?? "")) end++;
    const isOver = (words[end] ?? "").includes("?");
    all += end - start;
    if (isQuestion(words, start, end, isOver)) asking += end - start;
    start = end + 1;
  }
  return all === 0 ? 0 : asking / all;
}

function isQuestion(words: readonly string[], start: number, end: number, isMarked: boolean): boolean {
  const sentence = words.slice(start, end);
  if (sentence.some((word) => COMPLAINS.test(word))) return false;
  if (isMarked) return true;
  const beginning = `${sentence.slice(0, BEGINNING).join(" ")} `;
  return [INVERTED, ASKED_FOR, REQUESTS].some((pattern) => pattern.test(beginning));
}
