/** Coefficients of Lanczos' approximation with g = 7 and nine terms (Godfrey, 2001): about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum: number = LANCZOS[0];
  for (let n = 1; n < LANCZOS.length; n++) sum += (LANCZOS[n] ?? 0) / (z + n);
  const t = z + 7.5;
  return HALF_LOG_TWO_PI + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** ln B(a, b) for a, b > 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

const MOST_TERMS = 20_000;
const ENOUGH = 1e-13;

/**
 * Gauss' hypergeometric function 2F1(a, b; c; z) by its series, for 0 <= z < 1 and c > 0. Callers first bring it into a
 * form in which the terms fall (Euler's transformation), so that neither many terms nor large numbers occur.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= ENOUGH * Math.abs(sum)) break;
  }
  return sum;
}

/**
 * 2F1(1, b; c; z) for 0 <= z < 1 and c > 1, by Gauss' continued fraction (Lentz' way of evaluating it): where z is nearly
 * 1 the series would take thousands of terms, and this takes some dozens of steps.
 */
export function hypergeometricOfOne(b: number, c: number, z: number): number {
  let value = 1;
  let numerator = 1;
  let denominator = 0;
  for (let step = 1; step < MOST_TERMS; step++) {
    const n = step >> 1;
    const isOdd = step % 2 === 1;
    const above = isOdd ? (b + n) * (c - 1 + n) : n * (c - 1 - b + n);
    const below = (c - 1 + 2 * n) * (isOdd ? c + 2 * n : c - 2 + 2 * n);
    const part = (-above / below) * z;
    denominator = 1 / awayFromZero(1 + part * denominator);
    numerator = awayFromZero(1 + part / numerator);
    const factor = numerator * denominator;
    value *= factor;
    if (Math.abs(factor - 1) < ENOUGH) break;
  }
  return 1 / value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** ln(e^a + e^b) without leaving the range of numbers. */
export function logAdd(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
