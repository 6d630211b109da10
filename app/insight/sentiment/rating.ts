const NUMBERS: Readonly<Record<string, number>> = {
  ...{ zero: 0, no: 0, one: 1, two: 2, three: 3, four: 4, five: 5, eight: 8, nine: 9, ten: 10 },
  ...{ 零: 0, 一: 1, 二: 2, 两: 2, 四: 4, 五: 5 },
};
/** Each with what is given and, where it is written, the best there is; else the best is 5, or 10 for 分. */
const STARS = 5;
const SCALES: readonly (readonly [pattern: RegExp, best: number])[] = [
  // "9/10", "4 out of 5": no date, and no half of anything.
  [
    /(?<![\d/.,]|(?:\bon|\bsince|\bfrom|\bby) )(\d{1,2}(?:\.\d)?) ?(?:\/|out of) ?(5|10)(?![\d/]|\.\d|\p{L})/giu,
    STARS,
  ],
  [/(?<!\p{L})(ten|nine|eight|five|four|one|two|zero) out of (ten|five)(?!\p{L})/giu, STARS],
  [/(?<![\d/.,-])(\d{1,2}(?:\.\d)?)[ -]?(?:stars?(?!\p{L})|颗?星(?![期级]))/giu, STARS],
  [/(?<!\p{L})(zero|no|one|two|three|four|five|ten)[ -]stars?(?!\p{L})/giu, STARS],
  // No 三星, which is a maker of phones.
  [/([零一二两四五])颗?星(?![期级球座])/gu, STARS],
  [/(?<![\d.,])(0|1|10|100)分(?![钟之甜熟钱货])/gu, 10],
];
const [FULL, NOTHING] = [/满分|一百分/gu, /负分|零分/gu];
/** "Quality: 5 stars, delivery: 0". */
const FURTHER = /\p{L} ?: ?([0-5])(?=\s*(?:[,.;!]|$))/gu;
const DRAWN = /(?:[★☆⭐]\uFE0F?){2,10}/gu;
/** The best of all ratings says as much as two enthusiastic emoji. */
const MOST = 4;

/** What ratings that are written out say, from -4 to 4, the mean of all; 0 where there is none. */
export function ratingOf(text: string): number {
  const said: number[] = [];
  for (const [pattern, otherwise] of SCALES)
    for (const [, given = "", best] of text.matchAll(pattern)) {
      const meaning = meant(numberOf(given), best === undefined ? otherwise : numberOf(best));
      if (meaning !== null) said.push(meaning);
    }
  for (const [drawn] of text.matchAll(DRAWN))
    said.push(meant(drawn.match(/[★⭐]/gu)?.length ?? 0, STARS) ?? 0);
  if (said.length > 0)
    for (const [, given = ""] of text.matchAll(FURTHER)) said.push(meant(Number(given), STARS) ?? 0);
  for (const _ of text.matchAll(FULL)) said.push(MOST);
  for (const _ of text.matchAll(NOTHING)) said.push(-MOST);
  return said.length === 0 ? 0 : said.reduce((sum, meaning) => sum + meaning, 0) / said.length;
}

function numberOf(written: string): number {
  return NUMBERS[written.toLowerCase()] ?? Number(written);
}

/** Three of five is neither, "10 stars" as good as it gets; null for "12/10". */
function meant(given: number, best: number): number | null {
  if (given > best) return given === 10 || given === 100 ? MOST : null;
  return MOST * Math.max(-1, (given / best - 0.6) / 0.4);
}
