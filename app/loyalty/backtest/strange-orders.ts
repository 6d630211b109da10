import type { Book } from "../book.ts";
import { compareIds } from "../ids.ts";
import type { OrderId } from "../ids.ts";
import { formatExactMoney, formatMoney } from "../money.ts";
import { postedFor } from "../orders.ts";
import type { PointCost } from "../point-cost.ts";
import { toJsonNumber } from "../points.ts";
import type { OrderRecord } from "../records.ts";
import { DAY, formatInstant } from "../time.ts";
import type { OrderFacts } from "./order-facts.ts";

export interface StrangeOrder {
  order: OrderId;
  name: string;
  customer: string | null;
  processedAt: string;
  /** Of the order, as a decimal. */
  value: string;
  points: number | string;
  /** Why it is worth a look: the plainest first. */
  reasons: { reason: StrangeReason; words: string }[];
}

export type StrangeReason =
  | "gives-more-than-it-brings"
  | "many-points-for-its-value"
  | "nothing-for-much"
  | "far-above-the-usual"
  | "many-in-one-day"
  | "very-many-lines";

interface Found {
  reason: StrangeReason;
  /** How far out of the ordinary; compared between reasons, so each is 1 where it begins. */
  weight: number;
  words: string;
}

interface Strange {
  order: OrderRecord;
  found: Found[];
  weight: number;
}

export interface StrangenessTerms {
  book: Book;
  facts: ReadonlyMap<OrderId, OrderFacts>;
  currency: string;
  cost: PointCost | null;
  most: number;
}

const MANY_TIMES = 3;
const FAR_TIMES = 10;
const MANY_A_DAY = 5;
const MANY_LINES = 100;

/** The orders that stand out most, for a person to look at before they happen in earnest. */
export function strangestOrders(terms: StrangenessTerms): StrangeOrder[] {
  const usual = usualOf(terms);
  const strange: Strange[] = [];
  for (const order of terms.book.orders.values()) {
    if (!order.counts) continue;
    const found = reasonsFor(order, terms, usual);
    if (found.length === 0) continue;
    strange.push({ order, found, weight: found.reduce((sum, { weight }) => sum + weight, 0) });
  }
  strange.sort(byWeight);
  const chosen = ofEveryKind(strange, terms.most);
  return chosen.map(({ order, found }) => told(order, found, terms.currency));
}

/** One reason that many orders share does not push the others out: each has a third at most while others are left. */
function ofEveryKind(strange: Strange[], most: number): Strange[] {
  const had = new Map<StrangeReason | undefined, number>();
  const [few, rest]: [Strange[], Strange[]] = [[], []];
  for (const one of strange) {
    const reason = one.found[0]?.reason;
    const count = (had.get(reason) ?? 0) + 1;
    had.set(reason, count);
    (count <= Math.ceil(most / 3) ? few : rest).push(one);
  }
  return [...few, ...rest].slice(0, most).sort(byWeight);
}

function byWeight(a: Strange, b: Strange): number {
  return b.weight - a.weight || compareIds(a.order.id, b.order.id);
}

interface Usual {
  /** Medians over the counting orders: what was sold, and points for a minor unit. Approximate: only for ranking. */
  sold: number;
  pointsEach: number;
  ordersOfDay: ReadonlyMap<string, number>;
}

function usualOf({ book, facts }: StrangenessTerms): Usual {
  const sold: number[] = [];
  const each: number[] = [];
  const ordersOfDay = new Map<string, number>();
  for (const order of book.orders.values()) {
    if (!order.counts) continue;
    sold.push(Number(facts.get(order.id)?.sold ?? 0n));
    const value = valueOf(order);
    if (value > 0 && postedFor(order) > 0n) each.push(Number(postedFor(order)) / value);
    const day = dayOf(order);
    ordersOfDay.set(day, (ordersOfDay.get(day) ?? 0) + 1);
  }
  return { sold: median(sold), pointsEach: median(each), ordersOfDay };
}

