import { covarianceAt, errorAlong } from "../numeric/curvature.ts";
import { bgNbd } from "./bg-nbd.ts";
import type { Buyers } from "./buyers.ts";
import { cautionFor } from "./choose-purchase-model.ts";
import { mbgNbd } from "./mbg-nbd.ts";
import { paretoNbd } from "./pareto-nbd.ts";
import { lossOf, type ModelName, type PurchaseModel } from "./purchase-model.ts";

const AT_PARAMETERS: Record<
  ModelName,
  (parameters: readonly number[], logLikelihood: number) => PurchaseModel
> = { "bg-nbd": bgNbd, "mbg-nbd": mbgNbd, "pareto-nbd": paretoNbd };
const STEP = 0.02;

/** How far off a figure of a buyer may be for the model having been learned of so many buyers: one standard error. */
export type FigureError = (figure: (model: PurchaseModel) => number) => number;

/** By the curvature of the likelihood at the parameters, and how the figure changes with each of them (delta method). */
export function purchaseDoubt(model: PurchaseModel, buyers: Buyers): FigureError {
  const make = AT_PARAMETERS[model.name];
  const logs = Object.values(model.parameters).map(Math.log);
  const loss = lossOf(buyers, (parameters) => make(parameters, 0).likelihood, {
    caution: cautionFor(buyers),
  });
  const covariance = covarianceAt(loss, logs);
  const beside = logs.map((_, n) =>
    make(
      logs.map((log, k) => Math.exp(log + (k === n ? STEP : 0))),
      0,
    ),
  );
  return (figure) => {
    const here = figure(model);
    return errorAlong(
      beside.map((other) => (figure(other) - here) / STEP),
      covariance,
    );
  };
}
