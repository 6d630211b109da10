import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextOrder, shopRhythm } from "./rhythm.ts";

const TODAY = 20_000;
const every = (gap: number, times: number, last: number) =>
  Array.from({ length: times }, (_, n) => last - gap * (times - 1 - n));

test("who buys every four weeks is expected four weeks after the last time", () => {
  const days = every(28, 8, TODAY - 10);
  const next = nextOrder(days, TODAY, shopRhythm([days]));
  expect(next?.on).toBe(TODAY + 18);
  expect(next?.early).toBeLessThanOrEqual(TODAY + 18);
  expect(next?.late).toBeGreaterThanOrEqual(TODAY + 18);
});

test("whose time has just passed is expected soon, and who is long silent not any more", () => {
  const steady = [27, 29, 28, 30, 26].reduce(
    (days, gap) => [...days, (days.at(-1) ?? 0) + gap],
    [TODAY - 170],
  );
  const shop = { within: 0.04, gaps: 100 };
  const last = steady.at(-1) ?? 0;
  const late = nextOrder(steady, last + 31, shop);
  expect(late?.on).toBeGreaterThanOrEqual(last + 31);
  expect(late?.on).toBeLessThan(last + 45);
  expect(nextOrder(steady, last + 200, shop)).toBeNull();
});

test("who bought three times, or now and then, has no rhythm", () => {
  const shop = { within: 0.04, gaps: 100 };
  expect(nextOrder(every(28, 3, TODAY), TODAY, shop)).toBeNull();
  expect(
    nextOrder(
      [0, 2, 200, 205, 900, 910].map((day) => TODAY - 1_000 + day),
      TODAY,
      shop,
    ),
  ).toBeNull();
});

describe("whatever somebody's days are", () => {
  test("an answer is a day not before today, between its bounds", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 4_000 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 4_000 }),
        (ago, since) => {
          const days = ago.map((many) => TODAY - many).sort((a, b) => a - b);
          const next = nextOrder(days, TODAY + since, shopRhythm([days, []]));
          if (next === null) return;
          expect([TODAY + since, next.early, next.on, next.late].every(Number.isSafeInteger)).toBe(true);
          expect(next.early).toBeGreaterThanOrEqual(TODAY + since);
          expect(next.on >= next.early && next.on <= next.late).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
