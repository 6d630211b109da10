import { describe, expect, test } from "vitest";
import { hypergeometric, hypergeometricOfOne, logAdd, logBeta, logGamma } from "./special-functions.ts";

test("the gamma function of whole numbers is the factorial", () => {
  expect(Math.exp(logGamma(5))).toBeCloseTo(24, 9);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  expect(logGamma(1_000) - logGamma(999)).toBeCloseTo(Math.log(999), 9);
  expect(Math.exp(logBeta(2, 3))).toBeCloseTo(1 / 12, 12);
});

describe("Gauss' hypergeometric function", () => {
  test.each([0, 0.1, 0.5, 0.9])("is known for some arguments, at %f", (z) => {
    expect(hypergeometric(1, 1, 2, z)).toBeCloseTo(z === 0 ? 1 : -Math.log(1 - z) / z, 10);
    expect(hypergeometric(2, 3, 3, z)).toBeCloseTo((1 - z) ** -2, 8);
  });

  test.each([0, 0.3, 0.8, 0.97])("is the same by its fraction as by its series, at %f", (z) => {
    for (const [b, c] of [
      [0.6, 2.3],
      [12, 14.5],
      [150, 152],
    ] as const)
      expect(hypergeometricOfOne(b, c, z) / hypergeometric(1, b, c, z)).toBeCloseTo(1, 9);
  });

  test("has its fraction where the series would not end", () => {
    const z = 1 - 1e-7;
    expect(hypergeometricOfOne(1, 2, z)).toBeCloseTo(-Math.log(1e-7) / z, 3);
  });
});

test("sums of powers do not leave the range of numbers", () => {
  expect(logAdd(-2_000, -2_000)).toBeCloseTo(-2_000 + Math.log(2), 12);
  expect(logAdd(-Infinity, 3)).toBe(3);
});
