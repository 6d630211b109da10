import { expect, test } from "vitest";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import type { ModelFigure } from "../../use-cases/insight/show-models.ts";
import { changesOf } from "./changes.ts";

const t = textsFor("en");
const f = formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" });

type Bounds = Pick<ModelFigure, "value"> & Partial<Pick<ModelFigure, "low" | "high">>;

/** What is told between two versions of a model with one figure. */
function changed(was: Bounds, is: Bounds): string[] {
  const basis = { from: null, to: null, orders: 1_000, buyers: 300, products: 20 };
  const version = (bounds: Bounds) => ({
    ...{ version: 1, trainedAt: 0, basis },
    figures: [{ name: "leaving-top", base: 0.4, rows: 23, protocol: "", ...bounds }],
  });
  return changesOf({ kind: "buyers", ...version(is), before: null }, version(was), t, f);
}

test("what chance moves between two trainings is no news", () => {
  expect(
    changed({ value: 0.826, low: 0.671, high: 0.981 }, { value: 0.696, low: 0.508, high: 0.884 }),
  ).toEqual(["Nothing that shows."]);
  expect(changed({ value: 0.5 }, { value: 0.4 })).toEqual(["Nothing that shows."]);
});

test("what moves beyond the intervals of both is told, and what was or became unknown", () => {
  const high = { value: 0.826, low: 0.8, high: 0.85 };
  const low = { value: 0.696, low: 0.65, high: 0.74 };
  expect(changed(high, low)).toEqual(["Leaving: the riskiest (precision): 82.6% → 69.6%"]);
  expect(changed(low, high)).toHaveLength(1);
  expect(changed({ value: null }, high)).toEqual(["Leaving: the riskiest (precision): — → 82.6%"]);
  expect(changed({ value: null }, { value: null })).toEqual(["Nothing that shows."]);
});
