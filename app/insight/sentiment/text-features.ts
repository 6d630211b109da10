import type { FeatureBag } from "./feature-bag.ts";
import type { Tone } from "./tone.ts";

/** What a text is to a model of its language. */
export interface TextFeatures {
  /** Of which the model tells which way it leans. */
  bag: FeatureBag;
  tone: Tone;
  /** In words, or what says as much. */
  length: number;
  /** The share of it that asks for something one wants to know; from 0 to 1. */
  asks: number;
  /** Whether something in it is denied. */
  denies: boolean;
  /** Whether it says in so many words that it is neither good nor bad. */
  isLukewarm: boolean;
}
