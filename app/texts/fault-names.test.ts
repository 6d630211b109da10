import { expect, test } from "vitest";
import { programmeTree } from "../loyalty/examples.ts";
import { oddities } from "../loyalty/programme-oddities.ts";
import { checkProgramme } from "../loyalty/programme.ts";
import { problemWithNames } from "./fault-names.ts";

const NAMES = {
  rules: { every: "Everything you buy" },
  rewards: { gift: "A large present" },
  tiers: [{ id: "gold", name: "Or" }],
};

function oddProblems(parts: Parameters<typeof programmeTree>[0]): string[] {
  const check = checkProgramme(programmeTree(parts));
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return oddities(check.programme).map(({ problem }) => problemWithNames(problem, NAMES));
}

test("a note names another rule, reward or tier as the merchant does", () => {
  const said = oddProblems({
    earning: {
      rules: [
        { id: "some", on: "order", rate: { points: 1, per: "1.00" }, match: { vendors: ["Fern & Co"] } },
        { id: "every", on: "order", rate: { points: 1, per: "1.00" } },
      ],
    },
    tiers: {
      basis: "spend",
      levels: [
        { id: "gold", at: "0", multiplier: "2" },
        { id: "less", at: "10.00" },
      ],
    },
    rewards: [{ id: "gift", kind: "amount", cost: 1, value: "5.00" }],
  });
  expect(said).toContain('never counts, for "Everything you buy" below it fits every line that it fits');
  expect(said).toContain('is below that of "Or", so rising costs points');
  expect(said.join()).toContain('by what "A large present" is worth');
  expect(said.join()).not.toMatch(/"(every|gold|gift)"/);
});

test("what has no name keeps its id, and what names no entry stays as it is", () => {
  const unnamed = 'is not above that of "constructor"';
  expect(problemWithNames(unnamed, NAMES)).toBe(unnamed);
  const typed = 'is "gold", which is no currency';
  expect(problemWithNames(typed, NAMES)).toBe(typed);
});
