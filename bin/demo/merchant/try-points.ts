import { randomUUID } from "node:crypto";
import { latestLooks } from "../../../app/db/experiment-looks.ts";
import { listExperiments, type Decision } from "../../../app/db/experiments.ts";
import { actOnExperiment } from "../../../app/use-cases/experiments/act-on-experiment.ts";
import { actOnPlan } from "../../../app/use-cases/experiments/act-on-plan.ts";
import type { Deed } from "./deeds.ts";
import { formOf } from "./form-of.ts";

const PLAN = {
  question: "Do members come back sooner when we surprise them with 150 points?",
  kind: "points",
  points: "150",
  reason: "A little something from us",
  ...{ segment: "", share: "100", armShare: "50", measure: "bought", window: "30", spread: "7" },
  ...{ smallest: "50", margin: "45" },
};

/** Plans the experiment and begins it, as its pages do. */
export const tryPoints: Deed = async (services, shop, by) => {
  const id = randomUUID();
  const plan = (deed: string) =>
    actOnPlan(services, shop, { form: formOf({ ...PLAN, id, deed }), locale: "en", by });
  const worked = await plan("work");
  const planned = await plan("keep");
  if (worked.outcome !== "worked-out" || planned.outcome !== "planned")
    throw new Error(`The experiment could not be planned: ${worked.outcome}, ${planned.outcome}.`);
  const { mostGiven, cost } = worked.forecast;
  const form = { deed: "start", revision: "1", most: String(mostGiven), cost: String(cost ?? "") };
  const { outcome } = await actOnExperiment(services, shop, { id, form: formOf(form), by });
  if (outcome !== "changed") throw new Error(`The experiment did not begin: ${outcome}.`);
};

const WORDS: Readonly<Record<Decision, string>> = {
  keep: "Worth its points. We do it again in spring, for whoever has been quiet for six weeks.",
  drop: "Fewer came than without. We leave it.",
  unclear: "Too close to call with as few members as we have. We try again with more points.",
};

/** Writes down what was made of it, by what it showed. */
export const decideOnPoints: Deed = async (services, shop, by) => {
  const { sql } = services.db;
  const experiment = (await listExperiments(sql, shop.id, 10)).find(({ kind }) => kind === "points");
  if (experiment === undefined) return;
  const { id, revision } = experiment;
  const verdict = (await latestLooks(sql, shop.id, [id])).get(id)?.reading.verdict;
  const decision = verdict === "better" ? "keep" : verdict === "worse" ? "drop" : "unclear";
  const form = { deed: "decide", revision: String(revision), decision, note: WORDS[decision] };
  await actOnExperiment(services, shop, { id, form: formOf(form), by });
};
