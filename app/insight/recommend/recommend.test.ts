import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestOf } from "./best.ts";
import { countPeople, ownEvidence, sharedEvidence } from "./evidence.ts";
import { basketRanker, trainForBaskets } from "./for-baskets.ts";
import { customerRanker, trainForCustomers } from "./for-customers.ts";
import { bothOf } from "./neighbours.ts";
import {
  basketsOf,
  historyOf,
  itemsAt,
  NO_VISITS,
  visitsOf,
  withoutLast,
  type Interactions,
  type Visits,
} from "./visits.ts";

type Told = [day: number, ...items: number[]];

/** What customers bought, each a list of days. */
function bought(customers: readonly Told[][], items: number): Interactions {
  const rows = customers.flatMap((days, customer) =>
    days.flatMap(([day, ...list]) => list.map((item) => ({ customer, item, day }))),
  );
  return {
    customer: Int32Array.from(rows, ({ customer }) => customer),
    item: Int32Array.from(rows, ({ item }) => item),
    day: Float64Array.from(rows, ({ day }) => day),
    ...{ customers: customers.length, items },
  };
}

const histories = (customers: readonly Told[][], items = 20) => visitsOf(bought(customers, items));
const history = (...days: Told[]) => historyOf(histories([days]), 0);
const baskets = (customers: readonly Told[][], items = 20) =>
  basketsOf(
    bought(
      customers.flat().map((basket) => [basket]),
      items,
    ),
  );

/** Coffee (0) is bought with filters (1), tea (2) with honey (3); the rest (4 to 19) by chance. */
const SHOP: Told[][] = Array.from({ length: 200 }, (_, place) => {
  const base = place % 2 === 0 ? [0, 1] : [2, 3];
  return [0, 1, 2].map((n) => [(place % 30) + n * 30, ...base, 4 + ((place * 7 + n * 5) % 16)]);
});

describe("for customers", () => {
  const ranked = customerRanker(trainForCustomers(histories(SHOP), 20).customers);

  test("who drinks coffee is shown coffee again, and not tea", () => {
    const items = ranked(history([0, 0, 1], [40, 0, 1]), { most: 3, of: "all" }).map(({ item }) => item);
    expect(items.slice(0, 2).sort()).toEqual([0, 1]);
  });

  test("who bought coffee alone is first shown what goes with it", () => {
    const [first] = ranked(history([40, 0]), { most: 3, of: "new" });
    expect(first?.item).toBe(1);
  });

  test("new is what they have not had", () => {
    const items = ranked(history(...(SHOP[0] ?? [])), { most: 20, of: "new" }).map(({ item }) => item);
    const had = new Set((SHOP[0] ?? []).flatMap(([, ...list]) => list));
    expect(items.filter((item) => had.has(item))).toEqual([]);
    expect(items).toHaveLength(20 - had.size);
  });

  test("a newcomer is shown what sells", () => {
    expect(
      ranked(NO_VISITS, { most: 4, of: "new" })
        .map(({ item }) => item)
        .sort(),
    ).toEqual([0, 1, 2, 3]);
  });
});

describe("for baskets", () => {
  const { baskets: model } = trainForBaskets(baskets(SHOP), 20);
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
  const people = countPeople(histories(SHOP), 20);

  test("of what they had: how often, and when last", () => {
    expect(ownEvidence(0, history([1, 0], [9, 0, 4]))).toEqual({
      ...{ kind: "bought-again", times: 2 },
      last: "1970-01-10",
    });
    expect(ownEvidence(3, history([1, 0]))).toBeNull();
  });

  test("of what is new: by whom it was bought who bought what they have", () => {
    const told = { people, nameOf: (item: number) => `no. ${item}` };
    expect(sharedEvidence(3, [2], told)).toEqual({
      ...{ kind: "bought-together", with: "no. 2", both: 100, buyers: 100 },
    });
    expect(sharedEvidence(3, [], told)).toBeNull();
  });
});

