import { expect, test } from "vitest";
import {
  axisOf,
  frameOf,
  fromZero,
  labelsThatFit,
  spacedOut,
  stacked,
  ticksOf,
  within,
} from "./chart-scales.ts";

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

test("labels are thinned out evenly, the more so the narrower it is, and the first is always there", () => {
  const days = Array.from({ length: 90 }, (_, day) => `${day + 1} Nov`);
  const shown = labelsThatFit(days, FRAME);
  expect(shown[0]).toBe(0);
  expect(shown.length).toBeLessThan(15);
  expect(labelsThatFit(days, frameOf(300)).length).toBeLessThan(shown.length);
  expect(spacedOut(3, 7)).toEqual([0, 1, 2]);
  expect(spacedOut(13, 9)).toEqual([0, 2, 4, 6, 8, 10, 12]);
  expect(spacedOut(5, 0)).toEqual([0]);
});

test("a label stands below its place, and at both ends within the chart", () => {
  expect(within(300, "24.10.2026", FRAME)).toBe(300);
  expect(within(2, "24.10.2026", FRAME)).toBeGreaterThan(30);
  expect(within(FRAME.width, "24.10.2026", FRAME)).toBeLessThan(FRAME.width - 30);
});

test("fewer labels fit where letters are wide", () => {
  const labelsOf = (day: (number: number) => string) => Array.from({ length: 30 }, (_, place) => day(place));
  const latin = labelsThatFit(
    labelsOf((number) => `${number}.10.2026x`),
    FRAME,
  );
  const chinese = labelsThatFit(
    labelsOf((number) => `2026年10月${number}日`),
    FRAME,
  );
  expect(chinese.length).toBeLessThan(latin.length);
});

test("between two of a count nothing is written", () => {
  expect(axisOf([0, 2], { format: String, whole: true })).toEqual(["0", "1", "2"]);
  expect(axisOf([0, 1], { format: String, whole: true })).toEqual(["0", "1"]);
  expect(axisOf([0, 2], { format: String })).toEqual(["0", "0.5", "1", "1.5", "2"]);
});

test("long numbers along the axis have the room that they need", () => {
  const words = axisOf([0, 1_234_567], { format: (value) => `£${value.toLocaleString("en")}.00` });
  expect(frameOf(640, words).left).toBeGreaterThan(
    frameOf(640, axisOf([0, 9], { format: String })).left + 40,
  );
});

test("parts of a bar stand on each other", () => {
  expect(stacked([3, 0, 4])).toEqual([
    [0, 3],
    [3, 3],
    [3, 7],
  ]);
});
