import { expect, test } from "vitest";
import { normalCdf, normalQuantile } from "./normal.ts";

// Abramowitz and Stegun (1964), tables 26.1 and 26.2; the last one to the digits of R's pnorm.
test.each([
  [0, 0.5],
  [1, 0.841344746068543],
  [-1.96, 0.02499789514822],
  [2.5, 0.993790334674224],
  [-3.5, 2.32629079035525e-4],
  [-6, 9.865876450376946e-10],
  [-20, 2.753624118606234e-89],
])("the chance of a normal number below %f is %f", (x, chance) => {
  expect(normalCdf(x) / chance).toBeCloseTo(1, 11);
});

test.each([0.975, 0.8, 0.5, 0.05, 0.001, 1e-9])("the quantile of %f leads back to it", (chance) => {
  expect(normalCdf(normalQuantile(chance)) / chance).toBeCloseTo(1, 10);
});

test("the quantile that everybody knows", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});
