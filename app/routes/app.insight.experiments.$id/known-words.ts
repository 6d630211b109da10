import type { Effect, Reading } from "../../use-cases/experiments/show-experiments.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { MeasureName } from "./measure-words.ts";

interface Known {
  reading: Reading;
  /** Everybody is counted: nothing more will come. */
  isOver: boolean;
  /** Of those that are compared. */
  arms: number;
  measure: MeasureName;
}

/**
 * Of what is better: whether what is left rose as well. Gifts make members buy, so that more is bought says by itself
 * nothing of whether it pays.
 */
export function paysOf({ effects }: Pick<Reading, "effects">): "more" | "open" | "less" {
  const verdicts = effects.filter(({ measure }) => measure === "margin").map(({ verdict }) => verdict);
  if (verdicts.includes("better")) return "more";
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === "worse") ? "less" : "open";
}

/** In a word or two, for lists. */
export function knownText(
  { isOver, reading }: { isOver: boolean; reading: Reading | undefined },
  t: Texts,
): string {
  const words = t.experiments;
  const verdict = reading?.verdict ?? "few";
  const pays = reading === undefined ? "open" : paysOf(reading);
  if (verdict === "better" && pays !== "more") return words.verdictsUnpaid[pays];
  return isOver && (verdict === "few" || verdict === "open")
    ? words.verdictsOver[verdict]
    : words.verdicts[verdict];
}

/** Of one of several things that are tried. */
export function effectText({ arm, verdict }: Effect, { effects }: Reading, t: Texts): string {
  const words = t.experiments;
  const pays = paysOf({ effects: effects.filter((effect) => effect.arm === arm) });
  return verdict === "better" && pays !== "more" ? words.verdictsUnpaid[pays] : words.verdicts[verdict];
}

/** The sentence at the head of what an experiment says. */
export function headlineText({ reading, isOver, arms, measure }: Known, t: Texts): string {
  const words = t.experiments.reading;
  const { verdict } = reading;
  if (isOver && (verdict === "few" || verdict === "open")) return words.headlinesOver[verdict];
  if (verdict !== "better") return words.headlines[verdict];
  const pays = paysOf(reading);
  if (measure === "margin" || pays === "more") return arms > 2 ? words.someBetter : words.headlines.better;
  const risen = (arms > 2 ? words.someRisen : words.risen)[measure];
  return words.unpaid[pays === "open" && isOver ? "openOver" : pays](risen);
}

/** What it takes to say anything; where nothing more will come, also how few there were. "" where enough is known. */
export function fewText(
  { reading: { verdict, arms }, isOver }: Pick<Known, "reading" | "isOver">,
  fewest: { members: number; hits: number },
  { t, f }: { t: Texts; f: Formats },
): string {
  if (verdict !== "few") return "";
  const words = t.experiments.reading;
  const needed = [f.count(fewest.members), f.count(fewest.hits)] as const;
  if (!isOver) return words.few(...needed);
  const least = (values: readonly number[]) => f.count(Math.min(...values));
  const members = least(arms.map(({ counted }) => counted));
  const bought = least(arms.map(({ counted, means }) => Math.round(counted * means.bought)));
  return words.fewOver(...needed, { members, bought });
}
