import { hypergeometric, logAdd, logBeta, logGamma } from "../numeric/special-functions.ts";
import type { Buyers } from "./buyers.ts";
import { likeliest, type Fitting, type PurchaseModel } from "./purchase-model.ts";

/**
 * BG/NBD: purchases come at random, at a rate that differs by gamma(r, alpha) between customers, and after each repeat
 * purchase a customer stops with a chance that differs by beta(a, b). Fader, Hardie and Lee, "Counting Your Customers
 * the Easy Way", Marketing Science 24 (2005), equations 6, 7 and 10.
 */
export function fitBgNbd(buyers: Buyers, fitting?: Fitting): PurchaseModel {
  const { parameters, logLikelihood } = likeliest(buyers, bgNbdLikelihood, fitting);
  return bgNbd(parameters, logLikelihood);
}

export function bgNbd(parameters: readonly number[], logLikelihood: number): PurchaseModel {
  const [r = 1, alpha = 1, a = 1, b = 1] = parameters;
  /** Odds that they stopped after their last purchase; 0 for who bought once, since nobody stops after the first. */
  const oddsGone = (x: number, tx: number, T: number) =>
    x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x);
  return {
    name: "bg-nbd",
    parameters: { r, alpha, a, b },
    logLikelihood,
    likelihood: bgNbdLikelihood(parameters),
    alive: (x, tx, T) => 1 / (1 + oddsGone(x, tx, T)),
    expected(x, tx, T, weeks) {
      const z = weeks / (alpha + T + weeks);
      // Euler's transformation of the paper's 2F1, taken together with the power before it.
      const rest = (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, a + b + x - 1, z);
      return positive((((a + b + x - 1) / (a - 1)) * (1 - rest)) / (1 + oddsGone(x, tx, T)));
    },
  };
}

function bgNbdLikelihood([r = 1, alpha = 1, a = 1, b = 1]: readonly number[]) {
  const always = r * Math.log(alpha) - logGamma(r) - logBeta(a, b);
  return (x: number, tx: number, T: number): number => {
    const stays = logBeta(a, b + x) - (r + x) * Math.log(alpha + T);
    const went = x === 0 ? -Infinity : logBeta(a + 1, b + x - 1) - (r + x) * Math.log(alpha + tx);
    return always + logGamma(r + x) + logAdd(stays, went);
  };
}

/** What rounding makes of a horizon of nothing. */
export function positive(count: number): number {
  return count > 0 ? count : 0;
}
