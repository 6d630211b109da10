import { hypergeometricOfOne, logAdd, logGamma } from "../numeric/special-functions.ts";
import { positive } from "./bg-nbd.ts";
import type { Buyers } from "./buyers.ts";
import { likeliest, type Fitting, type PurchaseModel } from "./purchase-model.ts";

/**
 * Pareto/NBD: purchases as in BG/NBD, and customers stop at any time, at a rate that differs by gamma(s, beta).
 * Schmittlein, Morrison and Colombo (1987), in the form of Fader and Hardie, "A Note on Deriving the Pareto/NBD Model"
 * (2005), equations 22, 41 and 43; all in logarithms, since who bought a hundred times leaves the range of numbers.
 */
export function fitParetoNbd(buyers: Buyers, fitting?: Fitting): PurchaseModel {
  const { parameters, logLikelihood } = likeliest(buyers, paretoNbdLikelihood, fitting);
  return paretoNbd(parameters, logLikelihood);
}

export function paretoNbd(parameters: readonly number[], logLikelihood: number): PurchaseModel {
  const [r = 1, alpha = 1, s = 1, beta = 1] = parameters;
  const alive = (x: number, tx: number, T: number) => {
    const gone = logGone({ r, alpha, s, beta }, { x, tx, T });
    return 1 / (1 + Math.exp(gone + (r + x) * Math.log(alpha + T) + s * Math.log(beta + T)));
  };
  return {
    name: "pareto-nbd",
    parameters: { r, alpha, s, beta },
    logLikelihood,
    likelihood: paretoNbdLikelihood(parameters),
    alive,
    expected(x, tx, T, weeks) {
      const share = Math.log((beta + T + weeks) / (beta + T));
      // (1 - e^-(s-1)share) / (s-1), which is the share itself where s is 1.
      const within = Math.abs(s - 1) < 1e-9 ? share : -Math.expm1((1 - s) * share) / (s - 1);
      return positive((((r + x) * (beta + T)) / (alpha + T)) * within * alive(x, tx, T));
    },
  };
}

function paretoNbdLikelihood([r = 1, alpha = 1, s = 1, beta = 1]: readonly number[]) {
  const always = r * Math.log(alpha) + s * Math.log(beta) - logGamma(r);
  return (x: number, tx: number, T: number): number => {
    const stays = -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T);
    return always + logGamma(r + x) + logAdd(stays, logGone({ r, alpha, s, beta }, { x, tx, T }));
  };
}

interface Terms {
  r: number;
  alpha: number;
  s: number;
  beta: number;
}

/** ln of s / (r + s + x) times A0: that they stopped between `tx` and `T`. */
function logGone({ r, alpha, s, beta }: Terms, { x, tx, T }: { x: number; tx: number; T: number }): number {
  const all = r + s + x;
  // Both cases of the paper after Euler's transformation, which leaves a fraction that converges soon.
  const part = (at: number): number => {
    const logs = alpha >= beta ? (alpha - beta) / (alpha + at) : (beta - alpha) / (beta + at);
    return alpha >= beta
      ? Math.log(hypergeometricOfOne(r + x, all + 1, logs)) -
          s * Math.log(beta + at) -
          (r + x) * Math.log(alpha + at)
      : Math.log(hypergeometricOfOne(s + 1, all + 1, logs)) -
          (s + 1) * Math.log(beta + at) -
          (r + x - 1) * Math.log(alpha + at);
  };
  const [until, by] = [part(tx), part(T)];
  return by >= until ? -Infinity : Math.log(s / all) + until + Math.log(-Math.expm1(by - until));
}
