import { describe, expect, test } from "vitest";
import { checkProgramme } from "./programme.ts";
import { differencesBetween } from "./programme-difference.ts";

const BASE = {
  programme: "Test",
  currency: "GBP",
  timezone: "Europe/London",
  points: { pendingDays: 14 },
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      {
        id: "summer",
        on: "order",
        multiply: "2",
        match: { productTags: ["summer"] },
        from: "2026-06-01T00:00:00Z",
      },
    ],
  },
  tiers: {
    basis: "spend",
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: "250.00", multiplier: "1.25" },
    ],
  },
  rewards: [{ id: "five-off", kind: "amount", cost: 500, value: "5.00" }],
};

function read(document: object) {
  const check = checkProgramme(document);
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return check.programme;
}

const between = (after: object) => differencesBetween(read(BASE), read(after));
const rule = (id: string, change: object) => ({
  ...BASE,
  earning: { rules: BASE.earning.rules.map((one) => (one.id === id ? { ...one, ...change } : one)) },
});

describe("two programmes differ", () => {
  test.each<[string, object, object[]]>([
    [
      "in a number, named by where it stands",
      { ...BASE, points: { pendingDays: 30 } },
      [{ path: "points.pendingDays", kind: "changed", before: "14", after: "30" }],
    ],
    [
      "in money, with its currency",
      rule("purchase", { rate: { points: 1, per: "2.00" } }),
      [{ path: "earning.rules[purchase].rate.per", kind: "changed", before: "1.00 GBP", after: "2.00 GBP" }],
    ],
    [
      "in an instant",
      rule("summer", { from: "2026-07-01T00:00:00Z" }),
      [
        {
          path: "earning.rules[summer].from",
          kind: "changed",
          before: "2026-06-01T00:00:00Z",
          after: "2026-07-01T00:00:00Z",
        },
      ],
    ],
    [
      "in a key that only one has",
      rule("summer", { to: "2026-09-01T00:00:00Z" }),
      [{ path: "earning.rules[summer].to", kind: "added", before: null, after: "2026-09-01T00:00:00Z" }],
    ],
    [
      "in what a list names",
      rule("summer", { match: { productTags: ["summer", "sale"] } }),
      [
        {
          path: "earning.rules[summer].match.productTags",
          kind: "changed",
          before: "summer",
          after: "summer, sale",
        },
      ],
    ],
    [
      "in where a level begins",
      {
        ...BASE,
        tiers: {
          ...BASE.tiers,
          levels: [
            { id: "bronze", at: "0" },
            { id: "silver", at: "300.00", multiplier: "1.25" },
          ],
        },
      },
      [{ path: "tiers.levels[silver].at", kind: "changed", before: "250.00 GBP", after: "300.00 GBP" }],
    ],
    [
      "in the order of rules, which decides between rates",
      { ...BASE, earning: { rules: [...BASE.earning.rules].reverse() } },
      [{ path: "earning.rules", kind: "moved", before: "purchase, summer", after: "summer, purchase" }],
    ],
  ])("%s", (_, after, differences) => {
    expect(between(after)).toEqual(differences);
  });

  test("by a whole rule or reward: one difference, said in a line", () => {
    const without = { ...BASE, rewards: [], earning: { rules: BASE.earning.rules.slice(0, 1) } };
    expect(between(without)).toEqual([
      {
        path: "earning.rules[summer]",
        kind: "removed",
        before: "on order, multiply 2, match.productTags summer, from 2026-06-01T00:00:00Z",
        after: null,
      },
      expect.objectContaining({ path: "rewards[five-off]", kind: "removed", after: null }),
    ]);
  });

  test("by a level: the id is enough to name it", () => {
    const gold = { id: "gold", at: "1000.00", multiplier: "1.5" };
    expect(between({ ...BASE, tiers: { ...BASE.tiers, levels: [...BASE.tiers.levels, gold] } })).toEqual([
      { path: "tiers.levels[gold]", kind: "added", before: null, after: "at 1000.00 GBP, multiplier 1.5" },
    ]);
  });
});

test("what is only written in another way is no difference", () => {
  const { programme, currency, timezone, tiers, rewards, earning } = BASE;
  const otherwise = {
    effectiveFrom: "2026-01-01T00:00:00Z",
    rewards: rewards.map((reward) => ({ ...reward, cost: "500", value: "5", codeDays: 60 })),
    tiers: { ...tiers, guaranteeDays: 0, window: { kind: "lifetime" } },
    earning: { combine: "best", exclude: { giftCards: true }, rules: earning.rules },
    points: { debt: "owe", pendingDays: 14, expiry: { kind: "none" } },
    ...{ timezone, currency, programme },
  };
  expect(between(otherwise)).toEqual([]);
});
