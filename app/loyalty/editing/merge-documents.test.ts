import { expect, test } from "vitest";
import { isSame, mergeDocuments } from "./merge-documents.ts";

const rule = (id: string, bonus: number) => ({ id, on: "signup", bonus });
const withRules = (...rules: object[]) => ({ programme: "A", earning: { rules } });
const BASE = withRules(rule("a", 1), rule("b", 2));

test.each<[string, unknown, unknown, unknown]>([
  [
    "what each changed elsewhere",
    { ...BASE, programme: "Mine" },
    withRules(rule("a", 9), rule("b", 2)),
    { ...withRules(rule("a", 9), rule("b", 2)), programme: "Mine" },
  ],
  [
    "a rule that each added",
    withRules(rule("a", 1), rule("b", 2), rule("mine", 3)),
    withRules(rule("a", 1), rule("b", 2), rule("theirs", 4)),
    withRules(rule("a", 1), rule("b", 2), rule("theirs", 4), rule("mine", 3)),
  ],
  [
    "a rule that they took away and I left alone",
    { ...BASE, programme: "Mine" },
    withRules(rule("b", 2)),
    { ...withRules(rule("b", 2)), programme: "Mine" },
  ],
  [
    "a rule that I took away and they left alone",
    withRules(rule("b", 2)),
    { ...BASE, programme: "Theirs" },
    { ...withRules(rule("b", 2)), programme: "Theirs" },
  ],
  [
    "an order that I changed",
    withRules(rule("b", 2), rule("a", 1)),
    withRules(rule("a", 1), rule("b", 7)),
    withRules(rule("b", 7), rule("a", 1)),
  ],
  ["a section that only they have", BASE, { ...BASE, tiers: {} }, { ...BASE, tiers: {} }],
])("keeps %s", (_, mine, theirs, merged) => {
  expect(mergeDocuments(BASE, mine, theirs)).toEqual({ document: merged, conflicts: [] });
});

test("where both changed the same value mine stands, and it is told where", () => {
  const merged = mergeDocuments(
    BASE,
    withRules(rule("a", 5), rule("b", 2)),
    withRules(rule("a", 6), rule("b", 2)),
  );
  expect(merged).toEqual({
    document: withRules(rule("a", 5), rule("b", 2)),
    conflicts: ["earning.rules.a.bonus"],
  });
});

test("a rule that I changed and they took away stays, and it is told", () => {
  const merged = mergeDocuments(BASE, withRules(rule("a", 5), rule("b", 2)), withRules(rule("b", 2)));
  expect(merged.document).toEqual(withRules(rule("b", 2), rule("a", 5)));
  expect(merged.conflicts).toEqual(["earning.rules.a"]);
});

test("lists without ids, and what is no tree, are changed as a whole", () => {
  expect(mergeDocuments({ a: [1] }, { a: [1, 2] }, { a: [1, 3] })).toEqual({
    document: { a: [1, 2] },
    conflicts: ["a"],
  });
  expect(mergeDocuments("x", "y", "x")).toEqual({ document: "y", conflicts: [] });
});

test("the order of keys makes no difference, the order of entries does", () => {
  expect(isSame({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
});
