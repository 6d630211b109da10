import fc from "fast-check";
import { expect, test } from "vitest";
import { rangeOfOrders, rangeOfValue, spreadOfBaskets } from "./likely-range.ts";

test("who hardly ever comes back is expected between never and never, and a regular between some and more", () => {
  expect(rangeOfOrders({ orders: 0.05, none: 0.96, shape: 1 })).toEqual({ low: 0, high: 0 });
  const regular = rangeOfOrders({ orders: 12, none: 0.01, shape: 30 });
  expect(regular.low).toBeGreaterThan(5);
  expect(regular.high).toBeLessThan(20);
  expect(regular.low < 12 && regular.high > 12).toBe(true);
});

test("who spends the same each time is known better than who does not", () => {
  const buying = { orders: 6, none: 0.02, shape: 20 };
  const steady = rangeOfValue(buying, { value: 300, spread: 0.05 });
  const wild = rangeOfValue(buying, { value: 300, spread: 1.5 });
  expect(steady.low).toBeGreaterThan(wild.low);
  expect(steady.high).toBeLessThan(wild.high);
});

test("a shop with few baskets is thought of as others are", () => {
  expect(spreadOfBaskets([])).toBe(spreadOfBaskets([{ day: [1, 2], amount: [10, 30] }]));
});

test("bounds are figures in the right order, whatever is expected", () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      amount,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 500, noNaN: true }),
      (orders, none, shape) => {
        const buying = { orders: Math.min(orders, 400), none, shape };
        for (const { low, high } of [
          rangeOfOrders(buying),
          rangeOfValue(buying, { value: orders, spread: 0.6 }),
        ])
          expect(Number.isFinite(high) && low >= 0 && low <= high).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
