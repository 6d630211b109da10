import type { EarningTerm, LineExplanation } from "./explain-earning.ts";
import { decimalText } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import type { LineEarning } from "./line-earning.ts";
import { formatExactMoney, formatMoney } from "./money.ts";
import type { MultiplyRule, RateRule } from "./programme.ts";

/** Lines that earn under the same rules, added up. */
export interface TermParts {
  rate: RateRule;
  multipliers: MultiplyRule[];
  /** Minor units. */
  value: Fraction;
  /** Points before the rounding. */
  earned: Fraction;
}

export function explainTerm(parts: TermParts, tier: EarningTerm["tier"], currency: string): EarningTerm {
  return {
    value: formatExactMoney(parts.value, currency),
    points: decimalText(parts.rate.points),
    per: formatMoney(parts.rate.per, currency),
    multipliers: parts.multipliers.map(({ id, times }) => ({ rule: id, times: decimalText(times) })),
    tier,
    earned: decimalText(parts.earned),
  };
}

export function explainLine(
  { line, rate, multipliers, fits }: LineEarning,
  currency: string,
): LineExplanation {
  return {
    line: line.line.id,
    title: line.line.title,
    value: formatExactMoney(line.value, currency),
    fits,
    counted: rate === null ? [] : [rate.id, ...multipliers.map(({ id }) => id)],
    nothing: line.nothing,
  };
}
