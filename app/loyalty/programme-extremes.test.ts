import { describe, expect, test } from "vitest";
import { aProgramme, PURCHASE } from "./examples.ts";
import { extremes } from "./programme-extremes.ts";

const rate = (points: string, per = "1.00") => ({ id: "r", on: "order", rate: { points, per } });
const FIVER = { id: "five-off", kind: "amount", cost: 100, value: "5.00", minimum: "20.00" };
const tiers = (basis: string, at: string, multiplier = "1") => ({
  tiers: {
    basis,
    levels: [
      { id: "a", at: "0" },
      { id: "b", at, multiplier },
    ],
  },
});
const said = (changes: Parameters<typeof aProgramme>[0]) =>
  extremes(aProgramme({ earning: { rules: [PURCHASE] }, ...changes })).map(
    ({ path, problem }) => `${path}: ${problem.replaceAll("\u202f", " ")}`,
  );

describe("numbers that hardly anybody means", () => {
  test.each<[string, Parameters<typeof aProgramme>[0], string]>([
    [
      "a rate with too many noughts",
      {
        earning: { rules: [rate("1".padEnd(31, "0"), "0.01")] },
        rewards: [{ id: "c", kind: "percent", cost: 9, value: "5" }],
      },
      `earning.rules[0].rate.points: gives 5${" 000".repeat(11)} points for an order of 50.00`,
    ],
    [
      "a bonus worth a fortune",
      {
        earning: { rules: [PURCHASE, { id: "w", on: "signup", bonus: 10_000 }] },
        rewards: [FIVER],
      },
      'earning.rules[1].bonus: is worth 500.00, by what "five-off" is worth',
    ],
    [
      "a multiplier without its point",
      { earning: { rules: [PURCHASE, { id: "m", on: "order", multiply: "125" }] } },
      "earning.rules[1].multiply: multiplies points by 125",
    ],
    [
      "a tier's multiplier without its point",
      tiers("spend", "250.00", "125"),
      "tiers.levels[1].multiplier: multiplies points by 125",
    ],
    [
      "a tier that nobody reaches by what they spend",
      tiers("spend", "25000000.00"),
      "tiers.levels[1].at: is reached by orders of 25 000 000.00 in all",
    ],
    [
      "a tier that nobody reaches by points",
      tiers("points", "25000000"),
      "tiers.levels[1].at: is reached by orders of 25 000 000.00 in all",
    ],
    [
      "a tier that nobody reaches by orders",
      tiers("orders", "25000"),
      "tiers.levels[1].at: is reached by 25 000 orders",
    ],
    [
      "a tier that everybody reaches",
      tiers("spend", "0.25"),
      "tiers.levels[1].at: is reached by an order of 0.25",
    ],
    [
      "a reward out of reach",
      { rewards: [{ ...FIVER, cost: 50_000_000 }] },
      "rewards[0].cost: can be had for orders of 50 000 000.00 in all",
    ],
    [
      "a reward for nothing",
      {
        earning: { rules: [rate("100")] },
        rewards: [{ id: "cake", kind: "custom", cost: 5, instructions: "x" }],
      },
      "rewards[0].cost: can be had for an order of 0.05",
    ],
  ])("%s", (_, changes, sentence) => {
    expect(said(changes)).toEqual([sentence]);
  });

  test("are those of the currency: what is much in pounds is little in yen and in rupiah", () => {
    const yen = (changes: object) =>
      said({ currency: "JPY", earning: { rules: [rate("1", "1")] }, ...changes });
    expect(yen(tiers("spend", "5000000"))).toEqual([]);
    expect(yen(tiers("spend", "500000000"))).toHaveLength(1);
  });

  test("are nothing that programmes have: visits that earn alone, a sliding cost, large points", () => {
    const visit = { id: "visit", on: "order", bonus: 10 };
    expect(said({ earning: { rules: [visit] }, rewards: [FIVER] })).toEqual([]);
    expect(said({ rewards: [{ id: "s", kind: "amount", costPer: 20 }] })).toEqual([]);
    expect(said({ earning: { rules: [rate("1000")] }, rewards: [{ ...FIVER, cost: 200_000 }] })).toEqual([]);
  });
});
