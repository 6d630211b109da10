import { expect, test } from "vitest";
import { englishFeatures } from "../english/features.ts";
import { packModel, unpackModel } from "../linear-model.ts";
import { slopeOf } from "./calibrate.ts";
import { opinionChance } from "../opinion.ts";
import { learnOpinion } from "./learn-opinion.ts";
import { learnWeights, type Example } from "./learn-weights.ts";

const RECIPE = { cost: 0.1, fewest: 1, byRatio: 0.8 };
const example = (text: string, isPositive: boolean): Example => ({
  ...{ features: englishFeatures(text).bag, isPositive, weight: 1 },
});
const EXAMPLES = [
  ...["glorp kettle", "a glorp", "really glorp cup"].map((text) => example(text, true)),
  ...["zabble kettle", "a zabble", "really zabble cup"].map((text) => example(text, false)),
];
const TERMS = { bits: 12, slope: 1, neutral: 0.2, opinion: [] };

test("learns words that no list knows, and packs what it learned into a small table", () => {
  const { logit } = unpackModel(packModel(learnWeights(EXAMPLES, RECIPE), TERMS));
  expect(logit(englishFeatures("this glorp thing").bag)).toBeGreaterThan(0);
  expect(logit(englishFeatures("this zabble thing").bag)).toBeLessThan(0);
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

test("makes sums into chances", () => {
  const held = [4, 3, 2, -2, -3, -4].map((sum) => ({ sum, isPositive: sum > 0 }));
  const mixed = [...held, { sum: 2, isPositive: false }, { sum: -2, isPositive: true }];
  expect(slopeOf(mixed)).toBeLessThan(slopeOf(held));
  expect(Number.isFinite(slopeOf([]))).toBe(true);
});

test("learns what tells a judgement from a fact, however many there are of each", () => {
  const judging = Array.from({ length: 40 }, (_, n) => [0, 0, n % 4 === 0 ? 0 : 1]);
  const plain = Array.from({ length: 10 }, (_, n) => [0, 1, n % 5 === 0 ? 1 : 0]);
  const weights = learnOpinion({ judging, plain });
  expect(opinionChance(weights, [0, 0, 1])).toBeGreaterThan(0.8);
  expect(opinionChance(weights, [0, 1, 0])).toBeLessThan(0.3);
  const fewer = learnOpinion({ judging: judging.slice(0, 20), plain });
  expect(Math.abs(opinionChance(fewer, [0, 0, 1]) - opinionChance(weights, [0, 0, 1]))).toBeLessThan(0.03);
});
