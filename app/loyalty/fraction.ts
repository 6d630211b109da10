/**
 * An exact rational number. Always in lowest terms with `d` above 0, so two equal fractions have equal parts.
 * Nothing here rounds but `floor` and `ceiling`.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** n/d in lowest terms. Throws a RangeError where `d` is 0. */
export function fraction(n: bigint, d: bigint = 1n): Fraction {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError("a fraction has no value over 0");
  const divisor = d < 0n ? -greatestCommonDivisor(n, d) : greatestCommonDivisor(n, d);
  return { n: n / divisor, d: d / divisor };
}

/** Reads a plain decimal such as "-12.50"; no exponent, no thousands mark. Throws a RangeError on anything else. */
export function fractionOfDecimal(text: string): Fraction {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) throw new RangeError(`not a decimal number: ${text}`);
  const decimals = parts[3] ?? "";
  const digits = BigInt(`${parts[2] ?? ""}${decimals}`);
  return fraction(parts[1] === "-" ? -digits : digits, 10n ** BigInt(decimals.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** Throws a RangeError where `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

export function sum(parts: Iterable<Fraction>): Fraction {
  let total = ZERO;
  for (const part of parts) total = add(total, part);
  return total;
}

/** Below 0 where a is the smaller, above 0 where it is the larger. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Fraction, b: Fraction): boolean {
  return a.n === b.n && a.d === b.d;
}

export function isPositive(a: Fraction): boolean {
  return a.n > 0n;
}

/** The largest whole number not above it, for numbers below 0 too. */
export function floor(a: Fraction): bigint {
  const towardsZero = a.n / a.d;
  return a.n % a.d < 0n ? towardsZero - 1n : towardsZero;
}

/** The smallest whole number not below it. */
export function ceiling(a: Fraction): bigint {
  return -floor(fraction(-a.n, a.d));
}

export function smallest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function largest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** "n/d", for storing: exact, and read back by `fractionOfText`. */
export function fractionText(a: Fraction): string {
  return `${a.n}/${a.d}`;
}

/** Throws a RangeError on anything `fractionText` does not write. */
export function fractionOfText(text: string): Fraction {
  const parts = /^(-?\d+)\/(\d+)$/.exec(text);
  if (parts === null) throw new RangeError(`not a stored fraction: ${text}`);
  return fraction(BigInt(parts[1] ?? ""), BigInt(parts[2] ?? ""));
}

/**
 * A decimal for people, with at least `decimals` places: "120.00", "0.125"; where no decimal is exact it is cut
 * off and says so: "33.33…". Never rounds.
 */
export function decimalText(a: Fraction, decimals = 0): string {
  const exactPlaces = finitePlaces(a.d);
  const places = Math.max(decimals, exactPlaces ?? shownPlaces(a));
  const magnitude = a.n < 0n ? -a.n : a.n;
  const digits = ((magnitude * 10n ** BigInt(places)) / a.d).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${a.n < 0n ? "-" : ""}${text}${exactPlaces === null ? "…" : ""}`;
}

/** How many decimals 1/d has; null where they never end, which any prime factor but 2 and 5 causes. */
function finitePlaces(d: bigint): number | null {
  let twos = 0;
  let fives = 0;
  for (; d % 2n === 0n; d /= 2n) twos += 1;
  for (; d % 5n === 0n; d /= 5n) fives += 1;
  return d === 1n ? Math.max(twos, fives) : null;
}

/** Two decimals, or as many more as it takes to show two digits of a small number. */
function shownPlaces(a: Fraction): number {
  const magnitude = a.n < 0n ? -a.n : a.n;
  let places = 2;
  while (magnitude * 10n ** BigInt(places - 1) < a.d) places += 1;
  return places;
}
