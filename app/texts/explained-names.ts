import type { BonusExplanation, EarningExplanation, EarningTerm } from "../loyalty/explain-earning.ts";
import { isGroup, valueAt, type DocumentTree } from "../loyalty/editing/document.ts";
import type { NameKey } from "../loyalty/editing/own-names.ts";
import type { Explanation } from "../loyalty/explanation.ts";
import { languageOf } from "./language.ts";

/** What the merchant calls rewards, rules and tiers, by their ids. */
export interface ExplainedNames {
  rewards?: Readonly<Record<string, string>>;
  rules?: Readonly<Record<string, string>>;
  tiers?: readonly { id: string; name: string }[];
}

/** Those that a document gives in this language, whatever else it holds. */
export function namesInDocument(document: DocumentTree, locale: string): ExplainedNames {
  const named = (key: NameKey) => {
    const names = valueAt(document, ["texts", languageOf(locale), key]);
    if (!isGroup(names)) return [];
    return Object.entries(names).flatMap(([id, name]) =>
      typeof name === "string" && name.trim() !== "" ? [{ id, name }] : [],
    );
  };
  const byId = (key: NameKey) => Object.fromEntries(named(key).map(({ id, name }) => [id, name]));
  return { rewards: byId("rewards"), rules: byId("rules"), tiers: named("tiers") };
}

/** An explanation with names where the ledger has ids, for whoever reads it; an id without a name stays. */
export function withNames(explanation: Explanation, names: ExplainedNames): Explanation {
  if ("reward" in explanation) return { ...explanation, reward: nameIn(names.rewards, explanation.reward) };
  if ("bonuses" in explanation)
    return { ...explanation, bonuses: explanation.bonuses.map((bonus) => namedBonus(bonus, names)) };
  if (explanation.kind !== "order" || explanation.earning === null) return explanation;
  return { ...explanation, earning: earningWithNames(explanation.earning, names) };
}

export function earningWithNames(earning: EarningExplanation, names: ExplainedNames): EarningExplanation {
  const ruleName = (id: string) => nameIn(names.rules, id);
  return {
    ...earning,
    terms: earning.terms.map((term) => namedTerm(term, names)),
    bonuses: earning.bonuses.map((bonus) => namedBonus(bonus, names)),
    firstOrder: earning.firstOrder.map((bonus) => namedBonus(bonus, names)),
    lines: earning.lines.map((line) => ({
      ...line,
      fits: line.fits.map(ruleName),
      counted: line.counted.map(ruleName),
    })),
  };
}

function namedTerm(term: EarningTerm, names: ExplainedNames): EarningTerm {
  const { multipliers, tier } = term;
  return {
    ...term,
    multipliers: multipliers.map((one) => ({ ...one, rule: nameIn(names.rules, one.rule) })),
    tier: tier === null ? null : { ...tier, id: tierName(names, tier.id) },
  };
}

function namedBonus(bonus: BonusExplanation, { rules }: ExplainedNames): BonusExplanation {
  return { ...bonus, rule: nameIn(rules, bonus.rule) };
}

export function tierName({ tiers = [] }: ExplainedNames, id: string): string {
  return tiers.find((tier) => tier.id === id)?.name ?? id;
}

/** An id may be any word, "constructor" among them. */
export function nameIn(names: Readonly<Record<string, string>> | undefined, id: string): string {
  return names !== undefined && Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}
