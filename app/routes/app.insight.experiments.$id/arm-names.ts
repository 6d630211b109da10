import type { useWords } from "../../components/use-words.ts";
import type { Gives, OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";

/** What an arm gets, in words. */
export function givesText(
  gives: Gives | undefined,
  { rewards }: Pick<OneExperimentView, "rewards">,
  { t, f }: ReturnType<typeof useWords>,
): string {
  const words = t.experiments.facts;
  if (gives?.kind === "points") return words.points(gives.points, f.whole(gives.points));
  if (gives?.kind === "reward") return words.reward(rewards[gives.rewardId] ?? gives.rewardId);
  return words.recommendations;
}

/** Of several things that are tried, what those in this arm get; null where there is only one, which needs no name. */
export function armName(
  arm: string,
  { experiment, rewards }: Pick<OneExperimentView, "experiment" | "rewards">,
  terms: ReturnType<typeof useWords>,
): string | null {
  const { arms } = experiment.plan;
  return arms.length <= 2 ? null : givesText(arms.find(({ id }) => id === arm)?.gives, { rewards }, terms);
}
