import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { HOUR } from "../../app/loyalty/time.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { mergeMembers } from "../../app/use-cases/person/merge-members.ts";
import { takeBackAdjustment } from "../../app/use-cases/person/take-back-adjustment.ts";
import { deliver } from "../support/deliver.ts";
import { order, refund } from "../support/payloads.ts";
import { NOON, verified } from "../support/perennial.ts";
import {
  app,
  figures,
  memberWith,
  redeem,
  redemptionOf,
  shop,
  startRewards,
  workOff,
} from "../support/rewards-shop.ts";

startRewards();

const STAFF = [
  { staff: "900", role: "owner" },
  { staff: "901", role: "manager" },
] as const;

async function tell(topic: string, payload: unknown): Promise<void> {
  await deliver(app.door, { shop: shop.domain, topic, payload });
  await app.settle(shop.domain);
}

const merge = (keptId: string, otherId: string) =>
  mergeMembers(app.services, shop, { keptId, otherId, by: STAFF[0] });

async function redemptionsOf(memberId: string): Promise<string[]> {
  const rows = await app.db.sql.query<{ state: string }>(
    `SELECT state FROM redemption WHERE shop_id = $1 AND member_id = $2 ORDER BY state`,
    [shop.id, memberId],
  );
  return rows.map(({ state }) => state);
}

test("a refund in full leaves the points taken that paid for it, and a cancellation brings them back once", async () => {
  const member = await memberWith(500n);
  const { code } = redemptionOf(await redeem(member, "five-off"));
  await workOff();
  const at = (hours: number) => new Date(NOON + hours * HOUR).toISOString();
  app.clock.now = NOON + 4 * HOUR;
  const bought = (more: object) => ({
    ...order({ id: 9_001, customer: member, total: "60.00", at: at(1), ...more }),
    discount_codes: [{ code }],
  });
  await tell("orders/paid", bought({}));
  expect(await figures(member)).toMatchObject({ available: 60n, held: 0n });
  const back = { id: 1, order: 9_001, lines: [{ subtotal: "60.00" }], at: at(2) };
  await tell("refunds/create", refund(back));
  await tell("refunds/create", refund(back));
  expect(await figures(member)).toMatchObject({ available: 0n, owed: 0n });
  expect(await redemptionsOf(member)).toEqual(["taken"]);
  const cancelled = { updatedAt: at(3), cancelledAt: at(3), status: "refunded", refunds: [refund(back)] };
  await tell("orders/cancelled", bought(cancelled));
  await tell("orders/cancelled", bought(cancelled));
  expect(await figures(member)).toMatchObject({ available: 500n, held: 0n, owed: 0n });
  expect(await redemptionsOf(member)).toEqual(["released"]);
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
});

test("two who are merged while both redeem lose no points and hold none twice, and either's code is taken", async () => {
  const [kept, gone] = [await memberWith(500n), await memberWith(500n)];
  const [first, second, merged] = await Promise.all([
    redeem(kept, "five-off", { key: "wish-kept" }),
    redeem(gone, "five-off", { key: "wish-gone" }),
    merge(kept, gone),
  ]);
  expect(merged).toEqual({ outcome: "merged" });
  const held = [first, second].filter(({ outcome }) => outcome === "redeemed");
  const after = await figures(kept);
  expect((after?.held ?? 0n) + (after?.available ?? 0n)).toBe(1_000n);
  expect(after?.held).toBe(500n * BigInt(held.length));
  await workOff();
  for (const [n, redeemed] of held.entries()) {
    const { code } = redemptionOf(redeemed);
    // In the store both customers stay what they are: the one who was merged away uses what was theirs.
    const payload = {
      ...order({ id: 9_100 + n, customer: gone, total: "30.00" }),
      discount_codes: [{ code }],
    };
    await tell("orders/paid", payload);
  }
  expect(await redemptionsOf(kept)).toEqual(held.map(() => "taken"));
  const bought = 30n * BigInt(held.length);
  expect(await figures(kept)).toMatchObject({ held: 0n, owed: 0n });
  expect((await figures(kept))?.available).toBe(1_000n - 500n * BigInt(held.length) + bought);
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
});

test("an adjustment is taken back once by two of the staff at once, while its member is merged into another", async () => {
  const [kept, gone] = [await memberWith(100n), await memberWith(100n)];
  const key = randomUUID();
  const { staff: actor, role } = STAFF[0];
  const given = { memberId: gone, points: 40n, reason: "Late parcel", key, actor, role };
  await adjustPoints(app.services, shop, given);
  const takeBack = (memberId: string, by: (typeof STAFF)[number]) =>
    takeBackAdjustment(app.services, shop, { memberId, adjustment: `adjust:${key}`, reason: "A slip", by });
  const answers = await Promise.all([takeBack(gone, STAFF[0]), takeBack(gone, STAFF[1]), merge(kept, gone)]);
  expect(answers[2]).toEqual({ outcome: "merged" });
  // Whoever came too late for the one finds them under the other, and the entry is reversed once in all.
  await takeBack(kept, STAFF[1]);
  expect(await takeBack(kept, STAFF[0])).toEqual({ outcome: "repeated" });
  expect(await figures(kept)).toMatchObject({ available: 200n, owed: 0n });
  const log = await app.db.sql.query<{ points: string }>(
    `SELECT detail->>'points' AS points FROM staff_action WHERE shop_id = $1 AND action = 'points.adjusted' ORDER BY id`,
    [shop.id],
  );
  expect(log.filter(({ points }) => points === "-40")).toHaveLength(1);
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
});
