import { adjustForPast } from "../../app/insight/experiments/cuped.ts";
import { fixedLook, standardErrorOf } from "../../app/insight/experiments/difference.ts";
import { sizeFor } from "../../app/insight/experiments/sample-size.ts";
import { simulate, type Simulation } from "../../app/insight/experiments/simulate.ts";
import { tallyOf } from "../../app/insight/experiments/tally.ts";
import { normalDraw } from "../../app/insight/numeric/seeded-random.ts";
import { readTable } from "../insight/read-table.ts";
import { shareInterval } from "./interval.ts";
import { findData, type LeftOut, type Measured } from "./measured.ts";

const HILLSTROM = "hillstrom/hillstrom_half_A.csv.gz";
const BASE = "No E-Mail";
/** [lowest, highest] that says the same as the published figure, to the digits it is published with. */
const PUBLISHED = [
  { measure: "visit", arm: "Mens E-Mail", lift: [0.07415, 0.07425], error: [0.00475, 0.00485] },
  { measure: "visit", arm: "Womens E-Mail", lift: [0.04415, 0.04425], error: [0.00455, 0.00465] },
  { measure: "spend", arm: "Mens E-Mail", lift: [0.7295, 0.7305], error: null },
  { measure: "spend", arm: "Womens E-Mail", lift: [0.4735, 0.4745], error: null },
] as const;

/** The effects of a published experiment, and tests of nothing and of something, looked at daily. */
export async function* rows(data: string): AsyncGenerator<Measured | LeftOut> {
  const file = findData(data, HILLSTROM);
  if (file === null) yield { leftOut: HILLSTROM };
  else yield* hillstrom(file);
  yield* selfTest();
}

function* hillstrom(file: string): Generator<Measured> {
  const table = readTable(file, ["segment", "visit", "spend", "history"]);
  const cells = Map.groupBy(
    table.map((row) => row.cells),
    ({ segment }) => segment,
  );
  for (const { measure, arm, lift, error } of PUBLISHED) {
    const tally = (name: string) => {
      const members = cells.get(name) ?? [];
      const pasts = members.map(({ history }) => Number(history));
      return tallyOf(
        members.map((member) => Number(member[measure])),
        pasts,
      );
    };
    const [base, other] = [tally(BASE), tally(arm)];
    const { difference, low, high } = fixedLook(base, other);
    const publishedError = standardErrorOf(base, other);
    const protocol = `Hillstrom 2008, half A, ${other.members} against ${base.members} customers`;
    const shared = { part: "experiments", known: null, protocol };
    const [least, most] = lift;
    yield {
      ...{ ...shared, measure: `${measure}, ${arm}: lift`, base: base.mean },
      ...{ goal: { atLeast: least, atMost: most }, ours: difference, interval: [low, high] },
    };
    if (error !== null)
      yield {
        ...{ ...shared, measure: `${measure}, ${arm}: standard error`, base: null },
        ...{ goal: { atLeast: error[0], atMost: error[1] }, ours: publishedError },
      };
    const { saved } = adjustForPast([base, other]);
    yield {
      ...shared,
      measure: `${measure}, ${arm}: variance that the past takes away`,
      base: 0,
      goal: null,
      ours: saved,
    };
  }
}

const TESTS = { seed: 20_261, tests: 2_000, looks: 28, membersALook: 100 };

/** 10 % against 13 %, and the mean of both variances. */
const PLANTED = { lift: 0.03, variance: (0.1 * 0.9 + 0.13 * 0.87) / 2 };

/** What a member spends whose taste is lasting: so the past tells something. */
function spending(random: () => number, lift: number): { outcome: number; past: number } {
  const taste = normalDraw(random);
  const spend = (chance: number) =>
    random() < chance ? Math.exp(3.5 + taste + 0.5 * normalDraw(random)) : 0;
  return { outcome: spend(0.1 * (1 + lift)), past: spend(0.1) + spend(0.1) + spend(0.1) };
}

/** What members spend who buy or do not, with the few large orders that shops have. */
function skewed(lift = 0): Simulation["member"] {
  return (random, arm) => ({
    outcome: random() < 0.2 * (arm === 1 ? 1 + lift : 1) ? Math.exp(3.5 + normalDraw(random)) : 0,
  });
}

