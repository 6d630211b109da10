import { expect, test } from "vitest";
import { intervalsOf, stateAt } from "./intervals.ts";

const versions = (...starts: number[]) =>
  starts.map((effectiveFrom, place) => ({ number: place + 1, effectiveFrom }));

test("a version is in force until the next one starts", () => {
  expect([...intervalsOf(versions(10, 20, 30))]).toEqual([
    [1, { from: 10, to: 20 }],
    [2, { from: 20, to: 30 }],
    [3, { from: 30, to: null }],
  ]);
});

test("one that was scheduled starts after one that was saved later", () => {
  const intervals = intervalsOf(versions(10, 50, 20));
  expect(intervals.get(3)).toEqual({ from: 20, to: 50 });
  expect(intervals.get(2)).toEqual({ from: 50, to: null });
});

test("of two that start at once the earlier one is never in force", () => {
  const intervals = intervalsOf(versions(10, 20, 20));
  expect(intervals.get(1)).toEqual({ from: 10, to: 20 });
  expect(intervals.get(2)).toEqual({ from: null, to: null });
  expect(intervals.get(3)).toEqual({ from: 20, to: null });
});

test.each([
  [{ from: 10, to: 20 }, 9, "scheduled"],
  [{ from: 10, to: 20 }, 10, "in-force"],
  [{ from: 10, to: 20 }, 20, "past"],
  [{ from: 10, to: null }, 99, "in-force"],
  [{ from: null, to: null }, 99, "never"],
] as const)("%j at %i is %s", (interval, now, state) => {
  expect(stateAt(interval, now)).toBe(state);
});
