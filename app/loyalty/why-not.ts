import type { AbsenceCause } from "./absence.ts";
import { evaluateOrder, tierMultiplier } from "./earning.ts";
import type { FindProduct } from "./events.ts";
import { decimalText, fraction, isPositive, subtract } from "./fraction.ts";
import { holds, matches, rateLine } from "./line-earning.ts";
import { formatExactMoney, formatMoney } from "./money.ts";
import { ownCounting } from "./order-state.ts";
import { valueOrder } from "./order-value.ts";
import type { LineValue, OrderValue, WorthNothing } from "./order-value.ts";
import type { FinancialStatus, Order } from "./order.ts";
import type { Points } from "./points.ts";
import type { BonusRule, EarningRule, Programme } from "./programme.ts";
import { formatInstant } from "./time.ts";
import type { Instant } from "./time.ts";
import type { ProgrammeVersion } from "./versions.ts";

/**
 * Why an order earned nothing, or less than one might expect: plain data, points and money as decimal strings,
 * instants in ISO 8601. `reasons` stand in the order of their weight; empty where everything earned all it could.
 */
export interface WhyNot {
  order: string;
  name: string;
  currency: string;
  /** The order's value as it counts, 0 where it does not. */
  value: string;
  /** Points posted for it now. */
  posted: string;
  reasons: WhyNotReason[];
}

export type WhyNotReason =
  /** The order does not count at all: one reason alone. */
  | { kind: "no-customer" | "test" | "deleted" | "voided" | "away" | "blocked" }
  | { kind: "cancelled"; at: string }
  | { kind: "not-paid"; status: FinancialStatus }
  /** `startsAt` is null where there is no programme yet. */
  | { kind: "before-programme"; processedAt: string; startsAt: string | null }
  /** It counts, but keeps what it had until the rest of its money is there. */
  | { kind: "waits" }
  /** It counts towards levels and earns nothing: it was placed while the programme was paused. */
  | { kind: "paused" }
  /** A line that earned nothing, with what was paid for it; `because` as in the order's explanation. */
  | { kind: "line"; line: string; title: string; amount: string; because: WorthNothing | { kind: "no-rate" } }
  /** Money that was given back: `amount` of what the lines were worth. */
  | { kind: "refunded"; amount: string }
  /** What a rule would have given, had its window held the order's instant. */
  | { kind: "not-yet" | "over"; rule: string; at: string; gain: RuleGain }
  /** `missing` of the order's value up to what the rule asks for. */
  | { kind: "minimum"; rule: string; minimum: string; missing: string; gain: RuleGain }
  | { kind: "no-line-fits"; rule: string; gain: RuleGain }
  /** The bonus of the first order went to another. */
  | { kind: "not-first"; rule: string; gain: RuleGain }
  /** Only the largest multiplier counts, and this was another's. */
  | { kind: "outdone"; rule: string; by: string; gain: RuleGain }
  /** What the one rounding took off, below one point. */
  | { kind: "rounded"; points: string };

export type RuleGain = { bonus: string } | { times: string } | { points: string; per: string };

/** What is known besides the order: the version in force at its `processedAt`, and what was made of it. */
export interface WhyNotFacts {
  version: ProgrammeVersion | null;
  /** When the first version came into force; null where there is none. */
  startsAt: Instant | null;
  product: FindProduct;
  deleted: boolean;
  /** Why its member was out of the programme when it was placed; null where it is not worth nothing for that. */
  away: AbsenceCause | null;
  /** Whether it counted before: it then goes on counting while it waits for money. */
  countedBefore: boolean;
  /** The level the order has fixed. */
  level: string | null;
  /** Whether it is the member's first counting order. */
  isFirst: boolean;
  posted: Points;
}

/** Throws nothing; the same order, version and facts give the same reasons. */
export function whyNot(order: Order, facts: WhyNotFacts): WhyNot {
  const currency = facts.version?.programme.currency ?? order.currency;
  const about = { order: order.id, name: order.name, currency, posted: facts.posted.toString() };
  const none = formatExactMoney(fraction(0n), currency);
  const whole = notCounting(order, facts);
  if (whole !== null || facts.version === null)
    return { ...about, value: none, reasons: whole === null ? [] : [whole] };
  const { programme } = facts.version;
  if (programme.state !== "running") {
    const { value } = valueOrder(order, programme, facts.product);
    return { ...about, value: formatExactMoney(value, currency), reasons: [{ kind: "paused" }] };
  }
  const worth = valueOrder(order, programme, facts.product);
  const reasons: WhyNotReason[] = [
    ...(ownCounting(order) === "waits" ? [{ kind: "waits" } as const] : []),
    ...lostLines(order, worth, programme),
    ...lostMoney(order, worth, programme, facts.product),
    ...programme.earning.rules.flatMap((rule) => lostRule(rule, { order, worth, programme, facts })),
    ...lostToRounding(order, programme, facts),
  ];
  return { ...about, value: formatExactMoney(worth.value, currency), reasons };
}

/** The one reason for which the order does not count; null where it does. */
function notCounting(order: Order, facts: WhyNotFacts): WhyNotReason | null {
  if (facts.deleted) return { kind: "deleted" };
  if (order.test) return { kind: "test" };
  if (order.cancelledAt !== null) return { kind: "cancelled", at: formatInstant(order.cancelledAt) };
  if (order.status === "voided") return { kind: "voided" };
  if (order.customerId === null) return { kind: "no-customer" };
  if (facts.away !== null) return { kind: facts.away === "blocked" ? "blocked" : "away" };
  if (facts.version === null)
    return {
      kind: "before-programme",
      processedAt: formatInstant(order.processedAt),
      startsAt: facts.startsAt === null ? null : formatInstant(facts.startsAt),
    };
  const counting = ownCounting(order);
  if (counting === "counts" || (counting === "waits" && facts.countedBefore)) return null;
  return { kind: "not-paid", status: order.status };
}

