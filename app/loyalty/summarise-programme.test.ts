import { describe, expect, it } from "vitest";
import { aProgramme, programmeWith, PURCHASE } from "./examples.ts";
import type { Programme } from "./programme.ts";
import { summariseProgramme } from "./summarise-programme.ts";

function summaryOf(programme: Programme) {
  return summariseProgramme({ programme, version: 3 });
}

describe("a programme's summary", () => {
  it("gives rates as whole weights over one scale, for a hundredth of the unit", () => {
    const summary = summaryOf(
      programmeWith([
        { id: "third", on: "order", rate: { points: 1, per: "3.00" } },
        { id: "half", on: "order", rate: { points: "1.5", per: "1.00" }, match: { vendors: ["Acme"] } },
      ]),
    );
    expect(summary.rateScale).toBe(600);
    expect(summary.rates.map(({ id, points, per, weight }) => ({ id, points, per, weight }))).toEqual([
      { id: "purchase", points: "1", per: "1.00", weight: 6 },
      { id: "third", points: "1", per: "3.00", weight: 2 },
      { id: "half", points: "1.5", per: "1.00", weight: 9 },
    ]);
  });

  it.each([
    ["JPY", "100", { weight: 1, scale: 10000, per: "100" }],
    ["KWD", "1.000", { weight: 1, scale: 100, per: "1.000" }],
    ["KWD", "0.001", { weight: 10, scale: 1, per: "0.001" }],
  ])("counts in hundredths of the unit in %s too, as Liquid's prices do", (currency, per, expected) => {
    const programme = aProgramme({
      currency,
      earning: { rules: [{ id: "r", on: "order", rate: { points: 1, per } }] },
    });
    const { rates, rateScale } = summaryOf(programme);
    expect({ weight: rates[0]?.weight, scale: rateScale, per: rates[0]?.per }).toEqual(expected);
  });

  it("gives multipliers and levels as whole weights over scales of their own", () => {
    const levels = [
      { id: "bronze", at: "0", multiplier: "1" },
      { id: "silver", at: "250.00", multiplier: "1.25" },
    ];
    const programme = aProgramme({
      tiers: { basis: "spend", window: { kind: "lifetime" }, levels },
      earning: {
        combine: "stack",
        rules: [PURCHASE, { id: "m", on: "order", multiply: "1.1", match: { productTags: ["summer"] } }],
      },
    });
    expect(summaryOf(programme)).toMatchObject({
      combine: "stack",
      multipliers: [{ id: "m", times: "1.1", weight: 11, match: { productTags: ["summer"] } }],
      multiplierScale: 10,
      tiers: [
        { id: "bronze", at: "0.00", times: "1", weight: 4 },
        { id: "silver", at: "250.00", times: "1.25", weight: 5 },
      ],
      tierScale: 4,
    });
  });

  it("tells bonuses by kind, minimums in hundredths, windows in seconds", () => {
    const summary = summaryOf(
      programmeWith([
        {
          id: "big",
          on: "order",
          bonus: 50,
          minimum: "100.00",
          from: "2026-06-01T00:00:00Z",
          to: "2026-09-01T00:00:00.5Z",
        },
        { id: "first", on: "first-order", bonus: 100 },
        { id: "welcome", on: "signup", bonus: "9007199254740993" },
      ]),
    );
    expect(summary.orderBonuses).toEqual([
      {
        id: "big",
        points: 50,
        minimum: "100.00",
        minimumCents: 10000,
        match: null,
        from: 1780272000,
        to: 1788220801,
      },
    ]);
    expect(summary.firstOrderBonuses).toMatchObject([
      { id: "first", points: 100, minimum: null, minimumCents: 0 },
    ]);
    expect(summary.signupBonuses).toMatchObject([{ id: "welcome", points: "9007199254740993" }]);
  });

  it("names what is excluded and leaves out keys that ask for nothing", () => {
    const earning = {
      rules: [PURCHASE],
      exclude: { productTags: ["no-points"], vendors: [], giftCards: true },
    };
    expect(summaryOf(aProgramme({ earning })).exclude).toEqual({
      productTags: ["no-points"],
      giftCards: true,
    });
    expect(summaryOf(aProgramme()).exclude).toEqual({ giftCards: true });
  });

  it("tells what levels are reached by, how points end, and every way to earn besides orders", () => {
    const programme = aProgramme({
      points: { expiry: { kind: "lots", months: 12 }, notice: { required: false } },
      tiers: {
        basis: "points",
        window: { kind: "rolling", months: 6 },
        levels: [{ id: "bronze", at: "0" }],
      },
      earning: {
        rules: [
          PURCHASE,
          { id: "birthday", on: "birthday", bonus: 50, from: "2026-06-01T00:00:00Z" },
          { id: "review", on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } },
          { id: "quiz", on: "activity:quiz", bonus: 5 },
        ],
      },
      texts: { de: { activities: { review: "Eine Bewertung" } } },
    });
    expect(summaryOf(programme)).toMatchObject({
      v: 2,
      basis: "points",
      window: { kind: "rolling", months: 6 },
      expiry: { kind: "lots", months: 12 },
      noticeRequired: false,
      birthdayBonuses: [
        { id: "birthday", points: 50, minimum: null, match: null, from: 1780272000, to: null },
      ],
      activities: [
        {
          id: "review",
          activity: "review",
          points: 10,
          limit: { times: 1, per: "day" },
          from: null,
          to: null,
        },
        { id: "quiz", activity: "quiz", points: 5, limit: null },
      ],
      texts: { de: { activities: { review: "Eine Bewertung" } } },
    });
  });

  it("says so where there are no levels and nothing ends", () => {
    expect(summaryOf(aProgramme())).toMatchObject({
      basis: null,
      window: null,
      expiry: { kind: "none" },
      noticeRequired: true,
      birthdayBonuses: [],
      activities: [],
      texts: {},
    });
  });
});
