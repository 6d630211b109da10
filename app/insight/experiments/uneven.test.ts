import { describe, expect, test } from "vitest";
import { normalDraw } from "../numeric/seeded-random.ts";
import { alwaysValid } from "./always-valid.ts";
import { fixedLook, standardErrorOf } from "./difference.ts";
import { simulate, type Simulation } from "./simulate.ts";
import { tallyOf } from "./tally.ts";

/** A few large orders among many small ones, as shops have them. */
const spent =
  ({ buyers = 0.1, spread = 1, lift = 0 } = {}): Simulation["member"] =>
  (random, arm) => ({
    outcome: random() < buyers * (arm === 1 ? 1 + lift : 1) ? Math.exp(3.5 + spread * normalDraw(random)) : 0,
  });

const once = { looks: 1, intervals: "fixed", tests: 600 } as const;
const daily = { looks: 40, intervals: "always-valid", tests: 300 } as const;

describe("where one side is far smaller, what is spent", () => {
  test.each<[string, Simulation]>([
    [
      "by a control group, looked at once",
      { ...once, seed: 1, membersALook: [125, 2_375], member: spent({ buyers: 0.3 }) },
    ],
    [
      "by a larger one, with larger orders",
      { ...once, seed: 2, membersALook: [500, 9_500], member: spent({ spread: 1.3 }) },
    ],
    [
      "by 95 of 100, looked at daily",
      { ...daily, seed: 3, membersALook: [12, 238], member: spent({ spread: 1.3 }) },
    ],
    [
      "by 10 of 100, looked at daily",
      { ...daily, seed: 4, membersALook: [180, 20], member: spent({ buyers: 0.2, spread: 1.5 }) },
    ],
  ])("%s, shows nothing where nothing is in more than 95 of 100 tests", (_, simulation) => {
    expect(simulate(simulation).found).toBeLessThanOrEqual(0.05);
  });

  test("still shows what is there", () => {
    const lifted = { ...once, seed: 5, tests: 150, member: spent({ buyers: 0.3, lift: 0.3 }) };
    expect(simulate({ ...lifted, membersALook: [1_000, 19_000] }).found).toBeGreaterThan(0.75);
  });
});

describe("a standard error", () => {
  const many = tallyOf(Array.from({ length: 900 }, (_, n) => (n % 30 === 0 ? 100 : n % 3)));
  const calm = tallyOf(Array.from({ length: 100 }, (_, n) => n % 3));
  const wild = tallyOf(Array.from({ length: 100 }, (_, n) => (n % 10 === 0 ? 100 : n % 3)));

  test("is the textbook's where both sides are as large", () => {
    expect(fixedLook(calm, wild).standardError).toBeCloseTo(standardErrorOf(calm, wild), 12);
  });

  test("is larger where chance kept the large orders out of the smaller side, and never smaller", () => {
    expect(fixedLook(calm, many).standardError).toBeGreaterThan(1.5 * standardErrorOf(calm, many));
    expect(fixedLook(wild, many).standardError).toBe(standardErrorOf(wild, many));
  });

  test("is the same to either side, and the interval is as wide as it says", () => {
    const read = alwaysValid(calm, many, { planned: 1_000 });
    const turned = alwaysValid(many, calm, { planned: 1_000 });
    expect(turned.standardError).toBeCloseTo(read.standardError, 12);
    expect([turned.low, turned.high]).toEqual([
      expect.closeTo(-read.high, 9) as number,
      expect.closeTo(-read.low, 9) as number,
    ]);
  });
});
