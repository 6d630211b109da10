import { logOddsError } from "../numeric/logistic-doubt.ts";
import { chanceOf, fitLogistic, type LogisticModel } from "../numeric/logistic-regression.ts";
import { buyersOf, upTo, type Days } from "../value/buyers.ts";
import { fitCautiously } from "../value/choose-purchase-model.ts";
import { helps, tableOf, type Example } from "./leaving-examples.ts";
import { leavingFeatures } from "./leaving-features.ts";

/** Past ends of the day at which it is asked what came after, in horizons before now. */
const ASKED_AT = [1, 4 / 3, 5 / 3];
/** Of both, who left and who stayed: with fewer than these a model knows less than their share alone. */
const ENOUGH_OF_EACH = 30;
/** A past of less than this share of the horizon says nothing yet about who buys how often. */
const LEAST_PAST = 0.5;
export const RIDGE = 0.012;
/** Of more customers a regression of some dozen features learns no more. */
const MOST_CUSTOMERS = 40_000;

/** What a shop knows of customers beyond their purchases, at the end of a day. */
export interface MoreFeatures {
  names: readonly string[];
  /** Of the customer at a place. */
  at(place: number, day: number): readonly number[];
}

export interface LeavingModel {
  /** The chance that the customer at a place buys nothing within the horizon, from the end of the day it was made for. */
  chance(place: number): number;
  /** How far off the log odds of it may be for having learned of so many: one standard error. */
  error(place: number): number;
  /** By which it goes, in the order of FEATURES and then of `more`. */
  features(place: number): Float64Array;
  /** The same of FEATURES alone, of somebody who bought so. */
  featuresOf(bought: Days): Float64Array;
  regression: LogisticModel;
  /** Names of what it uses beyond purchases: none where that did not help. */
  more: readonly string[];
}

interface Wish {
  until: number;
  /** In days. */
  horizon: number;
  more?: MoreFeatures | undefined;
}

/**
 * A regression over recency, frequency, value and regularity, learned from what customers of this shop did after past
 * days; what else is known of them is used where it helps with customers it was not learned of. null where the past
 * holds too few who left, or too few who stayed.
 */
export function trainLeaving(days: readonly Days[], { until, horizon, more }: Wish): LeavingModel | null {
  const asked = askedAt(days, { until, horizon, more });
  const [newest] = asked;
  const gone = newest?.filter(({ left }) => left).length ?? 0;
  if (newest === undefined || Math.min(gone, newest.length - gone) < ENOUGH_OF_EACH) return null;
  const examples = asked.flat();
  const isUsed = more !== undefined && helps(examples, more.names.length, RIDGE);
  const used = isUsed ? more : undefined;
  const table = tableOf(examples, isUsed ? 0 : (more?.names.length ?? 0));
  const left = Uint8Array.from(examples, (example) => (example.left ? 1 : 0));
  const regression = fitLogistic(table, left, RIDGE);
  const error = logOddsError(table, regression, { ridge: RIDGE, alike: asked.length });
  const { see, seeBought } = eyes(days, { until, horizon, more: used });
  return {
    features: see,
    featuresOf: seeBought,
    chance: (place) => chanceOf(regression, see(place)),
    error: (place) => error(see(place)),
    regression,
    more: used?.names ?? [],
  };
}

/** What was known of customers at past days, and whether they left: the newest day first. */
function askedAt(days: readonly Days[], { until, horizon, more }: Wish): Example[][] {
  const begin = days.reduce((first, { day }) => Math.min(first, day[0] ?? first), until);
  const step = Math.max(1, Math.ceil(days.length / MOST_CUSTOMERS));
  const places = days.map((_, place) => place).filter((place) => place % step === 0);
  return ASKED_AT.map((many) => until - Math.round(many * horizon))
    .filter((at) => at - begin >= horizon * LEAST_PAST)
    .map((at) => {
      const then = days.map((bought) => upTo(bought, at));
      const { see } = eyes(then, { until: at, horizon, more });
      return places
        .filter((place) => (then[place]?.day.length ?? 0) > 0)
        .map((place) => ({
          place,
          features: see(place),
          left: !(days[place]?.day ?? []).some((day) => day > at && day <= at + horizon),
        }));
    });
}

interface Eyes {
  see(place: number): Float64Array;
  seeBought(bought: Days): Float64Array;
}

function eyes(days: readonly Days[], { until, horizon, more }: Wish): Eyes {
  const there = days.filter(({ day }) => day.length > 0);
  const model = fitCautiously("mbg-nbd", buyersOf(there, until));
  const seeBought = (bought: Days) => leavingFeatures(bought, { until, horizon, model });
  return {
    seeBought,
    see(place) {
      const own = seeBought(days[place] ?? { day: [], amount: [] });
      return more === undefined ? own : Float64Array.from([...own, ...more.at(place, until)]);
    },
  };
}
