import type { RewardKind } from "../programme.ts";
import { amountsIn } from "../templates/template.ts";
import { childOf, entriesAt, freeId, valueAt } from "./document.ts";
import type { DocumentPath, DocumentTree } from "./document.ts";
import type { PerkKind } from "./perk-forms.ts";
import type { RuleKind } from "./rule-forms.ts";

export const RULES: DocumentPath = ["earning", "rules"];
export const LEVELS: DocumentPath = ["tiers", "levels"];
export const REWARDS: DocumentPath = ["rewards"];
export const PERKS: DocumentPath = ["perks"];

type Entry = Record<string, unknown>;

/** A rule to begin with: sound, so that it can be published as it is, and ordinary, so that little has to be changed. */
export function newRule(document: DocumentTree, kind: RuleKind): Entry {
  const money = moneyOf(document);
  const id = (wanted: string) => freeId(entriesAt(document, RULES), wanted);
  switch (kind) {
    case "rate":
      return { id: id("purchase"), on: "order", rate: { points: 1, per: money(1) } };
    case "multiply":
      return { id: id("double-points"), on: "order", multiply: "2" };
    case "order-bonus":
      return { id: id("big-basket"), on: "order", bonus: 50, minimum: money(100) };
    case "first-order":
      return { id: id("first-order"), on: "first-order", bonus: 100 };
    case "signup":
      return { id: id("welcome"), on: "signup", bonus: 25 };
    case "birthday":
      return { id: id("birthday"), on: "birthday", bonus: 100 };
    case "activity":
      return { id: id("review"), on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } };
  }
}

/** A reward of the kind; what only the merchant knows is left empty, and the check says so. */
export function newReward(document: DocumentTree, kind: RewardKind): Entry {
  const money = moneyOf(document);
  const id = freeId(entriesAt(document, REWARDS), kind);
  switch (kind) {
    case "amount":
      return { id, kind, cost: 500, value: money(5), minimum: money(20) };
    case "percent":
      return { id, kind, cost: 800, value: "10" };
    case "free-shipping":
      return { id, kind, cost: 300 };
    case "free-product":
      return { id, kind, cost: 500, product: "" };
    case "gift-with-purchase":
      return { id, kind, cost: 500, product: "", minimum: money(20) };
    case "store-credit":
    case "gift-card":
      return { id, kind, cost: 500, value: money(5) };
    case "exclusive":
      return { id, kind, cost: 300, grants: "" };
    case "donation":
      return { id, kind, cost: 100, cause: "" };
    case "custom":
      return { id, kind, cost: 1000, instructions: "" };
  }
}

/** For the highest level, where there is one: whoever rises keeps it. */
export function newPerk(document: DocumentTree, kind: PerkKind): Entry {
  const highest = childOf(entriesAt(document, LEVELS).at(-1), "id");
  const who = typeof highest === "string" ? { tiers: [highest] } : {};
  const id = freeId(entriesAt(document, PERKS), kind);
  switch (kind) {
    case "member-price":
      return { id, kind, ...who, percent: "10" };
    case "gift":
      return { id, kind, ...who, product: "", minimum: moneyOf(document)(50) };
    case "exclusive":
      return { id, kind, ...who, match: { productTags: ["members-only"] } };
    case "early-access":
      return { id, kind, ...who, match: { productTags: ["new"] }, publicAt: "" };
  }
}

/** One above the last; the first stands at 0. */
export function newLevel(document: DocumentTree): Entry {
  const levels = entriesAt(document, LEVELS);
  const id = freeId(levels, ["bronze", "silver", "gold"][levels.length] ?? "level");
  const last = levels.at(-1);
  if (last === undefined) return { id, at: "0" };
  const at = Number(childOf(last, "at"));
  if (!Number.isFinite(at)) return { id, at: "" };
  return { id, at: isSpend(document) ? twiceAsMuch(document, at) : String(Math.max(1, at * 2)) };
}

/** What tiers begin as. */
export function newTiers(document: DocumentTree): Entry {
  const money = moneyOf(document);
  return {
    basis: "spend",
    window: { kind: "rolling", months: 12 },
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: money(250), multiplier: "1.25" },
      { id: "gold", at: money(1000), multiplier: "1.5" },
    ],
  };
}

function isSpend(document: DocumentTree): boolean {
  return valueAt(document, ["tiers", "basis"]) === "spend";
}

function twiceAsMuch(document: DocumentTree, at: number): string {
  const first = moneyOf(document)(100);
  return at === 0 ? first : (at * 2).toFixed(first.split(".")[1]?.length ?? 0);
}

/** A round amount of about so many euros. */
function moneyOf(document: DocumentTree): (euros: number) => string {
  const currency = childOf(document, "currency");
  return amountsIn(typeof currency === "string" ? currency : "EUR");
}
