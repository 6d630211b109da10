/**
 * A whole number of points. Always a `bigint`: a shop may pass 2^53, and a float must never touch a balance.
 * It becomes a string (or, when small enough, a JSON number) only at the edge.
 */
export type Points = bigint;

const LARGEST_EXACT_NUMBER = 9007199254740991n;

/** How a whole number leaves us in JSON: a number while that is exact, a decimal string above 2^53 − 1. */
export function toJsonNumber(value: bigint): number | string {
  return value > LARGEST_EXACT_NUMBER || value < -LARGEST_EXACT_NUMBER ? value.toString() : Number(value);
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
