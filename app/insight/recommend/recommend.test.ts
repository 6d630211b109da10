import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countPeople, evidenceFor } from "./evidence.ts";
import { basketRanker, trainForBaskets } from "./for-baskets.ts";
import { customerRanker, trainForCustomers } from "./for-customers.ts";
import { bothOf } from "./neighbours.ts";
import { basketsOf, highest, visitsOf, type Visit } from "./visits.ts";

const visit = (day: number, ...items: number[]): Visit => ({ day, items });

/** Coffee (0) is bought with filters (1), tea (2) with honey (3); the rest (4 to 19) by chance. */
const SHOP: Visit[][] = Array.from({ length: 200 }, (_, place) => {
  const base = place % 2 === 0 ? [0, 1] : [2, 3];
  return [0, 1, 2].map((n) => visit((place % 30) + n * 30, ...base, 4 + ((place * 7 + n * 5) % 16)));
});

describe("for customers", () => {
  const ranked = customerRanker(trainForCustomers(SHOP, 20).customers);

  test("who drinks coffee is shown coffee again, and not tea", () => {
    const items = ranked([visit(0, 0, 1), visit(40, 0, 1)], { most: 3, of: "all" }).map(({ item }) => item);
    expect(items.slice(0, 2).sort()).toEqual([0, 1]);
  });

  test("who bought coffee alone is first shown what goes with it", () => {
    const [first] = ranked([visit(40, 0)], { most: 3, of: "new" });
    expect(first?.item).toBe(1);
  });

  test("new is what they have not had", () => {
    const items = ranked(SHOP[0] ?? [], { most: 20, of: "new" }).map(({ item }) => item);
    const had = new Set((SHOP[0] ?? []).flatMap((each) => [...each.items]));
    expect(items.filter((item) => had.has(item))).toEqual([]);
    expect(items).toHaveLength(20 - had.size);
  });

  test("a newcomer is shown what sells", () => {
    expect(
      ranked([], { most: 4, of: "new" })
        .map(({ item }) => item)
        .sort(),
    ).toEqual([0, 1, 2, 3]);
  });
});

describe("for baskets", () => {
  const { baskets: model } = trainForBaskets(SHOP.flat(), 20);
  const ranked = basketRanker(model);

  test("tea calls for honey, and nothing of the basket is repeated", () => {
    const items = ranked([2, 5], 5).map(({ item }) => item);
    expect(items[0]).toBe(3);
    expect(items).not.toContain(2);
    expect(items).not.toContain(5);
  });

  test("counts what stood in baskets together", () => {
    expect(bothOf(model.neighbours, 2, 3)).toBe(300);
    expect(bothOf(model.neighbours, 0, 2)).toBe(0);
  });
});

describe("evidence can be counted again", () => {
  const people = countPeople(SHOP, 20);

  test("of what they had: how often, and when last", () => {
    expect(evidenceFor(0, [visit(1, 0), visit(9, 0, 4)], people)).toEqual({
      kind: "again",
      times: 2,
      lastDay: 9,
    });
  });

  test("of what is new: by whom it was bought who bought what they have", () => {
    expect(evidenceFor(3, [visit(1, 2)], people)).toEqual({ kind: "people", item: 2, both: 100, of: 100 });
  });

  test("of nothing in common: how many bought it", () => {
    expect(evidenceFor(3, [], people)).toEqual({ kind: "popular", times: 100 });
  });
});

test("rows of a day are one visit, rows of an instant one basket", () => {
  const bought = {
    customer: Int32Array.of(0, 0, 0),
    item: Int32Array.of(1, 2, 1),
    day: Float64Array.of(5.25, 5.75, 5.25),
    ...{ customers: 1, items: 3 },
  };
  expect(visitsOf(bought)).toEqual([[visit(5, 1, 2)]]);
  expect(basketsOf(bought)).toEqual([visit(5.25, 1), visit(5.75, 2)]);
});

test("the highest are those that sorting finds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 })),
      fc.integer({ min: 1, max: 12 }),
      (numbers, most) => {
        const found = highest(Float64Array.from(numbers), most).map((place) => numbers[place]);
        expect(found).toEqual(numbers.toSorted((a, b) => b - a).slice(0, most));
      },
    ),
  );
});

test("whatever was bought, there is an answer without gaps", () => {
  const history = fc.array(
    fc
      .tuple(
        fc.integer({ min: -9_000, max: 9_000 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1 }),
      )
      .map(([day, items]) => visit(day, ...items)),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.array(history, { maxLength: 30 }), (histories) => {
      const ranked = customerRanker(trainForCustomers(histories, 9).customers);
      for (const each of [...histories, []])
        for (const { item, score } of ranked(each, { most: 5, of: "all" })) {
          expect(item >= 0 && item < 9).toBe(true);
          expect(Number.isFinite(score)).toBe(true);
        }
      for (const { score } of basketRanker(trainForBaskets(histories.flat(), 9).baskets)([0, 1], 5))
        expect(Number.isFinite(score)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
