import { beforeAll, describe, expect, test } from "vitest";
import { insertExperimentMembers } from "../../app/db/experiment-members.ts";
import { readPersonalData } from "../../app/db/personal-data.ts";
import { emptyPicksBut, saveMemberPicks } from "../../app/db/picks.ts";
import { listShopsToForgetFor } from "../../app/db/retention.ts";
import { insertGroupMoves, saveStandings } from "../../app/db/segments/groups.ts";
import { noteTag } from "../../app/db/segments/tags.ts";
import { NO_PICKS } from "../../app/insight/recommend/pick.ts";
import type { Definition } from "../../app/insight/segments/definition.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { followSegments } from "../../app/use-cases/segments/follow-segments.ts";
import { trainSegments } from "../../app/use-cases/segments/train-segments.ts";
import { forgetOld } from "../../app/use-cases/settings/forget-old.ts";
import { FIRST_SETTINGS } from "../../app/use-cases/settings/shop-settings.ts";
import { app, customers, ID, save, services, shop, startSegmented } from "../support/segmented-shop.ts";

startSegmented();

/** Everybody is in the segment since it was changed, and one member has moved to another group. */
beforeAll(async () => {
  const nobody: Definition = {
    all: [{ fact: "orders", measure: "count", bought: null, channels: [], days: null, from: "50", to: null }],
  };
  await save({ definition: JSON.stringify(nobody) });
  await followSegments(services, shop.id);
  await save({ definition: JSON.stringify({ all: [] }), revision: 1 });
  await followSegments(services, shop.id);
  await trainSegments(services, shop);
  const moved = { memberId: customers[5] ?? "", from: "new", to: "loyal" } as const;
  const because = { kind: "bought", purchases: 2 } as const;
  await app.db.inShop(shop.id, (tx) => insertGroupMoves(tx, [{ ...moved, because }], app.clock.now));
});

describe("groups and segments", () => {
  test("stand with all else that was worked out of somebody in the file of their data", async () => {
    const [first = "", other = ""] = customers;
    await noteTag(app.db.sql, shop.id, { segmentId: ID, memberId: first, state: "tagged" });
    await saveMemberPicks(app.db.sql, shop.id, { picks: new Map([[first, NO_PICKS]]), now: app.clock.now });
    const move = { from: "loyal", to: "champions", because: { kind: "bought", purchases: 2 } } as const;
    await app.db.inShop(shop.id, (tx) => insertGroupMoves(tx, [{ memberId: first, ...move }], app.clock.now));
    const file = await app.db.inShop(shop.id, (tx) => readPersonalData(tx, [first]));
    expect(file).toMatchObject({
      segments: [{ segment: "Often here" }],
      segmentTags: [{ segment: "Often here", tag: "often-here", state: "tagged" }],
      groups: [
        { rfm: expect.any(String) as string, last_on: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as string },
      ],
      groupMoves: [{ from: "loyal", to: "champions" }],
      recommendations: [{ products: NO_PICKS }],
    });
    expect(file.segmentMoves).toContainEqual(
      expect.objectContaining({ segment: "Often here", entered: true, because: { kind: "redefined" } }),
    );
    expect(JSON.stringify(file)).not.toContain(other);
  });

  test("forget who moved two years ago", async () => {
    const count = async () => {
      const [row] = await app.db.sql.query<{ all: number; old: number }>(
        `SELECT count(*)::int AS all, (count(*) FILTER (WHERE at < $2))::int AS old FROM (
           SELECT at FROM segment_move WHERE shop_id = $1 UNION ALL SELECT at FROM group_move WHERE shop_id = $1) AS moves`,
        [shop.id, new Date(app.clock.now - 730 * DAY)],
      );
      return row ?? { all: 0, old: 0 };
    };
    const [first = "", other = ""] = customers;
    for (const table of ["segment_move", "group_move"])
      await app.db.sql.query(
        `UPDATE ${table} SET at = $2 WHERE shop_id = $1 AND id = (SELECT min(id) FROM ${table} WHERE shop_id = $1
           AND member_id NOT IN ($3, $4))`,
        [shop.id, new Date(app.clock.now - 731 * DAY), first, other],
      );
    const { all } = await count();
    expect(await count()).toEqual({ all, old: 2 });
    expect(await listShopsToForgetFor(app.db.sql, app.clock.now, FIRST_SETTINGS.keep)).toContain(shop.id);
    await forgetOld(services, shop.id);
    expect(await count()).toEqual({ all: all - 2, old: 0 });
    expect(await listShopsToForgetFor(app.db.sql, app.clock.now, FIRST_SETTINGS.keep)).not.toContain(shop.id);
  });

  test("forget whoever is erased", async () => {
    const [first = ""] = customers;
    await app.db.inShop(shop.id, (tx) =>
      eraseCustomer(tx, { shop, customerId: first, orderIds: [], now: app.clock.now }),
    );
    for (const table of ["segment_member", "segment_move", "segment_tag", "member_group", "group_move"])
      expect(
        await app.db.sql.query(`SELECT 1 FROM ${table} WHERE shop_id = $1 AND member_id = $2`, [
          shop.id,
          first,
        ]),
      ).toEqual([]);
  });

  test("of whoever was erased are not written back by a training or tagging that began before", async () => {
    const [erased = "", , , , , bought = ""] = customers;
    const standing = {
      group: "loyal",
      recency: 3,
      frequency: 3,
      money: 3,
      purchases: 1,
      spent: 1,
      lastOn: 1,
    } as const;
    const now = app.clock.now;
    await app.db.inShop(shop.id, async (tx) => {
      await saveStandings(
        tx,
        [erased, bought].map((memberId) => ({ memberId, ...standing })),
        now,
      );
      const gone = { from: "loyal", to: null, because: { kind: "gone" } } as const;
      await insertGroupMoves(
        tx,
        [erased, bought].map((memberId) => ({ memberId, ...gone })),
        now,
      );
      for (const memberId of [erased, bought])
        await noteTag(tx, shop.id, { segmentId: ID, memberId, state: "tagged" });
      const members = [erased, bought].map((memberId) => ({ memberId, arm: "a", waits: false }));
      await insertExperimentMembers(tx, { experimentId: "none", at: now, members });
      const picks = new Map([erased, bought].map((memberId) => [memberId, NO_PICKS]));
      await saveMemberPicks(tx, shop.id, { picks, now });
    });
    for (const table of ["member_group", "group_move", "segment_tag", "experiment_member", "member_picks"])
      expect(
        await app.db.sql.query(
          `SELECT DISTINCT member_id FROM ${table} WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
          [shop.id, [erased, bought]],
        ),
        table,
      ).toEqual([{ member_id: BigInt(bought) }]);
  });
});

test("what is recommended does not stay with nobody either", async () => {
  await app.db.sql.query(
    `INSERT INTO member_picks (shop_id, member_id, picks, changed_at) VALUES ($1, 99, '{}', now())`,
    [shop.id],
  );
  const [, , , , , bought = ""] = customers;
  await emptyPicksBut(app.db.sql, "member_picks", { shopId: shop.id, ids: [bought], now: app.clock.now });
  const left = await app.db.sql.query(`SELECT member_id FROM member_picks WHERE shop_id = $1`, [shop.id]);
  expect(left).toEqual([{ member_id: BigInt(bought) }]);
});
