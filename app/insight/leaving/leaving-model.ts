import { chanceOf, fitLogistic, type LogisticModel } from "../numeric/logistic-regression.ts";
import { areaUnderCurve, brierScore, calibrationSlope } from "../numeric/measures.ts";
import { buyersOf, upTo, type Days } from "../value/buyers.ts";
import { fitCautiously } from "../value/choose-purchase-model.ts";
import { FEATURES, leavingFeatures } from "./leaving-features.ts";

/** Past ends of the day at which it is asked what came after, in horizons before now. */
const ASKED_AT = [1, 4 / 3, 5 / 3];
/** Of both, who left and who stayed: with fewer than these a model knows less than their share alone. */
const ENOUGH_OF_EACH = 30;
/** A past of less than this share of the horizon says nothing yet about who buys how often. */
const LEAST_PAST = 0.5;
const RIDGE = 0.012;

/** Tells the chance that a customer buys nothing within the horizon, at the end of the day the model is made for. */
export type LeavingChance = (bought: Days) => number;

export interface LeavingModel {
  chance: LeavingChance;
  regression: LogisticModel;
  /** How it did on what came after the newest past day, made only of what was known before; null where that is too little. */
  heldBack: HeldBack | null;
}

export interface HeldBack {
  customers: number;
  /** The share that bought nothing: what everybody would be told without a model. */
  base: number;
  areaUnderCurve: number;
  brier: number;
  baseBrier: number;
  slope: number;
}

interface Wish {
  until: number;
  /** In days. */
  horizon: number;
}

/**
 * A regression over recency, frequency, value and regularity, learned from what customers of this shop did after past
 * days. null where the past holds too few who left, or too few who stayed.
 */
export function trainLeaving(days: readonly Days[], { until, horizon }: Wish): LeavingModel | null {
  const examples = askedAt(days, ASKED_AT, { until, horizon });
  const regression = learn(examples);
  if (regression === null) return null;
  const heldBack = holdBack(days, examples[0] ?? null, { until, horizon });
  const see = eyes(days, { until, horizon });
  return { chance: (bought) => chanceOf(regression, see(bought)), regression, heldBack };
}

interface Examples {
  rows: Float64Array[];
  left: number[];
}

function askedAt(days: readonly Days[], horizons: readonly number[], { until, horizon }: Wish): Examples[] {
  const begin = days.reduce((first, { day }) => Math.min(first, day[0] ?? first), until);
  return horizons
    .map((many) => until - Math.round(many * horizon))
    .filter((at) => at - begin >= horizon * LEAST_PAST)
    .map((at) => {
      const known = days.map((bought) => ({ bought, then: upTo(bought, at) }));
      const there = known.filter(({ then }) => then.day.length > 0);
      const see = eyes(
        there.map(({ then }) => then),
        { until: at, horizon },
      );
      return {
        rows: there.map(({ then }) => see(then)),
        left: there.map(({ bought }) => (bought.day.some((day) => day > at && day <= at + horizon) ? 0 : 1)),
      };
    });
}

function eyes(days: readonly Days[], { until, horizon }: Wish): (bought: Days) => Float64Array {
  const model = fitCautiously("mbg-nbd", buyersOf(days, until));
  return (bought) => leavingFeatures(bought, { until, horizon, model });
}

function learn(examples: readonly Examples[]): LogisticModel | null {
  const left = examples.flatMap((asked) => asked.left);
  const [newest] = examples;
  const gone = newest?.left.filter((one) => one === 1).length ?? 0;
  if (newest === undefined || Math.min(gone, newest.left.length - gone) < ENOUGH_OF_EACH) return null;
  const columns = FEATURES.length;
  const values = new Float64Array(left.length * columns);
  examples.flatMap(({ rows }) => rows).forEach((row, place) => values.set(row, place * columns));
  return fitLogistic({ values, columns }, Uint8Array.from(left), RIDGE);
}

/** Learned only from days whose horizon had ended by the newest, and asked about that one. */
function holdBack(days: readonly Days[], newest: Examples | null, { until, horizon }: Wish): HeldBack | null {
  const before = askedAt(days, ASKED_AT, { until: until - horizon, horizon });
  const regression = learn(before);
  if (regression === null || newest === null) return null;
  const chances = newest.rows.map((row) => chanceOf(regression, row));
  const base = newest.left.reduce((sum, one) => sum + one, 0) / newest.left.length;
  return {
    customers: newest.left.length,
    base,
    areaUnderCurve: areaUnderCurve(chances, newest.left),
    brier: brierScore(chances, newest.left),
    baseBrier: base * (1 - base),
    slope: calibrationSlope(chances, newest.left),
  };
}
