import { describe, expect, test } from "vitest";
import { normalDraw, seededRandom } from "../numeric/seeded-random.ts";
import { alwaysValid, timesStandardError } from "./always-valid.ts";
import { adjustForPast } from "./cuped.ts";
import { fixedLook } from "./difference.ts";
import { isRatioOff, oddsOfWrongRatio } from "./sample-ratio.ts";
import { sizeFor, smallestFor } from "./sample-size.ts";
import { simulate, type Simulation } from "./simulate.ts";
import { tallyOf, varianceOf } from "./tally.ts";

/** So many of them did it. */
function share(did: number, members: number) {
  return tallyOf(Array.from({ length: members }, (_, n) => (n < did ? 1 : 0)));
}

describe("a difference", () => {
  test("of two proportions has the interval of the textbook", () => {
    // 100 of 1,000 against 130 of 1,000: .03 +- 1.96 sqrt(.09/1000 + .1131/1000), with n - 1 for n.
    const { difference, standardError, low, high } = fixedLook(share(100, 1_000), share(130, 1_000));
    expect(difference).toBeCloseTo(0.03, 12);
    expect(standardError).toBeCloseTo(Math.sqrt((0.09 + 0.1131) / 999), 12);
    expect([low, high].map((bound) => bound.toFixed(4))).toEqual(["0.0021", "0.0579"]);
  });

  test("keeps small spreads of large amounts", () => {
    const large = Array.from({ length: 1_000 }, (_, n) => 9e12 + (n % 2));
    expect(varianceOf(tallyOf(large))).toBeCloseTo(250 / 999, 3);
  });

  test.each<[string, number[], number[]]>([
    ["nobody", [], []],
    ["one member each", [5], [7]],
    ["members who all did the same", [3, 3, 3], [3, 3, 3]],
    ["what is no number", [Number.NaN, Infinity], [1, -Infinity]],
  ])("of %s is never NaN", (_, base, arm) => {
    const both = [tallyOf(base, base), tallyOf(arm, arm)] as const;
    const adjusted = adjustForPast(both).tallies;
    const read = [fixedLook(...both), alwaysValid(...both, { planned: 100 })];
    for (const estimate of [...read, ...adjusted])
      expect(Object.values(estimate).filter(Number.isNaN)).toEqual([]);
  });
});

describe("intervals for daily looks", () => {
  test("are narrowest, in standard errors, near the planned number", () => {
    const at = (members: number) => timesStandardError(members, { planned: 1_000 });
    expect(at(1_000)).toBeCloseTo(3.035, 3);
    expect(at(1_000)).toBeLessThan(Math.min(at(100), at(10_000)));
    // For ever wider than for one look, and never by much.
    expect(at(1_000_000)).toBeLessThan(5);
  });

  const bought =
    (base: number, arm: number): Simulation["member"] =>
    (random, which) => ({ outcome: random() < (which === 0 ? base : arm) ? 1 : 0 });
  const daily = { looks: 28, membersALook: 50, intervals: "always-valid" } as const;

  test("raise a false alarm in at most 5 of 100 tests of nothing, where others do in far more", () => {
    const nothing = { ...daily, seed: 20_260, tests: 2_000, member: bought(0.1, 0.1) };
    expect(simulate(nothing).found).toBeLessThanOrEqual(0.05);
    expect(simulate({ ...nothing, tests: 300, intervals: "fixed" }).found).toBeGreaterThan(0.15);
  });

  test("raise no more of them where three are held against the first at once", () => {
    const nothing = { ...daily, seed: 4, tests: 600, arms: 4, member: bought(0.1, 0.1) };
    expect(simulate(nothing).found).toBeLessThanOrEqual(0.05);
    expect(simulate({ ...nothing, tests: 200, intervals: "fixed" }).found).toBeGreaterThan(0.15);
  });

  test("find a lift that is there, and mostly before the last day", () => {
    const { found, looksUntilFound } = simulate({
      ...{ ...daily, seed: 7, tests: 200, member: bought(0.1, 0.165) },
    });
    expect(found).toBeGreaterThan(0.8);
    expect(looksUntilFound).toBeLessThan(24);
  });
});

