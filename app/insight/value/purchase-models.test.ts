import { describe, expect, test } from "vitest";
import { bgNbd, fitBgNbd } from "./bg-nbd.ts";
import type { Buyers } from "./buyers.ts";
import { fitGammaGamma, gammaGamma } from "./gamma-gamma.ts";
import { fitMbgNbd, mbgNbd } from "./mbg-nbd.ts";
import { fitParetoNbd, paretoNbd } from "./pareto-nbd.ts";
import { chanceOfNone, type PurchaseModel } from "./purchase-model.ts";

const MODELS: PurchaseModel[] = [
  bgNbd([0.243, 4.414, 0.793, 2.426], 0),
  mbgNbd([0.525, 6.183, 0.891, 1.614], 0),
  paretoNbd([0.553, 10.578, 0.606, 11.669], 0),
];

test("BG/NBD expects of customer 1 of the paper what the paper does", () => {
  expect(MODELS[0]?.expected(2, 30.43, 38.86, 39)).toBeCloseTo(1.226, 3);
});

test("Gamma-Gamma expects of its paper's first customer what the paper does", () => {
  expect(gammaGamma([6.25, 3.74, 15.44], 0).mean(2, 22.35)).toBeCloseTo(24.66, 1);
});

describe.each(MODELS)("$name", (model) => {
  test("the longer the silence, the less likely that somebody is still there", () => {
    const chances = [0, 4, 8, 16, 32, 64].map((weeks) => model.alive(5, 20, 20 + weeks));
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    for (const chance of chances) expect(chance >= 0 && chance <= 1).toBe(true);
  });

  test("expects more of a longer time, and nothing of none", () => {
    expect(model.expected(3, 10, 20, 0)).toBe(0);
    expect(model.expected(3, 10, 20, 52)).toBeGreaterThan(model.expected(3, 10, 20, 26));
  });

  test("in a short time somebody buys as often as is expected, or not at all", () => {
    const buyer = { x: 3, tx: 18, T: 20 };
    const expected = model.expected(buyer.x, buyer.tx, buyer.T, 0.01);
    expect(1 - chanceOfNone(model, buyer, 0.01)).toBeCloseTo(expected, 4);
  });

  test.each([
    ["who bought a thousand times", { x: 1_000, tx: 100, T: 100 }],
    ["who bought today for the first time", { x: 0, tx: 0, T: 0 }],
    ["who came back after ten years", { x: 1, tx: 520, T: 521 }],
    ["who has been silent for a century", { x: 4, tx: 3, T: 5_200 }],
  ])("has an answer for %s", (_, { x, tx, T }) => {
    const answers = [
      model.alive(x, tx, T),
      model.expected(x, tx, T, 52),
      chanceOfNone(model, { x, tx, T }, 52),
    ];
    for (const answer of answers) expect(Number.isFinite(answer) && answer >= 0).toBe(true);
  });
});

describe("small shops", () => {
  const one: Buyers = { x: Float64Array.of(0), tx: Float64Array.of(0), T: Float64Array.of(3) };
  const alike: Buyers = {
    x: new Float64Array(50).fill(2),
    tx: new Float64Array(50).fill(4),
    T: new Float64Array(50).fill(4),
  };
  const none: Buyers = { x: new Float64Array(), tx: new Float64Array(), T: new Float64Array() };
  test.each([fitBgNbd, fitMbgNbd, fitParetoNbd])("$name stays sensible", (fit) => {
    for (const buyers of [none, one, alike]) {
      const expected = fit(buyers, { caution: 1 }).expected(2, 4, 4, 10);
      expect(expected).toBeGreaterThan(0);
      expect(expected).toBeLessThan(100);
    }
  });

  test("what everybody spends the same is what the next spends", () => {
    const model = fitGammaGamma(new Float64Array(40).fill(3), new Float64Array(40).fill(25));
    expect(model.mean(3, 25)).toBeCloseTo(25, 0);
  });
});
