import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Days } from "../value/buyers.ts";
import { mbgNbd } from "../value/mbg-nbd.ts";
import { FEATURES, leavingFeatures } from "./leaving-features.ts";
import { trainLeaving, type LeavingModel } from "./leaving-model.ts";
import { reasonsOf, sharesOf, type Reason } from "./reasons.ts";
import { meanAmount } from "./usual-buyer.ts";

const TODAY = 1_000;
const HORIZON = 60;

/** Customers with days of purchase, and weights that say anything. */
const shops = fc.record({
  days: fc.array(
    fc
      .uniqueArray(fc.integer({ min: TODAY - 170, max: TODAY }), { minLength: 1, maxLength: 20 })
      .map((some): Days => {
        const day = [...some].sort((a, b) => a - b);
        return { day, amount: day.map((at) => 5 + (at % 40)) };
      }),
    { minLength: 2, maxLength: 8 },
  ),
  weights: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
    ...{ minLength: FEATURES.length, maxLength: FEATURES.length },
  }),
});

function modelOf(weights: readonly number[], days: readonly Days[]): LeavingModel {
  const model = mbgNbd([0.25, 4.5, 0.8, 2.4], 0);
  const featuresOf = (bought: Days) => leavingFeatures(bought, { until: TODAY, horizon: HORIZON, model });
  return {
    chance: () => 0.5,
    error: () => 0,
    features: (place) => featuresOf(days[place] ?? { day: [], amount: [] }),
    featuresOf,
    regression: { weights: Float64Array.from(weights), intercept: 0 },
    more: [],
  };
}

test("whatever the model weighs, the shares of two customers differ as their log odds do", () => {
  fc.assert(
    fc.property(shops, ({ days, weights }) => {
      const model = modelOf(weights, days);
      const odds = (place: number) =>
        model.features(place).reduce((sum, value, c) => sum + value * (weights[c] ?? 0), 0);
      const shares = sharesOf(model, days, TODAY);
      const sum = (place: number) => [...shares(place).values()].reduce((total, each) => total + each, 0);
      for (const place of days.keys()) expect(sum(place) - sum(0)).toBeCloseTo(odds(place) - odds(0), 6);
    }),
    { numRuns: 50 },
  );
});

test("whatever the model weighs, no reason reads the wrong way round", () => {
  let told = 0;
  fc.assert(
    fc.property(shops, ({ days, weights }) => {
      const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
      const usualOrders = middle(days.map(({ day }) => day.length));
      const why = reasonsOf(modelOf(weights, days), days, TODAY);
      for (const place of days.keys())
        for (const { kind, raises, purchases, silentDays, usualGap } of why(place)) {
          told += 1;
          if (kind === "frequency" && purchases !== usualOrders) expect(raises).toBe(purchases < usualOrders);
          if (kind === "silence") expect(raises).toBe(usualGap === null || silentDays > usualGap);
        }
    }),
    { numRuns: 50 },
  );
  expect(told).toBeGreaterThan(100);
});

test("what is spent at a purchase is what was kept of it, also where more came back later than its day was worth", () => {
  const weights = FEATURES.map(() => 1);
  const customer = (amount: number[]): Days => ({ day: [TODAY - 140, TODAY - 90, TODAY - 40], amount });
  const spendOf = (amount: number[]) => {
    const days = [customer(amount), { day: [TODAY - 5], amount: [20] }];
    return new Set(reasonsOf(modelOf(weights, days), days, TODAY)(0).map(({ spend }) => spend));
  };
  expect(spendOf([40, 25, -20])).toEqual(new Set([15]));
  expect(meanAmount(customer([5, 5, -20]))).toBe(0);
});

test("one pause is no pace: of nobody who bought twice it is told, nor that their silence speaks for them", () => {
  const often = [TODAY - 325, TODAY - 165, TODAY - 5];
  for (const few of [[TODAY - 123], [TODAY - 273, TODAY - 123]]) {
    const days = [few, often].map((day): Days => ({ day, amount: day.map(() => 20) }));
    for (const sign of [1, -1])
      FEATURES.forEach((_, telling) => {
        const weights = FEATURES.map((_, c) => (c === telling ? sign : 0));
        for (const { kind, raises, usualGap } of reasonsOf(modelOf(weights, days), days, TODAY)(0)) {
          expect(usualGap).toBeNull();
          expect(kind === "pace" || (kind === "silence" && !raises)).toBe(false);
        }
      });
  }
});

/** A shop whose customers come at a pace of their own, and some of whom stop. */
function shop(): Days[] {
  let seed = 7;
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: 500 }, (): Days => {
    const pace = 10 + 80 * chance();
    const day: number[] = [];
    let at = TODAY - 500 + Math.floor(300 * chance());
    while (at <= TODAY) {
      day.push(Math.floor(at));
      if (chance() < 0.12) break;
      at += Math.max(1, -Math.log(1 - chance()) * pace);
    }
    const own = [...new Set(day)];
    return { day: own, amount: own.map(() => 10 + 60 * chance()) };
  });
}

describe("of a model that was learned", () => {
  const learned = shop();
  const customers: Record<string, Days> = {
    "often, and silent for long": { day: [600, 620, 640, 660, 680, 700, 720, 740, 760], amount: [] },
    "often, and just now": { day: [820, 840, 860, 880, 900, 920, 940, 960, 980, 999], amount: [] },
  };
  for (const of of Object.values(customers)) of.amount = of.day.map(() => 30);
  const days = [...learned, ...Object.values(customers)];
  const model = trainLeaving(days, { until: TODAY, horizon: HORIZON });
  const why = model === null ? () => [] : reasonsOf(model, days, TODAY);
  const reasonsFor = (name: string) => why(learned.length + Object.keys(customers).indexOf(name));
  const raised = (reasons: Reason[], kind: Reason["kind"]) =>
    reasons.find((reason) => reason.kind === kind)?.raises;

  test("a long silence raises the risk of who came often, and the many days lower it", () => {
    const reasons = reasonsFor("often, and silent for long");
    expect(raised(reasons, "silence")).toBe(true);
    expect(raised(reasons, "frequency")).toBe(false);
  });

  test("who came just now, as always, is not likelier to leave for it", () => {
    const reasons = reasonsFor("often, and just now");
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.every(({ raises }) => !raises)).toBe(true);
  });
});
