/**
 * What becomes of points that lie there: how many will be used, and how many never.
 *
 * Points are followed by the month in which they became available. Of the points that are at risk when they are `a`
 * months old, the part that is redeemed and the part that expires in that month are estimated from all months of issue
 * for which that age is over (grouped Kaplan and Meier, J. Am. Stat. Assoc. 53, 1958, p. 457; with two ways to leave:
 * Aalen and Johansen, Scand. J. Statist. 5, 1978, p. 141). What is left after the horizon counts as never used. How sure
 * that is comes from estimating again and again with months of issue drawn at random with replacement (Efron, Ann.
 * Statist. 7, 1979, p. 1); the interval holds the middle nine tenths.
 */

/** Points issued in one month, by how many months later something became of them. */
export interface IssueMonth {
  /** Whole months from the month of issue to the last month that is over; below 0 while its own is not over. */
  agesOver: number;
  /** [age]: came, were taken back, redeemed, expired in that month. */
  issued: readonly number[];
  withdrawn: readonly number[];
  redeemed: readonly number[];
  expired: readonly number[];
  /** What is left of them today. */
  left: number;
}

export interface BreakageTerms {
  /** Age in months at which whatever is left expires by the programme's rules; null for never, or where it moves. */
  expiresAt: number | null;
  /** What is not used within so many months counts as never used. */
  horizon: number;
}

export interface BreakageForecast {
  /** Points of those left that will never be used. */
  expected: number;
  least: number;
  most: number;
  /** The interval is so wide that what is expected says less than its ends. */
  isVague: boolean;
  /** [age]: what part of points is still there that many months after they became available. */
  survival: number[];
}

export interface TooLittle {
  outcome: "too-little";
  /** Months of issue that are over, and how many there must be. */
  months: number;
  needed: number;
}

export const MONTHS_NEEDED = 6;
/** With fewer points at risk than this a month's part says nothing. */
const FEWEST_AT_RISK = 50;
/**
 * Of ages beyond all that was seen the part redeemed is that of so many of the oldest ages together: the very oldest is
 * of one month of issue alone, and would be carried on for years.
 */
const TAIL_AGES = 6;
/** Where the interval ends at more than so many times its beginning, nobody should go by what is in the middle. */
const WIDEST = 3;
const TIMES = 400;
const SEED = 20_261_122;

export function forecastBreakage(
  months: readonly IssueMonth[],
  terms: BreakageTerms,
): BreakageForecast | TooLittle {
  const over = months.filter(({ agesOver }) => agesOver >= 0);
  const used = over.some(({ redeemed }) => redeemed.some((points) => points > 0));
  if (over.length < MONTHS_NEEDED || !used)
    return { outcome: "too-little", months: over.length, needed: MONTHS_NEEDED };
  const chances = estimate(over, terms);
  const random = randomOf(SEED);
  const expectations = Array.from({ length: TIMES }, () => {
    const drawn = over.map(() => over[Math.floor(random() * over.length)] ?? over[0]);
    return neverUsed(
      months,
      estimate(
        drawn.filter((month) => month !== undefined),
        terms,
      ),
    );
  }).sort((a, b) => a - b);
  const expected = neverUsed(months, chances);
  const least = Math.min(expected, quantile(expectations, 0.05));
  const most = Math.max(expected, quantile(expectations, 0.95));
  return { expected, least, most, isVague: most > WIDEST * least, survival: survivalOf(chances) };
}

/** [age]: the part of points at risk that is redeemed in that month, and the part that expires. */
interface Chances {
  redeemed: number[];
  expired: number[];
}

function estimate(months: readonly IssueMonth[], { expiresAt, horizon }: BreakageTerms): Chances {
  const chances: Chances = { redeemed: [], expired: [] };
  const seen: { atRisk: number; redeemed: number }[] = [];
  for (let age = 0; age <= horizon; age++) {
    const sums = { atRisk: 0, redeemed: 0, expired: 0 };
    for (const month of months) {
      if (month.agesOver < age) continue;
      sums.atRisk += atRisk(month, age);
      sums.redeemed += month.redeemed[age] ?? 0;
      sums.expired += month.expired[age] ?? 0;
    }
    if (sums.atRisk >= FEWEST_AT_RISK) {
      seen.push(sums);
      const redeemed = within(sums.redeemed / sums.atRisk);
      chances.redeemed.push(redeemed);
      chances.expired.push(within(sums.expired / sums.atRisk, 1 - redeemed));
    } else {
      // Nobody was seen to expire at that age by a date of theirs, so only the programme's rules can say that they do.
      const redeemed = together(seen.slice(-TAIL_AGES));
      chances.redeemed.push(redeemed);
      chances.expired.push(expiresAt !== null && age >= expiresAt ? 1 - redeemed : 0);
    }
  }
  return chances;
}

/** The part redeemed at some ages taken together, so each counts by the points that were at risk. */
function together(ages: readonly { atRisk: number; redeemed: number }[]): number {
  const sum = (of: "atRisk" | "redeemed") => ages.reduce((total, age) => total + age[of], 0);
  return ages.length === 0 ? 0 : within(sum("redeemed") / sum("atRisk"));
}

/** What could be redeemed, or expire, when the points were that old. */
function atRisk({ issued, withdrawn, redeemed, expired }: IssueMonth, age: number): number {
  let points = 0;
  for (let past = 0; past <= age; past++) {
    points += (issued[past] ?? 0) - (withdrawn[past] ?? 0);
    if (past < age) points -= (redeemed[past] ?? 0) + (expired[past] ?? 0);
  }
  return Math.max(0, points);
}

function within(part: number, most = 1): number {
  return Math.min(most, Math.max(0, part));
}

/** Of what is left today, what is expected never to be redeemed: it grows older month by month. */
function neverUsed(months: readonly IssueMonth[], chances: Chances): number {
  return months.reduce((sum, { left, agesOver }) => {
    let staying = 1;
    let redeemed = 0;
    // The month under way is taken as a whole one still to come.
    for (let age = Math.max(0, agesOver + 1); age < chances.redeemed.length; age++) {
      redeemed += staying * (chances.redeemed[age] ?? 0);
      staying *= Math.max(0, 1 - (chances.redeemed[age] ?? 0) - (chances.expired[age] ?? 0));
    }
    return sum + left * (1 - redeemed);
  }, 0);
}

function survivalOf({ redeemed, expired }: Chances): number[] {
  let staying = 1;
  return redeemed.map((part, age) => (staying *= Math.max(0, 1 - part - (expired[age] ?? 0))));
}

function quantile(ascending: readonly number[], part: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * part))] ?? 0;
}

/** The same numbers every time (mulberry32), so that the same history has the same interval. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
