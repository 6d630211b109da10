import { expect, test } from "vitest";
import { englishFeatures } from "../english/features.ts";
import { packModel, unpackModel } from "../linear-model.ts";
import { neutralBelow, slopeOf } from "./calibrate.ts";
import { learnWeights, type Example } from "./learn-weights.ts";

const RECIPE = { cost: 0.1, fewest: 1, byRatio: 0.8 };
const example = (text: string, isPositive: boolean): Example => ({
  ...{ features: englishFeatures(text), isPositive, weight: 1 },
});
const EXAMPLES = [
  ...["glorp kettle", "a glorp", "really glorp cup"].map((text) => example(text, true)),
  ...["zabble kettle", "a zabble", "really zabble cup"].map((text) => example(text, false)),
];
const TERMS = { bits: 12, slope: 1, neutral: 0.2 };

test("learns words that no list knows, and packs what it learned into a small table", () => {
  const { logit } = unpackModel(packModel(learnWeights(EXAMPLES, RECIPE), TERMS));
  expect(logit(englishFeatures("this glorp thing"))).toBeGreaterThan(0);
  expect(logit(englishFeatures("this zabble thing"))).toBeLessThan(0);
});

test("learns the same of the same", () => {
  expect(packModel(learnWeights(EXAMPLES, RECIPE), TERMS)).toEqual(
    packModel(learnWeights(EXAMPLES, RECIPE), TERMS),
  );
});

test("a table that is cut off is refused", () => {
  const packed = packModel(learnWeights(EXAMPLES, RECIPE), TERMS);
  expect(() => unpackModel({ ...packed, table: packed.table.slice(0, 400) })).toThrow(/bytes/);
});

test.each([
  ["nothing", []],
  ["one side alone", EXAMPLES.slice(0, 2)],
  ["what counts for nothing", EXAMPLES.map((one) => ({ ...one, weight: 0 }))],
])("has numbers for %s", (_, examples) => {
  const { weights, intercept } = learnWeights(examples, RECIPE);
  expect([intercept, ...weights.values()].every(Number.isFinite)).toBe(true);
});

test("makes sums into chances, and calls what is between neither", () => {
  const held = [4, 3, 2, -2, -3, -4].map((sum) => ({ sum, isPositive: sum > 0 }));
  const mixed = [...held, { sum: 2, isPositive: false }, { sum: -2, isPositive: true }];
  expect(slopeOf(mixed)).toBeLessThan(slopeOf(held));
  const between = [0.1, -0.1, 0.2].map((sum) => ({ sum, isPositive: null }));
  const bound = neutralBelow([...held, ...between], 1);
  expect(bound).toBeGreaterThan(0.05);
  expect(bound).toBeLessThan(0.8);
  expect(Number.isFinite(slopeOf([]))).toBe(true);
});
