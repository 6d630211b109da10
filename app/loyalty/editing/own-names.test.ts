import { expect, test } from "vitest";
import { checkProgramme } from "../check-programme.ts";
import { programmeTree } from "../examples.ts";
import { valueAt } from "./document.ts";
import { RULES } from "./new-entries.ts";
import { nameKeyOf, withEntryCalled, withNamedEntry, withoutNamedEntry } from "./own-names.ts";

const BONUS = { id: "big-basket", on: "order", bonus: 50, minimum: "100.00" };
const REVIEW = { id: "review", on: "activity:review", bonus: 10 };
const NAMED = programmeTree({
  earning: { rules: [BONUS, REVIEW] },
  texts: {
    de: { rules: { "big-basket": "Großer Einkauf" }, activities: { review: "Bewertung" } },
    en: { rules: { "big-basket": "Large orders" } },
  },
});

test("a rule that goes takes its names along, and what is left is sound", () => {
  const { document, names } = withoutNamedEntry(NAMED, RULES, 0);
  expect(names).toEqual({ de: "Großer Einkauf", en: "Large orders" });
  expect(valueAt(document, ["texts"])).toEqual({ de: { activities: { review: "Bewertung" } }, en: {} });
  expect(checkProgramme(document)).toMatchObject({ ok: true });
});

test("brought back it has them again", () => {
  const { document, names } = withoutNamedEntry(NAMED, RULES, 0);
  expect(withNamedEntry(document, RULES, { entry: BONUS, index: 0, names })).toEqual(NAMED);
});

test("under another id it keeps its names, an activity too", () => {
  const renamed = withEntryCalled(withEntryCalled(NAMED, [...RULES, 0], "basket"), [...RULES, 1], "words");
  expect(valueAt(renamed, ["texts", "de"])).toEqual({
    rules: { basket: "Großer Einkauf" },
    activities: { words: "Bewertung" },
  });
  expect(checkProgramme(renamed)).toMatchObject({ ok: true });
});

test("the names of another entry with the same id are left alone", () => {
  const twice = programmeTree({ earning: { rules: [BONUS, BONUS] }, texts: NAMED["texts"] });
  expect(valueAt(withEntryCalled(twice, [...RULES, 1], "other"), ["texts"])).toEqual(NAMED["texts"]);
  expect(valueAt(withoutNamedEntry(twice, RULES, 1).document, ["texts"])).toEqual(NAMED["texts"]);
});

test("an id that is typed anew keeps nothing, as nothing has a name without one", () => {
  const emptied = withEntryCalled(NAMED, [...RULES, 0], "");
  expect(valueAt(emptied, [...RULES, 0, "id"])).toBe("");
  expect(valueAt(emptied, ["texts"])).toEqual(NAMED["texts"]);
});

test("perks have no names of their own", () => {
  expect(nameKeyOf(["perks"], {})).toBeNull();
});
