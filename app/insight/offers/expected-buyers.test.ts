import { expect, test } from "vitest";
import { expectedBuyers } from "./expected-buyers.ts";

const days = { windowDays: 30, horizonDays: 90 };

test("who buys in 90 days with a chance of seven in eight does in 30 with one of a half", () => {
  const half = { worth: 3_000, risk: 0.125 };
  expect(expectedBuyers([half, half], days)).toBeCloseTo(1, 10);
});

test("who comes for certain counts whole, who is lost or unknown not at all", () => {
  const [sure, lost, unknown] = [
    { worth: 1, risk: 0 },
    { worth: 1, risk: 1 },
    { worth: 0, risk: 0 },
  ];
  expect(expectedBuyers([sure, lost, unknown], days)).toBe(1);
});
