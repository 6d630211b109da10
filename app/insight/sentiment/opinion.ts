import { logistic } from "../numeric/special-functions.ts";
import type { TextFeatures } from "./text-features.ts";

/**
 * What tells a text that judges from one that states a fact or asks; each from 0 to 1. `logit`: what the model of the language says of which way the text
 * leans.
 */
export function opinionSigns({ tone, asks, denies }: TextFeatures, logit: number): number[] {
  const found = tone.positive + tone.negative + tone.turnedPositive + tone.turnedNegative;
  const isSilent = found === 0;
  return [
    asks,
    asks * Math.tanh(found / 3),
    Math.tanh(found / 3),
    isSilent ? 1 : 0,
    isSilent && denies ? 1 : 0,
    Math.tanh(Math.abs(logit) / 2),
  ];
}

/** Who only asks says nothing, whatever is asked for: "which is the best?". Reviews that ask are no example of it. */
const ONLY_ASKS = 0.25;

/** The chance that a text says anything good or bad; of the weights the first is for every text. */
export function opinionChance([always = 0, ...weights]: readonly number[], signs: readonly number[]): number {
  return (
    (signs[0] === 1 ? ONLY_ASKS : 1) *
    logistic(signs.reduce((sum, sign, n) => sum + sign * (weights[n] ?? 0), always))
  );
}
