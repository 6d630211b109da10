import type { SavedForm } from "../../components/use-saved-form.ts";
import type { RecommendationsView } from "../../use-cases/recommend/show-recommendations.ts";

type Rules = RecommendationsView["rules"];
export type Subject = Rules["excluded"][number];
export type Boost = Rules["boosted"][number];

/** As they are typed and sent; lists as JSON. */
export type RulesValues = Record<"on" | "pinned" | "excluded" | "boosted" | "margin" | "mostOfAType", string>;
export type RulesForm = SavedForm<RulesValues>;

export function valuesOf({ on, pinned, excluded, boosted, margin, mostOfAType }: Rules): RulesValues {
  return {
    on: on ? "yes" : "no",
    pinned: JSON.stringify(pinned),
    excluded: JSON.stringify(excluded),
    boosted: JSON.stringify(boosted),
    margin: String(Math.round(margin * 100)),
    mostOfAType: mostOfAType === null ? "" : String(mostOfAType),
  };
}

export function listOf<T>(text: string): T[] {
  return JSON.parse(text) as T[];
}
