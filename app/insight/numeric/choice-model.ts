import { solvePositive } from "./linear.ts";
import { momentsOf, type Table } from "./logistic-regression.ts";

/** Rows, those of a choice one after the other: choice `n` is between the rows from `start[n]` to `start[n + 1]`. */
export interface Choices extends Table {
  start: Int32Array;
  /** 1 of each row that was chosen. Several rows of a choice are as many choices from the same rows. */
  isChosen: Uint8Array;
}

export interface ChoiceModel {
  /** Of each feature as it stands; only differences between the rows of a choice say something. */
  weights: Float64Array;
}

const MOST_STEPS = 30;
const NO_STEP = 1e-4;
const NO_SPREAD = 1e-9;

/**
 * What makes one of several be chosen: the conditional logit (McFadden 1974) with a ridge, by Newton's method. Against a
 * regression that asks of each row by itself, it learns nothing of why one choice has more to offer than another. What is
 * known to be near the answer, as that of a part of the choices, makes it faster.
 */
export function fitChoices(choices: Choices, ridge: number, near?: ChoiceModel): ChoiceModel {
  const { mean, spread } = momentsOf(choices);
  const scale = spread.map((by) => (by > NO_SPREAD ? 1 / by : 0));
  const table = { ...choices, values: standardised(choices, mean, scale) };
  const hold = ridge * choices.isChosen.reduce((all, one) => all + one, 0) + NO_SPREAD;
  const first = spread.map((by, c) => (near?.weights[c] ?? 0) * by);
  let here = gather(table, first, hold);
  for (let step = 0; step < MOST_STEPS; step++) {
    const change = solvePositive(here.curve, here.slope);
    const farthest = change.reduce((most, by) => Math.max(most, Math.abs(by)), 0);
    if (farthest < NO_STEP) break;
    const higher = stepUp(table, here, { change, part: 1 / Math.max(1, farthest), hold });
    if (higher === null) break;
    here = higher;
  }
  return { weights: here.weights.map((weight, c) => weight * (scale[c] ?? 0)) };
}

/** Far from the top the curve misleads: a step goes no further than one spread of a feature, and never down. */
function stepUp(
  choices: Choices,
  from: Place,
  { change, part, hold }: { change: Float64Array; part: number; hold: number },
): Place | null {
  for (let shorter = part; shorter > NO_STEP; shorter /= 4) {
    const next = from.weights.map((weight, c) => weight + shorter * (change[c] ?? 0));
    const place = gather(choices, next, hold);
    if (place.height >= from.height) return place;
  }
  return null;
}

function standardised({ values, columns }: Table, mean: Float64Array, scale: Float64Array): Float64Array {
  const standard = new Float64Array(values.length);
  for (let from = 0; from < values.length; from += columns)
    for (let c = 0; c < columns; c++)
      standard[from + c] = ((values[from + c] ?? 0) - (mean[c] ?? 0)) * (scale[c] ?? 0);
  return standard;
}

interface Place {
  weights: Float64Array;
  /** The logarithm of the likelihood less what the ridge takes, its slope, and the lower half of its curvature. */
  height: number;
  slope: Float64Array;
  curve: Float64Array;
}

function gather({ values, columns, start, isChosen }: Choices, weights: Float64Array, hold: number): Place {
  const slope = weights.map((weight) => -hold * weight);
  const curve = new Float64Array(columns * columns);
  for (let c = 0; c < columns; c++) curve[c * columns + c] = hold;
  let height = weights.reduce((sum, weight) => sum - (hold / 2) * weight ** 2, 0);
  const middle = new Float64Array(columns);
  for (let choice = 0; choice + 1 < start.length; choice++) {
    const [from, to] = [start[choice] ?? 0, start[choice + 1] ?? 0];
    const chances = chancesOf({ values, columns }, weights, { from, to });
    let chosen = 0;
    for (let row = from; row < to; row++) chosen += isChosen[row] ?? 0;
    middle.fill(0);
    for (let row = from; row < to; row++) {
      const chance = chances[row - from] ?? 0;
      const times = isChosen[row] ?? 0;
      if (times > 0) height += times * Math.log(Math.max(chance, Number.MIN_VALUE));
      for (let c = 0; c < columns; c++) {
        const value = values[row * columns + c] ?? 0;
        slope[c] = (slope[c] ?? 0) + (times - chosen * chance) * value;
        middle[c] = (middle[c] ?? 0) + chance * value;
      }
    }
    for (let row = from; row < to; row++)
      addSquare(curve, { values, columns, row, middle }, chosen * (chances[row - from] ?? 0));
  }
  return { weights, height, slope, curve };
}

/** Adds how far a row lies from the middle of its choice, times itself. */
function addSquare(
  curve: Float64Array,
  { values, columns, row, middle }: Table & { row: number; middle: Float64Array },
  weight: number,
): void {
  const from = row * columns;
  for (let i = 0; i < columns; i++) {
    const off = weight * ((values[from + i] ?? 0) - (middle[i] ?? 0));
    for (let j = 0; j <= i; j++)
      curve[i * columns + j] =
        (curve[i * columns + j] ?? 0) + off * ((values[from + j] ?? 0) - (middle[j] ?? 0));
  }
}

/** How likely each of these rows is chosen where one of them is; they come to 1. */
export function chancesOf(
  { values, columns }: Table,
  weights: Float64Array,
  { from, to }: { from: number; to: number },
): Float64Array {
  const chances = new Float64Array(to - from);
  let highest = -Infinity;
  for (let row = from; row < to; row++) {
    let sum = 0;
    for (let c = 0; c < weights.length; c++) sum += (weights[c] ?? 0) * (values[row * columns + c] ?? 0);
    chances[row - from] = sum;
    if (sum > highest) highest = sum;
  }
  let all = 0;
  for (let n = 0; n < chances.length; n++) all += chances[n] = Math.exp((chances[n] ?? 0) - highest);
  for (let n = 0; n < chances.length; n++) chances[n] = (chances[n] ?? 0) / all;
  return chances;
}
