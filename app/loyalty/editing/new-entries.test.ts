import { describe, expect, test } from "vitest";
import { checkProgramme } from "../check-programme.ts";
import { programmeTree } from "../examples.ts";
import {
  entriesAt,
  valueAt,
  withEntryAt,
  withEntryCopied,
  withEntryMoved,
  withoutEntry,
  withValue,
} from "./document.ts";
import type { DocumentPath, DocumentTree } from "./document.ts";
import {
  LEVELS,
  newLevel,
  newPerk,
  newReward,
  newRule,
  newTiers,
  PERKS,
  REWARDS,
  RULES,
} from "./new-entries.ts";
import { PERK_FORMS, perkKindOf } from "./perk-forms.ts";
import type { PerkKind } from "./perk-forms.ts";
import { REWARD_FORMS, rewardKindOf } from "./reward-forms.ts";
import { RULE_FORMS, ruleKindOf } from "./rule-forms.ts";
import type { RuleKind } from "./rule-forms.ts";
import type { RewardKind } from "../programme.ts";

const TIERED = withValue(programmeTree(), ["tiers"], newTiers(programmeTree()));

const added = (list: DocumentPath, entry: unknown, document: DocumentTree = TIERED) =>
  withEntryAt(document, list, { entry, index: entriesAt(document, list).length });

/** Paths of what is wrong. */
function faultsOf(document: DocumentTree): string[] {
  const check = checkProgramme(document);
  return check.ok ? [] : check.faults.map(({ path }) => path);
}

/** What only the merchant knows. */
const LEFT_OPEN = ["product", "grants", "cause", "instructions", "publicAt"];

describe("what is added to begin with", () => {
  test.each(Object.keys(RULE_FORMS) as RuleKind[])(
    "the rule %s is sound and shown in its own form",
    (kind) => {
      const rule = newRule(TIERED, kind);
      expect(ruleKindOf(rule)).toBe(kind);
      expect(faultsOf(added(RULES, rule))).toEqual([]);
    },
  );

  test.each(Object.keys(REWARD_FORMS) as RewardKind[])(
    "the reward %s is sound but for what only the merchant knows",
    (kind) => {
      const reward = newReward(TIERED, kind);
      expect(rewardKindOf(reward)).toBe(kind);
      for (const path of faultsOf(added(REWARDS, reward)))
        expect(LEFT_OPEN).toContain(path.split(".").at(-1));
    },
  );

  test.each(Object.keys(PERK_FORMS) as PerkKind[])(
    "the perk %s is sound but for what only the merchant knows",
    (kind) => {
      const perk = newPerk(TIERED, kind);
      expect(perkKindOf(perk)).toBe(kind);
      for (const path of faultsOf(added(PERKS, perk))) expect(LEFT_OPEN).toContain(path.split(".").at(-1));
    },
  );

  test("tiers are sound, and a tier that is added stands above the last", () => {
    expect(faultsOf(TIERED)).toEqual([]);
    expect(faultsOf(added(LEVELS, newLevel(TIERED)))).toEqual([]);
    for (const basis of ["points", "orders"]) {
      const document = withValue(programmeTree(), ["tiers"], { basis, levels: [{ id: "a", at: "0" }] });
      const two = added(LEVELS, newLevel(document), document);
      expect(faultsOf(added(LEVELS, newLevel(two), two))).toEqual([]);
    }
  });

  test("yen have no decimals", () => {
    const document = programmeTree({ currency: "JPY", earning: { rules: [] } });
    expect(faultsOf(added(RULES, newRule(document, "rate"), document))).toEqual([]);
  });
});

describe("the entries of a list", () => {
  const document = added(RULES, newRule(TIERED, "signup"));
  const ids = (of: DocumentTree) => entriesAt(of, RULES).map((rule) => valueAt(rule, ["id"]));

  test("are moved by one place, and not beyond the ends", () => {
    expect(ids(withEntryMoved(document, RULES, { index: 0, by: 1 }))).toEqual(["welcome", "purchase"]);
    expect(withEntryMoved(document, RULES, { index: 0, by: -1 })).toBe(document);
    expect(withEntryMoved(document, RULES, { index: 1, by: 1 })).toBe(document);
  });

  test("are copied under an id of their own", () => {
    const twice = withEntryCopied(withEntryCopied(document, RULES, 1), RULES, 2);
    expect(ids(twice)).toEqual(["purchase", "welcome", "welcome-2", "welcome-3"]);
    expect(faultsOf(twice)).toEqual([]);
  });

  test("are taken out and put back where they were", () => {
    const entry = entriesAt(document, RULES)[0];
    const without = withoutEntry(document, RULES, 0);
    expect(ids(without)).toEqual(["welcome"]);
    expect(withEntryAt(without, RULES, { entry, index: 0 })).toEqual(document);
  });
});
