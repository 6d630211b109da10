const PLACES = 4;

/** A part of a whole as a decimal with four places, rounded to the nearest; null of nothing. */
export function shareOf(part: bigint, whole: bigint): string | null {
  return whole === 0n ? null : decimalOf(part, whole, PLACES);
}

/** `n / d` with so many places, halves away from 0. */
export function decimalOf(n: bigint, d: bigint, places: number): string {
  const scale = 10n ** BigInt(places);
  const rounded = dividedRoundly(n * scale, d);
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(places + 1, "0");
  const sign = rounded < 0n ? "-" : "";
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** `n / d` as the nearest whole number, halves away from 0. Throws a RangeError where `d` is 0. */
export function dividedRoundly(n: bigint, d: bigint): bigint {
  const [above, below] = d < 0n ? [-n, -d] : [n, d];
  const half = above < 0n ? -below : below;
  return (2n * above + half) / (2n * below);
}

/** The smallest value below which, or at which, at least half of all lie; null of none. Counts are by value, ascending. */
export function medianOf<Value>(counted: readonly { value: Value; count: bigint }[]): Value | null {
  const all = counted.reduce((sum, { count }) => sum + count, 0n);
  let reached = 0n;
  for (const { value, count } of counted) {
    reached += count;
    if (all > 0n && 2n * reached >= all) return value;
  }
  return null;
}
