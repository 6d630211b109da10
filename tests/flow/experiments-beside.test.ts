import { describe, expect, test } from "vitest";
import { DAY } from "../../app/loyalty/time.ts";
import {
  decideExperiment,
  discardExperiment,
  stopExperiment,
} from "../../app/use-cases/experiments/change-experiment.ts";
import { controlGroupTest, setControlGroup } from "../../app/use-cases/experiments/control-group.ts";
import { showExperiments } from "../../app/use-cases/experiments/show-experiments.ts";
import { whoGetsRecommendations } from "../../app/use-cases/experiments/who-gets-recommendations.ts";
import {
  app,
  goOn,
  ids,
  MEMBERS,
  OWNER,
  plan,
  reached,
  shop,
  shown,
  start,
  startExperiments,
} from "../support/experiment-shop.ts";
import { NOON } from "../support/perennial.ts";

startExperiments();

describe("experiments beside each other", () => {
  test("share nobody unless the merchant says so, and are refused where no room is left", async () => {
    await plan("half-one", { share: "50" });
    await plan("half-two", { share: "50" });
    await plan("third-one", { share: "25" });
    await plan("other-one", { share: "100", overlaps: "on" });
    for (const id of ["half-one", "half-two", "other-one"])
      expect(await start(id)).toEqual({ outcome: "changed" });
    expect(await start("third-one")).toEqual({ outcome: "no-room", free: 0 });
    await goOn();
    const [one, two] = [await reached("half-one"), await reached("half-two")];
    expect(one.size + two.size).toBe(MEMBERS);
    expect([...one.keys()].filter((id) => two.has(id))).toEqual([]);
    expect((await reached("other-one")).size).toBe(MEMBERS);
  });

  test("with a reward give codes, and with recommendations say who goes without", async () => {
    await plan("reward-one", { kind: "reward", reward: "thanks", share: "50" });
    await plan("picks-one", { kind: "recommendations", share: "50" });
    await app.db.sql.query(
      `INSERT INTO member_picks (shop_id, member_id, picks, changed_at, published_at)
       SELECT $1, id, '{}', now(), now() FROM member WHERE shop_id = $1`,
      [shop.id],
    );
    await start("reward-one");
    await start("picks-one");
    await goOn();
    const tried = [...(await reached("reward-one"))].filter(([, arm]) => arm === "with");
    const codes = await app.db.sql.query(`SELECT 1 FROM issued_code WHERE shop_id = $1`, [shop.id]);
    expect(codes).toHaveLength(tried.length);
    // What was published for them before is published anew.
    const published = await app.db.sql.query<{ id: bigint }>(
      `SELECT member_id AS id FROM member_picks WHERE shop_id = $1 AND published_at IS NOT NULL`,
      [shop.id],
    );
    const reachedByPicks = await reached("picks-one");
    expect(published.filter(({ id }) => reachedByPicks.has(id.toString()))).toEqual([]);
    expect(published.length + reachedByPicks.size).toBe(MEMBERS);
    const without = [...(await reached("picks-one"))].filter(([, arm]) => arm === "without");
    const shows = await whoGetsRecommendations(app.services, shop, ids);
    expect(ids.filter((id) => !shows.has(id)).sort()).toEqual(without.map(([id]) => id).sort());
  });

  test("keep both sides and their members until all that they reached are counted", async () => {
    await plan("picks-one", { kind: "recommendations" });
    await plan("other-one", { share: "25" });
    await start("picks-one");
    await goOn();
    const { revision } = (await shown("picks-one")).experiment;
    await stopExperiment(app.services, shop, { id: "picks-one", revision, by: OWNER });
    const without = [...(await reached("picks-one"))].filter(([, arm]) => arm === "without");
    expect((await whoGetsRecommendations(app.services, shop, ids)).size).toBe(MEMBERS - without.length);
    expect(await start("other-one")).toEqual({ outcome: "no-room", free: 0 });
    await app.db.sql.query(
      `INSERT INTO member_picks (shop_id, member_id, picks, changed_at, published_at)
       SELECT $1, id, '{}', now(), now() FROM member WHERE shop_id = $1`,
      [shop.id],
    );
    app.clock.now += 7 * DAY;
    await goOn();
    expect((await whoGetsRecommendations(app.services, shop, ids)).size).toBe(MEMBERS);
    const published = `SELECT 1 FROM member_picks WHERE shop_id = $1 AND published_at IS NOT NULL`;
    expect(await app.db.sql.query(published, [shop.id])).toEqual([]);
    expect(await start("other-one")).toEqual({ outcome: "changed" });
  });

  test("keep what was made of them, and a plan may be thrown away", async () => {
    await plan("first-one");
    await plan("other-one");
    expect(await discardExperiment(app.services, shop, { id: "other-one", revision: 1, by: OWNER })).toEqual({
      outcome: "changed",
    });
    await start("first-one");
    const decided = {
      id: "first-one",
      revision: 2,
      by: OWNER,
      decision: "drop",
      text: " Too dear ",
    } as const;
    expect(await decideExperiment(app.services, shop, decided)).toEqual({ outcome: "changed" });
    expect(await decideExperiment(app.services, shop, decided)).toEqual({ outcome: "unchanged" });
    const { experiments } = await showExperiments(app.services, shop);
    expect(experiments.map(({ id, decision, note }) => [id, decision, note])).toEqual([
      ["first-one", "drop", "Too dear"],
    ]);
  });
});

describe("the control group", () => {
  const set = (share: number, shown = 0) => setControlGroup(app.services, shop, { share, shown, by: OWNER });
  const inIt = async () => ids.filter(await controlGroupTest(app.services, shop));

  test("is nobody until somebody asks for it, and gets nothing personal", async () => {
    expect(await inIt()).toEqual([]);
    expect(await set(2_000)).toEqual({ outcome: "saved", share: 2_000 });
    const control = await inIt();
    await plan("first-one");
    await start("first-one");
    await goOn();
    const arms = await reached("first-one");
    expect(control.filter((id) => arms.has(id))).toEqual([]);
    const shows = await whoGetsRecommendations(app.services, shop, ids);
    expect(ids.filter((id) => !shows.has(id))).toEqual(control);
  });

  test("keeps whoever is in it when it grows, and is not changed by a page that is behind", async () => {
    await set(1_000);
    const few = await inIt();
    expect(await set(500, 0)).toEqual({ outcome: "overtaken", share: 1_000 });
    await set(2_000, 1_000);
    const more = await inIt();
    expect(few.filter((id) => !more.includes(id))).toEqual([]);
    expect(await set(5_000, 2_000)).toEqual({ outcome: "refused", because: "share" });
    await set(0, 2_000);
    expect(await inIt()).toEqual([]);
  });

  test("is held against the others once its days are over", async () => {
    await set(2_000);
    app.clock.now += 29 * DAY;
    await goOn();
    expect((await showExperiments(app.services, shop)).control).toMatchObject({
      look: null,
      firstAt: NOON + 30 * DAY,
    });
    app.clock.now += 2 * DAY;
    await goOn();
    const { look } = (await showExperiments(app.services, shop)).control;
    expect(look?.reading.arms.reduce((sum, { counted }) => sum + counted, 0)).toBe(MEMBERS);
    expect(look?.reading.verdict).toBe("few");
  });
});
