/** Coefficients of Acklam's rational approximation: its relative error of 1.15e-9 falls below 1e-15 by one step of Halley. */
const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
] as const;
const B = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
] as const;
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const;
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416] as const;
const LOW = 0.02425;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
const MOST_STEPS = 200;

/** The chance that a standard normal number is at most `x`; exact to about 1e-15, also far out. */
export function normalCdf(x: number): number {
  const tail = upperTail(Math.abs(x));
  return x > 0 ? 1 - tail : tail;
}

/** Near 0 by the series of Marsaglia (2004), farther out by the continued fraction of Laplace. */
function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / ROOT_TWO_PI;
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let n = 3; n < MOST_STEPS && term > 1e-18 * sum; n += 2) {
      term *= (x * x) / n;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = x;
  for (let n = MOST_STEPS; n > 0; n--) fraction = x + n / fraction;
  return density / fraction;
}

/** The number that a standard normal one is below with the chance `p`; ±Infinity at 1 and 0. */
export function normalQuantile(p: number): number {
  if (!(p > 0)) return -Infinity;
  if (p >= 1) return Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  const guess = p < LOW ? tailGuess(p) : middleGuess(p - 0.5);
  const miss = (normalCdf(guess) - p) * ROOT_TWO_PI * Math.exp((guess * guess) / 2);
  return guess - miss / (1 + (guess * miss) / 2);
}

function tailGuess(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  return polynomial(C, q) / (polynomial(D, q) * q + 1);
}

function middleGuess(q: number): number {
  const square = q * q;
  return (polynomial(A, square) * q) / (polynomial(B, square) * square + 1);
}

/** By Horner, the highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
