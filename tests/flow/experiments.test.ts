import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { replacePredictions, type MemberPrediction } from "../../app/db/save-predictions.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { actOnPlan } from "../../app/use-cases/experiments/act-on-plan.ts";
import { whoGetsRecommendations } from "../../app/use-cases/experiments/who-gets-recommendations.ts";
import {
  decideExperiment,
  discardExperiment,
  planExperiment,
  startExperiment,
  stopExperiment,
} from "../../app/use-cases/experiments/change-experiment.ts";
import { controlGroupTest, setControlGroup } from "../../app/use-cases/experiments/control-group.ts";
import { goOnWithExperiments, listShopsToGoOnWith } from "../../app/use-cases/experiments/go-on.ts";
import { actOnOffers } from "../../app/use-cases/offers/act-on-offers.ts";
import { readPlanForm } from "../../app/use-cases/experiments/plan-form.ts";
import { showExperiment, showExperiments } from "../../app/use-cases/experiments/show-experiments.ts";
import { blockMember } from "../../app/use-cases/person/block-member.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";

const OWNER = { staff: "42", role: "owner" } as const;
const MEMBERS = 18;

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;
let ids: string[] = [];

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  const rewards = [{ id: "thanks", kind: "amount", cost: 500, value: "5.00", codeDays: 30 }];
  shop = await app.install(`experiments-${++shops}.myshopify.com`, programme({ rewards }));
  ids = Array.from({ length: MEMBERS }, (_, n) => String(shops * 1_000 + n));
  for (const id of ids)
    await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
  await app.settle(shop.domain);
});

const POINTS = { kind: "points", points: "100", reason: "A little extra", smallest: "10", window: "7" };

async function plan(id: string, fields: Record<string, string> = {}): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ id, question: "Do more buy?", ...POINTS, ...fields }))
    form.set(name, value);
  const read = readPlanForm(form, { segments: new Map(), rewards: ["thanks"] });
  if (!read.ok) throw new Error(read.faults.join());
  await planExperiment(app.services, shop, { form: read.form, by: OWNER });
}

const start = (id: string, mostShown = MEMBERS) =>
  startExperiment(app.services, shop, { id, revision: 1, mostShown, by: OWNER });
const goOn = () => goOnWithExperiments(app.services, shop.id);
async function shown(id: string) {
  const view = await showExperiment(app.services, shop, { id, locale: "en" });
  if (view === null) throw new Error(`no experiment ${id}`);
  return view;
}

async function given(): Promise<Map<string, bigint>> {
  const rows = await app.db.sql.query<{ id: bigint; available: bigint }>(
    `SELECT id, available FROM member WHERE shop_id = $1 AND available > 0`,
    [shop.id],
  );
  return new Map(rows.map(({ id, available }) => [id.toString(), available]));
}

async function reached(id: string): Promise<Map<string, string>> {
  const rows = await app.db.sql.query<{ member_id: bigint; arm: string }>(
    `SELECT member_id, arm FROM experiment_member WHERE shop_id = $1 AND experiment_id = $2`,
    [shop.id, id],
  );
  return new Map(rows.map(({ member_id: memberId, arm }) => [memberId.toString(), arm]));
}

