import { explainLine, explainTerm } from "./earning-explanation.ts";
import type { TermParts } from "./earning-explanation.ts";
import type { FindProduct } from "./events.ts";
import type { EarningExplanation, SignupExplanation } from "./explain-earning.ts";
import {
  add,
  compare,
  decimalText,
  divide,
  floor,
  fraction,
  isPositive,
  multiply,
  ONE,
  sum,
} from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { holds, matches, productOf, rateLine } from "./line-earning.ts";
import type { LineEarning } from "./line-earning.ts";
import { formatExactMoney } from "./money.ts";
import { valueOrder } from "./order-value.ts";
import type { OrderValue } from "./order-value.ts";
import type { Order } from "./order.ts";
import type { Points } from "./points.ts";
import type { ActivityRule, BonusRule, EarningRule, Programme } from "./programme.ts";
import type { Instant } from "./time.ts";

export interface EarningTerms {
  programme: Programme;
  /** The level the order has fixed; null without tiers. Only named in the explanation. */
  tierId: string | null;
  tierMultiplier: Fraction;
  product: FindProduct;
}

export interface Evaluation {
  /** Order value in minor units. */
  value: Fraction;
  ratePoints: Points;
  bonusPoints: Points;
  /** On top, if this is the member's first counting order. */
  firstOrderPoints: Points;
  explanation: EarningExplanation;
}

/**
 * What an order earns under one version of the programme (points.md, section 4), whether or not it counts. The
 * rounding of `ratePoints` is the only one: down, once, for the whole order.
 */
export function evaluateOrder(order: Order, terms: EarningTerms): Evaluation {
  const { programme } = terms;
  const rules = rulesInForce(programme, order.processedAt);
  const worth = valueOrder(order, programme, terms.product);
  const lines = worth.lines.map((line) => rateLine(line, rules, programme.earning.combine));
  const parts = addAlike(lines).map((group) => earnedBy(group, terms.tierMultiplier));
  const exactPoints = sum(parts.map(({ earned }) => earned));
  const ratePoints = floor(exactPoints);
  const bonuses = fittingBonuses(rules, "order-bonus", worth);
  const firstOrder = fittingBonuses(rules, "first-order", worth);
  const tier = terms.tierId === null ? null : { id: terms.tierId, times: decimalText(terms.tierMultiplier) };
  return {
    value: worth.value,
    ratePoints,
    bonusPoints: pointsOf(bonuses),
    firstOrderPoints: pointsOf(firstOrder),
    explanation: {
      kind: "order",
      currency: programme.currency,
      value: formatExactMoney(worth.value, programme.currency),
      terms: parts.map((part) => explainTerm(part, tier, programme.currency)),
      sum: decimalText(exactPoints),
      ratePoints: ratePoints.toString(),
      bonuses: bonuses.map(explainBonus),
      firstOrder: firstOrder.map(explainBonus),
      lines: lines.map((line) => explainLine(line, programme.currency)),
    },
  };
}

/** What an order of a member of this level is multiplied by: 1 where the version has no level of this id. */
export function tierMultiplier(programme: Programme, levelId: string | null): Fraction {
  return programme.tiers?.levels.find((level) => level.id === levelId)?.multiplier ?? ONE;
}

/** What a member gets for signing up at this instant; 0 where no rule rewards it. */
export function signupPoints(
  programme: Programme,
  at: Instant,
): { points: Points; explanation: SignupExplanation } {
  const rules = rulesInForce(programme, at).filter((rule) => rule.kind === "signup");
  return { points: pointsOf(rules), explanation: { kind: "signup", bonuses: rules.map(explainBonus) } };
}

/** The rules that reward this activity at this instant; whether their limits leave room is the caller's to count. */
export function activityRules(programme: Programme, activity: string, at: Instant): ActivityRule[] {
  return rulesInForce(programme, at).filter(
    (rule): rule is ActivityRule => rule.kind === "activity" && rule.activity === activity,
  );
}

/** Rules that give something at the instant: none while the programme is paused. */
export function rulesInForce({ state, earning }: Programme, at: Instant): readonly EarningRule[] {
  return state === "running" ? earning.rules.filter(({ window }) => holds(window, at)) : [];
}

type LineGroup = Omit<TermParts, "earned">;

/** Adds up the lines that earn under the same rules, so that an order of many lines is explained in few terms. */
function addAlike(lines: readonly LineEarning[]): LineGroup[] {
  const groups = new Map<string, LineGroup>();
  for (const { line, rate, multipliers } of lines) {
    if (rate === null) continue;
    const key = [rate, ...multipliers].map(({ id }) => id).join(" ");
    const known = groups.get(key);
    groups.set(key, {
      rate,
      multipliers,
      value: known === undefined ? line.value : add(known.value, line.value),
    });
  }
  return [...groups.values()];
}

function earnedBy(group: LineGroup, tier: Fraction): TermParts {
  const units = divide(group.value, fraction(group.rate.per));
  const rated = multiply(units, group.rate.points);
  return { ...group, earned: multiply(multiply(rated, productOf(group.multipliers)), tier) };
}

/** The bonus rules of this kind that the order fulfils; one worth nothing has no line that could fulfil any. */
function fittingBonuses(
  rules: readonly EarningRule[],
  kind: BonusRule["kind"],
  worth: OrderValue,
): BonusRule[] {
  return rules.filter(
    (rule): rule is BonusRule =>
      rule.kind === kind &&
      compare(worth.value, fraction(rule.minimum)) >= 0 &&
      worth.lines.some((line) => isPositive(line.value) && matches(rule.match, line)),
  );
}

function pointsOf(rules: readonly { bonus: Points }[]): Points {
  return rules.reduce((total, { bonus }) => total + bonus, 0n);
}

function explainBonus({ id, bonus }: { id: string; bonus: Points }) {
  return { rule: id, points: bonus.toString() };
}
