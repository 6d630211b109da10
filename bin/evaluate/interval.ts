import { wilson } from "../../app/insight/buyers/calibration.ts";
import { seededRandom } from "../../app/insight/numeric/seeded-random.ts";

/** The lower and upper bound between which the figure lies in 19 of 20 draws of cases like these. */
export type Interval = readonly [low: number, high: number];

const SEED = 2_011;
const DRAWS = 400;

/**
 * The interval of 95 % of a figure over cases (users, baskets, texts): as many of them are drawn with replacement, again
 * and again, always the same ones, and the middle of what the figure comes to is taken (Efron 1979, percentiles). It says
 * how far the cases may mislead; models are not learned anew, so it says nothing of other data to learn from.
 */
export function bootstrap(cases: number, figureOf: (drawn: Int32Array) => number): Interval {
  const random = seededRandom(SEED);
  const drawn = new Int32Array(cases);
  const figures = Float64Array.from({ length: cases === 0 ? 0 : DRAWS }, () => {
    for (let place = 0; place < cases; place++) drawn[place] = Math.floor(random() * cases);
    return figureOf(drawn);
  }).sort();
  const at = (part: number) => figures[Math.round(part * (figures.length - 1))] ?? NaN;
  return [at(0.025), at(0.975)];
}

/** That of the mean of one value of each case: 1 and 0 for a share. */
export function meanInterval(values: ArrayLike<number>): Interval {
  return bootstrap(values.length, (drawn) => {
    let sum = 0;
    for (const place of drawn) sum += values[place] ?? 0;
    return sum / Math.max(1, drawn.length);
  });
}

/** That of a figure of two lists that belong together, such as what was told and what came. */
export function pairsInterval(
  told: ArrayLike<number>,
  came: ArrayLike<number>,
  figureOf: (told: Float64Array, came: Float64Array) => number,
): Interval {
  const [one, other] = [new Float64Array(told.length), new Float64Array(told.length)];
  return bootstrap(told.length, (drawn) => {
    drawn.forEach((place, n) => {
      one[n] = told[place] ?? 0;
      other[n] = came[place] ?? 0;
    });
    return figureOf(one, other);
  });
}

/** That of a share of so many simulated tests, each by itself. */
export function shareInterval(share: number, many: number): Interval {
  const { low, high } = wilson(share, many);
  return [low, high];
}
