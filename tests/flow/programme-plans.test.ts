import { beforeEach, describe, expect, test } from "vitest";
import { DAY } from "../../app/loyalty/time.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { exportProgramme } from "../../app/use-cases/programme/export-programme.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import {
  app,
  apply,
  numbers,
  planned,
  REWARDS,
  shop,
  startProgrammes,
  TIERS,
  written,
} from "../support/programme-files.ts";

startProgrammes();

/** Spends 600, 250, 120 and 20: two silver, one gold, one bronze. */
async function fourMembers(): Promise<void> {
  for (const [id, total] of [
    [1, "600.00"],
    [2, "250.00"],
    [3, "120.00"],
    [4, "20.00"],
  ] as const)
    await deliver(app.door, {
      shop: shop.domain,
      topic: "orders/paid",
      payload: order({ id, customer: id, total }),
    });
  await app.settle(shop.domain);
}

describe("a plan", () => {
  beforeEach(fourMembers);

  test("says who moves tier, and where to, from the first midnight on", async () => {
    const levels = [
      { id: "bronze", at: "0" },
      { id: "silver", at: "200.00" },
      { id: "gold", at: "240.00" },
    ];
    const { members } = await planned(written({ tiers: { ...TIERS, levels } }));
    expect(members).toEqual({
      total: 4,
      // London's midnight in summer.
      levelsAt: "2026-07-01T23:00:00Z",
      up: { count: 1, list: [{ customer: "2", from: "silver", to: "gold" }] },
      down: { count: 1, list: [{ customer: "3", from: "silver", to: "bronze" }] },
    });
  });

  test("is right: applied, the members stand at that midnight where it said", async () => {
    const levels = [
      { id: "bronze", at: "0" },
      { id: "gold", at: "240.00" },
    ];
    const document = written({ tiers: { ...TIERS, levels } });
    const { hash, members, warnings } = await planned(document);
    expect(members.down.list).toEqual([{ customer: "3", from: "silver", to: "bronze" }]);
    expect(warnings).toContainEqual(expect.stringContaining('2 members hold "silver"'));
    await apply(document, hash);
    app.clock.now += DAY;
    await app.settle(shop.domain);
    const rows = await app.db.sql.query<{ level: string }>(
      `SELECT level FROM member WHERE shop_id = $1 ORDER BY id`,
      [shop.id],
    );
    expect(rows.map(({ level }) => level)).toEqual(["gold", "gold", "bronze", "bronze"]);
  });

  test("says whose prices change, and who may buy what", async () => {
    const price = { id: "price", kind: "member-price", tiers: ["silver", "gold"], percent: "10" };
    const vault = {
      ...{ id: "vault", kind: "exclusive", tiers: ["gold"], customerTags: ["friend"] },
      match: { productTags: ["rare"] },
    };
    const first = await planned(written({ perks: [price, vault] }));
    expect(first.perks).toEqual([
      {
        id: "price",
        kind: "member-price",
        change: "new",
        members: { before: 0, after: 3 },
        customerTags: [],
      },
      {
        id: "vault",
        kind: "exclusive",
        change: "new",
        members: { before: 0, after: 1 },
        customerTags: ["friend"],
      },
    ]);
    await apply(written({ perks: [price, vault] }), first.hash);
    const { perks, differences } = await planned(written({ perks: [{ ...price, tiers: ["gold"] }] }));
    expect(perks).toEqual([
      {
        id: "price",
        kind: "member-price",
        change: "changed",
        members: { before: 3, after: 1 },
        customerTags: [],
      },
      {
        id: "vault",
        kind: "exclusive",
        change: "gone",
        members: { before: 1, after: 0 },
        customerTags: ["friend"],
      },
    ]);
    expect(differences.map(({ path }) => path)).toEqual(["perks[price].tiers", "perks[vault]"]);
    const exported = await exportProgramme(app.services, shop, null);
    expect(exported?.yaml).toContain("kind: exclusive");
  });

  test("blames no move on a programme that would have happened without it", async () => {
    const rolling = { ...TIERS, window: { kind: "rolling", months: 1 } };
    const first = await planned(written({ tiers: rolling }));
    await apply(written({ tiers: rolling }), first.hash);
    // All they spent is out of the window by then.
    const later = {
      ...written({ tiers: rolling, points: { pendingDays: 3 } }),
      effectiveFrom: "2026-09-01T00:00:00Z",
    };
    expect((await planned(later)).members).toMatchObject({ up: { count: 0 }, down: { count: 0 } });
  });

  test("says what the points that are out may cost, before and after", async () => {
    const dearer = [{ ...REWARDS[0], value: "8.00" }, REWARDS[1]];
    expect((await planned(written({ rewards: dearer }))).liability).toEqual({
      points: 990,
      before: "49.50",
      after: "79.20",
    });
  });

  test("says which rewards come within reach, which go out of it, and which are new or gone", async () => {
    const rewards = [
      { ...REWARDS[0], cost: 10 },
      { id: "ship", kind: "free-shipping", cost: 600, tiers: ["gold"] },
    ];
    expect((await planned(written({ rewards }))).rewards).toEqual([
      {
        id: "five-off",
        change: "changed",
        cost: { before: 100, after: 10 },
        reachable: { before: 3, after: 4 },
      },
      {
        id: "ten-off",
        change: "gone",
        cost: { before: 300, after: null },
        reachable: { before: 1, after: 0 },
      },
      { id: "ship", change: "new", cost: { before: null, after: 600 }, reachable: { before: 0, after: 1 } },
    ]);
  });

  test("says who would have earned more and who less on the newest orders", async () => {
    const rules = [
      { id: "purchase", on: "order", rate: { points: 1, per: "2.00" } },
      { id: "little", on: "order", bonus: 20 },
    ];
    expect((await planned(written({ earning: { rules } }))).earning).toMatchObject({
      orders: 4,
      points: { before: 990, after: 575 },
      gain: { members: 1, points: 10, list: [{ customer: "4", before: 20, after: 30 }] },
      lose: { members: 3, points: 425 },
    });
  });

  test("counts what is pending and says that it stays as it is", async () => {
    const waiting = written({ points: { pendingDays: 14 } });
    await apply(waiting, (await planned(waiting)).hash);
    app.clock.now += 1000;
    const at = new Date(app.clock.now).toISOString();
    await deliver(app.door, {
      shop: shop.domain,
      topic: "orders/paid",
      payload: order({ id: 9, customer: 1, total: "33.00", at }),
    });
    await app.settle(shop.domain);
    const { pending, warnings } = await planned(written());
    expect(pending).toEqual({ orders: 1, points: 33 });
    expect(warnings).toContainEqual(expect.stringContaining("1 orders with 33 pending points stay"));
  });

  test("speaks of redemptions that are held of a reward that goes", async () => {
    await handleEvent(app.services, shop, {
      event: { kind: "redeem", redemptionId: "R1", customerId: "1", rewardId: "ten-off", code: "X" },
      actor: "shopper",
      eventId: "asked",
    });
    const { warnings } = await planned(written({ rewards: [REWARDS[0]] }));
    expect(warnings).toContainEqual(expect.stringContaining('1 redemptions of "ten-off" are held'));
  });

  test("saves nothing, and moves nobody", async () => {
    const before = await app.db.sql.query(`SELECT * FROM member WHERE shop_id = $1 ORDER BY id`, [shop.id]);
    await planned(written({ tiers: { ...TIERS, levels: TIERS.levels.slice(0, 1) } }));
    expect(await numbers()).toEqual([1]);
    expect(await app.db.sql.query(`SELECT * FROM member WHERE shop_id = $1 ORDER BY id`, [shop.id])).toEqual(
      before,
    );
  });
});
