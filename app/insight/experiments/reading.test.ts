import { describe, expect, test } from "vitest";
import { readArms, type ArmFacts, type ReadingTerms } from "./reading.ts";
import { NOBODY, tallyOf, type Tally } from "./tally.ts";

const DAILY: ReadingTerms = {
  measure: "bought",
  smallest: 1_000,
  looks: { kind: "daily", planned: 4_000 },
};

/** So many of the members bought once, for so much, and cost so much each. */
function arm(id: string, { members, buyers, spent = 5_000, cost = 0, share = 5_000 }: Plan): ArmFacts {
  const each = (bought: number, not: number) =>
    tallyOf(Array.from({ length: members }, (_, n) => (n < buyers ? bought + (n % 3) - 1 : not)));
  const once = tallyOf(Array.from({ length: members }, (_, n) => (n < buyers ? 1 : 0)));
  const outcomes = { bought: once, orders: once, revenue: each(spent, 0), margin: each(spent - cost, -cost) };
  return { id, share, reached: members, outcomes };
}
interface Plan {
  members: number;
  buyers: number;
  spent?: number;
  cost?: number;
  share?: number;
}

const NOTHING = arm("without", { members: 2_000, buyers: 200 });

describe("a reading", () => {
  test("says better once chance alone does not explain it", () => {
    const read = readArms([NOTHING, arm("with", { members: 2_000, buyers: 300 })], DAILY);
    expect(read.verdict).toBe("better");
    expect(read.effects.find(({ measure }) => measure === "bought")).toMatchObject({
      ...{ arm: "with", members: 4_000, verdict: "better" },
      base: expect.closeTo(0.1, 10) as number,
      difference: expect.closeTo(0.05, 10) as number,
    });
    expect(read.fallen).toEqual([]);
  });

  test("leaves open what may be either, and says alike where it hardly matters", () => {
    const few = readArms([NOTHING, arm("with", { members: 2_000, buyers: 215 })], DAILY);
    expect(few.verdict).toBe("open");
    const sides = ["without", "with"].map((id) => arm(id, { members: 60_000, buyers: 30_000 }));
    expect(readArms(sides, { ...DAILY, looks: { kind: "daily", planned: 100_000 } }).verdict).toBe("alike");
  });

  test("warns where more buy and less is left over", () => {
    const dear = arm("with", { members: 2_000, buyers: 300, cost: 900 });
    expect(readArms([NOTHING, dear], DAILY)).toMatchObject({ verdict: "better", fallen: ["margin"] });
  });

  test("asks more of each of several arms", () => {
    const terms: ReadingTerms = { ...DAILY, looks: { kind: "once" } };
    const better = arm("with", { members: 2_000, buyers: 243 });
    expect(readArms([NOTHING, better], terms).verdict).toBe("better");
    const third = arm("third", { members: 2_000, buyers: 200 });
    expect(readArms([NOTHING, better, third], terms).verdict).toBe("open");
  });

  test("notices that members are missing from an arm", () => {
    expect(readArms([NOTHING, arm("with", { members: 1_500, buyers: 150 })], DAILY).ratioOff).toBe(true);
  });

  test("of a later window of the control group keeps the effect that its members' past has in it", () => {
    const side = (id: string, lift: number): ArmFacts => {
      const spent = Array.from({ length: 2_000 }, (_, n) => 100 + (n % 50) + lift);
      const once = tallyOf(
        spent,
        spent.map((each) => 3 * each),
      );
      return { ...arm(id, { members: 2_000, buyers: 0 }), outcomes: all(once) };
    };
    const terms: ReadingTerms = { measure: "revenue", smallest: 0, looks: { kind: "once" } };
    const read = readArms([side("control", 0), side("personal", 10)], terms);
    expect(read.verdict).toBe("better");
    for (const { difference, saved } of read.effects)
      expect([difference, saved]).toEqual([expect.closeTo(10, 8), 0]);
  });

  test.each<[string, ArmFacts[]]>([
    ["no arms", []],
    ["nobody", [nobody("a"), nobody("b")]],
    [
      "members who did nothing",
      [arm("a", { members: 500, buyers: 0 }), arm("b", { members: 500, buyers: 0 })],
    ],
    ["a handful", [arm("a", { members: 20, buyers: 10 }), arm("b", { members: 20, buyers: 2 })]],
  ])("of %s says that these are too few", (_, arms) => {
    const read = readArms(arms, DAILY);
    expect(read.verdict).toBe("few");
    expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(JSON.stringify(read))));
    for (const { low, high, difference } of read.effects) {
      expect([low, high]).toEqual([null, null]);
      expect(Number.isFinite(difference)).toBe(true);
    }
  });
});

function nobody(id: string): ArmFacts {
  return { id, share: 5_000, reached: 0, outcomes: all(NOBODY) };
}

function all(tally: Tally): ArmFacts["outcomes"] {
  return { bought: tally, orders: tally, revenue: tally, margin: tally };
}
