import { normalQuantile } from "../numeric/normal.ts";
import type { Days } from "../value/buyers.ts";

/** Between which bounds what really comes lies four times of five. */
export interface Range {
  low: number;
  high: number;
}

const EARLY = 0.1;
const LATE = 0.9;
/** Nobody buys on more days than these within a horizon. */
const MOST_ORDERS = 1_000;
/** How far baskets of one customer lie apart, against their mean, where a shop is too small to say. */
const USUAL_SPREAD = 0.6;
const ENOUGH_BASKETS = 30;

interface Buying {
  /** Days of purchase expected within the horizon. */
  orders: number;
  /** The chance of none. */
  none: number;
  /** How well the customer's own rate is known: the shape of its distribution. */
  shape: number;
}

/** Whole days of purchase: none with the chance of none, else one and a negative binomial number more. */
export function rangeOfOrders({ orders, none, shape }: Buying): Range {
  const more = Math.max(0, orders / Math.max(1e-6, 1 - none) - 1);
  const stay = shape / (shape + more);
  let chance = stay ** shape;
  let below = none;
  let low = none >= EARLY ? 0 : null;
  for (let many = 1; many < MOST_ORDERS; many++) {
    below += (1 - none) * chance;
    if (low === null && below >= EARLY) low = many;
    if (below >= LATE) return { low: low ?? 0, high: none >= LATE ? 0 : many };
    chance *= ((shape + many - 1) / many) * (1 - stay);
  }
  return { low: low ?? 0, high: MOST_ORDERS };
}

/** What they spend: nothing with the chance of none, else log-normal with the mean and variance of so many baskets. */
export function rangeOfValue(buying: Buying, { value, spread }: { value: number; spread: number }): Range {
  const { orders, none, shape } = buying;
  const some = Math.max(1e-6, 1 - none);
  const [mean, many] = [value / some, Math.max(1, orders / some)];
  if (!(mean > 0)) return { low: 0, high: 0 };
  const more = many - 1;
  const ofOrders = more + more ** 2 / shape;
  const relative = (many * spread ** 2 + ofOrders) / many ** 2;
  const deviation = Math.sqrt(Math.log1p(relative));
  const at = (share: number) =>
    share <= none
      ? 0
      : mean * Math.exp(-(deviation ** 2) / 2 + deviation * normalQuantile((share - none) / some));
  return { low: at(EARLY), high: at(LATE) };
}

/** How far baskets of one customer lie apart in a shop, against their mean. */
export function spreadOfBaskets(days: readonly Days[]): number {
  let [squares, free] = [0, 0];
  for (const { amount } of days) {
    const bought = amount.filter((each) => each > 0);
    if (bought.length < 2) continue;
    const mean = bought.reduce((sum, each) => sum + each, 0) / bought.length;
    squares += bought.reduce((sum, each) => sum + (each / mean - 1) ** 2, 0);
    free += bought.length - 1;
  }
  return free < ENOUGH_BASKETS ? USUAL_SPREAD : Math.sqrt(squares / free);
}
