import { expect, test } from "vitest";
import { decimalOf, dividedRoundly, medianOf, shareOf } from "./shares.ts";

test("a share is a decimal, exact to four places beyond any float, and nothing of nothing", () => {
  expect(shareOf(1n, 3n)).toBe("0.3333");
  expect(shareOf(2n, 3n)).toBe("0.6667");
  expect(shareOf(-1n, 8n)).toBe("-0.1250");
  expect(shareOf(10n ** 30n + 1n, 10n ** 30n)).toBe("1.0000");
  expect(shareOf(0n, 5n)).toBe("0.0000");
  expect(shareOf(5n, 0n)).toBeNull();
});

test.each([
  [7n, 2n, 4n],
  [-7n, 2n, -4n],
  [7n, -2n, -4n],
  [5n, 3n, 2n],
  [4n, 3n, 1n],
])("%s / %s is nearly %s", (n, d, nearest) => {
  expect(dividedRoundly(n, d)).toBe(nearest);
});

test("decimals have all their places", () => {
  expect(decimalOf(5n, 1000n, 2)).toBe("0.01");
  expect(decimalOf(12345n, 100n, 2)).toBe("123.45");
  expect(decimalOf(12n, 5n, 0)).toBe("2");
});

test("the median is the value of the one in the middle, the lower of two", () => {
  const of = (...counts: [number, bigint][]) => medianOf(counts.map(([value, count]) => ({ value, count })));
  expect(of([1, 1n], [5, 1n], [9, 1n])).toBe(5);
  expect(of([1, 2n], [9, 2n])).toBe(1);
  expect(of([1, 1n], [9, 10n])).toBe(9);
  expect(of()).toBeNull();
});