function reasonsFor(order: OrderRecord, terms: StrangenessTerms, usual: Usual): Found[] {
  const { facts, currency, cost } = terms;
  const { sold = 0n, lines = 0, bonus = 0n, nothing = [] } = facts.get(order.id) ?? {};
  const posted = postedFor(order);
  const value = valueOf(order);
  const found: (Found | null)[] = [
    atLeast("gives-more-than-it-brings", costRatio(posted, value, cost), 1, (times) =>
      value === 0
        ? "points for an order worth nothing"
        : `its points may cost ${times} times what it brought`,
    ),
    atLeast("many-points-for-its-value", pointsRatio(posted, value, usual), MANY_TIMES, (times) =>
      bonus > 0n
        ? `${times} times the usual points for its value, ${bonus} of ${posted} as bonuses`
        : `${times} times the usual points for its value`,
    ),
    posted === 0n && usual.sold > 0
      ? atLeast("nothing-for-much", Number(sold) / usual.sold, 1, () => whyNothing(sold, nothing, currency))
      : null,
    atLeast("far-above-the-usual", usual.sold > 0 ? Number(sold) / usual.sold : 0, FAR_TIMES, (times) => {
      return `${formatMoney(sold, currency)} is ${times} times what is usually sold in an order`;
    }),
    atLeast("many-in-one-day", usual.ordersOfDay.get(dayOf(order)) ?? 0, MANY_A_DAY, (times) => {
      return `one of ${times} orders of this customer within a day`;
    }),
    atLeast("very-many-lines", lines, MANY_LINES, () => `${lines} lines`),
  ];
  return found.filter((reason) => reason !== null).sort((a, b) => b.weight - a.weight);
}

/** `words` are told the figure as people write it. */
function atLeast(
  reason: StrangeReason,
  figure: number,
  least: number,
  words: (figure: string) => string,
): Found | null {
  if (!(figure >= least)) return null;
  return {
    reason,
    weight: Math.min(figure / least, 1000),
    words: words(Number(figure.toFixed(1)).toString()),
  };
}

function costRatio(posted: bigint, value: number, cost: PointCost | null): number {
  if (posted <= 0n || cost === null) return 0;
  return (Number(posted) * Number(cost.each.n)) / Number(cost.each.d) / value;
}

function pointsRatio(posted: bigint, value: number, { pointsEach }: Usual): number {
  return posted > 0n && value > 0 && pointsEach > 0 ? Number(posted) / value / pointsEach : 0;
}

function whyNothing(sold: bigint, nothing: OrderFacts["nothing"], currency: string): string {
  const why = nothing.length === 0 ? "no rate gives a whole point for it" : nothing.map(inWords).join(", ");
  return `${formatMoney(sold, currency)} was sold and nothing earned: ${why}`;
}

function inWords(kind: OrderFacts["nothing"][number]): string {
  return {
    tip: "a tip",
    "gift-card": "a gift card",
    refunded: "given back",
    free: "sold for nothing",
    excluded: "excluded",
  }[kind];
}

function told(order: OrderRecord, found: Found[], currency: string): StrangeOrder {
  return {
    order: order.id,
    name: order.name,
    customer: order.memberId,
    processedAt: formatInstant(order.processedAt),
    value: formatExactMoney(order.value, currency),
    points: toJsonNumber(postedFor(order)),
    reasons: found.map(({ reason, words }) => ({ reason, words })),
  };
}

function valueOf({ value }: OrderRecord): number {
  return Number(value.n) / Number(value.d);
}

function dayOf({ memberId, processedAt }: OrderRecord): string {
  return `${memberId} ${Math.floor(processedAt / DAY)}`;
}

function median(numbers: number[]): number {
  numbers.sort((a, b) => a - b);
  return numbers[numbers.length >> 1] ?? 0;
}
