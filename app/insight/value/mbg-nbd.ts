import { hypergeometric, logAdd, logBeta, logGamma } from "../numeric/special-functions.ts";
import { positive } from "./bg-nbd.ts";
import type { Buyers } from "./buyers.ts";
import { likeliest, type Fitting, type PurchaseModel } from "./purchase-model.ts";

/**
 * MBG/NBD: as BG/NBD, but a customer may stop after the very first purchase too, so that who bought once can be gone.
 * Batislam, Denizel and Filiztekin, "Empirical Validation and Comparison of Models for Customer Base Analysis",
 * International Journal of Research in Marketing 24 (2007).
 */
export function fitMbgNbd(buyers: Buyers, fitting?: Fitting): PurchaseModel {
  const { parameters, logLikelihood } = likeliest(buyers, mbgNbdLikelihood, fitting);
  return mbgNbd(parameters, logLikelihood);
}

export function mbgNbd(parameters: readonly number[], logLikelihood: number): PurchaseModel {
  const [r = 1, alpha = 1, a = 1, b = 1] = parameters;
  const oddsGone = (x: number, tx: number, T: number) =>
    (a / (b + x)) * ((alpha + T) / (alpha + tx)) ** (r + x);
  return {
    name: "mbg-nbd",
    parameters: { r, alpha, a, b },
    logLikelihood,
    likelihood: mbgNbdLikelihood(parameters),
    alive: (x, tx, T) => 1 / (1 + oddsGone(x, tx, T)),
    expected(x, tx, T, weeks) {
      const z = weeks / (alpha + T + weeks);
      const rest = (1 - z) ** (a - 1) * hypergeometric(a + b - r, a - 1, a + b + x, z);
      return positive((((a + b + x) / (a - 1)) * (1 - rest)) / (1 + oddsGone(x, tx, T)));
    },
  };
}

function mbgNbdLikelihood([r = 1, alpha = 1, a = 1, b = 1]: readonly number[]) {
  const always = r * Math.log(alpha) - logGamma(r) - logBeta(a, b);
  return (x: number, tx: number, T: number): number => {
    const stays = logBeta(a, b + x + 1) - (r + x) * Math.log(alpha + T);
    const went = logBeta(a + 1, b + x) - (r + x) * Math.log(alpha + tx);
    return always + logGamma(r + x) + logAdd(stays, went);
  };
}
