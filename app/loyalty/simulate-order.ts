import { evaluateOrder, tierMultiplier } from "./earning.ts";
import type { EarningExplanation } from "./explain-earning.ts";
import { decimalText, floor, fraction, multiply } from "./fraction.ts";
import { formatMoney } from "./money.ts";
import { ownCounting } from "./order-state.ts";
import type { Order, OrderLine, RefundLine } from "./order.ts";
import type { Points } from "./points.ts";
import { smaller } from "./points.ts";
import type { MultiplyRule, Programme, RateRule } from "./programme.ts";
import { whyNot, type RuleGain, type WhyNotFacts, type WhyNotReason } from "./why-not.ts";

/** What an order is worth under a version, why, and what keeps it from more. Points and money are decimal strings. */
export interface Simulated {
  /** The entitlement: 0 where the order does not count. */
  points: string;
  counts: boolean;
  explanation: EarningExplanation;
  /** Whether the bonus of the first order is among the points. */
  firstOrder: boolean;
  reasons: WhyNotReason[];
  /** Line by line which rules fit, and why one of them counts. */
  lines: LinePrecedence[];
}

export interface LinePrecedence {
  line: string;
  title: string;
  value: string;
  /** null where the line is worth something. */
  nothing: EarningExplanation["lines"][number]["nothing"];
  /** In the order of the document. */
  rules: RuleOnLine[];
}

/**
 * What becomes of a rule that fits a line: the rate that stands last holds; of multipliers the largest, or all of them,
 * as the programme says. Without a rate nothing is multiplied.
 */
export interface RuleOnLine {
  rule: string;
  gain: RuleGain;
  fate: "counts" | "later-rate" | "larger-multiplier" | "no-rate";
  /** The rule that takes its place; null where none does. */
  by: string | null;
}

/** The same code as for an order in earnest, and what it says of itself. `facts.posted` is what it had before. */
export function simulateOrder(order: Order, facts: WhyNotFacts): Simulated | null {
  const { version } = facts;
  if (version === null) return null;
  const { programme } = version;
  const { ratePoints, bonusPoints, firstOrderPoints, explanation } = evaluateOrder(order, {
    programme,
    tierId: facts.level,
    tierMultiplier: tierMultiplier(programme, facts.level),
    product: facts.product,
  });
  const counting = ownCounting(order);
  const isIn = !facts.deleted && facts.away === null;
  const counts = isIn && (counting === "counts" || (counting === "waits" && facts.countedBefore));
  const worth = ratePoints + bonusPoints + (facts.isFirst ? firstOrderPoints : 0n);
  return {
    points: pointsOf(worth, { counts, waits: counting === "waits", posted: facts.posted }).toString(),
    counts,
    explanation,
    firstOrder: facts.isFirst,
    reasons: whyNot(order, facts).reasons,
    lines: explanation.lines.map((line) => ({
      line: line.line,
      title: line.title,
      value: line.value,
      nothing: line.nothing,
      rules: rulesOn(line, programme),
    })),
  };
}

function pointsOf(
  worth: Points,
  { counts, waits, posted }: { counts: boolean; waits: boolean; posted: Points },
): Points {
  if (!counts) return 0n;
  return waits ? smaller(worth, posted) : worth;
}

function rulesOn({ fits, counted }: EarningExplanation["lines"][number], programme: Programme): RuleOnLine[] {
  const rules = fits.flatMap((id) => {
    const rule = programme.earning.rules.find((candidate) => candidate.id === id);
    return rule?.kind === "rate" || rule?.kind === "multiply" ? [rule] : [];
  });
  const rate = rules.findLast(({ kind }) => kind === "rate")?.id ?? null;
  const largest = rules.find(({ kind, id }) => kind === "multiply" && counted.includes(id))?.id ?? null;
  return rules.map((rule): RuleOnLine => {
    const about = { rule: rule.id, gain: gainOf(rule, programme) };
    if (counted.includes(rule.id)) return { ...about, fate: "counts", by: null };
    if (rule.kind === "rate") return { ...about, fate: "later-rate", by: rate };
    return rate === null
      ? { ...about, fate: "no-rate", by: null }
      : { ...about, fate: "larger-multiplier", by: largest };
  });
}

function gainOf(rule: RateRule | MultiplyRule, { currency }: Programme): RuleGain {
  return rule.kind === "rate"
    ? { points: decimalText(rule.points), per: formatMoney(rule.per, currency) }
    : { times: decimalText(rule.times) };
}

/** Units of lines to be given back, by the id of the line. */
export type UnitsBack = Readonly<Record<string, number>>;

/** The order after these units were refunded for what was paid for them, beside what was refunded before. */
export function withUnitsBack(order: Order, units: UnitsBack): Order {
  const lines = order.lines.flatMap((line): RefundLine[] => {
    const quantity = Math.min(units[line.id] ?? 0, unitsLeft(order, line));
    return quantity <= 0 ? [] : [refundLine(line, quantity)];
  });
  if (lines.length === 0) return order;
  const refund = {
    id: "simulated",
    orderId: order.id,
    createdAt: order.updatedAt,
    lines,
    discrepancy: 0n,
  };
  const status = order.status === "paid" ? "partially_refunded" : order.status;
  return { ...order, status, refunds: [...order.refunds, refund] };
}

/** How many units of a line the shopper still has. */
export function unitsLeft({ refunds }: Order, { id, quantity, currentQuantity }: OrderLine): number {
  const refunded = refunds
    .flatMap(({ lines }) => lines)
    .filter(({ lineId }) => lineId === id)
    .reduce((sum, line) => sum + line.quantity, 0);
  return Math.max(0, Math.min(quantity - refunded, currentQuantity ?? quantity));
}

/** A share of what was paid, as a store gives it back: rounded down to a whole unit of the currency's smallest coin. */
function refundLine({ id, price, quantity, discount, tax }: OrderLine, units: number): RefundLine {
  const share = (amount: bigint) =>
    floor(multiply(fraction(amount), fraction(BigInt(units), BigInt(quantity))));
  return { lineId: id, quantity: units, subtotal: price * BigInt(units) - share(discount), tax: share(tax) };
}

/** Of a line: what was paid for it, in words of money. */
export function paidFor(line: OrderLine, currency: string): string {
  return formatMoney(line.price * BigInt(line.quantity) - line.discount, currency);
}