/** Sides that are not alike in size: most of what is tried, and the control group. */
const UNEVEN: { measure: string; how: string; terms: Omit<Simulation, "seed" | "tests" | "member"> }[] = [
  ...[90, 95].map((percent) => ({
    measure: `spend, ${percent} of 100 with it`,
    how: `${TESTS.looks} daily looks, ${2 * percent} and ${2 * (100 - percent)} members a day`,
    terms: {
      ...{ looks: TESTS.looks, intervals: "always-valid" as const },
      membersALook: [2 * (100 - percent), 2 * percent],
    },
  })),
  {
    measure: "spend, control group",
    how: "one look at 250 members of the control group and 4,750 others",
    terms: { looks: 1, intervals: "fixed", membersALook: [250, 4_750] },
  },
];

function* unevenSides(): Generator<Measured> {
  for (const { measure, how, terms } of UNEVEN) {
    const { seed, tests } = TESTS;
    const { found } = simulate({ ...terms, seed, tests, member: skewed() });
    const shared = { part: "experiments", base: null, known: null };
    yield {
      ...{ ...shared, measure: `false alarms: ${measure}`, protocol: `${tests} tests of nothing, ${how}` },
      ...{ goal: { atMost: 0.05 }, ours: found, interval: shareInterval(found, tests) },
    };
    const lifted = simulate({ ...terms, seed, tests: 500, member: skewed(0.5) }).found;
    yield {
      ...{
        ...shared,
        measure: `half more found: ${measure}`,
        protocol: `500 tests of half more buyers, ${how}`,
      },
      ...{ goal: null, ours: lifted, interval: shareInterval(lifted, 500) },
    };
  }
}

function* selfTest(): Generator<Measured> {
  const bought =
    (base: number, lift = 0): Simulation["member"] =>
    (random, arm) => ({ outcome: random() < base * (arm === 1 ? 1 + lift : 1) ? 1 : 0 });
  const nothing: [string, Simulation["member"]][] = [
    ["bought, 10 %", bought(0.1)],
    ["bought, 2 %", bought(0.02)],
    ["spend, with what was spent before", (random) => spending(random, 0)],
  ];
  const protocol = `${TESTS.tests} tests of nothing, ${TESTS.looks} daily looks, ${TESTS.membersALook} of each arm a day`;
  for (const [measure, member] of nothing) {
    const { found } = simulate({ ...TESTS, member, intervals: "always-valid" });
    const interval = shareInterval(found, TESTS.tests);
    const naive = simulate({ ...TESTS, tests: 500, member, intervals: "fixed" }).found;
    yield {
      ...{ part: "experiments", measure: `false alarms: ${measure}`, base: naive, known: null },
      ...{ goal: { atMost: 0.05 }, ours: found, interval },
      protocol: `${protocol}; base: intervals for a single look`,
    };
  }
  const three = { ...TESTS, arms: 4, member: bought(0.1) };
  const alarms = simulate({ ...three, intervals: "always-valid" }).found;
  yield {
    ...{ part: "experiments", measure: "false alarms: three things at once", known: null },
    base: simulate({ ...three, tests: 500, intervals: "fixed" }).found,
    ...{ goal: { atMost: 0.05 }, ours: alarms, interval: shareInterval(alarms, TESTS.tests) },
    protocol: `${protocol}, three held against the fourth; base: intervals for a single look`,
  };
  yield* unevenSides();
  const size = sizeFor({ variance: PLANTED.variance, smallest: PLANTED.lift, shares: [0.5, 0.5] });
  const membersALook = Math.ceil((size?.members ?? 0) / 2 / TESTS.looks);
  const planted = { ...TESTS, membersALook, tests: 500, member: bought(0.1, 0.3) };
  const { found, looksUntilFound } = simulate({ ...planted, intervals: "always-valid" });
  const shared = {
    ...{ part: "experiments", base: null, known: null },
    protocol: `500 tests of 10 % against 13 %, ${TESTS.looks} daily looks, ${membersALook} of each arm a day, as the planner says`,
  };
  yield {
    ...{ ...shared, measure: "planted lift found", goal: { atLeast: 0.8 }, ours: found },
    interval: shareInterval(found, planted.tests),
  };
  yield { ...shared, measure: "days until it was found", goal: null, ours: looksUntilFound };
}
