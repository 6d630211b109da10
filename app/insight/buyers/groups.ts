import type { Day } from "../days.ts";
import { FEWEST_MEMBERS, type GroupEffect } from "../fairness.ts";
import { brierScore } from "../numeric/measures.ts";
import { normalQuantile } from "../numeric/normal.ts";
import type { Days } from "../value/buyers.ts";

/** By which a shop's customers may differ, by place; "" where it is not known. */
export interface Grouping {
  languages: readonly string[];
  /** Where they bought first. */
  channels: readonly string[];
}

/** Whether the risk of leaving is told as truly to a group as to all others. */
export interface GroupCheck {
  dimension: "language" | "channel" | "tenure";
  /** A language, a channel, or "new" and "old". */
  group: string;
  customers: number;
  /** The mean of what they were told, and the share that left. */
  told: number;
  left: number;
  /**
   * By how much further what they were told lies above what came than it does for all others, and the bounds of that: those
   * of all groups hold together in 95 of 100 shops. The verdict is read off them, so the two cannot disagree.
   */
  apart: number;
  low: number;
  high: number;
  /** Mean square of the errors, and that of all others. */
  brier: number;
  others: number;
  /**
   * "better": told less than came, against all others; "worse": told more; "alike": whatever the difference is, it is smaller
   * than what matters; "open": it may be larger, or nothing.
   */
  verdict: GroupEffect["verdict"] | "open";
}

/** Groups of fewer are not judged: chance says more than the model does. */
const ENOUGH = Math.max(50, FEWEST_MEMBERS);
/** In so many shops any group at all is judged by mistake, however many groups there are (Bonferroni). */
const MISTAKEN = 0.05;
/** What is off by less treats nobody otherwise. */
const TREATED_ALIKE = 0.03;
/** Only what is surely off by less than this is called alike: not to see a difference is not to know that there is none. */
const ALIKE_WITHIN = 0.1;
/** Whoever bought first less than this before counts as new. */
const NEW_FOR_DAYS = 180;

interface Held {
  places: readonly number[];
  days: readonly Days[];
  until: Day;
  grouping: Grouping;
}

export function byGroup(chances: Float64Array, left: Uint8Array, held: Held): GroupCheck[] {
  const { places, days, until, grouping } = held;
  const groupOf: Record<GroupCheck["dimension"], (n: number) => string> = {
    language: (n) => grouping.languages[places[n] ?? 0] ?? "",
    channel: (n) => grouping.channels[places[n] ?? 0] ?? "",
    tenure: (n) => (until - (days[n]?.day[0] ?? until) < NEW_FOR_DAYS ? "new" : "old"),
  };
  const found = (Object.keys(groupOf) as GroupCheck["dimension"][]).flatMap((dimension) => {
    const groups = Map.groupBy(places.keys(), (n) => groupOf[dimension](n));
    groups.delete("");
    if (groups.size < 2) return [];
    return [...groups]
      .map(([group, own]) => ({ dimension, group, own }))
      .sort((a, b) => b.own.length - a.own.length || (a.group < b.group ? -1 : 1));
  });
  const judged = found.filter(({ own }) => isEnough(own.length, chances.length)).length;
  const sure = normalQuantile(1 - MISTAKEN / (2 * Math.max(1, judged)));
  return found.map(({ dimension, group, own }) => ({
    dimension,
    group,
    ...checkOf(own, { chances, left, sure }),
  }));
}

function isEnough(own: number, all: number): boolean {
  return Math.min(own, all - own) >= ENOUGH;
}

function checkOf(
  own: readonly number[],
  { chances, left, sure }: { chances: Float64Array; left: Uint8Array; sure: number },
): Omit<GroupCheck, "dimension" | "group"> {
  const isOwn = new Set(own);
  const others = Array.from(chances.keys()).filter((n) => !isOwn.has(n));
  const [mine, theirs] = [own, others].map((some) => summed(some, chances, left)) as [Sum, Sum];
  const apart = mine.told - mine.left - (theirs.told - theirs.left);
  const error = sure * Math.sqrt(mine.variance + theirs.variance);
  const [low, high] = [apart - error, apart + error];
  return {
    ...{ customers: own.length, told: mine.told, left: mine.left, apart, low, high },
    ...{ brier: mine.brier, others: theirs.brier },
    verdict: isEnough(own.length, chances.length) ? verdictOf(apart, low, high) : "few",
  };
}

function verdictOf(apart: number, low: number, high: number): GroupCheck["verdict"] {
  const isBeyondChance = low > 0 || high < 0;
  if (isBeyondChance && Math.abs(apart) >= TREATED_ALIKE) return apart > 0 ? "worse" : "better";
  return -ALIKE_WITHIN <= low && high <= ALIKE_WITHIN ? "alike" : "open";
}

interface Sum {
  told: number;
  left: number;
  /** Of the difference between the two. */
  variance: number;
  brier: number;
}

function summed(places: readonly number[], chances: Float64Array, left: Uint8Array): Sum {
  const many = Math.max(1, places.length);
  const told = Float64Array.from(places, (n) => chances[n] ?? 0);
  const came = Uint8Array.from(places, (n) => left[n] ?? 0);
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, each) => sum + each, 0) / many;
  const off = Float64Array.from(told, (chance, n) => chance - (came[n] ?? 0));
  const middle = mean(off);
  const variance = mean(off.map((each) => (each - middle) ** 2)) / Math.max(1, many - 1);
  return { told: mean(told), left: mean(came), variance, brier: brierScore(told, came) };
}
