import { expect, test } from "vitest";
import { checkProgramme } from "./programme.ts";
import { costOfPoint, hasOpenCost, leastCost } from "./point-cost.ts";

function withRewards(currency: string, rewards: object[]) {
  const check = checkProgramme({
    programme: "Test",
    currency,
    timezone: "UTC",
    earning: { rules: [] },
    rewards,
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return check.programme;
}

test.each<[string, string, object[], { each: { n: bigint; d: bigint }; rewardId: string } | null]>([
  ["of no reward", "GBP", [], null],
  ["of rewards without a price in money", "GBP", [{ id: "p", kind: "percent", cost: 1, value: "50" }], null],
  [
    "of several rewards the dearest",
    "GBP",
    [
      { id: "a", kind: "amount", cost: 500, value: "5.00" },
      { id: "b", kind: "gift-card", cost: 400, value: "5.00" },
    ],
    { each: { n: 5n, d: 4n }, rewardId: "b" },
  ],
  [
    "of a sliding cost",
    "GBP",
    [{ id: "s", kind: "store-credit", costPer: 100 }],
    { each: { n: 1n, d: 1n }, rewardId: "s" },
  ],
  [
    "in yen, which have no smaller unit",
    "JPY",
    [{ id: "y", kind: "amount", cost: 3, value: "1" }],
    { each: { n: 1n, d: 3n }, rewardId: "y" },
  ],
])("what a point may cost: %s", (_, currency, rewards, cost) => {
  expect(costOfPoint(withRewards(currency, rewards))).toEqual(cost);
});

test("a point may cost more than is told where it can be spent on something without a price", () => {
  const amount = { id: "a", kind: "amount", cost: 500, value: "5.00" };
  expect(hasOpenCost(withRewards("GBP", []))).toBe(false);
  expect(hasOpenCost(withRewards("GBP", [amount, { id: "s", kind: "store-credit", costPer: 100 }]))).toBe(
    false,
  );
  expect(hasOpenCost(withRewards("GBP", [amount, { id: "f", kind: "free-shipping", cost: 300 }]))).toBe(true);
});

test("the fewest points for which a reward can be had are those of its cheaper way", () => {
  const programme = withRewards("GBP", [
    { id: "both", kind: "store-credit", cost: 500, costPer: 120, value: "5.00" },
    { id: "fixed", kind: "free-shipping", cost: 300 },
  ]);
  expect(programme.rewards.map(leastCost)).toEqual([120n, 300n]);
});
