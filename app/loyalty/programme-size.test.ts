import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aProgramme, PURCHASE } from "./examples.ts";
import { oddities } from "./programme-oddities.ts";
import { fitProgramme } from "./programme-size.ts";
import { wholeProgramme } from "./summarise-programme.ts";
import type { ProgrammeSummary } from "./summary.ts";
import { PROGRAMME_MAX_BYTES } from "./summary.ts";

const LIMIT_OF_SHOPIFY = 128 * 1000;
const names = (count: number) => Array.from({ length: count }, (_, n) => `something-long-enough-${n}`);
const review = (n: number) => ({
  id: `review-${n}`,
  on: `activity:review-of-something-worth-a-few-words-of-anybody-${n}`,
  bonus: 10,
});
const reward = (n: number) => ({ id: `reward-${n}`, kind: "custom", cost: 10, instructions: "send it" });
const byId = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, "ж".repeat(60)]));

/** A programme with so many of everything. */
function large(count: {
  activities?: number;
  bonuses?: number;
  rewards?: number;
  levels?: number;
  tags?: number;
  locales?: number;
}) {
  const { activities = 0, bonuses = 0, rewards = 1, levels = 2, tags = 0, locales = 0 } = count;
  const tree = {
    activities: Array.from({ length: activities }, (_, n) => review(n)),
    bonuses: Array.from({ length: bonuses }, (_, n) => ({ id: `bonus-${n}`, on: "order", bonus: 1 })),
    rewards: Array.from({ length: rewards }, (_, n) => reward(n)),
    levels: Array.from({ length: levels }, (_, n) => ({ id: `level-${n}`, at: String(n) })),
  };
  const texts = {
    points: { other: "ж".repeat(60) },
    tiers: byId(tree.levels.map(({ id }) => id)),
    rewards: byId(tree.rewards.map(({ id }) => id)),
    activities: byId(tree.activities.map(({ id }) => id)),
    rules: byId(tree.bonuses.map(({ id }) => id)),
  };
  return aProgramme({
    earning: {
      rules: [
        PURCHASE,
        { id: "birthday", on: "birthday", bonus: 10 },
        { id: "m", on: "order", multiply: "2", match: { productTags: names(Math.max(1, tags)) } },
        ...tree.activities,
        ...tree.bonuses,
      ],
    },
    tiers: { basis: "orders", levels: tree.levels },
    rewards: tree.rewards,
    texts: Object.fromEntries(
      "de en es fr it ja nl pl"
        .split(" ")
        .slice(0, locales)
        .map((locale) => [locale, texts]),
    ),
  });
}

const fitted = (programme: ReturnType<typeof large>) =>
  fitProgramme(wholeProgramme({ programme, version: 1 }));
const bytes = (summary: ProgrammeSummary) => Buffer.byteLength(JSON.stringify(summary));

describe("what storefronts read of a programme", () => {
  test("is all of it where it is of ordinary size: eight languages, ten levels, all rewards", () => {
    const programme = large({ activities: 10, rewards: 40, levels: 10, tags: 50, locales: 8 });
    expect(fitted(programme).leftOut).toEqual([]);
    expect(oddities(programme).filter(({ path }) => path === "")).toEqual([]);
  });

  test.each([
    [{ bonuses: 100, locales: 8 }, ["names of rules"]],
    [{ activities: 150, locales: 8 }, ["names of activities"]],
    [{ activities: 100, rewards: 60, locales: 8 }, ["names of activities"]],
    [{ rewards: 120, locales: 8 }, ["names of rewards"]],
    [{ activities: 990 }, ["activities"]],
    [{ tags: 4500, rewards: 40 }, ["some rewards", "what is earned"]],
    [{ levels: 1000, locales: 2 }, ["names of rewards", "some rewards", "names of points and levels"]],
  ])("with %j leaves out %j", (count, leftOut) => {
    const programme = large(count);
    const { summary, leftOut: left } = fitted(programme);
    expect(left).toEqual(leftOut);
    expect(bytes(summary)).toBeLessThan(PROGRAMME_MAX_BYTES);
    expect(oddities(programme)).toContainEqual({
      path: "",
      problem: `is more than storefronts can read, so they are not told of: ${leftOut.join(", ")}`,
      mend: "name fewer products and tags in rules, or remove what is over",
    });
  });

  test("never promises a part of what is earned: the rules go together", () => {
    const { summary } = fitted(large({ tags: 9000 }));
    expect(summary).toMatchObject({ rates: [], multipliers: [], birthdayBonuses: [] });
  });

  test("stays below the store's limit whatever a merchant writes", () => {
    const one = large({ activities: 1, rewards: 2, tags: 5, locales: 1 });
    const small = wholeProgramme({ programme: one, version: 1 });
    const many = fc.integer({ min: 0, max: 1000 });
    const counts = fc.record({ activities: many, rates: many, bonuses: many, rewards: many, levels: many });
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 20 }), (count, locales) => {
        const { summary } = fitProgramme({
          ...small,
          activities: repeated(small.activities, count.activities),
          multipliers: repeated(small.multipliers, count.rates),
          birthdayBonuses: repeated(small.birthdayBonuses, count.bonuses),
          rewards: repeated(small.rewards, count.rewards),
          tiers: repeated(small.tiers, count.levels),
          texts: Object.fromEntries(
            repeated(Object.values(small.texts), locales).map((names, n) => [`l${n}`, names]),
          ),
        });
        expect(bytes(summary)).toBeLessThan(PROGRAMME_MAX_BYTES);
      }),
      { numRuns: 25 },
    );
    expect(PROGRAMME_MAX_BYTES).toBeLessThan(LIMIT_OF_SHOPIFY);
  });
});

function repeated<T>(list: readonly T[], times: number): T[] {
  return Array.from({ length: times }, () => list).flat();
}