describe("an experiment with points", () => {
  test("gives them to one arm, each once, however often it is gone on with", async () => {
    await plan("first-one");
    expect(await reached("first-one")).toEqual(new Map());
    expect(await start("first-one")).toEqual({ outcome: "changed" });
    expect(await start("first-one")).toEqual({ outcome: "unchanged" });
    await Promise.all([goOn(), goOn()]);
    app.clock.now += DAY;
    await goOn();
    const arms = await reached("first-one");
    expect(arms.size).toBe(MEMBERS);
    const tried = [...arms].filter(([, arm]) => arm === "with").map(([memberId]) => memberId);
    expect(await given()).toEqual(new Map(tried.map((memberId) => [memberId, 100n])));
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.length).toBeLessThan(MEMBERS);
    await verified(app, shop.domain);
  });

  test("counts everybody with the same days, and reads what their orders say", async () => {
    await plan("first-one");
    await start("first-one");
    await goOn();
    const [[first = ""] = []] = [...(await reached("first-one"))].filter(([, arm]) => arm === "with");
    const at = (days: number) => new Date(NOON + days * DAY).toISOString();
    for (const [id, days] of [
      [1, 2],
      [2, 9],
    ] as const) {
      const payload = order({ id: shops * 1_000 + id, customer: first, total: "60.00", at: at(days) });
      await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload });
    }
    await app.settle(shop.domain);
    app.clock.now = NOON + 6 * DAY;
    await goOn();
    expect((await shown("first-one")).looks.at(-1)?.reading.arms.map(({ counted }) => counted)).toEqual([
      0, 0,
    ]);
    app.clock.now = NOON + 9 * DAY;
    expect(await listShopsToGoOnWith(app.services)).toContain(shop.id);
    await goOn();
    const { looks, experiment } = await shown("first-one");
    const [without, tried] = looks.at(-1)?.reading.arms ?? [];
    expect(without?.means.revenue).toBe(0);
    // One order of 60.00 within seven days; the other came later.
    expect(tried?.means.revenue).toBeCloseTo(6_000 / (tried?.counted ?? 0), 8);
    expect(tried?.means.margin).toBeLessThan(tried?.means.revenue ?? 0);
    expect(looks.at(-1)?.reading.verdict).toBe("few");
    // Everybody is counted: it has ended by itself, and is looked at no more.
    expect(experiment.state).toBe("stopped");
    expect(await listShopsToGoOnWith(app.services)).not.toContain(shop.id);
  });

  test("reaches some on each day that it spreads over, and gives no more once it is stopped", async () => {
    await plan("first-one", { spread: "14" });
    await start("first-one");
    await goOn();
    app.clock.now += 5 * DAY;
    await goOn();
    const some = (await reached("first-one")).size;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(MEMBERS);
    const before = await given();
    const stale = await stopExperiment(app.services, shop, { id: "first-one", revision: 1, by: OWNER });
    expect(stale).toEqual({ outcome: "overtaken" });
    const { experiment } = await shown("first-one");
    const { revision } = experiment;
    const stopped = await stopExperiment(app.services, shop, { id: "first-one", revision, by: OWNER });
    expect(stopped).toEqual({ outcome: "changed" });
    app.clock.now += 5 * DAY;
    await goOn();
    expect([(await reached("first-one")).size, await given()]).toEqual([some, before]);
  });

  test("never gives more than was shown, and nothing to accounts that are made for it", async () => {
    await plan("first-one");
    await plan("other-one", { kind: "recommendations", spread: "7", overlaps: "on" });
    await start("first-one", 2);
    await start("other-one");
    app.clock.now += DAY / 2;
    const late = String(shops * 1_000 + 900);
    await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(late) });
    await app.settle(shop.domain);
    await goOn();
    await goOn();
    expect((await given()).size).toBe(2);
    app.clock.now += 6 * DAY;
    await goOn();
    const known = await reached("other-one");
    expect([known.size, known.has(late)]).toEqual([MEMBERS, false]);
  });

  test.each(["points", "reward"])(
    "gives %s to whoever is in now, whatever became of others",
    async (kind) => {
      await plan("first-one", { kind, reward: "thanks" });
      await start("first-one");
      await goOn();
      const [late, blocked] = [String(shops * 1_000 + 900), String(shops * 1_000 + 901)];
      for (const id of [late, blocked])
        await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
      await app.settle(shop.domain);
      await blockMember(app.services, shop, { memberId: blocked, change: "block", note: "", by: OWNER });
      // Numbers of members who were erased are given out again.
      const numbers = await app.db.sql.query<{ number: number }>(
        `SELECT number FROM experiment_member WHERE shop_id = $1 AND arm = 'with' ORDER BY number LIMIT 2`,
        [shop.id],
      );
      await app.db.sql.query(
        `UPDATE experiment_member e SET member_id = new.id, gift = 'waiting'
       FROM unnest($2::int[], $3::bigint[]) AS new(number, id) WHERE e.shop_id = $1 AND e.number = new.number`,
        [shop.id, numbers.map(({ number }) => number), [late, blocked]],
      );
      app.clock.now += DAY;
      await goOn();
      const gifts = await app.db.sql.query(
        `SELECT gift, (SELECT count(*)::int FROM issued_code c WHERE c.shop_id = e.shop_id AND c.member_id = e.member_id) +
         (SELECT count(*)::int FROM ledger_transaction t WHERE t.shop_id = e.shop_id AND t.member_id = e.member_id) AS had
       FROM experiment_member e WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id`,
        [shop.id, [late, blocked]],
      );
      expect(gifts).toEqual([
        { gift: "given", had: 1 },
        { gift: "refused", had: 0 },
      ]);
    },
  );

  test("counts two that became one person once, from the first time", async () => {
    await plan("first-one");
    await start("first-one");
    await goOn();
    const [kept = "", gone = ""] = ids;
    const payload = merge(kept, gone);
    await deliver(app.door, { shop: shop.domain, topic: "customers/merge", payload });
    await app.settle(shop.domain);
    app.clock.now += DAY;
    await goOn();
    const arms = await reached("first-one");
    expect([arms.has(kept), arms.has(gone), arms.size]).toEqual([true, false, MEMBERS - 1]);
  });

  test("is beyond a manager whose points by hand are limited in a day", async () => {
    await app.db.sql.query(
      `INSERT INTO shop_settings (shop_id, revision, settings, saved_at, saved_by)
       VALUES ($1, 1, '{"limits": {"support": {"each": "1", "day": "1"}, "manager": {"each": null, "day": "50"}}}', now(), '42')`,
      [shop.id],
    );
    await plan("first-one");
    const by = { staff: "43", role: "manager" } as const;
    const starting = { id: "first-one", revision: 1, mostShown: MEMBERS, by };
    expect(await startExperiment(app.services, shop, starting)).toEqual({
      outcome: "beyond-limit",
    });
  });
});

