import { trainLeaving, type LeavingModel } from "./leaving/leaving-model.ts";
import { rfmScores, segmentOf, type Segment } from "./segments/rfm.ts";
import { DAYS_A_WEEK, type Days } from "./value/buyers.ts";
import { choosePurchaseModel, type ChosenModel } from "./value/choose-purchase-model.ts";
import { fewBuyers, type FewBuyers } from "./value/few-buyers.ts";
import { chanceOfNone, type Buyer } from "./value/purchase-model.ts";
import { meanSpendOf } from "./value/spend.ts";
import { aliveByComing } from "./value/still-there.ts";

export interface Prediction {
  /** The chance that they have not stopped buying for good. */
  alive: number;
  /** Days of purchase expected within the horizon. */
  orders: number;
  /** What they are expected to spend within it. */
  value: number;
  /** The chance that they buy nothing within it. */
  leaving: number;
  segment: Segment;
}

export interface Predictions {
  /** In the order of the customers. */
  of: Prediction[];
  purchases: ChosenModel;
  /** null where the shop's past is too small for one: then the model of purchases says who leaves. */
  leaving: LeavingModel | null;
  /** Where there are too few customers to go by them alone. */
  few: FewBuyers | null;
}

/**
 * What customers will do within `horizon` days after `until`, by what they did up to then. Each has bought at least once.
 * Days are whole; amounts are in units of the currency.
 */
export function predict(
  days: readonly Days[],
  { until, horizon }: { until: number; horizon: number },
): Predictions {
  const purchases = choosePurchaseModel(days, until);
  const leaving = trainLeaving(days, { until, horizon });
  const spend = meanSpendOf(days);
  const weeks = horizon / DAYS_A_WEEK;
  const segments = segmentsOf(days, until);
  const few = fewBuyers(days);
  const of = days.map((bought, place): Prediction => {
    const buyer = buyerOf(bought, until);
    const own = byModel(purchases, buyer, { weeks, none: leaving?.chance(place) });
    const { alive, orders, none } = few === null ? own : drawnTo(few, own, { buyer, weeks });
    const segment = segments[place] ?? "need-attention";
    // Whoever buys within the horizon has not stopped: two models, each right by itself, may not say otherwise together.
    const isThere = Math.max(alive, 1 - none);
    // Nor may they: whoever comes at all comes once at least.
    const coming = Math.max(orders, 1 - none);
    return { alive: isThere, orders: coming, value: coming * spend(bought), leaving: none, segment };
  });
  return { of, purchases, leaving, few };
}

interface Figures {
  alive: number;
  orders: number;
  /** The chance of no purchase. */
  none: number;
}

/** `none` where a regression says it. */
function byModel(
  { model, alive, tellsAlive }: ChosenModel,
  buyer: Buyer,
  { weeks, none = chanceOfNone(model, buyer, weeks) }: { weeks: number; none: number | undefined },
): Figures {
  const { x, tx, T } = buyer;
  const isThere = tellsAlive ? alive.alive(x, tx, T) : aliveByComing(alive, buyer, { none, weeks });
  return { alive: isThere, orders: model.expected(x, tx, T, weeks), none };
}

function drawnTo(
  { prior, drawn }: FewBuyers,
  own: Figures,
  { buyer, weeks }: { buyer: Buyer; weeks: number },
): Figures {
  const { x, tx, T } = buyer;
  return {
    alive: drawn(own.alive, prior.alive(x, tx, T)),
    orders: drawn(own.orders, prior.expected(x, tx, T, weeks)),
    none: drawn(own.none, chanceOfNone(prior, buyer, weeks)),
  };
}

function buyerOf({ day }: Days, until: number): Buyer {
  const [first = until, last = until] = [day[0], day.at(-1)];
  return { x: day.length - 1, tx: (last - first) / DAYS_A_WEEK, T: (until - first) / DAYS_A_WEEK };
}

function segmentsOf(days: readonly Days[], until: number): Segment[] {
  const scores = rfmScores(
    days.map(({ day }) => until - (day.at(-1) ?? until)),
    days.map(({ day }) => day.length),
    days.map(({ amount }) => amount.reduce((sum, each) => sum + each, 0)),
  );
  return scores.map((score, n) => segmentOf({ ...score, purchases: days[n]?.day.length ?? 1 }));
}
