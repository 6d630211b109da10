import type { EntryForm } from "./entry-form.ts";
import type { Field } from "./fields.ts";
import { LINE_FIELDS } from "./line-fields.ts";

/** What of the document is asked for outside lists. */
export const ABOUT_FIELDS: readonly Field[] = [
  { name: "programme", path: ["programme"], as: "text", required: true },
  { name: "timezone", path: ["timezone"], as: "text", required: true },
  { name: "effectiveFrom", path: ["effectiveFrom"], as: "instant" },
];

export const COMBINE_FIELD: Field = {
  name: "combine",
  path: ["earning", "combine"],
  as: { choice: ["best", "stack"], otherwise: "best" },
};

export const EXCLUDE_FIELDS: readonly Field[] = [
  { name: "giftCards", path: ["earning", "exclude", "giftCards"], as: { flag: true } },
  ...LINE_FIELDS.map((field) => ({ ...field, path: ["earning", "exclude", ...field.path] })),
];

/** Of expiry that counts months. */
const MONTHS = { months: 12 };

export const EXPIRY_FIELD = {
  name: "expiry",
  path: ["points", "expiry"],
  as: { shape: "kind", of: { none: {}, lots: MONTHS, inactivity: MONTHS }, otherwise: "none" },
} satisfies Field;

export const POINTS_FIELDS: readonly Field[] = [
  { name: "pendingDays", path: ["points", "pendingDays"], as: "count" },
  EXPIRY_FIELD,
  { name: "expiryMonths", path: ["points", "expiry", "months"], as: "count", required: true },
  { name: "noticeDays", path: ["points", "notice", "days"], as: "counts" },
  { name: "noticeRequired", path: ["points", "notice", "required"], as: { flag: true } },
  { name: "debt", path: ["points", "debt"], as: { choice: ["owe", "forgive"], otherwise: "owe" } },
];

export const TIER_WINDOW_FIELD = {
  name: "window",
  path: ["tiers", "window"],
  as: {
    shape: "kind",
    of: { rolling: MONTHS, "calendar-year": {}, lifetime: {} },
    otherwise: "lifetime",
  },
} satisfies Field;

export const TIERS_FIELDS: readonly Field[] = [
  { name: "basis", path: ["tiers", "basis"], as: { choice: ["spend", "points", "orders"] } },
  TIER_WINDOW_FIELD,
  { name: "windowMonths", path: ["tiers", "window", "months"], as: "count", required: true },
  { name: "guaranteeDays", path: ["tiers", "guaranteeDays"], as: "count" },
];

/** What a level is reached at: an amount, points or orders, as `basis` says. */
export function levelForm(basis: unknown): EntryForm {
  return {
    sentence: [
      {
        name: basis === "spend" ? "atSpend" : basis === "orders" ? "atOrders" : "atPoints",
        path: ["at"],
        as: basis === "spend" ? "money" : "decimal",
        required: true,
      },
      { name: "multiplier", path: ["multiplier"], as: "decimal" },
    ],
    groups: [],
  };
}
