import type { Perk } from "../perk.ts";
import { childOf, isGroup } from "./document.ts";
import type { EntryForm } from "./entry-form.ts";
import type { Field } from "./fields.ts";
import { PERK_MATCH_FIELDS, WINDOW_FIELDS } from "./line-fields.ts";

export type PerkKind = Perk["kind"];

const WHO = {
  name: "who",
  fields: [
    { name: "tiers", path: ["tiers"], as: "levels" },
    { name: "customerTags", path: ["customerTags"], as: "names" },
  ],
} satisfies EntryForm["groups"][number];
const LINES = { name: "match", fields: PERK_MATCH_FIELDS };
const WINDOW = { name: "window", fields: WINDOW_FIELDS };
const PUBLIC_AT: Field = { name: "publicAt", path: ["publicAt"], as: "instant", required: true };

/** In the order in which they are offered. */
export const PERK_FORMS: Readonly<Record<PerkKind, EntryForm>> = {
  "member-price": {
    sentence: [{ name: "percent", path: ["percent"], as: "decimal", required: true }],
    groups: [WHO, LINES, WINDOW],
  },
  gift: {
    sentence: [
      { name: "product", path: ["product"], as: "product", required: true },
      { name: "minimum", path: ["minimum"], as: "money" },
    ],
    groups: [WHO, WINDOW],
  },
  exclusive: { sentence: [], groups: [WHO, LINES, WINDOW] },
  "early-access": {
    sentence: [],
    groups: [
      WHO,
      LINES,
      { name: "access", fields: [{ name: "from", path: ["from"], as: "instant" }, PUBLIC_AT] },
    ],
  },
};

/** Which form an entry of `perks` is shown in; null for one that none can show. */
export function perkKindOf(entry: unknown): PerkKind | null {
  const kind = isGroup(entry) ? childOf(entry, "kind") : undefined;
  return typeof kind === "string" && Object.hasOwn(PERK_FORMS, kind) ? (kind as PerkKind) : null;
}
