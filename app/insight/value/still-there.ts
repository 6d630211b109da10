import type { Buyers } from "./buyers.ts";
import type { Buyer, PurchaseModel } from "./purchase-model.ts";

/** Of the tenth that is likeliest to have stopped, a model that tells who did takes at least as large a share for gone. */
const LEAST_GONE = 0.1;
const TENTH = 0.1;

/**
 * Whether a model tells who has stopped from who has not. In a shop where many buy at long and uneven pauses the
 * likeliest is that nobody ever stops, and then everybody is "still there" however long they have been silent.
 */
export function tellsWhoStopped(model: PurchaseModel, { x, tx, T }: Buyers): boolean {
  const alive = x.map((many, n) => model.alive(many, tx[n] ?? 0, T[n] ?? 0)).sort();
  return (alive[Math.floor(alive.length * TENTH)] ?? 0) <= 1 - LEAST_GONE;
}

interface Coming {
  /** The chance that they buy nothing within so many weeks. */
  none: number;
  weeks: number;
}

/**
 * The chance that somebody has not stopped where the model does not tell it: how likely they are to come, against how
 * likely they were at the pace that they bought at up to their last purchase. Silence since then is taken for leaving,
 * and not for a slow pace; the model alone would take it all for the latter.
 */
export function aliveByComing(model: PurchaseModel, { x, tx, T }: Buyer, { none, weeks }: Coming): number {
  const { r = 1, alpha = 1 } = model.parameters;
  const noneAtTheirPace = ((alpha + tx) / (alpha + tx + weeks)) ** (r + x);
  return Math.min(model.alive(x, tx, T), (1 - none) / Math.max(1e-9, 1 - noneAtTheirPace));
}
