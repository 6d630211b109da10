import type { RewardKind } from "../programme.ts";
import { childOf, isGroup } from "./document.ts";
import type { EntryForm } from "./entry-form.ts";
import type { Field } from "./fields.ts";
import { WINDOW_FIELDS } from "./line-fields.ts";

const COST: Field = { name: "cost", path: ["cost"], as: "points" };
const COST_PER: Field = { name: "costPer", path: ["costPer"], as: "points" };
const VALUE: Field = { name: "value", path: ["value"], as: "money" };
const PERCENT: Field = { name: "percentValue", path: ["value"], as: "decimal" };
const PRODUCT: Field = { name: "product", path: ["product"], as: "product", required: true };

const MINIMUM: Field = { name: "minimum", path: ["minimum"], as: "money" };
const CODE_DAYS: Field = { name: "codeDays", path: ["codeDays"], as: "count" };
const COMBINATIONS: readonly Field[] = [
  { name: "combinesOrder", path: ["combinesWith", "order"], as: { flag: false } },
  { name: "combinesProduct", path: ["combinesWith", "product"], as: { flag: false } },
  { name: "combinesShipping", path: ["combinesWith", "shipping"], as: { flag: false } },
];
const LIMITS: readonly Field[] = (["perMember", "total", "stock"] as const).map((name) => ({
  name,
  path: [name],
  as: "count",
}));
const TIERS: Field = { name: "tiers", path: ["tiers"], as: "levels" };

/** What the cost may be instead of, or besides, a fixed one. */
const SLIDING = { name: "sliding", fields: [COST_PER] };
const LIMIT = { name: "limits", fields: LIMITS };
const WHO = { name: "who", fields: [TIERS] };
const WINDOW = { name: "window", fields: WINDOW_FIELDS };
const CODE = { name: "code", fields: [CODE_DAYS, MINIMUM] };
const COMBINES = { name: "combinesWith", fields: COMBINATIONS };
const COMMON = [LIMIT, WHO, WINDOW];

/** In the order in which they are offered. */
export const REWARD_FORMS: Readonly<Record<RewardKind, EntryForm>> = {
  amount: { sentence: [COST, VALUE], groups: [SLIDING, CODE, COMBINES, ...COMMON] },
  percent: { sentence: [COST, PERCENT], groups: [SLIDING, CODE, COMBINES, ...COMMON] },
  "free-shipping": { sentence: [COST], groups: [CODE, COMBINES, ...COMMON] },
  "free-product": { sentence: [COST, PRODUCT], groups: [CODE, COMBINES, ...COMMON] },
  "gift-with-purchase": { sentence: [COST, PRODUCT], groups: [CODE, COMBINES, ...COMMON] },
  "store-credit": { sentence: [COST, VALUE], groups: [SLIDING, ...COMMON] },
  "gift-card": { sentence: [COST, VALUE], groups: [SLIDING, ...COMMON] },
  exclusive: {
    sentence: [COST, { name: "grants", path: ["grants"], as: "text", required: true }],
    groups: COMMON,
  },
  donation: {
    sentence: [COST, { name: "cause", path: ["cause"], as: "text", required: true }],
    groups: COMMON,
  },
  custom: {
    sentence: [COST, { name: "instructions", path: ["instructions"], as: "long-text", required: true }],
    groups: COMMON,
  },
};

/** Which form an entry of `rewards` is shown in; null for one that none can show. */
export function rewardKindOf(entry: unknown): RewardKind | null {
  const kind = isGroup(entry) ? childOf(entry, "kind") : undefined;
  return typeof kind === "string" && Object.hasOwn(REWARD_FORMS, kind) ? (kind as RewardKind) : null;
}
