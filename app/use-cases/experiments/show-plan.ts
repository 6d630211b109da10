import { findExperiment } from "../../db/experiments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { WHOLE } from "../../insight/experiments/assign.ts";
import type { Services } from "../services.ts";
import { EXCLUSIVE } from "./change-experiment.ts";
import { GIFT_FIELDS, type GiftField } from "./plan-form.ts";
import { showPlanChoices, type PlanChoices } from "./show-experiments.ts";

/** The fields of a plan as they are filled in. */
export type PlanValues = Record<
  | ("question" | "kind" | "reason" | "segment" | "share" | "armShare" | "spread")
  | ("measure" | "window" | "smallest" | "margin" | "overlaps")
  | GiftField,
  string
>;

export interface EditedPlan {
  choices: PlanChoices;
  id: string;
  revision: number;
  isDraft: boolean;
  values: PlanValues;
}

/** A plan as it would be filled in; null where there is none. */
export async function showPlan(
  services: Services,
  shop: ShopRow,
  { id, locale }: { id: string; locale: string },
): Promise<EditedPlan | null> {
  const found = await findExperiment(services.db.sql, shop.id, id);
  if (found === null) return null;
  const { plan, kind, question, layer, revision, state } = found;
  const choices = await showPlanChoices(services, shop, locale);
  const tried = plan.arms.slice(1).map(({ gives }) => gives);
  const gifts = (field: keyof typeof GIFT_FIELDS) =>
    Object.fromEntries(
      GIFT_FIELDS[field].map((name, n) => {
        const gives = tried[n];
        if (gives?.kind === "points" && field === "points") return [name, gives.points];
        return [name, gives?.kind === "reward" && field === "reward" ? gives.rewardId : ""];
      }),
    ) as Record<GiftField, string>;
  return {
    ...{ choices, id, revision, isDraft: state === "draft" },
    values: {
      ...gifts("points"),
      ...gifts("reward"),
      ...{ question, kind, reason: plan.reason, measure: plan.measure },
      segment: plan.audience.kind === "segment" ? plan.audience.id : "",
      share: String(plan.share / 100),
      armShare: String((WHOLE - (plan.arms[0]?.share ?? 0)) / 100),
      ...{ spread: String(plan.spreadDays), window: String(plan.windowDays) },
      smallest: String(plan.smallest / 100),
      margin: plan.goodsMargin === null ? "" : String(plan.goodsMargin / 100),
      overlaps: layer === EXCLUSIVE ? "" : "on",
    },
  };
}