function lostLines(order: Order, worth: OrderValue, programme: Programme): WhyNotReason[] {
  const rules = inWindow(programme, order);
  return worth.lines.flatMap((line): WhyNotReason[] => {
    const because =
      line.nothing ??
      (rateLine(line, rules, programme.earning.combine).rate === null ? { kind: "no-rate" as const } : null);
    if (because === null) return [];
    const { id, title } = line.line;
    const amount = formatMoney(paidFor(line, order), programme.currency);
    return [{ kind: "line", line: id, title, amount, because }];
  });
}

function paidFor({ line }: LineValue, { taxesIncluded }: Order): bigint {
  const paid = line.price * BigInt(line.quantity) - line.discount - (taxesIncluded ? line.tax : 0n);
  return paid > 0n ? paid : 0n;
}

/** What the lines that still earn would be worth had nothing of them been given back. */
function lostMoney(
  order: Order,
  worth: OrderValue,
  programme: Programme,
  product: FindProduct,
): WhyNotReason[] {
  const whole = {
    ...order,
    refunds: [],
    lines: order.lines.map((line) => ({ ...line, currentQuantity: null })),
  };
  const before = valueOrder(whole, programme, product);
  const lost = worth.lines.reduce((sum, line, place) => {
    const was = before.lines[place]?.value;
    return was === undefined || line.nothing !== null ? sum : subtract(sum, subtract(line.value, was));
  }, fraction(0n));
  return isPositive(lost) ? [{ kind: "refunded", amount: formatExactMoney(lost, programme.currency) }] : [];
}

interface RuleCase {
  order: Order;
  worth: OrderValue;
  programme: Programme;
  facts: WhyNotFacts;
}

/** Why a rule on orders gave nothing; nothing to say of one that gave, or that asks for no order. */
function lostRule(rule: EarningRule, found: RuleCase): WhyNotReason[] {
  if (rule.kind === "signup" || rule.kind === "birthday" || rule.kind === "activity") return [];
  const { order, worth, programme, facts } = found;
  const gain = gainOf(rule, programme);
  const fits = worth.lines.some((line) => isPositive(line.value) && matches(rule.match, line));
  if (!holds(rule.window, order.processedAt)) return fits ? outsideWindow(rule, gain, order) : [];
  if (rule.kind === "rate") return [];
  if (rule.kind === "multiply") return outdone(rule.id, gain, found);
  if (rule.kind === "first-order" && !facts.isFirst) return [{ kind: "not-first", rule: rule.id, gain }];
  return isPositive(worth.value) ? shortOfBonus(rule, gain, { ...found, fits }) : [];
}

function outsideWindow(rule: EarningRule, gain: RuleGain, order: Order): WhyNotReason[] {
  const { from, to } = rule.window;
  if (from !== null && order.processedAt < from)
    return [{ kind: "not-yet", rule: rule.id, at: formatInstant(from), gain }];
  return to === null ? [] : [{ kind: "over", rule: rule.id, at: formatInstant(to), gain }];
}

function shortOfBonus(
  rule: BonusRule,
  gain: RuleGain,
  { worth, programme, fits }: RuleCase & { fits: boolean },
): WhyNotReason[] {
  const missing = subtract(fraction(rule.minimum), worth.value);
  if (isPositive(missing))
    return [
      {
        kind: "minimum",
        rule: rule.id,
        minimum: formatMoney(rule.minimum, programme.currency),
        missing: formatExactMoney(missing, programme.currency),
        gain,
      },
    ];
  return fits ? [] : [{ kind: "no-line-fits", rule: rule.id, gain }];
}

/** With `best`, a multiplier that fits a line and counts on none, though another does. */
function outdone(rule: string, gain: RuleGain, { order, worth, programme }: RuleCase): WhyNotReason[] {
  const rules = inWindow(programme, order);
  const lines = worth.lines.map((line) => rateLine(line, rules, programme.earning.combine));
  const fitting = lines.filter(({ fits, rate }) => rate !== null && fits.includes(rule));
  if (fitting.some(({ multipliers }) => multipliers.some(({ id }) => id === rule))) return [];
  const by = fitting[0]?.multipliers[0]?.id;
  return by === undefined ? [] : [{ kind: "outdone", rule, by, gain }];
}

function lostToRounding(order: Order, programme: Programme, facts: WhyNotFacts): WhyNotReason[] {
  const { explanation } = evaluateOrder(order, {
    programme,
    tierId: facts.level,
    tierMultiplier: tierMultiplier(programme, facts.level),
    product: facts.product,
  });
  if (explanation.sum === explanation.ratePoints) return [];
  const [, part = "0"] = explanation.sum.split(".");
  return [{ kind: "rounded", points: `0.${part}` }];
}

function inWindow(programme: Programme, order: Order): EarningRule[] {
  return programme.earning.rules.filter((rule) => holds(rule.window, order.processedAt));
}

function gainOf(
  rule: Exclude<EarningRule, { kind: "signup" | "birthday" | "activity" }>,
  programme: Programme,
): RuleGain {
  if (rule.kind === "multiply") return { times: decimalText(rule.times) };
  if (rule.kind === "rate")
    return { points: decimalText(rule.points), per: formatMoney(rule.per, programme.currency) };
  return { bonus: rule.bonus.toString() };
}
