import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { parseProgrammeTree } from "../programme-tree.ts";
import { withEntryAt, withoutEntry, withValue, type DocumentTree } from "./document.ts";
import { isSame } from "./merge-documents.ts";
import { rewriteYaml } from "./rewrite-yaml.ts";

const TEXT = `# Ours since 2024. Ask Mira before you change it.
programme: Garden club
currency: GBP

points:
  pendingDays: 14 # as long as parcels may come back
# What earns
earning:
  rules:
    # Agreed with finance
    - id: purchase
      on: order
      rate: { points: 1, per: "1.00" } # a penny each
    # Only in spring
    - id: spring
      on: order
      multiply: "2"
  exclude:
    giftCards: true
`;

function treeOf(text: string): DocumentTree {
  const read = parseProgrammeTree(text);
  if (!read.ok) throw new Error("the text cannot be read");
  return read.tree;
}

const tree = treeOf(TEXT);

describe("a document that a form has changed", () => {
  test("stays as it was written where nothing is said otherwise", () => {
    expect(rewriteYaml(TEXT, structuredClone(tree))).toBe(TEXT);
  });

  test("has one value written anew, and every other line as it was", () => {
    const text = rewriteYaml(TEXT, withValue(tree, ["points", "pendingDays"], 30));
    expect(text).toBe(TEXT.replace("pendingDays: 14", "pendingDays: 30"));
  });

  test("keeps amounts in quotes, which are no numbers", () => {
    const text = rewriteYaml(TEXT, withValue(tree, ["earning", "rules", 0, "rate", "per"], "2.50"));
    expect(text).toBe(TEXT.replace('"1.00"', '"2.50"'));
  });

  test("has new keys at the end of their group, and loses what goes with its comment", () => {
    const added = withValue(tree, ["earning", "rules", 1, "minimum"], "20.00");
    const text = rewriteYaml(TEXT, withValue(added, ["earning", "rules", 0, "rate"], undefined)) ?? "";
    expect(text).toContain('multiply: "2"\n      minimum: "20.00"');
    expect(text).toContain("# Agreed with finance\n    - id: purchase");
    expect(text).not.toContain("a penny each");
  });

  test("has its entries moved together with what is written above them", () => {
    const rules = (tree as { earning: { rules: unknown[] } }).earning.rules;
    const text = rewriteYaml(TEXT, withValue(tree, ["earning", "rules"], rules.toReversed())) ?? "";
    expect(text).toMatch(/# Only in spring\n\s+- id: spring[\s\S]+# Agreed with finance\n\s+- id: purchase/);
  });
});

test("what cannot be read is not brought to anything else", () => {
  expect(rewriteYaml("points: [1", { points: 2 })).toBeNull();
});

test("one part that stands for several is written out where it does no longer", () => {
  const text = rewriteYaml("a: &x { b: 1 }\nc: *x # as above\n", { a: { b: 2 }, c: { b: 1 } }) ?? "";
  expect(treeOf(text)).toEqual({ a: { b: 2 }, c: { b: 1 } });
});

const leaf = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    "1.00",
    "10",
    "true",
    "- x",
    "# y",
    "a: b",
    "",
    " z ",
    "null",
    "éä 🌿",
    "two\nlines",
    "9007199254740993",
  ),
);
const key = fc.constantFrom("id", "on", "rate", "points", "per", "a b", "1");
const { any } = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: "small" }, leaf, tie("keys"), tie("list")),
  keys: fc.dictionary(key, tie("any"), { maxKeys: 4, noNullPrototype: true }),
  list: fc.array(tie("any"), { maxLength: 4 }),
}));
const documents = fc.dictionary(key, any, { minKeys: 1, maxKeys: 5, noNullPrototype: true });

test("whatever is written becomes whatever is wanted, and every comment of what stays is kept", () => {
  fc.assert(
    fc.property(documents, documents, (before, wanted) => {
      const [first = ""] = Object.keys(before);
      const text = `# Head\n${stringify(before)}# Foot\n`;
      const written = rewriteYaml(text, wanted);
      if (written === null) throw new Error(`cannot be brought to ${JSON.stringify(wanted)}`);
      expect(isSame(treeOf(written), wanted)).toBe(true);
      if (first in wanted) expect(written).toContain("# Head");
      // Back again, it is the document of before.
      expect(isSame(treeOf(rewriteYaml(written, before) ?? ""), before)).toBe(true);
    }),
    { numRuns: Number(process.env["RUNS"] ?? 60) },
  );
});

test("an entry that comes and goes again leaves the text as it was", () => {
  const path = ["earning", "rules"];
  const entry = { id: "welcome", on: "signup", bonus: 50 };
  const more = rewriteYaml(TEXT, withEntryAt(tree, path, { entry, index: 1 })) ?? "";
  expect(more).toContain("- id: welcome");
  expect(rewriteYaml(more, withoutEntry(treeOf(more), path, 1))).toBe(TEXT);
});
