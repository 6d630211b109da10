import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { predict } from "./predict.ts";
import { daysOf, type Days } from "./value/buyers.ts";

const TODAY = 20_000;

/** Chance without chance: the same numbers each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** Half buy every three weeks or so until today; half did so, and stopped at some time. */
function shop(customers: number): Days[] {
  const next = numbers(7);
  return Array.from({ length: customers }, (_, place) => {
    const begin = TODAY - 300 - Math.floor(next() * 100);
    const end = place % 2 === 0 ? TODAY : begin + Math.floor(next() * 260);
    const day: number[] = [];
    for (let at = begin; at <= end; at += 10 + Math.floor(next() * 22)) day.push(at);
    return { day, amount: day.map(() => 10 + Math.floor(next() * 20)) };
  });
}

test("who went silent is at risk, who buys as ever is not, and nobody is likelier to buy than to be still there", () => {
  const days = shop(400);
  const { of, leaving } = predict(days, { until: TODAY, horizon: 60 });
  expect(leaving).not.toBeNull();
  const silent = days.map(({ day }) => TODAY - (day.at(-1) ?? 0) > 90);
  const mean = (wanted: boolean) => {
    const risks = of.filter((_, place) => silent[place] === wanted).map((each) => each.leaving);
    return risks.reduce((sum, risk) => sum + risk, 0) / risks.length;
  };
  expect(mean(true)).toBeGreaterThan(0.9);
  expect(mean(false)).toBeLessThan(0.25);
  for (const each of of) expect(each.alive).toBeGreaterThanOrEqual(1 - each.leaving);
});

test("nobody is expected to come less often than the chance that they come at all, nor at no price", () => {
  const { of, leaving } = predict(shop(400), { until: TODAY, horizon: 60 });
  expect(leaving).not.toBeNull();
  for (const each of of) {
    expect(each.orders).toBeGreaterThanOrEqual(1 - each.leaving);
    expect(each.value).toBeGreaterThanOrEqual(10 * each.orders);
  }
});

test("nothing after the day it is asked for is looked at", () => {
  const purchases = (after: number[]) => {
    const day = [...[0, 30, 60, 95].map((ago) => TODAY - ago), ...after];
    return {
      customer: new Int32Array(day.length),
      day: Float64Array.from(day),
      amount: new Float64Array(day.length).fill(9),
      customers: 1,
    };
  };
  const told = (after: number[]) =>
    predict(daysOf(purchases(after), TODAY), { until: TODAY, horizon: 30 }).of;
  expect(told([TODAY + 1, TODAY + 20])).toEqual(told([]));
});

test("orders of one day are one visit, and a return is none", () => {
  const day = Float64Array.of(TODAY + 0.1, TODAY + 0.9, TODAY + 1.5);
  const purchases = {
    customer: Int32Array.of(0, 0, 0),
    day,
    amount: Float64Array.of(10, 5, -4),
    customers: 1,
  };
  expect(daysOf(purchases, TODAY + 5)).toEqual([{ day: [TODAY], amount: [11] }]);
});

test.each([
  [-10, 30],
  [30, -10],
])(
  "a return of the same day lessens its purchase, in whichever order the two are told: %d, %d",
  (...amounts) => {
    const purchases = {
      customer: Int32Array.of(0, 0),
      day: Float64Array.of(TODAY + 0.2, TODAY + 0.4),
      amount: Float64Array.from(amounts),
      customers: 1,
    };
    expect(daysOf(purchases, TODAY)).toEqual([{ day: [TODAY], amount: [20] }]);
  },
);

describe("whatever a shop's past is", () => {
  const bought = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 1_000_000 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((rows): Days => {
      const byDay = new Map(rows.map(([ago, amount]) => [TODAY - ago, amount / 100]));
      const day = [...byDay.keys()].sort((a, b) => a - b);
      return { day, amount: day.map((at) => byDay.get(at) ?? 0) };
    });

  test("chances are chances, and no figure is missing", () => {
    fc.assert(
      fc.property(fc.array(bought, { maxLength: 40 }), fc.constantFrom(1, 30, 365), (days, horizon) => {
        const { of } = predict(days, { until: TODAY, horizon });
        expect(of).toHaveLength(days.length);
        for (const { alive, orders, value, leaving } of of) {
          for (const chance of [alive, leaving]) expect(chance >= 0 && chance <= 1).toBe(true);
          expect(alive).toBeGreaterThanOrEqual(1 - leaving);
          expect(orders).toBeGreaterThanOrEqual(1 - leaving);
          for (const figure of [orders, value]) expect(Number.isFinite(figure) && figure >= 0).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });
});
