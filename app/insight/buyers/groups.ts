import type { Day } from "../days.ts";
import { FEWEST_MEMBERS, type GroupEffect } from "../fairness.ts";
import { brierScore } from "../numeric/measures.ts";
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
  /** By how much what they were told lies above what came, and the bounds of it. */
  off: number;
  low: number;
  high: number;
  /** Mean square of the errors, and that of all others. */
  brier: number;
  others: number;
  /** "better": told less than came, against all others; "worse": told more. */
  verdict: GroupEffect["verdict"];
}

/** Groups of fewer are not judged: chance says more than the model does. */
const ENOUGH = Math.max(50, FEWEST_MEMBERS);
/** Many groups are looked at, so each must be surer: one of a hundred is judged by mistake. */
const SURE = 2.576;
/** What is off by less treats nobody otherwise. */
const ALIKE_WITHIN = 0.03;
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
  return (Object.keys(groupOf) as GroupCheck["dimension"][]).flatMap((dimension) => {
    const groups = Map.groupBy(places.keys(), (n) => groupOf[dimension](n));
    groups.delete("");
    if (groups.size < 2) return [];
    return [...groups]
      .map(([group, own]) => ({ dimension, group, ...checkOf(own, { chances, left }) }))
      .sort((a, b) => b.customers - a.customers || (a.group < b.group ? -1 : 1));
  });
}

function checkOf(
  own: readonly number[],
  { chances, left }: { chances: Float64Array; left: Uint8Array },
): Omit<GroupCheck, "dimension" | "group"> {
  const isOwn = new Set(own);
  const others = Array.from(chances.keys()).filter((n) => !isOwn.has(n));
  const [mine, theirs] = [own, others].map((some) => summed(some, chances, left)) as [Sum, Sum];
  const [off, offOfOthers] = [mine.told - mine.left, theirs.told - theirs.left];
  const error = SURE * Math.sqrt(mine.variance + theirs.variance);
  return {
    ...{ customers: own.length, told: mine.told, left: mine.left, off },
    ...{ low: off - SURE * Math.sqrt(mine.variance), high: off + SURE * Math.sqrt(mine.variance) },
    ...{ brier: mine.brier, others: theirs.brier },
    verdict: verdictOf(Math.min(own.length, others.length), off - offOfOthers, error),
  };
}

function verdictOf(fewest: number, apart: number, error: number): GroupCheck["verdict"] {
  if (fewest < ENOUGH) return "few";
  if (Math.abs(apart) < Math.max(ALIKE_WITHIN, error)) return "alike";
  return apart > 0 ? "worse" : "better";
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