describe("evidence speaks for what it stands beside", () => {
  /** Of ten with tea (0) six have honey (1) too; of the other ninety all have honey, and ten of them bread (2). */
  const HONEY_ANYWAY: Told[][] = Array.from({ length: 100 }, (_, n) =>
    n < 10 ? [[n, 0, ...(n < 6 ? [1] : []), 2]] : [[n, 1, ...(n < 20 ? [2] : [])]],
  );
  const nameOf = String;

  test("of people: no share that is smaller than among the others", () => {
    const people = countPeople(histories(HONEY_ANYWAY), 20);
    expect(sharedEvidence(1, [0], { people, nameOf })).toBeNull();
    expect(sharedEvidence(2, [0], { people, nameOf })).toMatchObject({ both: 10, buyers: 10 });
  });

  test("of orders likewise", () => {
    const { neighbours: orders } = trainForBaskets(baskets(HONEY_ANYWAY), 20).baskets;
    expect(sharedEvidence(1, [0], { orders, nameOf })).toBeNull();
    expect(sharedEvidence(2, [0], { orders, nameOf })).toMatchObject({ both: 10, orders: 10 });
  });

  test("who have it as often as the others say nothing for it, and all together speak for it", () => {
    const half = Array.from({ length: 40 }, (_, n): Told[] => [[n, n % 2, ...(n % 4 < 2 ? [2] : [])]]);
    expect(sharedEvidence(2, [0], { people: countPeople(histories(half), 20), nameOf })).toBeNull();
    const all = half.slice(0, 20).map(([[day = 0, , ...more] = [0]]): Told[] => [[day, 0, ...more]]);
    const people = countPeople(histories(all), 20);
    expect(sharedEvidence(2, [0], { people, nameOf })).toMatchObject({ both: 10, buyers: 20 });
  });
});

describe("visits", () => {
  const told = (visits: Visits) =>
    [...visits.day].map((day, place) => [day, ...itemsAt(visits, place)] as Told);

  test("rows of a day are one visit, rows of an instant one basket, and an item counts once", () => {
    const days: Told[] = [
      [5.25, 1, 2, 1],
      [5.75, 2],
      [5.25, 0],
    ];
    expect(told(history(...days))).toEqual([[5, 0, 1, 2]]);
    expect(told(basketsOf(bought([days], 3)))).toEqual([
      [5.25, 0, 1, 2],
      [5.75, 2],
    ]);
  });

  test("each customer has their own, in the order of time whatever that of the rows", () => {
    const many = histories(
      [
        [
          [9, 1],
          [3, 2],
        ],
        [],
        [[4, 0, 1]],
      ],
      3,
    );
    expect([0, 1, 2].map((who) => told(historyOf(many, who)))).toEqual([
      [
        [3, 2],
        [9, 1],
      ],
      [],
      [[4, 0, 1]],
    ]);
    const before = withoutLast(many, [2, 0]);
    expect([0, 1].map((who) => told(historyOf(before, who)))).toEqual([[[4, 0, 1]], [[3, 2]]]);
  });
});

test("the best are those that sorting finds, the earlier of equals first", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }),
      fc.integer({ min: 0, max: 40 }),
      (numbers, most) => {
        const places = Array.from(numbers.keys());
        const sorted = places.sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0));
        expect(bestOf(Float64Array.from(numbers), most)).toEqual(sorted.slice(0, most));
      },
    ),
  );
});

test("whatever was bought, there is an answer without gaps", () => {
  const days = fc.array(
    fc
      .tuple(
        fc.integer({ min: -9_000, max: 9_000 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1 }),
      )
      .map(([day, items]): Told => [day, ...items]),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.array(days, { maxLength: 30 }), (customers) => {
      const ranked = customerRanker(trainForCustomers(histories(customers, 9), 9).customers);
      for (const each of [...customers, []])
        for (const { item, score } of ranked(history(...each), { most: 5, of: "all" })) {
          expect(item >= 0 && item < 9).toBe(true);
          expect(Number.isFinite(score)).toBe(true);
        }
      for (const { score } of basketRanker(trainForBaskets(baskets(customers, 9), 9).baskets)([0, 1], 5))
        expect(Number.isFinite(score)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
