import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fifths, rfmScores, SEGMENTS, segmentOf } from "./rfm.ts";

describe("fifths", () => {
  test("of ten different values each holds two", () => {
    expect([...fifths([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  test("never part equal values, and leave those who bought once at the bottom", () => {
    expect([...fifths([1, 1, 1, 1, 1, 1, 2, 2, 3, 9])]).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5]);
  });

  test.each([[[7]], [[4, 4, 4]]])("take nobody for better where all are equal: %j", (values) => {
    expect(new Set(fifths(values))).toEqual(new Set([3]));
  });

  test("rise with the value, whatever the shop", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }), (values) => {
        const scores = fifths(values);
        values.forEach((one, a) =>
          values.forEach((other, b) => {
            if (one < other) expect(scores[a] ?? 0).toBeLessThanOrEqual(scores[b] ?? 0);
            if (one === other) expect(scores[a]).toBe(scores[b]);
          }),
        );
      }),
    );
  });
});

describe("segments", () => {
  test.each([
    [5, 5, 5, "champions"],
    [4, 5, 4, "champions"],
    [3, 5, 5, "loyal"],
    [5, 2, 2, "potential-loyalists"],
    [5, 1, 1, "potential-loyalists"],
    [4, 1, 1, "promising"],
    [3, 3, 3, "need-attention"],
    [3, 1, 2, "about-to-sleep"],
    [2, 3, 3, "at-risk"],
    [1, 5, 5, "cannot-lose"],
    [2, 1, 2, "hibernating"],
    [1, 1, 1, "lost"],
  ] as const)(
    "of more than one purchase, recency %i, frequency %i, money %i is %s",
    (...[recency, frequency, money, group]) => {
      expect(segmentOf({ recency, frequency, money, purchases: 2 })).toBe(group);
    },
  );

  test("know every score", () => {
    const one = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.record({ recency: one, frequency: one, money: one, purchases: one }), (score) => {
        expect(SEGMENTS).toContain(segmentOf(score));
      }),
    );
  });

  test.each([
    [5, "new"],
    [4, "promising"],
    [3, "about-to-sleep"],
    [2, "hibernating"],
    [1, "lost"],
  ] as const)("one purchase of recency %i is %s, however large it was", (recency, group) => {
    for (const money of [1, 2, 3, 4, 5])
      expect(segmentOf({ recency, frequency: 3, money, purchases: 1 })).toBe(group);
  });

  test("a shop of one-off buyers has nobody who bought often or more than once", () => {
    const [days, once] = [[1, 9, 30, 30, 80, 120, 200, 300, 400, 500], Array<number>(10).fill(1)];
    const spent = [900, 10, 10, 700, 900, 20, 800, 10, 900, 20];
    expect(rfmScores(days, once, spent).map((score) => segmentOf({ ...score, purchases: 1 }))).toEqual([
      ...["new", "new", "promising", "promising", "about-to-sleep"],
      ...["about-to-sleep", "hibernating", "hibernating", "lost", "lost"],
    ]);
  });

  test("who bought yesterday scores above who bought a year ago", () => {
    const [lately, long] = rfmScores([1, 365], [1, 1], [10, 10]);
    expect(lately?.recency).toBeGreaterThan(long?.recency ?? 5);
  });
});
