/**
 * What models of repeat buying know of customers, one place for each: how often they bought after the first time (`x`),
 * when last after the first time (`tx`), and how long they have been known (`T`). Times in weeks.
 */
export interface Buyers {
  x: Float64Array;
  tx: Float64Array;
  T: Float64Array;
}

/** Purchases of customers; of the same length, in any order. */
export interface Purchases {
  /** A customer's place, from 0. */
  customer: Int32Array;
  /** Days since 1970; part of a day counts. */
  day: Float64Array;
  /** In units of the shop's currency. */
  amount: Float64Array;
  customers: number;
}

/** A customer's days of purchase, each once, with what was spent on it; the earliest first. */
export interface Days {
  day: number[];
  amount: number[];
}

export const DAYS_A_WEEK = 7;

/**
 * The purchases of every customer up to and with `until`, those of one day as one: a basket bought in two orders is one
 * visit, as the models mean it (Fader and Hardie, 2005). An amount below 0 is a return: it lessens what was last bought
 * and is no visit. Within a day purchases come first, whichever order they are told in. Who only returned has no days.
 */
export function daysOf({ customer, day, amount, customers }: Purchases, until: number): Days[] {
  const days: Days[] = Array.from({ length: customers }, () => ({ day: [], amount: [] }));
  const dayOf = (place: number) => Math.floor(day[place] ?? 0);
  const isReturn = (place: number) => Number((amount[place] ?? 0) < 0);
  const order = Array.from(customer.keys()).sort((a, b) => dayOf(a) - dayOf(b) || isReturn(a) - isReturn(b));
  for (const place of order) {
    const at = dayOf(place);
    const of = days[customer[place] ?? 0];
    const worth = amount[place] ?? 0;
    if (of === undefined || at > until) continue;
    const last = of.amount.length - 1;
    if (of.day[last] === at || (worth < 0 && last >= 0)) of.amount[last] = (of.amount[last] ?? 0) + worth;
    else if (worth >= 0) {
      of.day.push(at);
      of.amount.push(worth);
    }
  }
  return days;
}

/** Customers with no purchase by then must have been left out. */
export function buyersOf(days: readonly Days[], until: number): Buyers {
  const weeks = (of: (bought: Days) => number) => Float64Array.from(days, of);
  return {
    x: weeks(({ day }) => day.length - 1),
    tx: weeks(({ day }) => ((day.at(-1) ?? 0) - (day[0] ?? 0)) / DAYS_A_WEEK),
    T: weeks(({ day }) => (until - (day[0] ?? until)) / DAYS_A_WEEK),
  };
}

/** At most so many of them, spread over all; the same each time. */
export function evenly(buyers: Buyers, most: number): Buyers {
  const many = buyers.x.length;
  if (many <= most) return buyers;
  const places = Array.from({ length: most }, (_, n) => Math.floor((n * many) / most));
  const pick = (values: Float64Array) => Float64Array.from(places, (place) => values[place] ?? 0);
  return { x: pick(buyers.x), tx: pick(buyers.tx), T: pick(buyers.T) };
}

/** What of these days had been by the end of one. */
export function upTo({ day, amount }: Days, until: number): Days {
  const many = day.findLastIndex((at) => at <= until) + 1;
  return { day: day.slice(0, many), amount: amount.slice(0, many) };
}
