import { childOf, entriesAt, isGroup, valueAt } from "./document.ts";
import type { DocumentTree } from "./document.ts";
import { LEVELS, REWARDS, RULES } from "./new-entries.ts";

/** What can be given a name of its own in each language. */
export interface NamedThings {
  tiers: string[];
  rewards: string[];
  activities: string[];
  /** Rules that stand on no activity. */
  rules: string[];
}

export function namedThings(document: DocumentTree): NamedThings {
  const isActivity = (rule: unknown) => {
    const on = childOf(rule, "on");
    return typeof on === "string" && on.startsWith("activity:");
  };
  return {
    tiers: idsOf(entriesAt(document, LEVELS)),
    rewards: idsOf(entriesAt(document, REWARDS)),
    activities: idsOf(entriesAt(document, RULES).filter(isActivity)),
    rules: idsOf(entriesAt(document, RULES).filter((rule) => !isActivity(rule))),
  };
}

/** Ids of levels, in their order. */
export function levelsOf(document: DocumentTree): string[] {
  return idsOf(entriesAt(document, LEVELS));
}

function idsOf(entries: readonly unknown[]): string[] {
  const ids = entries.map((entry) => childOf(entry, "id"));
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}

/** Languages that the document has names in. */
export function localesOf(document: DocumentTree): string[] {
  const texts = valueAt(document, ["texts"]);
  return isGroup(texts) ? Object.keys(texts) : [];
}

/** The plurals of a language, `other` last; `other` alone for one that is not known. */
export function pluralsOf(locale: string): Intl.LDMLPluralRule[] {
  const order: Intl.LDMLPluralRule[] = ["zero", "one", "two", "few", "many", "other"];
  try {
    const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    return order.filter((plural) => known.includes(plural));
  } catch {
    return ["other"];
  }
}
