import type { Reading } from "../../use-cases/experiments/show-experiments.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";

interface Known {
  reading: Reading;
  /** Everybody is counted: nothing more will come. */
  isOver: boolean;
  /** Of those that are compared. */
  arms: number;
}

/** In a word or two, for lists. */
export function knownText(
  { isOver, reading }: { isOver: boolean; reading: Reading | undefined },
  t: Texts,
): string {
  const words = t.experiments;
  const verdict = reading?.verdict ?? "few";
  return isOver && (verdict === "few" || verdict === "open")
    ? words.verdictsOver[verdict]
    : words.verdicts[verdict];
}

/** The sentence at the head of what an experiment says. */
export function headlineText({ reading: { verdict }, isOver, arms }: Known, t: Texts): string {
  const words = t.experiments.reading;
  if (isOver && (verdict === "few" || verdict === "open")) return words.headlinesOver[verdict];
  return arms > 2 && verdict === "better" ? words.someBetter : words.headlines[verdict];
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
