import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayOf, daysFrom, monthsBetween, sameDayAfter } from "./days.ts";
import {
  comparedRange,
  customRange,
  partsOf,
  presetRange,
  PRESETS,
  stepOf,
  sumsOf,
  type Range,
} from "./range.ts";

const day = (date: string) => dayOf(date) ?? Number.NaN;
const words = (range: Range | null) => (range === null ? null : `${dateOf(range.from)} ${dateOf(range.to)}`);
const TODAY = day("2026-03-31");

describe("a range", () => {
  test.each([
    ["last-7", "2026-03-25 2026-03-31"],
    ["last-30", "2026-03-02 2026-03-31"],
    ["this-month", "2026-03-01 2026-03-31"],
    ["last-month", "2026-02-01 2026-02-28"],
    ["last-12-months", "2025-04-01 2026-03-31"],
    ["this-year", "2026-01-01 2026-03-31"],
    ["all", "2025-11-05 2026-03-31"],
  ] as const)("%s is %s", (preset, expected) => {
    expect(words(presetRange(preset, TODAY, day("2025-11-05")))).toBe(expected);
  });

  test("of all ends today where nothing is known, or only of days ahead", () => {
    expect(words(presetRange("all", TODAY, TODAY + 5))).toBe("2026-03-31 2026-03-31");
  });

  test("may be given the wrong way round, ends today, and is refused where it means nothing", () => {
    expect(words(customRange("2026-03-05", "2026-02-01", TODAY))).toBe("2026-02-01 2026-03-05");
    expect(words(customRange("2026-03-30", "2027-01-01", TODAY))).toBe("2026-03-30 2026-03-31");
    for (const [from, to] of [
      ["2026-04-01", "2026-05-01"],
      ["2026-02-30", "2026-03-01"],
      ["", ""],
      ["yesterday", "today"],
    ] as const)
      expect(customRange(from, to, TODAY)).toBeNull();
  });

  test.each([
    ["2026-03-01", "2026-03-31", "2026-02-01 2026-02-28"],
    ["2026-01-01", "2026-03-31", "2025-10-01 2025-12-31"],
    ["2026-03-25", "2026-03-31", "2026-03-18 2026-03-24"],
    ["2026-03-05", "2026-03-05", "2026-03-04 2026-03-04"],
  ])("from %s to %s is compared with %s", (from, to, before) => {
    expect(words(comparedRange({ from: day(from), to: day(to) }, "previous"))).toBe(before);
  });

  test("of a leap day is compared with the last day of February", () => {
    const leap = { from: day("2028-02-29"), to: day("2028-02-29") };
    expect(words(comparedRange(leap, "year-before"))).toBe("2027-02-28 2027-02-28");
    expect(comparedRange(leap, "none")).toBeNull();
  });

  test("falls into parts that hold each of its days once, however long it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 900 }), (from, length) => {
        const range = { from, to: from + length };
        for (const step of ["day", "week", "month"] as const) {
          const parts = partsOf(range, step);
          expect(parts.flatMap((part) => daysFrom(part.from, part.to))).toEqual(
            daysFrom(range.from, range.to),
          );
        }
        expect(partsOf(range, stepOf(range)).length).toBeLessThanOrEqual(62);
        const ones = daysFrom(range.from, range.to).map(() => 1n);
        expect(sumsOf(partsOf(range, "week"), range, ones).reduce((a, b) => a + b, 0n)).toBe(
          BigInt(length + 1),
        );
      }),
    );
  });

  test("begins weeks on Mondays", () => {
    const parts = partsOf({ from: day("2026-11-18"), to: day("2026-12-01") }, "week");
    expect(parts.map(words)).toEqual([
      "2026-11-18 2026-11-22",
      "2026-11-23 2026-11-29",
      "2026-11-30 2026-12-01",
    ]);
  });
});

test("months are counted by the calendar, and the last day of a short one stands in for longer ones", () => {
  expect(monthsBetween(day("2025-12-31"), day("2026-01-01"))).toBe(1);
  expect(dateOf(sameDayAfter(day("2026-01-31"), 1))).toBe("2026-02-28");
  for (const preset of PRESETS) expect(presetRange(preset, TODAY, 0).to).toBeLessThanOrEqual(TODAY);
});
