import { fitLogistic } from "./logistic-regression.ts";

/** How often the score of a true one is above that of a false one, ties counted half (area under the ROC curve). */
export function areaUnderCurve(scores: ArrayLike<number>, isTrue: ArrayLike<number>): number {
  const order = Array.from(scores, (_, place) => place).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let ranks = 0;
  let trues = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
    for (let n = from; n < to; n++) {
      if (isTrue[order[n] ?? 0] !== 1) continue;
      ranks += (from + to + 1) / 2;
      trues += 1;
    }
    from = to;
  }
  const falses = order.length - trues;
  return trues === 0 || falses === 0 ? 0.5 : (ranks - (trues * (trues + 1)) / 2) / (trues * falses);
}

/** The mean square of what chances are off by (Brier, 1950). */
export function brierScore(chances: ArrayLike<number>, isTrue: ArrayLike<number>): number {
  return meanOf(chances, (chance, place) => (chance - (isTrue[place] ?? 0)) ** 2);
}

export function meanAbsoluteError(predicted: ArrayLike<number>, actual: ArrayLike<number>): number {
  return meanOf(predicted, (value, place) => Math.abs(value - (actual[place] ?? 0)));
}

/** 1 where chances are as far apart as they should be, below it where they are too sure (Cox, 1958). */
export function calibrationSlope(chances: ArrayLike<number>, isTrue: ArrayLike<number>): number {
  const logits = Float64Array.from(chances, (chance) => {
    const within = Math.min(1 - 1e-6, Math.max(1e-6, chance));
    return Math.log(within / (1 - within));
  });
  const truth = Uint8Array.from(isTrue);
  return fitLogistic({ values: logits, columns: 1 }, truth, 1e-9).weights[0] ?? 0;
}

/** What share of all of `worth` the given share of places with the highest scores holds. */
export function captured(scores: ArrayLike<number>, worth: ArrayLike<number>, share: number): number {
  const order = Array.from(scores, (_, place) => place).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const top = order.slice(0, Math.round(order.length * share));
  const sum = (places: readonly number[]) => places.reduce((all, place) => all + (worth[place] ?? 0), 0);
  return sum(top) / (sum(order) || 1);
}

function meanOf(values: ArrayLike<number>, of: (value: number, place: number) => number): number {
  let sum = 0;
  for (let place = 0; place < values.length; place++) sum += of(values[place] ?? 0, place);
  return values.length === 0 ? 0 : sum / values.length;
}
