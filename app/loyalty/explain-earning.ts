import type { WorthNothing } from "./order-value.ts";

/**
 * How an order's points came about: plain data for the ledger, points and money as decimal strings ("33.33…" where no
 * decimal is exact).
 */
export interface EarningExplanation {
  kind: "order";
  currency: string;
  /** The order's value. */
  value: string;
  /** Lines that earn alike, added up. */
  terms: EarningTerm[];
  /** The points of all terms before the one rounding … */
  sum: string;
  /** … and after it. */
  ratePoints: string;
  bonuses: BonusExplanation[];
  /** On top, if this is the member's first counting order. */
  firstOrder: BonusExplanation[];
  lines: LineExplanation[];
}

export interface EarningTerm {
  value: string;
  points: string;
  per: string;
  /** The multiply rules that counted. */
  multipliers: { rule: string; times: string }[];
  tier: { id: string; times: string } | null;
  /** Exact points of this term, before the rounding. */
  earned: string;
}

export interface BonusExplanation {
  rule: string;
  points: string;
}

export interface LineExplanation {
  line: string;
  title: string;
  value: string;
  /** Ids of the rate and multiply rules that fit the line. */
  fits: string[];
  /** Those of them that counted; none where no rate fits. */
  counted: string[];
  /** Why the line is worth nothing; null where it is worth something. */
  nothing: WorthNothing | null;
}

export interface SignupExplanation {
  kind: "signup";
  bonuses: BonusExplanation[];
}

/** The words of one language; every number comes as the decimal that stands in the explanation. */
export interface EarningWords {
  money(amount: string): string;
  number(decimal: string): string;
  /** A factor with the id of the rule or level that it comes from: "1.25 (silver)". */
  factor(times: string, from: string, of: "rule" | "tier"): string;
  /** Factors and what they make: "120.00 x 1 point = 120". */
  product(factors: string[], earned: string): string;
  bonus(points: string, rule: string): string;
  join(parts: string[]): string;
  points(count: string): string;
  per(rate: string, money: string): string;
  /** `sum` is what stands before the rounding, with its arithmetic. */
  roundedDown(sum: string, points: string): string;
  together(points: string): string;
  inAll(points: string): string;
  nothing: string;
}

export const ENGLISH: EarningWords = {
  money: (amount) => amount,
  number: (decimal) => decimal,
  factor: (times, from) => `${times} (${from})`,
  product: (factors, earned) => `${factors.join(" x ")} = ${earned}`,
  bonus: (points, rule) => `+ ${points} (${rule})`,
  join: (parts) => parts.join("; "),
  points: (count) => (count === "1" ? "1 point" : `${count} points`),
  per: (rate, money) => `${rate} per ${money}`,
  roundedDown: (sum, points) => `${sum}, rounded down to ${points}`,
  together: (points) => `together ${points}`,
  inAll: (points) => `in all ${points}`,
  nothing: "nothing in this order earns points",
};

/**
 * The arithmetic in a sentence: "120.00 x 1 point x 1.25 (silver) = 150". `firstOrder` says whether the order holds
 * the bonus of the member's first one.
 */
export function explainEarning(
  explanation: EarningExplanation,
  options: { firstOrder: boolean },
  words: EarningWords = ENGLISH,
): string {
  const { terms, sum, ratePoints } = explanation;
  const bonuses = options.firstOrder
    ? [...explanation.bonuses, ...explanation.firstOrder]
    : explanation.bonuses;
  const parts = terms.map((term) => termText(term, words));
  if (terms.length > 1) parts.push(words.together(words.number(sum)));
  if (sum !== ratePoints)
    parts.push(words.roundedDown(parts.pop() ?? words.number(sum), words.number(ratePoints)));
  for (const { rule, points } of bonuses) parts.push(words.bonus(words.number(points), rule));
  const all = bonuses.reduce((total, { points }) => total + BigInt(points), BigInt(ratePoints));
  if (bonuses.length > 0) parts.push(words.inAll(words.number(all.toString())));
  return parts.length === 0 ? words.nothing : words.join(parts);
}

function termText(term: EarningTerm, words: EarningWords): string {
  const rate = words.points(term.points);
  const factors = [words.money(term.value), isOne(term.per) ? rate : words.per(rate, words.money(term.per))];
  for (const { rule, times } of term.multipliers)
    factors.push(words.factor(words.number(times), rule, "rule"));
  if (term.tier !== null && !isOne(term.tier.times))
    factors.push(words.factor(words.number(term.tier.times), term.tier.id, "tier"));
  return words.product(factors, words.number(term.earned));
}

function isOne(decimal: string): boolean {
  return /^1(\.0+)?$/.test(decimal);
}
