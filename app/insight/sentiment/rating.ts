/** "9/10", "4 out of 5", "1 star": of what, and how many. No date, and no half of anything. */
const OUT_OF = /(?<![\d/.,])(\d{1,2}(?:\.5)?) ?(?:\/|out of) ?(5|10)(?![\d/.]|\p{L})/giu;
const STARS = /(?<![\d/.,-])([0-5]) ?(?:stars?\b|星|颗星)/giu;
/** The best of all ratings says as much as two enthusiastic emoji. */
const MOST = 4;

/** What a rating that is written out in numbers says, from -4 to 4; 0 where there is none. The last one counts. */
export function ratingOf(text: string): number {
  let said = 0;
  for (const [, given = "", best = ""] of text.matchAll(OUT_OF))
    said = meant(Number(given), Number(best)) ?? said;
  for (const [, given = ""] of text.matchAll(STARS)) said = meant(Number(given), 5) ?? said;
  return said;
}

/** Three of five is neither; null for more than the best. */
function meant(given: number, best: number): number | null {
  return given > best ? null : MOST * Math.max(-1, (given / best - 0.6) / 0.4);
}
