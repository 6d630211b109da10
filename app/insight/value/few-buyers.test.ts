import { expect, test } from "vitest";
import { predict } from "../predict.ts";
import type { Days } from "./buyers.ts";

const TODAY = 1_000;

function once(many: number): Days[] {
  return Array.from({ length: many }, (_, n) => ({
    day: [TODAY - Math.floor((n * 360) / many)],
    amount: [20],
  }));
}

test("three hundred who all bought once are likely, not sure, to stay away", () => {
  const { of, few } = predict(once(300), { until: TODAY, horizon: 90 });
  expect(few).toMatchObject({ buyers: 300, boughtAgain: 0 });
  for (const { leaving, alive, orders } of of) {
    expect(leaving).toBeGreaterThan(0.9);
    expect(leaving).toBeLessThan(0.999);
    expect(alive).toBeGreaterThan(0.001);
    expect(orders).toBeGreaterThan(0.001);
  }
});

test("the fewer a shop's customers, the nearer they stay to what is usual elsewhere", () => {
  const [few, fewer] = [25, 5].map((many) => predict(once(many), { until: TODAY, horizon: 90 }).of[0]);
  expect(fewer?.leaving).toBeLessThan(few?.leaving ?? 0);
  expect(fewer?.leaving).toBeGreaterThan(0.3);
});

test("with more customers, some of whom came again, figures are drawn less and less, without a leap", () => {
  const shareOf = (many: number) => {
    const days = once(many);
    days[0] = { day: [TODAY - 300, TODAY - 20], amount: [20, 20] };
    const { few } = predict(days, { until: TODAY, horizon: 90 });
    return few === null ? null : [few.share, few.isTooFew];
  };
  const [before, after, late] = [29, 30, 59].map((many) => shareOf(many));
  expect([before?.[1], after?.[1]]).toEqual([true, false]);
  expect(Number(before?.[0]) - Number(after?.[0])).toBeLessThan(0.02);
  expect(Number(late?.[0])).toBeLessThan(0.01);
  expect(shareOf(60)).toBeNull();
});
