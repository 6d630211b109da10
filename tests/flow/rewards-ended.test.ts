import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "../../app/loyalty/time.ts";
import { listRedemptions, listRedemptionsForStaff } from "../../app/use-cases/rewards/list-redemptions.ts";
import { deliver } from "../support/deliver.ts";
import { merge, order } from "../support/payloads.ts";
import { NOON, verified } from "../support/perennial.ts";
import {
  app,
  shop,
  startRewards,
  memberWith,
  redeem,
  redemptionOf,
  workOff,
  figures,
  discountsOf,
  creditsOf,
  cancel,
  workOffAfter,
  whenHeld,
} from "../support/rewards-shop.ts";

startRewards();

describe("a code that an order carries, which is not paid yet,", () => {
  const tell = async (payload: object, topic: "orders/create" | "orders/paid" | "orders/cancelled") => {
    await deliver(app.door, { shop: shop.domain, topic, payload });
    await app.settle(shop.domain);
  };

  test.each(["authorized", "pending"])(
    "%s, can be given back by nobody, and is paid for once",
    async (status) => {
      const member = await memberWith(500n);
      const { id, code } = redemptionOf(await redeem(member, "five-off"));
      const basket = { id: Number(member), customer: member, total: "30.00" };
      const discount_codes = [{ code: code?.toLowerCase() }];
      await tell({ ...order({ ...basket, status }), discount_codes }, "orders/create");
      expect(await listRedemptions(app.services, shop, member)).toMatchObject([
        { state: "ready", canCancel: false },
      ]);
      expect(redemptionOf(await redeem(member, "five-off"))).toMatchObject({ canCancel: false });
      expect(await listRedemptionsForStaff(app.services, shop, member)).toMatchObject([{ canCancel: false }]);
      expect(await cancel(member, id)).toEqual({ outcome: "too-late" });
      expect(await cancel(member, id, "7"), "staff").toEqual({ outcome: "too-late" });
      expect(await figures(member)).toMatchObject({ available: 0n, held: 500n });
      const updatedAt = "2026-07-01T10:00:00Z";
      await tell({ ...order({ ...basket, updatedAt }), discount_codes }, "orders/paid");
      expect(await figures(member)).toMatchObject({ available: 30n, held: 0n, owed: 0n });
      expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
    },
  );

  test("can be given back again once that order is cancelled", async () => {
    const member = await memberWith(500n);
    const { id, code } = redemptionOf(await redeem(member, "five-off"));
    const basket = { id: Number(member), customer: member, status: "authorized" };
    await tell({ ...order(basket), discount_codes: [{ code }] }, "orders/create");
    const at = "2026-07-01T10:00:00Z";
    const cancelled = order({ ...basket, updatedAt: at, cancelledAt: at });
    await tell({ ...cancelled, discount_codes: [{ code }] }, "orders/cancelled");
    expect(await listRedemptions(app.services, shop, member)).toMatchObject([{ canCancel: true }]);
    expect(await cancel(member, id)).toEqual({ outcome: "cancelled" });
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });
});

describe("a code is disabled in the store", () => {
  test("when the member gives the reward up", async () => {
    const member = await memberWith(500n);
    const { id } = redemptionOf(await redeem(member, "five-off"));
    expect(await cancel(member, id)).toEqual({ outcome: "cancelled" });
    await workOffAfter(0);
    expect(discountsOf(member)).toMatchObject([{ active: false }]);
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
    expect(await cancel(member, id), "again").toEqual({ outcome: "cancelled" });
  });

  test("when its days are over", async () => {
    const member = await memberWith(500n);
    await redeem(member, "five-off");
    app.clock.now = NOON + 60 * DAY;
    await app.settle(shop.domain);
    await workOff();
    expect(discountsOf(member)).toMatchObject([{ active: false }]);
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });

  test("when the order that used it is cancelled", async () => {
    const member = await memberWith(500n);
    const { code } = redemptionOf(await redeem(member, "five-off"));
    const used = { ...order({ id: 77, customer: member }), discount_codes: [{ code }] };
    await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload: used });
    await app.settle(shop.domain);
    await workOff();
    expect(discountsOf(member)).toMatchObject([{ active: true }]);
    const undone = { ...used, updated_at: "2026-07-01T10:00:00Z", cancelled_at: "2026-07-01T10:00:00Z" };
    await deliver(app.door, { shop: shop.domain, topic: "orders/cancelled", payload: undone });
    await app.settle(shop.domain);
    await workOff();
    expect(discountsOf(member)).toMatchObject([{ active: false }]);
  });

  test("though it was on its way when the reward was given up", async () => {
    const member = await memberWith(500n);
    const store = Promise.withResolvers<void>();
    app.store.rewards.stalled = store.promise;
    const redeeming = redeem(member, "five-off");
    const id = await whenHeld(member);
    expect(await cancel(member, id)).toEqual({ outcome: "cancelled" });
    app.store.rewards.stalled = null;
    await workOff();
    store.resolve();
    await redeeming;
    expect(discountsOf(member), "the store was slower than the first look").toMatchObject([{ active: true }]);
    await workOffAfter(2 * MINUTE);
    expect(discountsOf(member)).toMatchObject([{ active: false }]);
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });

  test("though it was made long after the reward was given up", async () => {
    const member = await memberWith(500n);
    const store = Promise.withResolvers<void>();
    app.store.rewards.stalled = store.promise;
    const redeeming = redeem(member, "five-off");
    await cancel(member, await whenHeld(member));
    app.store.rewards.stalled = null;
    await workOffAfter(2 * MINUTE);
    store.resolve();
    await redeeming;
    await expect.poll(() => discountsOf(member)).toHaveLength(1);
    await expect.poll(() => workOff().then(() => discountsOf(member))).toMatchObject([{ active: false }]);
  });

  test("never, where it was never made", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["silent"];
    const { id } = redemptionOf(await redeem(member, "five-off"));
    await cancel(member, id);
    await workOffAfter(DAY);
    expect(discountsOf(member)).toEqual([]);
  });
});

describe("whose a redemption is", () => {
  test("nobody else can cancel it, or tell it from one that is not there", async () => {
    const [owner, other] = [await memberWith(500n), await memberWith(500n)];
    const { id } = redemptionOf(await redeem(owner, "five-off"));
    expect(await cancel(other, id)).toEqual({ outcome: "unknown" });
    expect(await cancel(other, "r-nothing")).toEqual({ outcome: "unknown" });
    expect(await figures(owner)).toMatchObject({ held: 500n });
  });

  test("moves with the customer who was merged, and so does its benefit", async () => {
    const [kept, deleted] = [await memberWith(10n), await memberWith(400n)];
    app.store.rewards.mishaps = ["silent"];
    await redeem(deleted, "credit");
    await deliver(app.door, { shop: shop.domain, topic: "customers/merge", payload: merge(kept, deleted) });
    await app.settle(shop.domain);
    await workOffAfter(MINUTE);
    expect([creditsOf(kept), creditsOf(deleted)]).toEqual([[400n], []]);
  });

  test("keeps its code when its customer is merged", async () => {
    const [kept, deleted] = [await memberWith(10n), await memberWith(500n)];
    const { code } = redemptionOf(await redeem(deleted, "five-off"));
    await deliver(app.door, { shop: shop.domain, topic: "customers/merge", payload: merge(kept, deleted) });
    await app.settle(shop.domain);
    await workOffAfter(MINUTE);
    expect(app.store.rewards.asked).toEqual(["make"]);
    expect(await listRedemptions(app.services, shop, kept)).toMatchObject([{ code, state: "ready" }]);
  });
});
