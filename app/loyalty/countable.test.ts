import { expect, test } from "vitest";
import { uncountable } from "./countable.ts";
import { aProgramme, PURCHASE } from "./examples.ts";

const rate = (points: string, per = "1.00") => ({ id: "r", on: "order", rate: { points, per } });
const times = (id: string, multiply: string) => ({ id, on: "order", multiply });
const pathsOf = (earning: object, changes: object = {}) =>
  uncountable(aProgramme({ earning, ...changes })).map(({ path }) => path);

test.each<[string, object, string[]]>([
  ["a billion points for each pound can be counted", { rules: [rate("1000000000")] }, []],
  ["a point more cannot", { rules: [rate("1000000001")] }, ["earning.rules[0].rate.points"]],
  [
    "nor as many for a penny",
    { rules: [rate("1".padEnd(31, "0"), "0.01")] },
    ["earning.rules[0].rate.points"],
  ],
  [
    "of multipliers the largest is looked at",
    { rules: [rate("10000000"), times("a", "50"), times("b", "50")] },
    [],
  ],
  [
    "or all of them where they go together",
    { combine: "stack", rules: [rate("10000000"), times("a", "50"), times("b", "50"), times("c", "0")] },
    ["earning.rules[0].rate.points"],
  ],
  [
    "a bonus has the same end",
    { rules: [PURCHASE, { id: "b", on: "signup", bonus: "1000000000000001" }] },
    ["earning.rules[1].bonus"],
  ],
])("%s", (_, earning, paths) => {
  expect(pathsOf(earning)).toEqual(paths);
});

test("the highest tier multiplies as well", () => {
  const levels = [
    { id: "a", at: "0" },
    { id: "b", at: "1.00", multiplier: "2" },
  ];
  expect(pathsOf({ rules: [rate("600000000")] }, { tiers: { basis: "spend", levels } })).toEqual([
    "earning.rules[0].rate.points",
  ]);
});
