import { expect, test } from "vitest";
import { betaDraw, gammaDraw, normalDraw, seededRandom } from "./seeded-random.ts";

function moments(draw: (random: () => number) => number): [mean: number, variance: number] {
  const random = seededRandom(7);
  const drawn = Array.from({ length: 20_000 }, () => draw(random));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  return [mean, drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length];
}

test("the same seed gives the same numbers", () => {
  const [first, second] = [seededRandom(5), seededRandom(5)];
  expect([first(), first(), first()]).toEqual([second(), second(), second()]);
});

test.each<[string, (random: () => number) => number, number, number]>([
  ["normal", normalDraw, 0, 1],
  ["gamma of shape 3", (random) => gammaDraw(3, random), 3, 3],
  ["gamma of shape 0.4", (random) => gammaDraw(0.4, random), 0.4, 0.4],
  ["beta of 2 and 6", (random) => betaDraw(2, 6, random), 0.25, 0.25 * (0.75 / 9)],
])("%s numbers have the mean and the variance that they should", (_, draw, mean, variance) => {
  const [foundMean, foundVariance] = moments(draw);
  expect(Math.abs(foundMean - mean)).toBeLessThan(0.03);
  expect(Math.abs(foundVariance - variance)).toBeLessThan(0.1 * variance + 0.002);
});
