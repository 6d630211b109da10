import type { ExplainedNames } from "../explained-names.ts";
import type { WhyNames } from "./why-words.ts";

export type NameOf = (kind: "rewards" | "activities" | "rules" | "tiers", id: string) => string | null;

/** The merchant's own names; what has none is called as `otherwise` says, by its id where nothing else is known. */
export function ownNames(nameOf: NameOf, otherwise: (id: string) => string = (id) => id): WhyNames {
  const named = (kind: Parameters<NameOf>[0]) => (id: string) => nameOf(kind, id) ?? otherwise(id);
  return {
    reward: named("rewards"),
    activity: named("activities"),
    rule: (id) => nameOf("rules", id) ?? nameOf("activities", id) ?? otherwise(id),
    tier: named("tiers"),
  };
}

/** The same for staff, who may meet what is called by its id in the programme's code too. */
export function namesForStaff({ rewards = {}, rules = {}, tiers = [] }: ExplainedNames): WhyNames {
  const tierNames = new Map(tiers.map(({ id, name }) => [id, name]));
  return {
    reward: (id) => (Object.hasOwn(rewards, id) ? rewards[id] : undefined) ?? id,
    activity: (id) => id,
    rule: (id) => (Object.hasOwn(rules, id) ? rules[id] : undefined) ?? id,
    tier: (id) => tierNames.get(id) ?? id,
  };
}
