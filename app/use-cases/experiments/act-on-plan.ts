import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { planExperiment, replanExperiment, type Replanned } from "./change-experiment.ts";
import { forecast, type Forecast } from "./forecast.ts";
import { readPlanForm, type PlanField, type PlanForm } from "./plan-form.ts";
import { showPlanChoices } from "./show-experiments.ts";

export type ActedOnPlan =
  | Replanned
  /** What it takes; nothing was kept. */
  | { outcome: "worked-out"; forecast: Forecast; plan: PlanForm["plan"] }
  | { outcome: "refused"; faults: PlanField[] };

/** Works out what a plan takes, or keeps it: a new one, or in the place of one that stands at a revision. */
export async function actOnPlan(
  services: Services,
  shop: ShopRow,
  { form, locale, by }: { form: FormData; locale: string; by: By },
): Promise<ActedOnPlan> {
  const { segments, rewards } = await showPlanChoices(services, shop, locale);
  const read = readPlanForm(form, {
    segments: new Map(segments.map(({ id, name }) => [id, name])),
    rewards: rewards.map(({ id }) => id),
  });
  if (!read.ok) return { outcome: "refused", faults: read.faults };
  if (form.get("deed") === "keep") {
    const revision = Number(form.get("revision") ?? 0);
    if (revision > 0) return replanExperiment(services, shop, { form: read.form, revision, by });
    return planExperiment(services, shop, { form: read.form, by });
  }
  const { plan } = read.form;
  return { outcome: "worked-out", plan, forecast: await forecast(services, shop, plan) };
}
