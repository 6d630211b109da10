import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contributionOf,
  gapEnd,
  gapKey,
  segmentsOf,
  segmentsWith,
  type Cell,
  type Measure,
} from "./contribution.ts";
import { dayOf } from "./days.ts";
import type { MemberFacts } from "./member-facts.ts";

const day = (date: string) => dayOf(date) ?? Number.NaN;
const NOBODY: MemberFacts = {
  counted: true,
  joined: day("2026-01-10"),
  tier: "",
  language: "",
  channel: "",
  moves: [],
  orders: [],
  deeds: [],
  lots: [],
  fates: [],
  rewards: [],
};
const of = (cells: readonly Cell[], measure: Measure) =>
  cells
    .filter((cell) => cell.measure === measure)
    .map(({ day: on, key, amount, count }) => [on, key, amount, count]);

describe("what a member adds to the sums", () => {
  const orders = [
    { day: day("2026-03-05"), value: 300n },
    { day: day("2026-01-20"), value: 100n },
    { day: day("2026-01-31"), value: 50n },
  ];

  test("of orders is the first as such, all others as further ones, with the days between, in whatever order they came", () => {
    const cells = contributionOf({ ...NOBODY, orders });
    expect(of(cells, "order")).toEqual([
      [day("2026-01-20"), "first", 100n, 1],
      [day("2026-01-31"), "again", 50n, 1],
      [day("2026-03-05"), "again", 300n, 1],
    ]);
    expect(of(cells, "gap")).toEqual([
      [day("2026-01-31"), "11", 0n, 1],
      [day("2026-03-05"), "33", 0n, 1],
    ]);
  });

  test("of an order in another currency is what was paid in it, and beside that its value", () => {
    const [first, ...later] = orders.map((order, n) =>
      n === 1 ? order : { ...order, paid: { currency: n === 0 ? "EUR" : "JPY", total: 9_000n } },
    );
    const cells = contributionOf({ ...NOBODY, orders: [first, ...later].flatMap((order) => order ?? []) });
    expect(of(cells, "paid")).toEqual([
      [day("2026-01-31"), "JPY:again", 9_000n, 1],
      [day("2026-03-05"), "EUR:again", 9_000n, 1],
    ]);
    expect(of(cells, "paid-value").map(([, , value]) => value)).toEqual([50n, 300n]);
    const month = day("2026-01-01");
    expect(of(cells, "paid-cohort")).toEqual([
      [day("2026-01-01"), `JPY:${month}`, 9_000n, 1],
      // They paid for another order of that month in the shop's own.
      [day("2026-01-01"), `:${month}`, 50n, 0],
      [day("2026-03-01"), `EUR:${month}`, 9_000n, 1],
      [day("2026-03-01"), `:${month}`, 300n, 1],
    ]);
    expect(of(cells, "order")).toEqual(of(contributionOf({ ...NOBODY, orders }), "order"));
  });

  test("of cohorts is one buyer a month with all they bought, under the month of their first order", () => {
    const cells = contributionOf({ ...NOBODY, orders });
    const first = `order:${day("2026-01-01")}`;
    expect(of(cells, "cohort").filter(([, key]) => key === first)).toEqual([
      [day("2026-01-01"), first, 150n, 1],
      [day("2026-03-01"), first, 300n, 1],
    ]);
  });

  test("of a day with two deeds is one active member", () => {
    const twice = { ...NOBODY, deeds: [day("2026-01-20"), day("2026-02-01")], orders: orders.slice(1, 2) };
    expect(of(contributionOf(twice), "deed")).toEqual([
      [day("2026-01-20"), "", 0n, 1],
      [day("2026-02-01"), "", 0n, 1],
    ]);
  });

  test("of points that became something is told by how many months later", () => {
    const month = day("2026-01-01");
    const fates = [
      { month, at: month, fate: "issued" as const, points: 50n },
      { month, at: day("2027-01-01"), fate: "expired" as const, points: 20n },
    ];
    expect(of(contributionOf({ ...NOBODY, fates }), "life")).toEqual([
      [month, "issued:0", 50n, 0],
      [month, "expired:12", 20n, 0],
    ]);
  });

  test("of whoever is not counted is what they moved, and nothing of their person", () => {
    const moves = [
      { day: 1, debit: "earnings" as const, credit: "available" as const, points: 5n, count: 1 },
    ];
    const erased = { ...NOBODY, counted: false, tier: "gold", language: "de", orders, moves, deeds: [1] };
    expect(contributionOf(erased).map(({ measure }) => measure)).toEqual(["move"]);
    expect(segmentsOf(erased)).toEqual([]);
  });
});

test("a member is in a segment of each kind that is known of them", () => {
  const orders = [{ day: 1, value: 1n }];
  const rewards = [{ day: 1, rewardId: "five", points: 1n, value: null }];
  expect(segmentsOf({ ...NOBODY, tier: "gold", language: "de", channel: "pos", orders, rewards })).toEqual([
    "tier:gold",
    "language:de",
    "channel:pos",
    "buyer:once",
    "engaged:yes",
  ]);
  expect(segmentsOf(NOBODY)).toEqual(["buyer:none", "engaged:no"]);
  expect(segmentsWith(["tier:gold"], "life")).toEqual([""]);
});

test("every number of days lies within what its key stands for", () => {
  fc.assert(
    fc.property(fc.nat({ max: 4_000 }), (days) => {
      const key = gapKey(days);
      expect(Number(key)).toBeLessThanOrEqual(days);
      expect(days).toBeLessThanOrEqual(gapEnd(key) ?? Number.POSITIVE_INFINITY);
      if (days < 60) expect(key).toBe(String(days));
    }),
  );
});
