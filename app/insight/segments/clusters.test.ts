import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { FEATURES, type Behaviour } from "./behaviour.ts";
import { findClusters, LEAST_BUYERS } from "./clusters.ts";
import { agreement } from "./k-means.ts";

/** Two sorts of customers: often, little and at the till; seldom, much and online. */
function twoSorts(customers: number, seed = 1): Behaviour {
  const chance = seededRandom(seed);
  const about = (value: number) => value * (0.8 + 0.4 * chance());
  const rows = Array.from({ length: customers }, (_, n) =>
    n % 3 === 0
      ? [about(200), about(2), about(180), about(120), about(2), 0, 0, 0, 0]
      : [about(10), about(15), about(12), about(9), about(1.4), about(0.6), about(0.8), 0, 0],
  );
  return { values: Float64Array.from(rows.flat()), customers };
}

describe("clusters", () => {
  test("find sorts of customers, and say what sets them apart", () => {
    const found = findClusters({ behaviour: twoSorts(600), before: [] });
    expect(found?.clusters.map(({ customers }) => customers)).toEqual([400, 200]);
    const [often, seldom] = found?.clusters ?? [];
    expect(often?.traits).toContainEqual(expect.objectContaining({ feature: "gap", more: false }));
    expect(seldom?.traits).toContainEqual(expect.objectContaining({ feature: "gap", more: true }));
    expect(found?.apart ?? 0).toBeGreaterThan(found?.apartByChance ?? 1);
  });

  test("are the same for the same customers, and keep their numbers from time to time", () => {
    const first = findClusters({ behaviour: twoSorts(600), before: [] });
    expect(findClusters({ behaviour: twoSorts(600), before: [] })).toEqual(first);
    const turned = (first?.clusters ?? []).map((cluster) => ({ ...cluster, number: 9 - cluster.number }));
    const next = findClusters({ behaviour: twoSorts(603, 2), before: turned });
    expect(next?.clusters.map(({ number }) => number)).toEqual([8, 7]);
  });

  test("are not looked for among few, nor found among customers who are all alike", () => {
    expect(findClusters({ behaviour: twoSorts(LEAST_BUYERS - 1), before: [] })).toBeNull();
    const alike = { values: new Float64Array(500 * FEATURES.length).fill(3), customers: 500 };
    expect(findClusters({ behaviour: alike, before: [] })).toBeNull();
    expect(findClusters({ behaviour: { values: new Float64Array(), customers: 0 }, before: [] })).toBeNull();
  });

  test("are never unsettled by what is not known, endless or far away", () => {
    const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -5, 0, 1, 1e12);
    fc.assert(
      fc.property(fc.infiniteStream(odd), (values) => {
        const drawn = Float64Array.from({ length: 220 * FEATURES.length }, () => values.next().value ?? 0);
        const found = findClusters({ behaviour: { values: drawn, customers: 220 }, before: [] });
        if (found === null) return;
        expect(JSON.stringify([found.stability, found.apart, found.apartByChance])).not.toContain("null");
        expect(found.clusters.reduce((sum, { customers }) => sum + customers, 0)).toBe(220);
      }),
      { numRuns: 3 },
    );
  });
});

test("parts agree fully with themselves under other names, and by nothing with chance", () => {
  const parts = Int32Array.from({ length: 300 }, (_, n) => n % 3);
  expect(
    agreement(
      parts,
      parts.map((part) => (part + 1) % 3),
      3,
    ),
  ).toBe(1);
  const chance = seededRandom(5);
  const other = Int32Array.from(parts, () => Math.floor(chance() * 3));
  expect(Math.abs(agreement(parts, other, 3))).toBeLessThan(0.05);
});
