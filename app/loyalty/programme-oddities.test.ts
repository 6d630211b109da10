import { expect, test } from "vitest";
import { checkProgramme } from "./programme.ts";
import { oddities } from "./programme-oddities.ts";

const RATE = { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } };

function odd(changes: Record<string, unknown>): string[] {
  const check = checkProgramme({
    programme: "Test",
    currency: "GBP",
    timezone: "UTC",
    effectiveFrom: "2026-01-01T00:00:00Z",
    earning: { rules: [RATE] },
    ...changes,
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return oddities(check.programme).map(({ path }) => path);
}

const rules = (...more: object[]) => ({ earning: { rules: [RATE, ...more] } });

test.each<[string, Record<string, unknown>, string[]]>([
  ["a plain programme is not odd", {}, []],
  [
    "a rate for some lines below the one for all is how it is meant",
    rules({ id: "tea", on: "order", rate: { points: 3, per: "1.00" }, match: { vendors: ["Tea"] } }),
    [],
  ],
  [
    "a rate that another below it always takes the place of",
    rules({ id: "other", on: "order", rate: { points: 2, per: "1.00" } }),
    ["earning.rules[0]"],
  ],
  [
    "a rate that another takes the place of only for a season is not odd",
    rules({ id: "other", on: "order", rate: { points: 2, per: "1.00" }, to: "2026-09-01T00:00:00Z" }),
    [],
  ],
  [
    "a rule that is over before the programme starts",
    rules({ id: "old", on: "order", bonus: 5, to: "2025-12-24T00:00:00Z" }),
    ["earning.rules[1].to"],
  ],
  [
    "a rule for what is excluded",
    {
      earning: {
        exclude: { productTags: ["no-points"] },
        rules: [RATE, { id: "no", on: "order", multiply: "2", match: { productTags: ["no-points"] } }],
      },
    },
    ["earning.rules[1].match.productTags"],
  ],
  ["multiplying by 1", rules({ id: "same", on: "order", multiply: "1.0" }), ["earning.rules[1].multiply"]],
  ["multiplying by 0", rules({ id: "none", on: "order", multiply: "0" }), ["earning.rules[1].multiply"]],
  ["no rules at all", { earning: { rules: [] } }, ["earning.rules"]],
  [
    "a level that earns less than the one below",
    {
      tiers: {
        basis: "spend",
        levels: [
          { id: "a", at: "0", multiplier: "2" },
          { id: "b", at: "10.00" },
        ],
      },
    },
    ["tiers.levels[1].multiplier"],
  ],
  [
    "a reward that may pay for a whole order",
    { rewards: [{ id: "r", kind: "amount", cost: 1000, value: "20.00", minimum: "10.00" }] },
    ["rewards[0].minimum"],
  ],
  [
    "points worth half of what is spent",
    { rewards: [{ id: "r", kind: "store-credit", cost: 100, value: "50.00" }] },
    ["earning.rules[0].rate"],
  ],
  [
    "the same by a sliding cost",
    { rewards: [{ id: "r", kind: "store-credit", costPer: 2 }] },
    ["earning.rules[0].rate"],
  ],
])("%s", (_, changes, paths) => {
  expect(odd(changes)).toEqual(paths);
});
