import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkProgramme } from "../check-programme.ts";
import { programmeTree } from "../examples.ts";
import { differencesBetween } from "../programme-difference.ts";
import { parseProgrammeTree } from "../programme-text.ts";
import { templates } from "../templates/templates.ts";
import { entriesAt, valueAt, withValue } from "./document.ts";
import type { DocumentPath, DocumentTree } from "./document.ts";
import { fieldsOf } from "./entry-form.ts";
import type { EntryForm } from "./entry-form.ts";
import { namesOfField, pathOfField, textOfField, valueOfNames, valueOfText } from "./fields.ts";
import type { Field } from "./fields.ts";
import { LEVELS, PERKS, REWARDS, RULES } from "./new-entries.ts";
import { PERK_FORMS, perkKindOf } from "./perk-forms.ts";
import { REWARD_FORMS, rewardKindOf } from "./reward-forms.ts";
import { RULE_FORMS, ruleKindOf } from "./rule-forms.ts";
import {
  ABOUT_FIELDS,
  COMBINE_FIELD,
  EXCLUDE_FIELDS,
  levelForm,
  POINTS_FIELDS,
  TIERS_FIELDS,
} from "./section-forms.ts";
import { pathsBeyondForm } from "./sections.ts";

const EVERYTHING = programmeTree({
  effectiveFrom: "2026-06-01T00:00:00+02:00",
  points: {
    pendingDays: 14,
    expiry: { kind: "inactivity", months: 6 },
    notice: { days: [30, 7], required: false },
    debt: "forgive",
  },
  earning: {
    combine: "stack",
    exclude: {
      giftCards: false,
      productTags: ["no"],
      productIds: [8012345678901, "12"],
      variantIds: ["7"],
      vendors: ["A"],
      productTypes: ["B"],
      collections: ["c"],
    },
    rules: [
      { id: "purchase", on: "order", rate: { points: "1.5", per: "1.00" } },
      {
        id: "summer",
        on: "order",
        multiply: 2,
        match: { productTags: ["summer"] },
        from: "2026-06-01T00:00:00Z",
        to: "2026-09-01T00:00:00Z",
      },
      { id: "big", on: "order", bonus: "9007199254740993", minimum: "100.00" },
      { id: "first", on: "first-order", bonus: 100, match: { vendors: ["A"] } },
      { id: "welcome", on: "signup", bonus: 25 },
      { id: "birthday", on: "birthday", bonus: 50 },
      { id: "review", on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } },
    ],
  },
  tiers: {
    basis: "spend",
    window: { kind: "rolling", months: 12 },
    guaranteeDays: 30,
    levels: [
      { id: "bronze", at: "0" },
      { id: "gold", at: "10.00", multiplier: "1.5" },
    ],
  },
  rewards: [
    {
      id: "a",
      kind: "amount",
      cost: 500,
      costPer: 90,
      value: "5.00",
      minimum: "20.00",
      codeDays: 60,
      combinesWith: { order: true, shipping: true },
    },
    { id: "b", kind: "percent", costPer: 80, value: "10" },
    {
      id: "c",
      kind: "free-shipping",
      cost: 300,
      perMember: 1,
      total: 10,
      stock: 0,
      tiers: ["gold"],
      from: "2026-06-01T00:00:00Z",
    },
    { id: "d", kind: "free-product", cost: 1, product: "tulip" },
    { id: "e", kind: "gift-with-purchase", cost: 1, product: "801", minimum: "5.00" },
    { id: "f", kind: "store-credit", cost: 1, value: "1.00" },
    { id: "g", kind: "gift-card", cost: 1, value: "1.00" },
    { id: "h", kind: "exclusive", cost: 1, grants: "vault" },
    { id: "i", kind: "donation", cost: 1, cause: "Trees" },
    { id: "j", kind: "custom", cost: 1, instructions: "Call" },
  ],
  perks: [
    { id: "a", kind: "member-price", tiers: ["gold"], percent: "10", match: { productTags: ["x"] } },
    { id: "b", kind: "gift", tiers: ["gold"], product: "tulip", minimum: "50.00" },
    { id: "c", kind: "exclusive", customerTags: ["vault"], match: { collections: ["rare"] } },
    {
      id: "d",
      kind: "early-access",
      tiers: ["gold"],
      match: { productTags: ["spring"] },
      from: "2027-01-01T08:00:00Z",
      publicAt: "2027-01-03T08:00:00Z",
    },
  ],
  texts: { de: { points: { one: "Blatt", other: "Blätter" }, tiers: { gold: "Gold" } } },
});

/** The cases stand beside the project; without them the templates and the examples alone are looked at. */
const CASES = join(import.meta.dirname, "../../../../shared/cases");

function documentsOfCases(): [string, DocumentTree][] {
  if (!existsSync(CASES)) return [];
  return readdirSync(CASES).flatMap((file): [string, DocumentTree][] => {
    const text = readFileSync(join(CASES, file), "utf8");
    const found: DocumentTree[] = [];
    JSON.parse(text, (key: string, value: unknown) => {
      if (key !== "programmes" && key !== "programme") return value;
      for (const one of Array.isArray(value) ? value : [value]) if (typeof one === "object") found.push(one);
      return value;
    });
    return found.map((document, place): [string, DocumentTree] => [`${file} ${place}`, document]);
  });
}

