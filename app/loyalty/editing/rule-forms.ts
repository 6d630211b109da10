import type { EarningRule } from "../programme.ts";
import { childOf, isGroup } from "./document.ts";
import type { EntryForm } from "./entry-form.ts";
import type { Field } from "./fields.ts";
import { MATCH_FIELDS, WINDOW_FIELDS } from "./line-fields.ts";

export type RuleKind = EarningRule["kind"];

const BONUS: Field = { name: "bonus", path: ["bonus"], as: "points", required: true };
const LINES = { name: "match", fields: MATCH_FIELDS };
const WINDOW = { name: "window", fields: WINDOW_FIELDS };
const MINIMUM = {
  name: "minimum",
  fields: [{ name: "minimum", path: ["minimum"], as: "money" }],
} satisfies EntryForm["groups"][number];
const LIMIT = {
  name: "limit",
  fields: [
    { name: "limitTimes", path: ["limit", "times"], as: "count" },
    { name: "limitPer", path: ["limit", "per"], as: { choice: ["day", "month", "year", "lifetime"] } },
  ],
} satisfies EntryForm["groups"][number];

/** In the order in which they are offered. */
export const RULE_FORMS: Readonly<Record<RuleKind, EntryForm>> = {
  rate: {
    sentence: [
      { name: "ratePoints", path: ["rate", "points"], as: "decimal", required: true },
      { name: "ratePer", path: ["rate", "per"], as: "money", required: true },
    ],
    groups: [LINES, WINDOW],
  },
  multiply: {
    sentence: [{ name: "factor", path: ["multiply"], as: "decimal", required: true }],
    groups: [LINES, WINDOW],
  },
  "order-bonus": { sentence: [BONUS], groups: [MINIMUM, LINES, WINDOW] },
  "first-order": { sentence: [BONUS], groups: [MINIMUM, LINES, WINDOW] },
  signup: { sentence: [BONUS], groups: [WINDOW] },
  birthday: { sentence: [BONUS], groups: [WINDOW] },
  activity: {
    sentence: [BONUS, { name: "activity", path: ["on"], as: "activity" }],
    groups: [LIMIT, WINDOW],
  },
};

/** Which form an entry of `earning.rules` is shown in; null for one that none can show. */
export function ruleKindOf(entry: unknown): RuleKind | null {
  if (!isGroup(entry)) return null;
  const on = childOf(entry, "on");
  if (on === "first-order" || on === "signup" || on === "birthday") return on;
  if (typeof on === "string" && on.startsWith("activity:")) return "activity";
  if (on !== "order") return null;
  const given = (["rate", "multiply", "bonus"] as const).filter((key) => Object.hasOwn(entry, key));
  const [only, another] = given;
  if (only === undefined || another !== undefined) return null;
  return only === "bonus" ? "order-bonus" : only;
}
