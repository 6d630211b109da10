import type { Texts } from "../../texts/texts.ts";
import { lookAtExperiments } from "../../use-cases/experiments/look-at-experiments.ts";
import { lookAtFeedback } from "../../use-cases/feedback/list-feedback.ts";
import { lookAtRecommendations } from "../../use-cases/recommend/look-at-recommendations.ts";
import { lookAtOffers } from "../../use-cases/offers/show-offers.ts";
import { lookAtModel, lookAtModels, type LookAtPart } from "../../use-cases/insight/part-states.ts";
import { lookAtSegments } from "../../use-cases/segments/look-at-segments.ts";

export type PartId = keyof Texts["insight"]["parts"];

export interface Part {
  /** Its title and what it is for stand under this name in the texts (`insight.parts`). */
  id: PartId;
  address: string;
  look: LookAtPart;
}

/** What Insight consists of, as its entry shows it. To add a part is a line here and its texts. */
export const PARTS: readonly Part[] = [
  { id: "predictions", address: "/app/insight/predictions", look: lookAtModel("buyers") },
  { id: "models", address: "/app/insight/models", look: lookAtModels },
  { id: "recommendations", address: "/app/insight/recommendations", look: lookAtRecommendations },
  { id: "segments", address: "/app/insight/segments", look: lookAtSegments },
  { id: "experiments", address: "/app/insight/experiments", look: lookAtExperiments },
  { id: "feedback", address: "/app/insight/feedback", look: lookAtFeedback },
  { id: "offers", address: "/app/insight/offers", look: lookAtOffers },
];
