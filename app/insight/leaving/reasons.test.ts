import fc from "fast-check";
import { expect, test } from "vitest";
import type { Days } from "../value/buyers.ts";
import { FEATURES } from "./leaving-features.ts";
import type { LeavingModel } from "./leaving-model.ts";
import { reasonsOf } from "./reasons.ts";

const TODAY = 1_000;

/** Customers with days of purchase, and a model whose weights and features say anything. */
const shops = fc
  .array(fc.array(fc.integer({ min: TODAY - 170, max: TODAY }), { minLength: 1, maxLength: 20 }), {
    minLength: 2,
    maxLength: 12,
  })
  .chain((all) =>
    fc.record({
      days: fc.constant(
        all.map((some): Days => {
          const day = [...new Set(some)].sort((a, b) => a - b);
          return { day, amount: day.map((at) => 5 + (at % 40)) };
        }),
      ),
      weights: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
        minLength: FEATURES.length,
        maxLength: FEATURES.length,
      }),
      seen: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
        minLength: FEATURES.length * all.length,
        maxLength: FEATURES.length * all.length,
      }),
    }),
  );

function modelOf(weights: readonly number[], seen: readonly number[]): LeavingModel {
  return {
    chance: () => 0.5,
    error: () => 0,
    features: (place) =>
      Float64Array.from(seen.slice(place * FEATURES.length, (place + 1) * FEATURES.length)),
    regression: { weights: Float64Array.from(weights), intercept: 0 },
    more: [],
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

test("whatever the model weighs, no reason reads the wrong way round", () => {
  let told = 0;
  fc.assert(
    fc.property(shops, ({ days, weights, seen }) => {
      const why = reasonsOf(modelOf(weights, seen), days, TODAY);
      const usualOrders = mean(days.map(({ day }) => day.length));
      const usualSilence = mean(days.map(({ day }) => TODAY - (day.at(-1) ?? 0)));
      for (const place of days.keys())
        for (const { kind, raises, purchases, silentDays, usualGap } of why(place)) {
          told += 1;
          if (kind === "frequency" && purchases >= usualOrders) expect(raises).toBe(false);
          if (kind === "frequency" && purchases < usualOrders) expect(raises).toBe(true);
          if (kind !== "silence") continue;
          const [short, long] = [Math.min, Math.max].map((of) => of(usualSilence, usualGap ?? usualSilence));
          if (silentDays > (long ?? 0)) expect(raises).toBe(true);
          if (silentDays < (short ?? 0)) expect(raises).toBe(false);
        }
    }),
  );
  expect(told).toBeGreaterThan(100);
});
