import { describe, expect, test } from "vitest";
import { forecastBreakage, type BreakageForecast, type IssueMonth } from "./breakage.ts";

const NEVER = { expiresAt: null, horizon: 24 };

/** Months of issue, the oldest first, in which the same part is redeemed every month and the rest expires at an age. */
function shop(
  months: number,
  { monthly, expiry = null }: { monthly: (issue: number) => number; expiry?: number | null },
): IssueMonth[] {
  return Array.from({ length: months }, (_, issue) => {
    const agesOver = months - 2 - issue;
    const month = { issued: [10_000], withdrawn: [], redeemed: [] as number[], expired: [] as number[] };
    let left = 10_000;
    for (let age = 0; age <= agesOver; age++) {
      const redeemed = left * monthly(issue);
      const expired = age === expiry ? left - redeemed : 0;
      month.redeemed.push(redeemed);
      month.expired.push(expired);
      left -= redeemed + expired;
    }
    return { ...month, agesOver, left };
  });
}

function forecast(...args: Parameters<typeof forecastBreakage>): BreakageForecast {
  const found = forecastBreakage(...args);
  if ("outcome" in found) throw new Error(`too little: ${found.months} months`);
  return found;
}

describe("the forecast of breakage", () => {
  test("of points of which a tenth is redeemed every month until the rest expires is what the arithmetic says", () => {
    const months = shop(24, { monthly: () => 0.1, expiry: 12 });
    const { expected, least, most } = forecast(months, { expiresAt: 12, horizon: 24 });
    // A month's points at age a have 12 − a months left, the last of which ends with the expiry.
    const exact = months.reduce((sum, { left, agesOver }) => {
      const ahead = 12 - agesOver;
      return sum + (ahead <= 0 ? 0 : left * 0.9 ** ahead);
    }, 0);
    expect(expected).toBeCloseTo(exact, 4);
    // Every month behaved the same, so nothing is uncertain.
    expect(most - least).toBeCloseTo(0, 4);
  });

  test("knows of an expiry that nobody has seen yet by the programme's rules", () => {
    const young = shop(8, { monthly: () => 0.05 });
    const withRule = forecast(young, { expiresAt: 12, horizon: 24 });
    const without = forecast(young, NEVER);
    expect(withRule.expected).toBeGreaterThan(without.expected);
  });

  test("is the wider the more months differ, and lies within its interval", () => {
    const calm = forecast(shop(18, { monthly: () => 0.08 }), NEVER);
    const wild = forecast(shop(18, { monthly: (issue) => (issue % 3 === 0 ? 0.2 : 0.02) }), NEVER);
    expect(wild.most - wild.least).toBeGreaterThan(10 * (calm.most - calm.least));
    for (const { least, expected, most } of [calm, wild]) {
      expect(least).toBeLessThanOrEqual(expected);
      expect(expected).toBeLessThanOrEqual(most);
    }
  });

  test("is not ruled by the one small month of issue that is the oldest", () => {
    const many = shop(18, { monthly: () => 0.04 });
    // The oldest month issued a hundredth of the others, and half of what was left went in its last month.
    const early = (many[0]?.redeemed ?? []).slice(0, -1).map((points) => points / 100);
    const half = early.reduce((left, points) => left - points, 100) / 2;
    const small = {
      agesOver: 16,
      issued: [100],
      withdrawn: [],
      redeemed: [...early, half],
      expired: [],
      left: half,
    };
    const steady = forecast(many, { expiresAt: null, horizon: 36 });
    const found = forecast([small, ...many.slice(1)], { expiresAt: null, horizon: 36 });
    // Half goes at that one age; were it carried on to the horizon, one in two hundred thousand points would be left.
    expect(found.expected / steady.expected).toBeGreaterThan(0.45);
  });

  test("is vague where its interval ends at more than three times its beginning", () => {
    expect(forecast(shop(18, { monthly: () => 0.08 }), NEVER).isVague).toBe(false);
    const young = shop(8, { monthly: (issue) => (issue % 2 === 0 ? 0.3 : 0.02) });
    const wild = forecast(young, { expiresAt: null, horizon: 36 });
    expect(wild.most).toBeGreaterThan(3 * wild.least);
    expect(wild.isVague).toBe(true);
  });

  test("is never below nothing nor above what there is", () => {
    const months = shop(12, { monthly: () => 0.5 });
    const left = months.reduce((sum, month) => sum + month.left, 0);
    const { least, most, survival } = forecast(months, NEVER);
    expect(least).toBeGreaterThanOrEqual(0);
    expect(most).toBeLessThanOrEqual(left);
    expect(survival.every((part, age) => part <= (survival[age - 1] ?? 1))).toBe(true);
  });

  test("takes points that were taken back as never issued", () => {
    const months = shop(12, { monthly: () => 0.1 });
    const twice = months.map((month) => ({ ...month, issued: [20_000], withdrawn: [10_000] }));
    expect(forecast(twice, NEVER).expected).toBeCloseTo(forecast(months, NEVER).expected, 6);
  });

  test("says the same every time", () => {
    const months = shop(12, { monthly: (issue) => 0.02 + issue / 200 });
    expect(forecast(months, NEVER)).toEqual(forecast(months, NEVER));
  });

  test("is not made of few months, nor where nobody ever redeemed", () => {
    expect(forecastBreakage(shop(6, { monthly: () => 0.1 }), NEVER)).toEqual({
      outcome: "too-little",
      months: 5,
      needed: 6,
    });
    expect(forecastBreakage(shop(18, { monthly: () => 0 }), NEVER)).toMatchObject({ outcome: "too-little" });
    expect(forecastBreakage([], NEVER)).toMatchObject({ months: 0 });
  });
});