const TERMS = { currency: "EUR", timezone: "Europe/Berlin" };
const DOCUMENTS: [string, DocumentTree][] = [
  ["everything that a form shows", EVERYTHING],
  ...templates.map((template): [string, DocumentTree] => {
    const parsed = parseProgrammeTree(template.text(TERMS));
    return [template.name, parsed.ok ? parsed.tree : null];
  }),
  ...documentsOfCases(),
];

interface Place {
  field: Field;
  path: DocumentPath;
}

/** Every field of every form that a document is shown in. */
function placesIn(document: DocumentTree): Place[] {
  const sections = [
    ...ABOUT_FIELDS,
    COMBINE_FIELD,
    ...EXCLUDE_FIELDS,
    ...POINTS_FIELDS,
    ...(valueAt(document, ["tiers"]) === undefined ? [] : TIERS_FIELDS),
  ];
  const basis = valueAt(document, ["tiers", "basis"]);
  return [
    ...sections.map((field) => ({ field, path: field.path })),
    ...entryPlaces(document, RULES, (entry) => formOf(RULE_FORMS, ruleKindOf(entry))),
    ...entryPlaces(document, LEVELS, () => levelForm(basis)),
    ...entryPlaces(document, REWARDS, (entry) => formOf(REWARD_FORMS, rewardKindOf(entry))),
    ...entryPlaces(document, PERKS, (entry) => formOf(PERK_FORMS, perkKindOf(entry))),
  ];
}

function formOf<K extends string>(forms: Readonly<Record<K, EntryForm>>, kind: K | null): EntryForm | null {
  return kind === null ? null : forms[kind];
}

function entryPlaces(
  document: DocumentTree,
  list: DocumentPath,
  form: (entry: unknown) => EntryForm | null,
): Place[] {
  return entriesAt(document, list).flatMap((entry, index) => {
    const shown = form(entry);
    if (shown === null) throw new Error(`no form for ${JSON.stringify(entry)}`);
    return fieldsOf(shown).map((field) => ({ field, path: pathOfField([...list, index], field) }));
  });
}

const isOfSeveral = ({ as }: Field) =>
  ["names", "products", "variants", "collections", "levels", "counts"].some((kind) => kind === as);

/** What the document is once the field was filled in with what it shows. */
function rewritten(document: DocumentTree, { field, path }: Place): DocumentTree {
  const value = valueAt(document, path);
  if (typeof field.as === "object" && !("choice" in field.as)) return withValue(document, path, value);
  if (isOfSeveral(field)) {
    const names = namesOfField(value);
    if (names === null) throw new Error(`${path.join(".")} cannot be shown`);
    return withValue(document, path, valueOfNames(field.as, names));
  }
  const text = textOfField(field.as, value);
  if (text === null) throw new Error(`${path.join(".")} cannot be shown`);
  // A required field that is empty is one of another shape of its group, and not shown.
  return value === undefined ? document : withValue(document, path, valueOfText(field, text));
}

describe.each(DOCUMENTS)("%s", (_, document) => {
  test("means the same once every form was filled in with what it shows", () => {
    const again = placesIn(document).reduce(rewritten, document);
    const [before, after] = [checkProgramme(document), checkProgramme(again)];
    expect(before.ok ? [] : before.faults).toEqual([]);
    expect(after.ok ? [] : after.faults).toEqual([]);
    if (before.ok && after.ok) expect(differencesBetween(before.programme, after.programme)).toEqual([]);
    for (const { field, path } of placesIn(document))
      if (typeof field.as === "string")
        expect([path, textOfField(field.as, valueAt(again, path))]).toEqual([
          path,
          textOfField(field.as, valueAt(document, path)),
        ]);
  });

  test("says nothing that no form shows", () => {
    const basis = valueAt(document, ["tiers", "basis"]);
    const beyond = [
      ...entriesAt(document, RULES).flatMap((entry) =>
        pathsBeyondForm(entry, formOf(RULE_FORMS, ruleKindOf(entry)) ?? NO_FORM),
      ),
      ...entriesAt(document, LEVELS).flatMap((entry) => pathsBeyondForm(entry, levelForm(basis))),
      ...entriesAt(document, PERKS).flatMap((entry) =>
        pathsBeyondForm(entry, formOf(PERK_FORMS, perkKindOf(entry)) ?? NO_FORM),
      ),
    ];
    expect(beyond).toEqual([]);
  });
});

const NO_FORM: EntryForm = { sentence: [], groups: [] };

test("what is typed into one field changes its path and nothing else", () => {
  const places = placesIn(EVERYTHING).filter(({ field }) => typeof field.as === "string");
  const typed = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", "0", "1,5", "‮", "<b>", "{{ x }}", "9".repeat(40)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), typed, ({ field, path }, text) => {
      const value = isOfSeveral(field) ? valueOfNames(field.as, [text]) : valueOfText(field, text);
      const changed = withValue(EVERYTHING, path, value);
      expect(valueAt(changed, path)).toEqual(value);
      const others = places.filter((other) => other.path.join() !== path.join());
      for (const other of others)
        expect(valueAt(changed, other.path)).toEqual(valueAt(EVERYTHING, other.path));
      const back = withValue(changed, path, valueAt(EVERYTHING, path));
      expect(back).toEqual(EVERYTHING);
    }),
    { numRuns: 300 },
  );
});
