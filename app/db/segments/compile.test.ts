import { expect, test } from "vitest";
import type { Condition } from "../../insight/segments/definition.ts";
import { compileDefinition } from "./compile.ts";

const TERMS = { now: 0, timezone: "UTC", unit: 100, endings: new Map() };
const WORD = "available IS NOT NULL) OR (SELECT true";

const orders = {
  fact: "orders",
  measure: "count",
  bought: null,
  channels: [],
  days: null,
  from: "1",
  to: null,
};
const HOSTILE: object[] = [
  { fact: "points", of: WORD, from: "1", to: null },
  { ...orders, measure: WORD },
  ...[WORD, "constructor"].map((by) => ({ ...orders, bought: { by, among: [] } })),
  ...[WORD, "constructor"].map((is) => ({ fact: "consent", is })),
  { fact: "standing", is: WORD },
  { fact: "prediction", of: WORD, from: "1", to: null },
  { fact: "first-order", when: { kind: WORD } },
  { fact: WORD },
];

test.each(HOSTILE)("a word that is not known never becomes SQL: %j", (condition) => {
  expect(() => compileDefinition({ all: [condition as Condition] }, TERMS, [1])).toThrow(
    "no segment can ask for",
  );
});

test("values go into parameters, whatever they say", () => {
  const parameters: unknown[] = [1];
  const { holds } = compileDefinition({ all: [{ fact: "tier", among: [WORD] }] }, TERMS, parameters);
  expect(holds).not.toContain(WORD);
  expect(parameters).toEqual([1, [WORD]]);
});
