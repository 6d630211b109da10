import { describe, expect, test } from "vitest";
import { listGroupMoves } from "../../app/db/segments/groups.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { listSegments } from "../../app/use-cases/segments/list-segments.ts";
import { trainSegments } from "../../app/use-cases/segments/train-segments.ts";
import { app, buy, customers, services, shop, startSegmented, takeIn } from "../support/segmented-shop.ts";

startSegmented();

describe("groups", () => {
  test("have nobody moved at first, and then say from where, to where and why", async () => {
    await trainSegments(services, shop);
    expect(await listGroupMoves(app.db.sql, shop.id, 10)).toEqual([]);
    const view = await listSegments(services, shop);
    expect(view.groups.reduce((sum, { members }) => sum + members, 0)).toBe(6);
    expect(view.clusters).toEqual({ state: "not-enough", buyers: 6, needed: 200 });
    await buy(customers[5] ?? "", { daysAgo: 0, total: "300.00" });
    await takeIn();
    app.clock.now += DAY;
    await trainSegments(services, shop);
    const moves = await listGroupMoves(app.db.sql, shop.id, 10);
    expect(moves.find(({ member }) => member.id === customers[5])).toMatchObject({
      because: { kind: "bought" },
    });
  });

  test("stay as they are while the shop's past is taken in anew", async () => {
    const groups = async () =>
      (await listSegments(services, shop)).groups.map(({ group, members }) => ({ group, members }));
    await trainSegments(services, shop);
    const before = await groups();
    await app.db.sql.query(`UPDATE figure_state SET basis = 0 WHERE shop_id = $1`, [shop.id]);
    await app.db.sql.query(`UPDATE figure_order SET counts = false WHERE shop_id = $1`, [shop.id]);
    await trainSegments(services, shop);
    expect(await groups()).toEqual(before);
    await takeIn();
    await trainSegments(services, shop);
    expect(await groups()).toEqual(before);
  });
});
