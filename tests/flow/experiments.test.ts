import { describe, expect, test } from "vitest";
import { DAY } from "../../app/loyalty/time.ts";
import { startExperiment, stopExperiment } from "../../app/use-cases/experiments/change-experiment.ts";
import { listShopsToGoOnWith } from "../../app/use-cases/experiments/go-on.ts";
import { blockMember } from "../../app/use-cases/person/block-member.ts";
import { deliver } from "../support/deliver.ts";
import {
  app,
  given,
  goOn,
  ids,
  MEMBERS,
  newId,
  OWNER,
  plan,
  reached,
  shop,
  shown,
  start,
  startExperiments,
} from "../support/experiment-shop.ts";
import { customer, merge, order } from "../support/payloads.ts";
import { NOON, verified } from "../support/perennial.ts";

startExperiments();

describe("an experiment with points", () => {
  test("gives them to one arm, each once, however often it is gone on with", async () => {
    await plan("first-one");
    expect(await reached("first-one")).toEqual(new Map());
    expect(await start("first-one")).toEqual({ outcome: "changed" });
    expect(await start("first-one")).toEqual({ outcome: "unchanged" });
    // Its page looks for news until the gifts of the day are given.
    expect((await shown("first-one")).isUnderWay).toBe(true);
    await Promise.all([goOn(), goOn()]);
    expect((await shown("first-one")).isUnderWay).toBe(false);
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
      const payload = order({ id: newId(id), customer: first, total: "60.00", at: at(days) });
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
    await start("first-one", { most: 2 });
    await start("other-one");
    app.clock.now += DAY / 2;
    const late = newId(900);
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
      const [late, blocked] = [newId(900), newId(901)];
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
    const starting = { id: "first-one", revision: 1, shown: { most: MEMBERS, cost: 1_500 }, by };
    expect(await startExperiment(app.services, shop, starting)).toEqual({
      outcome: "beyond-limit",
    });
  });
});