test("what an experiment takes is told from the shop's own orders, to the last penny", async () => {
  const thirds = [{ id: "thanks", kind: "amount", cost: 300, value: "5.00", codeDays: 30 }];
  const other = await app.install(`thirds-${shops}.myshopify.com`, programme({ rewards: thirds }));
  for (const [n, id] of ids.entries()) {
    const at = new Date(NOON + DAY).toISOString();
    const bought = order({ id: `${id}77`, customer: `${id}7`, total: n % 2 === 0 ? "60.00" : "20.00", at });
    await deliver(app.door, { shop: other.domain, topic: "orders/paid", payload: bought });
  }
  await app.settle(other.domain);
  app.clock.now += 7 * DAY;
  const form = new FormData();
  for (const [name, value] of Object.entries({
    id: "asked-one",
    question: "?",
    measure: "revenue",
    ...POINTS,
  }))
    form.set(name, value);
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
      ...{ mostGiven: 16, cost: 2_667, isCostOpen: false, shows: expect.any(Number) as number },
    },
  });
  form.set("question", "");
  form.set("points", "-1");
  expect(await actOnPlan(app.services, other, asked)).toEqual({
    outcome: "refused",
    faults: ["question", "points"],
  });
});

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

describe("personal offers", () => {
  const OFFERS = { points: "300", rewards: "thanks", budget: "20.00", generosity: "20", reason: "For you" };

  /** Every other member is likely to leave, and all of them spend 30.00. */
  beforeEach(async () => {
    const same = (value: number) => ({ value, low: value, high: value });
    const predictions = ids.map((memberId, n): MemberPrediction => ({
      ...{
        memberId,
        alive: same(1),
        orders: same(1),
        value: same(30),
        leaving: same(n % 2 === 0 ? 0.6 : 0.01),
      },
      ...{ next: null, group: "new", scores: { recency: 1, frequency: 1, money: 1 }, purchases: 1 },
      ...{ lastOrderOn: 20_000, reasons: [] },
    }));
    await app.db.inShop(shop.id, (tx) => replacePredictions(tx, predictions, { version: 1, madeAt: NOON }));
  });

  const act = (deed: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ id: "offers-one", deed, ...OFFERS, ...fields }))
      form.set(name, value);
    return actOnOffers(app.services, shop, { form, locale: "en", by: OWNER });
  };
  async function drawnUp(fields: Record<string, string> = {}) {
    const drawn = await act("preview", fields);
    if (drawn.outcome !== "drawn-up") throw new Error(JSON.stringify(drawn));
    return drawn.preview;
  }
  const confirm = ({ given, cost }: { given: number; cost: number }) => ({
    ...{ given: String(given), cost: String(cost) },
  });
  async function spent(): Promise<bigint> {
    const [row] = await app.db.sql.query<{ spent: bigint }>(
      `SELECT coalesce(sum((offer->>'cost')::numeric) FILTER (WHERE gift = 'given'), 0) AS spent FROM experiment_member
       WHERE shop_id = $1`,
      [shop.id],
    );
    return row?.spent ?? 0n;
  }

  test("go to those with something at risk, within the budget, and each says why", async () => {
    const preview = await drawnUp();
    expect(preview.left.notWorth).toBe(MEMBERS / 2);
    expect(preview.cost).toBeLessThanOrEqual(2_000);
    expect(preview.lines[0]?.because).toMatchObject({
      ...{ policy: "personal", worth: 3_000, risk: 0.6 },
      atRisk: expect.closeTo(1_800, 6) as number,
    });
    expect(await act("send", { given: "1", cost: "1" })).toEqual({ outcome: "overtaken" });
    const sending = [act("send", confirm(preview)), act("send", confirm(preview))];
    expect(await Promise.all(sending)).toEqual([
      { outcome: "sent", id: "offers-one" },
      { outcome: "sent", id: "offers-one" },
    ]);
    await Promise.all([goOn(), goOn()]);
    expect(Number(await spent())).toBe(preview.cost);
    const arms = [...(await reached("offers-one")).values()];
    expect(arms.filter((arm) => arm === "with")).toHaveLength(preview.given);
    await verified(app, shop.domain);
  });

  test("never cost more than the budget, whatever is asked for, and nobody is made two at once", async () => {
    const first = await drawnUp();
    await act("send", confirm(first));
    const again = await drawnUp({ id: "offers-two", budget: "1000.00" });
    const names = new Set((await reached("offers-one")).keys());
    expect(again.lines.filter(({ memberId }) => names.has(memberId))).toEqual([]);
    await expect(
      app.db.sql.query(`UPDATE experiment SET committed = 2001 WHERE shop_id = $1 AND id = 'offers-one'`, [
        shop.id,
      ]),
    ).rejects.toThrow(/experiment_budget/);
  });

  test("are not given where they cost more by then than the budget holds for them", async () => {
    await act("send", confirm(await drawnUp()));
    const cheaper = `UPDATE experiment_member SET offer = jsonb_set(offer, '{cost}', '1') WHERE shop_id = $1`;
    await app.db.sql.query(cheaper, [shop.id]);
    await goOn();
    const [{ given: none, refused } = { given: 0, refused: 0 }] = (await shown("offers-one")).reached.filter(
      ({ arm }) => arm === "with",
    );
    expect([none, refused > 0, (await given()).size]).toEqual([0, true, 0]);
  });

  test("are the same for all where the merchant wants that, and leave the control group out", async () => {
    await setControlGroup(app.services, shop, { share: 2_000, shown: 0, by: OWNER });
    const same = await drawnUp({ policy: "same", budget: "1000.00" });
    expect(new Set(same.lines.map(({ cost }) => cost))).toEqual(new Set([500]));
    const flags = same.lines.map(({ memberId }) => memberId).map(await controlGroupTest(app.services, shop));
    expect(flags.filter(Boolean)).toEqual([]);
    expect(same.given + same.leftOut).toBe(same.members);
  });

  test("say what is wrong with what was filled in", async () => {
    const faulty = { budget: "-1", points: "x", rewards: "", generosity: "200", reason: "" };
    expect(await act("preview", faulty)).toEqual({
      outcome: "refused",
      faults: ["points", "budget", "generosity", "reason"],
    });
  });
});
