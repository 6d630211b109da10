import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextOrder, shopRhythm, type ShopRhythm } from "./rhythm.ts";

const TODAY = 20_000;
const every = (gap: number, times: number, last: number) =>
  Array.from({ length: times }, (_, n) => last - gap * (times - 1 - n));

/** Where pauses differ little from one to the next, by four weeks in the middle, and few stop. */
const STEADY: ShopRhythm = { within: 0.04, between: 0.3, middle: Math.log(28), stops: 0.05, gaps: 100 };

test("who buys every four weeks is expected four weeks after the last time", () => {
  const days = every(28, 8, TODAY - 10);
  const next = nextOrder(days, TODAY, shopRhythm([days], TODAY));
  expect(next?.on).toBe(TODAY + 18);
  expect(next?.early).toBeLessThanOrEqual(TODAY + 18);
  expect(next?.late).toBeGreaterThanOrEqual(TODAY + 18);
});

test("whose time has just passed is expected soon, and who is long silent not any more", () => {
  const steady = [27, 29, 28, 30, 26].reduce(
    (days, gap) => [...days, (days.at(-1) ?? 0) + gap],
    [TODAY - 170],
  );
  const last = steady.at(-1) ?? 0;
  const late = nextOrder(steady, last + 31, STEADY);
  expect(late?.on).toBeGreaterThanOrEqual(last + 31);
  expect(late?.on).toBeLessThan(last + 45);
  expect(nextOrder(steady, last + 200, STEADY)).toBeNull();
});

test("the more uneven the pauses, the further apart the bounds, and beyond half a year there are none", () => {
  const days = every(28, 5, TODAY);
  const widthFor = (within: number) => {
    const next = nextOrder(days, TODAY, { ...STEADY, within });
    return next === null ? null : next.late - next.early;
  };
  expect(widthFor(0.04)).toBeLessThan(widthFor(0.3) ?? 0);
  expect(widthFor(4)).toBeNull();
});

test("where many stop, nobody is expected who may have stopped too", () => {
  const days = every(28, 4, TODAY - 20);
  expect(nextOrder(days, TODAY, STEADY)).not.toBeNull();
  expect(nextOrder(days, TODAY, { ...STEADY, stops: 0.8 })).toBeNull();
});

test("of three purchases no date is made", () => {
  expect(nextOrder(every(28, 3, TODAY), TODAY, STEADY)).toBeNull();
});

test("how often customers stop is learned of who is silent", () => {
  const there = Array.from({ length: 50 }, (_, n) => every(28, 6, TODAY - (n % 28)));
  const gone = Array.from({ length: 50 }, (_, n) => every(28, 3, TODAY - 400 - n));
  expect(shopRhythm(there, TODAY).stops).toBeLessThan(0.05);
  expect(shopRhythm([...there, ...gone], TODAY).stops).toBeGreaterThan(0.1);
});

test("four of five come between the bounds, of customers who stop and of paces that differ", () => {
  let seed = 11;
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const normal = () => Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance());
  const lives = Array.from({ length: 1_500 }, () => {
    const pace = Math.log(30) + 0.5 * normal();
    const days = [TODAY - 700 + Math.floor(500 * chance())];
    while ((days.at(-1) ?? 0) < TODAY + 400 && chance() > 0.06)
      days.push((days.at(-1) ?? 0) + Math.max(1, Math.round(Math.exp(pace + 0.6 * normal()))));
    return days;
  });
  const known = lives.map((days) => days.filter((day) => day <= TODAY)).filter(({ length }) => length > 0);
  const shop = shopRhythm(known, TODAY);
  let [told, held] = [0, 0];
  for (const days of lives) {
    const next = nextOrder(
      days.filter((day) => day <= TODAY),
      TODAY,
      shop,
    );
    const came = days.find((day) => day > TODAY);
    if (next === null) continue;
    told += 1;
    if (came !== undefined && came >= next.early && came <= next.late) held += 1;
  }
  expect(told).toBeGreaterThan(150);
  expect(held / told).toBeGreaterThan(0.74);
  expect(held / told).toBeLessThan(0.9);
});

describe("whatever somebody's days are", () => {
  test("an answer is a day not before today, between its bounds", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 4_000 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 4_000 }),
        (ago, since) => {
          const days = ago.map((many) => TODAY - many).sort((a, b) => a - b);
          const next = nextOrder(days, TODAY + since, shopRhythm([days, []], TODAY + since));
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
