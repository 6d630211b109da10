import { describe, expect, test } from "vitest";
import { DAY } from "../../app/loyalty/time.ts";
import { actOnPlan } from "../../app/use-cases/experiments/act-on-plan.ts";
import {
  discardExperiment,
  startExperiment,
  stopExperiment,
} from "../../app/use-cases/experiments/change-experiment.ts";
import { showPlan } from "../../app/use-cases/experiments/show-plan.ts";
import { deliver } from "../support/deliver.ts";
import {
  app,
  formOf,
  given,
  goOn,
  ids,
  MEMBERS,
  OWNER,
  plan,
  POINTS,
  publish,
  reached,
  shop,
  shown,
  start,
  startExperiments,
  thanks,
} from "../support/experiment-shop.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme } from "../support/perennial.ts";

startExperiments();

test("what an experiment takes is told from the shop's own orders, to the last penny", async () => {
  const thirds = [thanks({ cost: 300 })];
  const other = await app.install("thirds.myshopify.com", programme({ rewards: thirds }));
  for (const [n, id] of ids.entries()) {
    const at = new Date(NOON + DAY).toISOString();
    const bought = order({ id: `${id}77`, customer: `${id}7`, total: n % 2 === 0 ? "60.00" : "20.00", at });
    await deliver(app.door, { shop: other.domain, topic: "orders/paid", payload: bought });
  }
  await app.settle(other.domain);
  app.clock.now += 7 * DAY;
  const form = formOf({ id: "asked-one", question: "?", measure: "revenue", ...POINTS });
  const asked = { form, locale: "en", by: OWNER };
  expect(await actOnPlan(app.services, other, asked)).toMatchObject({
    outcome: "worked-out",
    forecast: {
      ...{
        members: MEMBERS,
        given: MEMBERS / 2,
        base: { members: MEMBERS, mean: expect.closeTo(4_000, 6) as number },
        days: 7,
      },
      // 100 points at most a third of 5.00 each; chance may draw 16 of 18, and no more are given any: 1,600 points.
      ...{
        mostGiven: 16,
        cost: 2_667,
        isCostOpen: false,
        tooFew: { members: 100, hits: 20 },
        shows: expect.any(Number) as number,
      },
    },
  });
  form.set("question", "");
  form.set("points", "-1");
  expect(await actOnPlan(app.services, other, asked)).toEqual({
    outcome: "refused",
    faults: ["question", "points"],
  });
});

describe("a plan", () => {
  const keep = (fields: Record<string, string>, revision = 0) => {
    const form = formOf({ id: "first-one", deed: "keep", question: "Do more buy?", ...POINTS, ...fields });
    form.set("revision", String(revision));
    return actOnPlan(app.services, shop, { form, locale: "en", by: OWNER });
  };
  const filledIn = async () =>
    (await showPlan(app.services, shop, { id: "first-one", locale: "en" }))?.values;

  test("is filled in again as it was, and may be changed until it begins", async () => {
    const all = {
      ...{ question: "Which one?", kind: "reward", reward: "thanks", share: "50", armShare: "67" },
      ...{ spread: "14", measure: "margin", window: "60", smallest: "12.5", margin: "40", overlaps: "on" },
    };
    expect(await keep({})).toEqual({ outcome: "planned", id: "first-one", revision: 1 });
    expect(await filledIn()).toMatchObject({ kind: "points", points: "100", reward: "", overlaps: "" });
    expect(await keep(all, 1)).toEqual({ outcome: "planned", id: "first-one", revision: 2 });
    expect(await filledIn()).toMatchObject({ ...all, points: "", reason: "" });
    // A page that is behind puts nothing in the place of what it has not seen; the same form sent twice does no harm.
    expect(await keep({ question: "Mine?" }, 1)).toEqual({
      ...{ outcome: "overtaken", id: "first-one", revision: 2 },
    });
    expect(await keep(all, 1)).toEqual({ outcome: "planned", id: "first-one", revision: 2 });
    expect((await shown("first-one")).experiment).toMatchObject({ question: "Which one?", kind: "reward" });
  });

  test("sent again under its id is told what stands where it says something else", async () => {
    await keep({});
    expect(await keep({})).toEqual({ outcome: "planned", id: "first-one", revision: 1 });
    const stands = { id: "first-one", revision: 1 };
    expect(await keep({ question: "Another?" })).toEqual({ outcome: "overtaken", ...stands });
    expect(await keep({ points: "900" })).toEqual({ outcome: "overtaken", ...stands });
    expect(await keep({ points: "900" }, 1)).toEqual({ outcome: "planned", id: "first-one", revision: 2 });
    await startExperiment(app.services, shop, {
      ...{ id: "first-one", revision: 2, by: OWNER, shown: { most: MEMBERS, cost: 100_000 } },
    });
    expect(await keep({})).toMatchObject({ outcome: "begun" });
    expect(await keep({ points: "900" })).toMatchObject({ outcome: "planned" });
  });

  test("stays as it is once it has begun, and is not made again by a page that has it open", async () => {
    await keep({});
    await start("first-one");
    expect(await keep({ points: "200" }, 1)).toMatchObject({ outcome: "begun" });
    expect((await shown("first-one")).experiment.plan.arms[1]?.gives).toEqual({
      kind: "points",
      points: "100",
    });
    const other = formOf({ id: "other-one", deed: "keep", revision: "1", question: "?", ...POINTS });
    await plan("other-one");
    await discardExperiment(app.services, shop, { id: "other-one", revision: 1, by: OWNER });
    expect(await actOnPlan(app.services, shop, { form: other, locale: "en", by: OWNER })).toMatchObject({
      outcome: "gone",
    });
  });
});

