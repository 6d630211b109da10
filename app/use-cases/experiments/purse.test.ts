import { describe, expect, test } from "vitest";
import { fraction } from "../../loyalty/fraction.ts";
import { newPurse } from "./purse.ts";

const THIRD = fraction(1n, 3n);

/** What each of so many gifts of this price adds. */
function take(purse: ReturnType<typeof newPurse>, price: typeof THIRD, times: number): bigint[] {
  return Array.from({ length: times }, () => {
    const cost = purse.costOf(price);
    purse.take(price);
    return cost;
  });
}

describe("a purse", () => {
  test("counts parts of a penny on: a third of one three hundred times is a pound", () => {
    const purse = newPurse(0n, []);
    const costs = take(purse, THIRD, 300);
    expect([costs.slice(0, 4), purse.spent]).toEqual([[1n, 0n, 0n, 1n], 100n]);
    expect(costs.reduce((sum, cost) => sum + cost, 0n)).toBe(100n);
  });

  test("goes on where it stood on another day, as if it had been one", () => {
    const purse = newPurse(34n, [{ price: THIRD, gifts: 100 }]);
    expect(take(purse, THIRD, 2)).toEqual([0n, 0n]);
    expect(take(purse, THIRD, 1)).toEqual([1n]);
  });

  test("goes on from what is set aside where the price has changed since", () => {
    const purse = newPurse(34n, [{ price: fraction(2n, 3n), gifts: 100 }]);
    expect([take(purse, fraction(2n, 3n), 3), purse.spent]).toEqual([[1n, 1n, 0n], 36n]);
  });
});
