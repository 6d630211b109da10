import { childOf, entriesAt, type DocumentTree } from "../loyalty/editing/document.ts";
import { REWARDS, RULES } from "../loyalty/editing/new-entries.ts";
import { ruleKindOf } from "../loyalty/editing/rule-forms.ts";
import { rewardSentence, ruleSentence, tellingOf, type Telling } from "./document-sentences.ts";
import { expirySentence } from "./section-sentences.ts";

export interface ToldTemplate {
  /** How points come and go, beside what every order earns by its value. */
  points: string[];
  rewards: string[];
  /** What its levels are called, by id. */
  tiers: Record<string, string>;
}

/** A programme to begin with, as its card tells it. */
export function templateTold(
  document: DocumentTree,
  terms: Omit<Telling, "levelName" | "rewardName"> & { locale: string },
): ToldTemplate {
  const telling = tellingOf(document, terms);
  const rules = entriesAt(document, RULES);
  const hasRate = rules.some((rule) => ruleKindOf(rule) === "rate");
  const told = rules.filter((rule) => {
    const kind = ruleKindOf(rule);
    return kind === "signup" || (kind === "order-bonus" && !hasRate);
  });
  const levels = entriesAt(document, ["tiers", "levels"]).map((level) => childOf(level, "id"));
  return {
    points: [...told.map((rule) => ruleSentence(rule, telling)), expirySentence(document, telling)],
    rewards: entriesAt(document, REWARDS).map((reward) => rewardSentence(reward, telling)),
    tiers: Object.fromEntries(
      levels.flatMap((id) => (typeof id === "string" ? [[id, telling.levelName(id)]] : [])),
    ),
  };
}
