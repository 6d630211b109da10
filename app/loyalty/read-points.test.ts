import { expect, test } from "vitest";
import { readPoints } from "./read-points.ts";

test.each([
  ["50", 50n],
  ["+50", 50n],
  ["-50", -50n],
  ["−50", -50n],
  [" 1,500 ", 1500n],
  ["1 500", 1500n],
  ["12,345,678", 12345678n],
  ["0", 0n],
])("%j is understood", (text, points) => {
  expect(readPoints(text)).toBe(points);
});

test.each(["1,5", "10,00", "1.5", "", "points", "1,5000", "--5", "5-", "9".repeat(16), "1e3"])(
  "%j is not",
  (text) => {
    expect(readPoints(text)).toBeNull();
  },
);
