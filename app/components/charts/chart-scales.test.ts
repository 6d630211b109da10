import { expect, test } from "vitest";
import { frameOf, fromZero, labelsThatFit, spacedOut, stacked, ticksOf } from "./chart-scales.ts";

const FRAME = frameOf(640);
const BOTTOM = FRAME.height - FRAME.bottom;

test("a scale begins at 0 however high its values are", () => {
  const y = fromZero([980, 1000], FRAME);
  expect(y(0)).toBe(BOTTOM);
  expect(y(1000)).toBeGreaterThanOrEqual(FRAME.top);
});

test("a scale reaches below 0 where values do, and 0 stays on it", () => {
  const y = fromZero([-50, 100], FRAME);
  expect(y(-50)).toBeLessThanOrEqual(BOTTOM);
  expect(y(0)).toBeLessThan(y(-50));
  expect(ticksOf(y)).toContain(0);
});

test("nothing at all still has an axis", () => {
  for (const values of [[], [0], [0, 0]]) {
    const y = fromZero(values, FRAME);
    expect(y(0)).toBe(BOTTOM);
    expect(ticksOf(y).length).toBeGreaterThan(1);
  }
});

test("labels are thinned out and keep the first and the last", () => {
  const days = Array.from({ length: 90 }, (_, day) => `${day + 1} Nov`);
  const shown = labelsThatFit(days, FRAME);
  expect([shown[0], shown.at(-1)]).toEqual([0, 89]);
  expect(shown.length).toBeLessThan(15);
  expect(labelsThatFit(days, frameOf(300)).length).toBeLessThan(shown.length);
  expect(spacedOut(3, 7)).toEqual([0, 1, 2]);
});

test("parts of a bar stand on each other", () => {
  expect(stacked([3, 0, 4])).toEqual([
    [0, 3],
    [3, 3],
    [3, 7],
  ]);
});
