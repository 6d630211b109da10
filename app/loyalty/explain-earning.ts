/** How an order's points came about: plain data for the ledger, points and money as decimal strings. */
export interface EarningExplanation {
  kind: "order";
  currency: string;
  /** The order's value. */
  value: string;
  /** Lines that earn alike, added up. */
  terms: EarningTerm[];
  /** The sum of the terms before and after the one rounding. */
  sum: string;
  ratePoints: string;
  bonuses: { rule: string; points: string }[];
  /** On top, if this is the member's first counting order. */
  firstOrder: { rule: string; points: string }[];
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

export interface LineExplanation {
  line: string;
  title: string;
  value: string;
  /** The rate rule that counted; null where none fits. */
  rate: string | null;
  /** Rules that fit the line; those of them that counted stand in `counted` too. */
  fits: string[];
  counted: string[];
  /** Why the line is worth nothing; null where it is worth something. */
  nothing: string | null;
}

export interface SignupExplanation {
  kind: "signup";
  bonuses: { rule: string; points: string }[];
}
