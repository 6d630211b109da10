import type { Day } from "../days.ts";
import { trainLeaving, type LeavingModel } from "../leaving/leaving-model.ts";
import { shopFeatures } from "../leaving/shop-features.ts";
import { buyersOf, DAYS_A_WEEK, type Days } from "../value/buyers.ts";
import { choosePurchaseModel, type ChosenModel } from "../value/choose-purchase-model.ts";
import { purchaseDoubt } from "../value/purchase-doubt.ts";
import { chanceOfNone, type Buyer, type PurchaseModel } from "../value/purchase-model.ts";
import { meanSpendOf, type MeanSpend } from "../value/spend.ts";
import { aliveByComing } from "../value/still-there.ts";
import { rangeOfOrders, rangeOfValue, spreadOfBaskets, type Range } from "./likely-range.ts";
import { keptDays, purchaseDays, type ShopPast } from "./shop-past.ts";

/**
 * What is expected of buyers, by place, and between which bounds it lies four times of five: what really comes, where it
 * is something that comes, and else the chance itself, which so many buyers tell only so well.
 */
export interface Expected {
  value: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

/** Models of a shop's buyers as they stood at the end of a day. */
export interface Foresight {
  until: Day;
  /** In days. */
  horizon: number;
  /** Whose days these are: the places of those who had bought by then. */
  places: number[];
  days: Days[];
  purchases: ChosenModel;
  spend: MeanSpend;
  /** With what had come back taken off. */
  kept: Days[];
  /** null where the past is too small for one: then the model of purchases says who leaves. */
  leaving: LeavingModel | null;
}

export function foresee(past: ShopPast, { until, horizon }: { until: Day; horizon: number }): Foresight {
  const all = purchaseDays(past, until);
  const places = all.map((_, place) => place).filter((place) => (all[place]?.day.length ?? 0) > 0);
  const at = (days: readonly Days[]) => places.map((place) => days[place] ?? { day: [], amount: [] });
  const days = at(all);
  const kept = at(keptDays(past, until));
  const { names, at: shopKnows } = shopFeatures(past);
  const more = { names, at: (n: number, day: Day) => shopKnows(places[n] ?? 0, day) };
  return {
    ...{ until, horizon, places, days, kept },
    purchases: choosePurchaseModel(days, until),
    spend: meanSpendOf(kept),
    leaving: trainLeaving(days, { until, horizon, more }),
  };
}

export interface Expectations {
  /** The chance that they have not stopped buying for good. */
  alive: Expected;
  /** Days of purchase within the horizon. */
  orders: Expected;
  /** What they spend within it, less what comes back. */
  value: Expected;
  /** The chance that they buy nothing within it. */
  leaving: Expected;
}

/** Standard errors on either side that hold four of five. */
const SURE = 1.282;

/** Of the buyers of a foresight, in their order. */
export function expectationsOf(foresight: Foresight): Expectations {
  const { days, until, horizon, purchases, spend, kept, leaving } = foresight;
  const { model, alive, tellsAlive } = purchases;
  const weeks = horizon / DAYS_A_WEEK;
  const buyers = buyersOf(days, until);
  const doubt = purchaseDoubt(alive, buyers);
  const spread = spreadOfBaskets(kept);
  const [isAlive, orders, value, leaves] = [blank(days), blank(days), blank(days), blank(days)];
  days.forEach((_, n) => {
    const buyer: Buyer = { x: buyers.x[n] ?? 0, tx: buyers.tx[n] ?? 0, T: buyers.T[n] ?? 0 };
    const { x, tx, T } = buyer;
    const never = chanceOfNone(model, buyer, weeks);
    const none = leaving?.chance(n) ?? never;
    // How often, if at all, is the model's to say; whether at all is not, where the regression knows it better.
    const many = (model.expected(x, tx, T, weeks) / Math.max(1e-6, 1 - never)) * (1 - none);
    const worth = many * spend(kept[n] ?? { day: [], amount: [] });
    const noneOf = (one: PurchaseModel) => logOdds(chanceOfNone(one, buyer, weeks));
    const aliveOf = (one: PurchaseModel) => logOdds(one.alive(x, tx, T));
    const buying = { orders: many, none, shape: (model.parameters.r ?? 1) + x };
    put(orders, n, many, rangeOfOrders(buying));
    put(value, n, worth, rangeOfValue(buying, { value: worth, spread }));
    const leavesWithin = around(none, leaving?.error(n) ?? doubt(noneOf));
    put(leaves, n, none, leavesWithin);
    // Whoever buys within the horizon has not stopped.
    const byComing = (chance: number) =>
      Math.max(1 - chance, aliveByComing(alive, buyer, { none: chance, weeks }));
    const stays = Math.max(1 - none, alive.alive(x, tx, T));
    if (tellsAlive) put(isAlive, n, stays, around(stays, doubt(aliveOf)));
    else
      put(isAlive, n, byComing(none), { low: byComing(leavesWithin.high), high: byComing(leavesWithin.low) });
  });
  return { alive: isAlive, orders, value, leaving: leaves };
}

function blank({ length }: readonly Days[]): Expected {
  return { value: new Float64Array(length), low: new Float64Array(length), high: new Float64Array(length) };
}

function put(into: Expected, n: number, value: number, { low, high }: Range): void {
  into.value[n] = value;
  into.low[n] = low;
  into.high[n] = high;
}

function around(chance: number, error: number): Range {
  const at = (by: number) => 1 / (1 + Math.exp(-(logOdds(chance) + by * SURE * error)));
  return { low: Math.min(chance, at(-1)), high: Math.max(chance, at(1)) };
}

function logOdds(chance: number): number {
  const within = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return Math.log(within / (1 - within));
}
