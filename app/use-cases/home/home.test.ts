import { describe, expect, test } from "vitest";
import { aProgramme } from "../../loyalty/examples.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { levelMoves } from "./day-news.ts";
import { overTheLimit } from "./decisions.ts";
import { isLow } from "./scarce.ts";

const TIERS = {
  basis: "spend",
  levels: [
    { id: "bronze", at: "0" },
    { id: "silver", at: "100.00" },
    { id: "gold", at: "500.00" },
  ],
};

describe("moves between levels", () => {
  const programme = aProgramme({ tiers: TIERS });

  test("are up or down by the order of the levels", () => {
    const changes = [
      { from: "bronze", to: "gold", members: 2 },
      { from: "silver", to: "gold", members: 1 },
      { from: "gold", to: "bronze", members: 4 },
    ];
    expect(levelMoves(changes, programme)).toEqual({ up: 3, down: 4 });
  });

  test.each([
    ["from no level", { from: null, to: "bronze", members: 1 }],
    ["from a level that is gone", { from: "platinum", to: "gold", members: 1 }],
    ["to none", { from: "gold", to: null, members: 1 }],
  ])("%s are neither", (_, change) => {
    expect(levelMoves([change], programme)).toEqual({ up: 0, down: 0 });
  });
});

test.each([
  [{ left: 0, of: 5 }, true],
  [{ left: 1, of: 5 }, true],
  [{ left: 2, of: 5 }, false],
  [{ left: 10, of: 100 }, true],
  [{ left: 11, of: 100 }, false],
])("of a reward %j runs low: %s", (scarce, expected) => {
  expect(isLow({ reward: "five", ...scarce })).toBe(expected);
});

describe("what points may cost", () => {
  const current = (rewards: object[]): ProgrammeVersion => ({
    number: 1,
    effectiveFrom: 0,
    programme: aProgramme({ rewards }),
  });
  const FIVE = { id: "five", kind: "amount", cost: 300, value: "5.00" };

  test.each([
    ["is told above the limit, down to a whole penny", 1000n, 1600n, "16.66"],
    ["is not told at the limit", 600n, 1000n, null],
    ["is not told without a limit", 1000n, null, null],
  ])("%s", (_, out, liabilityLimit, worth) => {
    const found = overTheLimit({ current: current([FIVE]), out, liabilityLimit });
    expect(found.map((one) => (one.decide === "liability" ? one.worth : ""))).toEqual(
      worth === null ? [] : [worth],
    );
  });

  test("is not known where no reward is worth money", () => {
    const ship = { id: "ship", kind: "free-shipping", cost: 10 };
    expect(overTheLimit({ current: current([ship]), out: 10_000n, liabilityLimit: 1n })).toEqual([]);
    expect(overTheLimit({ current: null, out: 10_000n, liabilityLimit: 1n })).toEqual([]);
  });
});
