import type { Day } from "../days.ts";
import { reasonsOf, type Reason } from "../leaving/reasons.ts";
import { nextOrder, shopRhythm, type NextOrder } from "../rhythm.ts";
import { rfmScores, segmentOf, type RfmScore, type Segment } from "../segments/rfm.ts";
import { expectationsOf, foresee, type Expectations } from "./foresee.ts";
import type { Grouping } from "./groups.ts";
import { lookBack, type LookBack } from "./look-back.ts";
import type { ShopPast } from "./shop-past.ts";

export interface BuyersAsked {
  past: ShopPast;
  /** In days. */
  horizon: number;
  grouping: Grouping;
}

/** What was learned of a shop's buyers. Lists are by buyer, in the order of `places`. */
export interface BuyersLearned {
  /** Who bought, by their place in the past. */
  places: number[];
  expected: Expectations;
  /** Days on which they bought, and the last of them. */
  purchases: number[];
  lastOrders: Day[];
  /** null where no date can be named. */
  next: (NextOrder | null)[];
  scores: RfmScore[];
  groups: Segment[];
  /** What moves the risk of leaving most; nothing where no model says it. */
  reasons: Reason[][];
  /** By its name, and its parameters as the papers name them. */
  model: { name: string; parameters: Record<string, number> };
  leaving: {
    /** Whether a regression of the shop's own says who leaves, or the model of purchases. */
    isLearned: boolean;
    /** What it goes by beyond purchases. */
    more: readonly string[];
  };
  /** null where too little was held back to say how good it is. */
  lookBack: LookBack | null;
}

/** Everything about buyers that is learned at once, and how good it would have been of late. */
export function learnBuyers({ past, horizon, grouping }: BuyersAsked): BuyersLearned {
  const foresight = foresee(past, { until: past.until, horizon });
  const { days, kept, places, leaving, purchases } = foresight;
  const rhythm = shopRhythm(
    days.map(({ day }) => day),
    past.until,
  );
  const scores = scoresOf(days, kept, past.until);
  const why = leaving === null ? () => [] : reasonsOf(leaving, days, past.until);
  return {
    places,
    expected: expectationsOf(foresight),
    purchases: days.map(({ day }) => day.length),
    lastOrders: days.map(({ day }) => day.at(-1) ?? past.until),
    next: days.map(({ day }) => nextOrder(day, past.until, rhythm)),
    scores,
    groups: scores.map((score, n) => segmentOf({ ...score, purchases: days[n]?.day.length ?? 1 })),
    reasons: days.map((_, n) => why(n)),
    model: { name: purchases.model.name, parameters: purchases.model.parameters },
    leaving: { isLearned: leaving !== null, more: leaving?.more ?? [] },
    lookBack: lookBack(past, { horizon, grouping }),
  };
}

function scoresOf(days: readonly { day: Day[] }[], kept: readonly { amount: number[] }[], until: Day) {
  return rfmScores(
    days.map(({ day }) => until - (day.at(-1) ?? until)),
    days.map(({ day }) => day.length),
    kept.map(({ amount }) => amount.reduce((sum, each) => sum + each, 0)),
  );
}
