import { alwaysValid } from "./always-valid.ts";
import { adjustForPast } from "./cuped.ts";
import { fixedLook } from "./difference.ts";
import { MEASURES, type MeasureName } from "./plan.ts";
import { isRatioOff } from "./sample-ratio.ts";
import type { Tally } from "./tally.ts";

export interface ArmFacts {
  id: string;
  /** In basis points. */
  share: number;
  /** Members whom the experiment has reached, counted already or not. */
  reached: number;
  /** Of those whose days are over: "bought" is 0 or 1, "orders" a number, the others minor units of the currency. */
  outcomes: Readonly<Record<MeasureName, Tally>>;
}

export interface ReadingTerms {
  measure: MeasureName;
  /** In basis points of what the first arm does. */
  smallest: number;
  /** "daily": may be looked at whenever, from when they were first reached; "once": the only look at these days. */
  looks: { kind: "daily"; planned: number } | { kind: "once" };
}

/**
 * What can be said: "few" nothing yet; "better" and "worse" than the first arm beyond chance; "alike": whatever the
 * difference is, it is smaller than what is worth knowing; "open": it may be either.
 */
export type Verdict = "few" | "better" | "worse" | "alike" | "open";

export interface Effect {
  arm: string;
  measure: MeasureName;
  /** Members of both arms that it rests on. */
  members: number;
  /** What a member of the first arm does. */
  base: number;
  difference: number;
  /** Null while there are too few. */
  low: number | null;
  high: number | null;
  /** What of the variance members' own past took away; 0 where it told nothing. */
  saved: number;
  verdict: Verdict;
}

export interface Reading {
  arms: { id: string; reached: number; counted: number; means: Record<MeasureName, number> }[];
  effects: Effect[];
  /** Of the measure that was chosen: of the arms beside the first, the one that is best. */
  verdict: Verdict;
  /** Measures that fell although another was meant to rise. */
  fallen: MeasureName[];
  /** The arms have not the members that they should have: nothing of the rest is to be believed. */
  ratioOff: boolean;
}

/** With fewer in an arm, or fewer who did anything, means are not distributed as the intervals need it. */
export const FEWEST_MEMBERS = 100;
export const FEWEST_HITS = 20;
/** How often an interval may be wrong: of all arms of a measure together, which share it alike (Bonferroni; Dunn 1961). */
const ALPHA = 0.05;
const WHOLE = 10_000;

/** Reads an experiment. The first arm is what the others are held against; with several of them `alpha` is shared. */
export function readArms(arms: readonly ArmFacts[], terms: ReadingTerms): Reading {
  const effects = MEASURES.flatMap((measure) => effectsOf(arms, measure, terms));
  const chosen = effects.filter(({ measure }) => measure === terms.measure).map(({ verdict }) => verdict);
  return {
    arms: arms.map(({ id, reached, outcomes }) => ({
      ...{ id, reached, counted: outcomes.bought.members },
      means: {
        bought: outcomes.bought.mean,
        orders: outcomes.orders.mean,
        revenue: outcomes.revenue.mean,
        margin: outcomes.margin.mean,
      },
    })),
    effects,
    verdict: BEST_FIRST.find((verdict) => chosen.includes(verdict)) ?? "few",
    fallen: MEASURES.filter(
      (measure) =>
        measure !== terms.measure &&
        effects.some((effect) => effect.measure === measure && effect.verdict === "worse"),
    ),
    ratioOff: isRatioOff(arms.map(({ reached, share }) => ({ members: reached, share }))),
  };
}

const BEST_FIRST: readonly Verdict[] = ["better", "open", "alike", "worse", "few"];

function effectsOf(arms: readonly ArmFacts[], measure: MeasureName, terms: ReadingTerms): Effect[] {
  const alpha = alphaFor(arms.length);
  const plain = arms.map(({ outcomes }) => outcomes[measure]);
  // Whoever is looked at once, window after window, was treated before this one: their past has the effect in it.
  const { tallies, saved } =
    terms.looks.kind === "daily" ? adjustForPast(plain) : { tallies: plain, saved: 0 };
  const [base, ...others] = tallies;
  if (base === undefined) return [];
  return others.map((tally, place) => {
    const { looks } = terms;
    const { difference, low, high } =
      looks.kind === "daily"
        ? alwaysValid(base, tally, { alpha, planned: looks.planned })
        : fixedLook(base, tally, alpha);
    const known = { arm: arms[place + 1]?.id ?? "", measure, members: base.members + tally.members };
    const effect = { ...known, base: base.mean, difference, saved };
    if (isFew(base) || isFew(tally) || low === high)
      return { ...effect, low: null, high: null, verdict: "few" };
    const worth = (terms.smallest / WHOLE) * Math.abs(base.mean);
    return { ...effect, low, high, verdict: verdictOf({ low, high, worth }) };
  });
}

/** For each of the arms that are held against the first. */
export function alphaFor(arms: number): number {
  return ALPHA / Math.max(1, arms - 1);
}

/** Nothing is said of an arm with so few. */
export function isFew({ members, hits }: Tally): boolean {
  return members < FEWEST_MEMBERS || hits < FEWEST_HITS;
}

function verdictOf({ low, high, worth }: { low: number; high: number; worth: number }): Verdict {
  if (low > 0) return "better";
  if (high < 0) return "worse";
  return -worth <= low && high <= worth ? "alike" : "open";
}
