import type { FeatureBag } from "./feature-bag.ts";

/** A model as it stands in a file. */
export interface PackedModel {
  /** The table has two to the power of this many places. */
  bits: number;
  /** Of each place a check of the feature's hash and its weight, one byte each. */
  table: string;
  /** What 1 of the square of a weight's byte is worth: squares, for most weights are small beside the largest. */
  unit: number;
  intercept: number;
  /** What the sum is multiplied by to be a logit of "positive". */
  slope: number;
  /** What tells a text that judges from one that states a fact or asks, by the signs of opinion.ts. */
  opinion: number[];
  /** Below this distance from 0 a score says neither; chosen on rows that were held back. */
  neutral: number;
}

export interface LinearModel {
  readonly neutral: number;
  readonly opinion: readonly number[];
  /** The logit of "positive". */
  logit(features: FeatureBag): number;
}

export function unpackModel(packed: PackedModel): LinearModel {
  const bytes = Uint8Array.from(atob(packed.table), (character) => character.charCodeAt(0));
  const places = 2 ** packed.bits;
  if (bytes.length !== 2 * places) throw new Error(`a table of ${bytes.length} bytes for ${places} places`);
  const checks = bytes.subarray(0, places);
  const weights = new Int8Array(bytes.buffer, places, places);
  const { unit, intercept, slope, neutral, opinion } = packed;
  return {
    neutral,
    opinion,
    logit: (features) => {
      let sum = 0;
      for (const [hash, value] of features.entries()) {
        const place = hash & (places - 1);
        // A feature that was never learned of must not get the weight of one that has its place.
        if (checks[place] === checkOf(hash)) sum += squared(weights[place] ?? 0) * value;
      }
      return slope * (intercept + sum * unit);
    },
  };
}

/** 1 to 255 from bits that no place is made of; 0 is an empty place. */
function checkOf(hash: number): number {
  return ((hash >>> 24) % 255) + 1;
}

export interface LearnedWeights {
  /** By the hash of the feature. */
  weights: ReadonlyMap<number, number>;
  intercept: number;
}

const LARGEST_BYTE = 127;

/** Packs what was learned; where two features have one place, the one that says more keeps it. */
export function packModel(
  { weights, intercept }: LearnedWeights,
  terms: Pick<PackedModel, "bits" | "slope" | "neutral" | "opinion">,
): PackedModel {
  const places = 2 ** terms.bits;
  const bytes = new Uint8Array(2 * places);
  const held = new Int8Array(bytes.buffer, places, places);
  let largest = 1e-9;
  for (const weight of weights.values()) largest = Math.max(largest, Math.abs(weight));
  const unit = largest / LARGEST_BYTE ** 2;
  for (const [hash, weight] of weights) {
    const place = hash & (places - 1);
    const byte = Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / unit));
    if (Math.abs(byte) <= Math.abs(held[place] ?? 0)) continue;
    bytes[place] = checkOf(hash);
    held[place] = byte;
  }
  return { ...terms, table: base64Of(bytes), unit, intercept };
}

function squared(byte: number): number {
  return byte * Math.abs(byte);
}

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
