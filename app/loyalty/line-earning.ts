import { isPositive, largest, multiply, ONE } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { fitsAllKeys } from "./line-match.ts";
import type { LineValue } from "./order-value.ts";
import type { Earning, EarningRule, LineKeys, MultiplyRule, RateRule, Window } from "./programme.ts";
import type { Instant } from "./time.ts";

/** Which rules decide what a line earns. */
export interface LineEarning {
  line: LineValue;
  /** null where no rate fits, or where the line is worth nothing. */
  rate: RateRule | null;
  /** The multiply rules that count; none is the same as 1. */
  multipliers: MultiplyRule[];
  /** Ids of all rate and multiply rules that fit, in the order of the document. */
  fits: string[];
}

/** Of several rates that fit, the last one of the document holds; of several multipliers, as `combine` says. */
export function rateLine(
  line: LineValue,
  rules: readonly EarningRule[],
  combine: Earning["combine"],
): LineEarning {
  if (!isPositive(line.value)) return { line, rate: null, multipliers: [], fits: [] };
  const rates: RateRule[] = [];
  const multipliers: MultiplyRule[] = [];
  const fits: string[] = [];
  for (const rule of rules) {
    if ((rule.kind !== "rate" && rule.kind !== "multiply") || !matches(rule.match, line)) continue;
    fits.push(rule.id);
    if (rule.kind === "rate") rates.push(rule);
    else multipliers.push(rule);
  }
  return {
    line,
    rate: rates.at(-1) ?? null,
    multipliers: combine === "stack" ? multipliers : best(multipliers),
    fits,
  };
}

/** null fits every line. */
export function matches(match: LineKeys | null, { line, facts }: LineValue): boolean {
  return match === null || fitsAllKeys(match, line, facts);
}

export function holds(window: Window, instant: Instant): boolean {
  return (window.from === null || window.from <= instant) && (window.to === null || instant < window.to);
}

export function productOf(multipliers: readonly MultiplyRule[]): Fraction {
  return multipliers.reduce((product, { times }) => multiply(product, times), ONE);
}

/** The largest; of equals the first. */
function best(multipliers: readonly MultiplyRule[]): MultiplyRule[] {
  const [first, ...others] = multipliers;
  if (first === undefined) return [];
  return [
    others.reduce((most, rule) => (largest(most.times, rule.times) === most.times ? most : rule), first),
  ];
}
