import type { Days } from "../value/buyers.ts";

/** What a customer's days and amounts say of them, each of which can be that of somebody else. */
export const FACETS = ["silence", "frequency", "spend"] as const;
export type Facet = (typeof FACETS)[number];

/** The days of somebody who is as the customer is in these facets, and as the usual buyer in the others. */
export type Exchange = (own: ReadonlySet<Facet>) => Days;

/** For who has no pause of their own, in a shop where nobody has. */
const NO_PAUSE = 60;
/** In pauses. */
const JUST_DUE = 1;

/**
 * The middle one of all buyers in number, pace and spend, whose time to come again is just now. Silence counts in pauses of
 * the customer's own: to be silent for a month is much for who comes every week, and so it is the silence that raises the
 * risk, not that they came often.
 */
export function usualBuyer(buyers: readonly Days[], until: number): (customer: Days) => Exchange {
  const pause = Math.max(1, middle(buyers.flatMap(({ day }) => pauseOf(day) ?? [])) ?? NO_PAUSE);
  const pauseFor = ({ day }: Days) => Math.max(1, pauseOf(day) ?? pause);
  const silenceOf = (of: Days) => Math.max(0, until - (of.day.at(-1) ?? until)) / pauseFor(of);
  const many = Math.max(1, Math.round(middle(buyers.map(({ day }) => day.length)) ?? 1));
  /** Before the last one. */
  const usualDays = Array.from({ length: many }, (_, n) => Math.round((many - 1 - n) * pause));
  const spend = middle(buyers.map(meanAmount)) ?? 0;
  return (customer) => (own) => {
    if (own.size === FACETS.length) return customer;
    const each = own.has("frequency") ? pauseFor(customer) : pause;
    const since = Math.round((own.has("silence") ? silenceOf(customer) : JUST_DUE) * each);
    const last = customer.day.at(-1) ?? 0;
    const before = own.has("frequency") ? customer.day.map((day) => last - day) : usualDays;
    const amount = own.has("spend") ? meanAmount(customer) : spend;
    return { day: before.map((days) => until - since - days), amount: before.map(() => amount) };
  };
}

/**
 * How much each facet adds to a figure, in the mean of two ways of exchanging one after the other, of which the second is
 * the first backwards: what two facets do together is so parted between them (Shapley 1953, of whose orders these are two).
 * Together they are the figure of the customer less that of the usual buyer.
 */
export function sharesOfFacets(exchange: Exchange, figure: (bought: Days) => number): Map<Facet, number> {
  const [none, all] = [[], FACETS].map((own) => figure(exchange(new Set(own)))) as [number, number];
  const shares = new Map<Facet, number>();
  for (const order of [FACETS, [...FACETS].reverse()]) {
    let before = none;
    order.forEach((facet, n) => {
      const isLast = n === order.length - 1;
      const after = isLast ? all : figure(exchange(new Set(order.slice(0, n + 1))));
      shares.set(facet, (shares.get(facet) ?? 0) + (after - before) / 2);
      before = after;
    });
  }
  return shares;
}

function pauseOf(day: readonly number[]): number | null {
  return day.length < 2 ? null : ((day.at(-1) ?? 0) - (day[0] ?? 0)) / (day.length - 1);
}

/** What was kept of a purchase in the mean. A return may take more off its day than was bought on it: only the sum tells. */
export function meanAmount({ amount }: Days): number {
  const kept = amount.reduce((sum, each) => sum + each, 0);
  return Math.max(0, kept) / Math.max(1, amount.length);
}

function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
