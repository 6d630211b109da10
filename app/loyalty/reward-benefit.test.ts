import { expect, test } from "vitest";
import { checkProgramme } from "./check-programme.ts";
import type { Reward } from "./programme.ts";
import { benefitOf, costOf } from "./reward-benefit.ts";

function reward(terms: object, currency = "GBP"): Reward {
  const check = checkProgramme({
    programme: "Rewards",
    currency,
    timezone: "Europe/London",
    earning: { rules: [] },
    rewards: [{ id: "it", ...terms }],
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  const [only] = check.programme.rewards;
  if (only === undefined) throw new Error("no reward");
  return only;
}

test.each([
  { terms: { kind: "amount", costPer: 100 }, units: 7n, cost: 700n, currency: "GBP", value: 700n },
  { terms: { kind: "store-credit", costPer: 2 }, units: 500n, cost: 1000n, currency: "JPY", value: 500n },
  { terms: { kind: "gift-card", costPer: 10 }, units: 3n, cost: 30n, currency: "KWD", value: 3000n },
])(
  "a sliding cost of $terms.costPer in $currency buys whole units",
  ({ terms, units, cost, currency, value }) => {
    const sliding = reward(terms, currency);
    expect(costOf(sliding, units, currency)).toEqual({ cost });
    expect(benefitOf(sliding, units, currency)).toEqual({ kind: terms.kind, value });
  },
);

test.each([
  {
    why: "no units of a sliding cost",
    terms: { kind: "amount", costPer: 100 },
    units: null,
    fault: "no-fixed-cost",
  },
  {
    why: "units of a fixed cost",
    terms: { kind: "amount", cost: 5, value: "1.00" },
    units: 1n,
    fault: "no-sliding-cost",
  },
  { why: "no unit at all", terms: { kind: "amount", costPer: 100 }, units: 0n, fault: "no-sliding-cost" },
  { why: "units below 0", terms: { kind: "amount", costPer: 100 }, units: -1n, fault: "no-sliding-cost" },
  {
    why: "more than its value",
    terms: { kind: "amount", costPer: 100, value: "20.00" },
    units: 21n,
    fault: "beyond-value",
  },
  {
    why: "more than 100 per cent",
    terms: { kind: "percent", costPer: 100 },
    units: 101n,
    fault: "beyond-value",
  },
])("$why has no cost", ({ terms, units, fault }) => {
  expect(costOf(reward(terms), units, "GBP")).toEqual({ fault });
});

test("a reward with both costs has the fixed one where no units are named", () => {
  const both = reward({ kind: "amount", cost: 400, costPer: 100, value: "5.00" });
  expect(costOf(both, null, "GBP")).toEqual({ cost: 400n });
  expect(benefitOf(both, null, "GBP")).toEqual({ kind: "amount", value: 500n });
  expect(costOf(both, 3n, "GBP")).toEqual({ cost: 300n });
});
