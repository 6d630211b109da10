import { meanAbsoluteError } from "../numeric/measures.ts";
import { fitBgNbd } from "./bg-nbd.ts";
import { buyersOf, DAYS_A_WEEK, upTo, type Buyers, type Days } from "./buyers.ts";
import { fitMbgNbd } from "./mbg-nbd.ts";
import { fitParetoNbd } from "./pareto-nbd.ts";
import type { ModelName, PurchaseModel } from "./purchase-model.ts";
import { tellsWhoStopped } from "./still-there.ts";

const MODELS = { "mbg-nbd": fitMbgNbd, "pareto-nbd": fitParetoNbd, "bg-nbd": fitBgNbd };
const NAMES = Object.keys(MODELS) as ModelName[];
/** Fewer than these tell nothing about which model is better. */
const ENOUGH_BUYERS = 30;
/** Up to as many a shop is thought of with all caution; of more, the less the more there are. */
const FEW_BUYERS = 100;

/** A model fitted to a shop of any size: see `Fitting`. */
export function fitCautiously(name: ModelName, buyers: Buyers): PurchaseModel {
  return MODELS[name](buyers, { caution: cautionFor(buyers) });
}

export function cautionFor({ x }: Buyers): number {
  return Math.min(1, FEW_BUYERS / Math.max(1, x.length));
}

export interface ChosenModel {
  model: PurchaseModel;
  /** Whom to ask who is still there: BG/NBD takes everybody who bought once for alive, so it is never asked that. */
  alive: PurchaseModel;
  /** Whether that one tells it here; else who comes says who is there: see `aliveByComing`. */
  tellsAlive: boolean;
  /** What each was off by on average, in purchases a customer, on the second half of the past; null where that is too little. */
  heldBack: { days: number; customers: number; errors: Record<ModelName, number>; base: number } | null;
}

/**
 * The model that foresaw the second half of a shop's own past best, fitted anew to all of it; MBG/NBD where the past is too
 * short to choose. The base is what one rate for all customers would have been off by.
 */
export function choosePurchaseModel(days: readonly Days[], until: number): ChosenModel {
  const begin = days.reduce((first, { day }) => Math.min(first, day[0] ?? first), until);
  const held = Math.floor((until - begin) / 2);
  const early = days.map((bought) => upTo(bought, until - held)).map((known, place) => ({ known, place }));
  const known = early.filter((one) => one.known.day.length > 0);
  const chosen = (name: ModelName) => {
    const buyers = buyersOf(days, until);
    const model = fitCautiously(name, buyers);
    const alive = name === "bg-nbd" ? fitCautiously("mbg-nbd", buyers) : model;
    return { model, alive, tellsAlive: tellsWhoStopped(alive, buyers) };
  };
  if (held < DAYS_A_WEEK || known.length < ENOUGH_BUYERS) return { ...chosen("mbg-nbd"), heldBack: null };
  const actual = known.map((one) => (days[one.place]?.day.length ?? 0) - one.known.day.length);
  const buyers = buyersOf(
    known.map((one) => one.known),
    until - held,
  );
  const errors = Object.fromEntries(
    NAMES.map((name) => {
      const model = fitCautiously(name, buyers);
      const expected = Array.from(buyers.x, (x, n) => {
        return model.expected(x, buyers.tx[n] ?? 0, buyers.T[n] ?? 0, held / DAYS_A_WEEK);
      });
      return [name, meanAbsoluteError(expected, actual)];
    }),
  ) as Record<ModelName, number>;
  const rate = actual.reduce((sum, many) => sum + many, 0) / actual.length;
  const base = meanAbsoluteError(Float64Array.from(actual).fill(rate), actual);
  const best = NAMES.reduce((one, other) => (errors[other] < errors[one] ? other : one));
  return { ...chosen(best), heldBack: { days: held, customers: known.length, errors, base } };
}
