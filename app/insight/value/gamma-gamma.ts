import { minimise } from "../numeric/minimise.ts";
import { logGamma } from "../numeric/special-functions.ts";

/** What customers spend at a purchase, apart from how often they buy. */
export interface SpendModel {
  parameters: { p: number; q: number; v: number };
  logLikelihood: number;
  /** The mean of what somebody will spend, who spent `mean` on average at `purchases` purchases (0 of them for the mean of all). */
  mean(purchases: number, mean: number): number;
}

/**
 * Gamma-Gamma: purchases of a customer vary by gamma(p, .) around a mean that varies by an inverse gamma between
 * customers. Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), equations 1a and 5. Takes part only
 * who spent something at one purchase or more.
 */
export function fitGammaGamma(purchases: ArrayLike<number>, means: ArrayLike<number>): SpendModel {
  const seen = Array.from(purchases, (x, place) => ({ x, z: means[place] ?? 0 })).filter(
    ({ x, z }) => x > 0 && z > 0,
  );
  const loss = (logs: number[]): number => {
    if (logs.some((log) => Math.abs(log) > FARTHEST)) return Infinity;
    const [p = 1, q = 1, v = 1] = logs.map(Math.exp);
    const always = q * Math.log(v) - logGamma(q);
    let sum = 0;
    for (const { x, z } of seen)
      sum -=
        always +
        logGamma(p * x + q) -
        logGamma(p * x) +
        (p * x - 1) * Math.log(z) +
        p * x * Math.log(x) -
        (p * x + q) * Math.log(x * z + v);
    return sum;
  };
  const mean = seen.reduce((sum, { z }) => sum + z, 0) / Math.max(1, seen.length);
  const best = minimise(loss, [1, 1, Math.log(Math.max(mean, 1e-3))]);
  return gammaGamma(best.at.map(Math.exp), -best.value);
}

/** Amounts of large units, such as yen or dong, reach far. */
const FARTHEST = 20;

export function gammaGamma([p = 1, q = 2, v = 1]: readonly number[], logLikelihood: number): SpendModel {
  return {
    parameters: { p, q, v },
    logLikelihood,
    // Where q is 1 or less the mean of all does not exist; who never spent is then given the median's neighbourhood.
    mean: (x, z) => (p * (v + x * z)) / Math.max(p * x + q - 1, p / 2),
  };
}