describe("members' own past", () => {
  const random = seededRandom(11);
  const pasts = Array.from({ length: 2_000 }, () => 50 + 20 * normalDraw(random));

  test("narrows the interval where it foretells what they do, and corrects unlike arms", () => {
    const outcomes = pasts.map((past) => 0.8 * past + 10 * normalDraw(random));
    const base = tallyOf(outcomes.slice(0, 1_000), pasts.slice(0, 1_000));
    const arm = tallyOf(
      outcomes.slice(1_000).map((outcome) => outcome + 5),
      pasts.slice(1_000),
    );
    const { tallies, saved } = adjustForPast([base, arm]);
    const [plainBase, plainArm] = [fixedLook(base, arm), fixedLook(tallies[0] ?? base, tallies[1] ?? arm)];
    expect(saved).toBeGreaterThan(0.6);
    expect(plainArm.standardError).toBeLessThan(0.65 * plainBase.standardError);
    expect(Math.abs(plainArm.difference - 5)).toBeLessThan(3 * plainArm.standardError);
  });

  test("is left alone where it tells nothing", () => {
    const outcomes = pasts.map((_, n) => n % 2);
    const unrelated = pasts.map((_, n) => (n % 4 < 2 ? 10 : 30));
    const arms = [tallyOf(outcomes, unrelated), tallyOf(outcomes, unrelated)];
    expect(adjustForPast(arms)).toEqual({ tallies: arms, saved: 0 });
  });
});

describe("the planner", () => {
  test("says what the textbook says for one look", () => {
    // 10 % against 12 %, halves, 80 % power: 2 (1.96 + .8416)^2 .09 / .02^2 = 3,532 in each arm.
    const size = sizeFor({ variance: 0.09, smallest: 0.02, shares: [0.5, 0.5] });
    expect(size?.oneLook).toBe(2 * 3_532);
    expect(size?.members).toBeGreaterThan(7_064);
    expect(size?.members).toBeLessThan(2 * 7_064);
  });

  test("answers the question the other way round alike", () => {
    const terms = { variance: 900, shares: [0.1, 0.9] } as const;
    const size = sizeFor({ ...terms, smallest: 4 });
    expect(smallestFor(size?.members ?? 0, terms)).toBeCloseTo(4, 2);
  });

  test("says nothing where there is nothing to say", () => {
    expect(sizeFor({ variance: 0, smallest: 1, shares: [0.5, 0.5] })).toBeNull();
    expect(sizeFor({ variance: 1, smallest: 0, shares: [0.5, 0.5] })).toBeNull();
    expect(sizeFor({ variance: Number.NaN, smallest: 1, shares: [0.5, 0.5] })).toBeNull();
    expect(smallestFor(0, { variance: 1, shares: [0.5, 0.5] })).toBeNull();
  });
});

describe("the ratio of the arms", () => {
  const halves = (one: number, other: number) => [
    { members: one, share: 5_000 },
    { members: other, share: 5_000 },
  ];

  test("is fine within chance, and not where members are missing", () => {
    expect(isRatioOff(halves(5_050, 4_950))).toBe(false);
    expect(isRatioOff(halves(5_300, 4_700))).toBe(true);
    expect(isRatioOff([])).toBe(false);
    expect(oddsOfWrongRatio(halves(0, 0))).toBe(1);
  });

  test("of arms that are as they should be raises no alarm, however often it is looked at", () => {
    const random = seededRandom(3);
    let alarms = 0;
    for (let test = 0; test < 300; test++) {
      let [one, other] = [0, 0];
      for (let look = 0; look < 30; look++) {
        for (let n = 0; n < 40; n++) {
          if (random() < 0.5) one += 1;
          else other += 1;
        }
        if (!isRatioOff(halves(one, other))) continue;
        alarms += 1;
        break;
      }
    }
    expect(alarms).toBeLessThanOrEqual(2);
  });
});