describe("several things at once", () => {
  const THREE = { points: "100", points2: "200", points3: "300", armShare: "75" };

  test("are given to an arm each, beside one that goes without, within one sum", async () => {
    await plan("three-one", THREE);
    await start("three-one");
    await goOn();
    const arms = await reached("three-one");
    const points = new Map([
      ["with", 100n],
      ["with-2", 200n],
      ["with-3", 300n],
    ]);
    expect(new Set(arms.values())).toEqual(new Set(["without", ...points.keys()]));
    const due = [...arms].flatMap(([id, arm]): [string, bigint][] => {
      const its = points.get(arm);
      return its === undefined ? [] : [[id, its]];
    });
    expect(await given()).toEqual(new Map(due));
    const { experiment, budget, looks } = await shown("three-one");
    expect(experiment.plan.arms.map(({ share }) => share)).toEqual([2_500, 2_500, 2_500, 2_500]);
    // A point costs a penny at most.
    expect(budget?.setAside).toBe(Number(due.reduce((sum, [, its]) => sum + its, 0n)));
    const bought = looks.at(-1)?.reading.effects.filter(({ measure }) => measure === "bought");
    expect(bought?.map(({ arm }) => arm)).toEqual([...points.keys()]);
  });

  test("may be no more than one of each, and the first of them must be there", async () => {
    const work = (fields: Record<string, string>) => {
      const form = formOf({ id: "three-one", question: "?", ...POINTS, ...fields });
      return actOnPlan(app.services, shop, { form, locale: "en", by: OWNER });
    };
    expect(await work({ ...THREE, points3: "100" })).toEqual({ outcome: "refused", faults: ["same"] });
    expect(await work({ ...THREE, points: "", points3: "-1" })).toEqual({
      ...{ outcome: "refused", faults: ["points", "points3"] },
    });
    // Chance may put all 18 into arms that get something, and no more than each could cost its dearest: 300 points.
    expect(await work(THREE)).toMatchObject({ forecast: { mostGiven: MEMBERS, cost: 5_400, given: 15 } });
  });
});

describe("what an experiment may cost", () => {
  const spent = async () => {
    const [row] = await app.db.sql.query<{ codes: number; committed: bigint }>(
      `SELECT committed, (SELECT count(*)::int FROM issued_code c WHERE c.shop_id = e.shop_id) AS codes
       FROM experiment e WHERE shop_id = $1`,
      [shop.id],
    );
    return row;
  };

  test("is what the page showed, also where a reward becomes dearer while members are reached", async () => {
    await plan("dear-one", { kind: "reward", reward: "thanks", spread: "7" });
    await start("dear-one", { cost: 4_000 });
    await goOn();
    const before = await spent();
    await publish([thanks({ value: "10.00" })]);
    for (let day = 1; day < 7; day++) {
      app.clock.now += DAY;
      await goOn();
    }
    const after = await spent();
    const dear = (after?.codes ?? 0) - (before?.codes ?? 0);
    expect([dear > 0, (await reached("dear-one")).size < MEMBERS]).toEqual([true, true]);
    expect(after?.committed).toBe(BigInt((before?.codes ?? 0) * 500 + dear * 1_000));
    expect(Number(after?.committed)).toBeLessThanOrEqual(4_000);
    expect((await shown("dear-one")).budget).toEqual({
      ...{ most: 4_000, setAside: Number(after?.committed), givenBack: 0 },
    });
    const beyond = `UPDATE experiment SET committed = 4001 WHERE shop_id = $1`;
    await expect(app.db.sql.query(beyond, [shop.id])).rejects.toThrow(/experiment_budget/);
  });

  test("ends the intake where what is given has no price any more, and begins none that was shown one", async () => {
    await plan("dear-one", { kind: "reward", reward: "thanks", spread: "7" });
    await plan("late-one", { kind: "reward", reward: "thanks", overlaps: "on" });
    await start("dear-one");
    await goOn();
    const before = (await reached("dear-one")).size;
    await publish([{ id: "thanks", kind: "percent", cost: 500, value: "10", codeDays: 30 }]);
    app.clock.now += 3 * DAY;
    await goOn();
    expect((await reached("dear-one")).size).toBe(before);
    expect((await shown("late-one")).forecast).toMatchObject({ cost: null, isOrderOpen: true });
    expect(await start("late-one")).toEqual({ outcome: "overtaken" });
  });

  test("is given back for whoever was not given anything", async () => {
    await plan("first-one");
    await start("first-one");
    await goOn();
    const paid = await spent();
    const waits = `UPDATE experiment_member SET gift = 'waiting' WHERE shop_id = $1 AND arm = 'with'`;
    await app.db.sql.query(waits, [shop.id]);
    const { revision } = (await shown("first-one")).experiment;
    await stopExperiment(app.services, shop, { id: "first-one", revision, by: OWNER });
    expect([paid?.committed === 0n, (await spent())?.committed]).toEqual([false, 0n]);
  });
});
