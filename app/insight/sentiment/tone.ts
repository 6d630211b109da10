import { hashOn, keyOf, kindHash, type FeatureBag } from "./feature-bag.ts";

const TONE = kindHash("tone");

/** What lists of words make of a text: sums of the valences found in it. All from 0 up but for the last three. */
export interface Tone {
  positive: number;
  negative: number;
  /** What was praise until a "not" turned it, and complaint likewise. */
  turnedPositive: number;
  turnedNegative: number;
  hasBut: boolean;
  /** The sum of what each means where it stands. */
  meant: number;
  /** After the last "but". */
  tail: number;
  last: number;
  highest: number;
  lowest: number;
}

export function emptyTone(): Tone {
  const sums = { positive: 0, negative: 0, turnedPositive: 0, turnedNegative: 0 };
  return { ...sums, hasBut: false, meant: 0, tail: 0, last: 0, highest: 0, lowest: 0 };
}

/** What a sentence with a "but" does with a word: sets it aside, or comes to it. */
export type Role = "plain" | "aside" | "main";

/** What a "not" leaves of a valence, and turns it to. */
const TURNED = -0.7;
/** What stands before a "but" counts less than what it is set against. */
const STRENGTHS: Readonly<Record<Role, number>> = { plain: 1, aside: 0.4, main: 1.4 };

/** One more word of the lists. */
export function addValence(
  tone: Tone,
  { valence, isNegated, role }: { valence: number; isNegated: boolean; role: Role },
): void {
  const strength = STRENGTHS[role];
  const meant = valence * strength * (isNegated ? TURNED : 1);
  const size = Math.abs(valence) * strength;
  if (isNegated) tone[valence > 0 ? "turnedPositive" : "turnedNegative"] += size;
  else tone[valence > 0 ? "positive" : "negative"] += size;
  if (role !== "aside") tone.tail += meant;
  tone.meant += meant;
  tone.last = meant;
  tone.highest = Math.max(tone.highest, meant);
  tone.lowest = Math.min(tone.lowest, meant);
}
/** Whether no list has anything of a text. */
export function isSilent({ positive, negative, turnedPositive, turnedNegative }: Tone): boolean {
  return positive + negative + turnedPositive + turnedNegative === 0;
}

/** How freely a model may lean on the lists, beside what it learns of words itself. */
const TONE_WEIGHT = 1.5;

/** `length`: of the text, in words; what is said once in a long text says less. */
export function noteTone(features: FeatureBag, tone: Tone, length: number): void {
  const measures = measuresOf(tone, length);
  for (const [name, value] of Object.entries(measures)) features.measure(hashOf(name), TONE_WEIGHT * value);
}

function measuresOf(tone: Tone, length: number): Record<string, number> {
  const { positive, negative, turnedPositive, turnedNegative, hasBut, tail, last, highest, lowest } = tone;
  const sum = positive - negative - 0.7 * turnedPositive + 0.5 * turnedNegative;
  return {
    sum: 2 * bounded(sum, 15),
    positive: Math.tanh(positive / 4),
    negative: Math.tanh(negative / 4),
    turnedPositive: Math.tanh(turnedPositive / 3),
    turnedNegative: Math.tanh(turnedNegative / 3),
    ...{ tail: bounded(tail, 10), last: last / 4, highest: highest / 4, lowest: lowest / 4 },
    ...{ sign: Math.sign(sum) / 2, silent: isSilent(tone) ? 0.5 : 0, but: hasBut ? 0.5 : 0 },
    density: bounded(sum / Math.sqrt(1 + length / 15), 4),
  };
}

/** The keys of all measures of tone, which are no words that come more or less often. */
export const TONE_KEYS: ReadonlySet<number> = new Set(
  Object.keys(measuresOf(emptyTone(), 0)).map((name) => keyOf(hashOf(name))),
);

function hashOf(name: string): number {
  return hashOn(TONE, name);
}

function bounded(value: number, soft: number): number {
  return value / Math.sqrt(value * value + soft);
}
