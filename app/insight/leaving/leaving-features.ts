import { DAYS_A_WEEK, type Days } from "../value/buyers.ts";
import { chanceOfNone, type PurchaseModel } from "../value/purchase-model.ts";

/** In the order in which they stand in a row. */
export const FEATURES = [
  "model",
  "purchases",
  "days since the last",
  "mean gap",
  "gaps that have passed",
  "bought again",
  "spread of gaps",
  "lately",
  "recently",
  "formerly",
  "spent",
  "spent a purchase",
  "spent recently",
  "spent at the last",
  "spent at most",
] as const;

/** Values of logarithms for who has no gap yet: about half a year, and about a month. */
const NO_GAP = 5;
const NO_SPREAD = 3.5;

/**
 * What is known of a customer at the end of a day, about whether they will buy within a horizon. Amounts and counts as
 * logarithms, since customers differ by factors; what fades does so in step with the horizon. The first is what a model
 * of purchases says by itself, as log odds.
 */
export function leavingFeatures(
  { day, amount }: Days,
  { until, horizon, model }: { until: number; horizon: number; model: PurchaseModel },
): Float64Array {
  const many = day.length;
  const [first = until, last = until] = [day[0], day.at(-1)];
  const x = many - 1;
  const span = last - first;
  const since = until - last;
  const gap = x > 0 ? span / x : 0;
  const none = chanceOfNone(
    model,
    { x, tx: span / DAYS_A_WEEK, T: (until - first) / DAYS_A_WEEK },
    horizon / DAYS_A_WEEK,
  );
  const fading = (days: number, of: (place: number) => number) =>
    day.reduce((sum, at, place) => sum + of(place) * Math.exp((at - until) / days), 0);
  const spent = amount.reduce((sum, each) => sum + Math.max(0, each), 0);
  const one = () => 1;
  return Float64Array.of(
    logOdds(none),
    Math.log(many),
    Math.log1p(since),
    x > 0 ? Math.log1p(gap) : NO_GAP,
    x > 0 ? Math.log((since + 3) / (gap + 3)) : 0,
    x > 0 ? 1 : 0,
    x > 1 ? Math.log1p(spreadOfGaps(day, gap)) : NO_SPREAD,
    Math.log1p(fading(horizon / 3, one)),
    Math.log1p(fading(horizon, one)),
    Math.log1p(fading(horizon * 2, one)),
    Math.log1p(spent),
    Math.log1p(spent / many),
    Math.log1p(fading(horizon, (place) => Math.max(0, amount[place] ?? 0))),
    Math.log1p(Math.max(0, amount.at(-1) ?? 0)),
    Math.log1p(amount.reduce((most, each) => Math.max(most, each), 0)),
  );
}

function spreadOfGaps(day: readonly number[], mean: number): number {
  const squares = day.slice(1).reduce((sum, at, place) => sum + (at - (day[place] ?? 0) - mean) ** 2, 0);
  return Math.sqrt(squares / (day.length - 1));
}

function logOdds(chance: number): number {
  const within = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return Math.log(within / (1 - within));
}
