import { seededRandom } from "../numeric/seeded-random.ts";
import { adjustForPast } from "./cuped.ts";
import { fixedLook, type Difference } from "./difference.ts";
import { alwaysValid } from "./always-valid.ts";
import { alphaFor, isFew } from "./reading.ts";
import { NOBODY, observe, type Tally } from "./tally.ts";

export interface Simulation {
  seed: number;
  tests: number;
  /** Daily looks at each test. */
  looks: number;
  /** Members who are added between two looks: to each arm, or to one after the other. */
  membersALook: number | readonly number[];
  /** 2 unless said; the others are held against the first, and share how often they may be wrong. */
  arms?: number;
  /** What a member of an arm does after, and did before, they were reached; arms count from 0. */
  member(random: () => number, arm: number): { outcome: number; past?: number };
  /** Intervals that hold for all looks, or for one look only, which shows what daily looks do to those. */
  intervals: "always-valid" | "fixed";
}

export interface Simulated {
  /** Share of the tests in which an interval left out 0 at any of the looks. */
  found: number;
  /** Of those that were found, the mean number of looks until then. */
  looksUntilFound: number;
}

/** Plays many experiments from beginning to end, as the reports read them: the past is used where it helps. */
export function simulate(simulation: Simulation): Simulated {
  const { tests, looks, membersALook, arms: count = 2, member, intervals } = simulation;
  const random = seededRandom(simulation.seed);
  const added = Array.from({ length: count }, (_, arm) =>
    typeof membersALook === "number" ? membersALook : (membersALook[arm] ?? 0),
  );
  const planned = looks * ((added[0] ?? 0) + (added[1] ?? 0));
  let found = 0;
  let looked = 0;
  for (let test = 0; test < tests; test++) {
    const arms = Array.from({ length: count }, () => ({ ...NOBODY }));
    for (let look = 1; look <= looks; look++) {
      for (let n = 0; n < Math.max(...added); n++) {
        for (const [arm, tally] of arms.entries()) {
          if (n >= (added[arm] ?? 0)) continue;
          const { outcome, past } = member(random, arm);
          observe(tally, outcome, past);
        }
      }
      if (!read(arms, { intervals, planned }).some(leavesOutZero)) continue;
      found += 1;
      looked += look;
      break;
    }
  }
  return { found: found / Math.max(1, tests), looksUntilFound: found === 0 ? 0 : looked / found };
}

function read(
  arms: readonly Tally[],
  { intervals, planned }: Pick<Simulation, "intervals"> & { planned: number },
): Difference[] {
  const [base = NOBODY, ...others] = adjustForPast(arms).tallies;
  const alpha = alphaFor(arms.length);
  const told = others.filter((arm) => !isFew(base) && !isFew(arm));
  return told.map((arm) => {
    return intervals === "fixed" ? fixedLook(base, arm, alpha) : alwaysValid(base, arm, { alpha, planned });
  });
}

function leavesOutZero({ low, high }: Difference): boolean {
  return low > 0 || high < 0;
}
