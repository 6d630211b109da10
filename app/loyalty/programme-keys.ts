import type { Perk } from "./perk.ts";
import type { EarningRule, Programme, Reward } from "./programme.ts";

/**
 * A programme under the keys of its document, defaults filled in: numbers stay exact (`bigint`, fractions, instants in
 * milliseconds), what is left open is null. `effectiveFrom` is not among them, for it belongs to a version.
 */
export function documentKeys(programme: Programme): Record<string, unknown> {
  const { name, effectiveFrom: _from, document: _document, ...sections } = programme;
  const { earning, tiers, rewards, perks, ...rest } = sections;
  return {
    programme: name,
    ...rest,
    earning: { ...earning, rules: earning.rules.map(ruleKeys) },
    tiers,
    rewards: rewards.map(windowKeys),
    perks: perks.map(windowKeys),
  };
}

function ruleKeys(rule: EarningRule): Record<string, unknown> {
  const { id, window } = rule;
  return { id, ...givenBy(rule), ...("match" in rule ? { match: rule.match } : {}), ...window };
}

function givenBy(rule: EarningRule): Record<string, unknown> {
  switch (rule.kind) {
    case "rate":
      return { on: "order", rate: { points: rule.points, per: rule.per } };
    case "multiply":
      return { on: "order", multiply: rule.times };
    case "order-bonus":
      return { on: "order", bonus: rule.bonus, minimum: rule.minimum };
    case "first-order":
      return { on: "first-order", bonus: rule.bonus, minimum: rule.minimum };
    case "activity":
      return { on: `activity:${rule.activity}`, bonus: rule.bonus, limit: rule.limit };
    case "signup":
    case "birthday":
      return { on: rule.kind, bonus: rule.bonus };
  }
}

function windowKeys({ window, ...entry }: Reward | Perk): Record<string, unknown> {
  return { ...entry, ...window };
}
