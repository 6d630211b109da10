import { describe, expect, test } from "vitest";
import { claimBenefit, markAsked, settleBenefit } from "../../app/db/benefits.ts";
import { DAY, HOUR, MINUTE } from "../../app/loyalty/time.ts";
import { enqueueLeftovers } from "../../app/use-cases/enqueue-leftovers.ts";
import { confirmGranted } from "../../app/use-cases/rewards/confirm-granted.ts";
import { listRedemptions, listRedemptionsForStaff } from "../../app/use-cases/rewards/list-redemptions.ts";
import { deliver } from "../support/deliver.ts";
import { verified } from "../support/perennial.ts";
import { searchEverywhere } from "../support/search.ts";
import {
  app,
  shop,
  startRewards,
  memberWith,
  redeem,
  redemptionOf,
  figures,
  discountsOf,
  creditsOf,
  cancel,
  workOffAfter,
  summaryOf,
} from "../support/rewards-shop.ts";

startRewards();

describe("a reward without a code", () => {
  test("is taken once the store has granted it", async () => {
    const member = await memberWith(400n);
    expect(redemptionOf(await redeem(member, "credit"))).toMatchObject({
      state: "granted",
      canCancel: false,
    });
    expect(creditsOf(member)).toEqual([400n]);
    expect(await figures(member)).toMatchObject({ available: 0n, held: 0n });
  });

  test("costs by the unit where the cost slides", async () => {
    const member = await memberWith(1000n);
    const redemption = redemptionOf(await redeem(member, "any-credit", { units: 7n }));
    expect(redemption).toMatchObject({ points: 700, value: "7.00", state: "granted" });
    expect(creditsOf(member)).toEqual([700n]);
    expect(await redeem(member, "any-credit", { key: "much-too-much", units: 21n })).toMatchObject({
      refusal: { because: "beyond-value" },
    });
  });

  test("whose answer was lost is found among the account's newest credits, not given twice", async () => {
    const member = await memberWith(800n);
    await redeem(member, "credit");
    app.store.rewards.mishaps = ["lost-answer"];
    const second = redemptionOf(await redeem(member, "credit", { key: "second-wish" }));
    expect(second).toMatchObject({ state: "making", canCancel: false });
    expect(await cancel(member, second.id), "it may have been granted").toEqual({ outcome: "too-late" });
    expect(await figures(member)).toMatchObject({ held: 400n });
    await workOffAfter(2 * MINUTE);
    expect(creditsOf(member)).toEqual([400n, 400n]);
    expect(await figures(member)).toMatchObject({ available: 0n, held: 0n });
  });

  test("whose question was lost is given later, once", async () => {
    const member = await memberWith(400n);
    app.store.rewards.mishaps = ["lost-question", "lost-question"];
    await redeem(member, "credit");
    await workOffAfter(2 * MINUTE);
    await workOffAfter(2 * MINUTE);
    await workOffAfter(2 * MINUTE);
    expect(creditsOf(member)).toEqual([400n]);
    expect(await figures(member)).toMatchObject({ held: 0n });
  });

  test("can be given up while the store was surely not asked", async () => {
    const member = await memberWith(400n);
    app.store.rewards.mishaps = ["silent"];
    const { id, canCancel } = redemptionOf(await redeem(member, "credit"));
    expect(canCancel).toBe(true);
    expect(await cancel(member, id)).toEqual({ outcome: "cancelled" });
    await workOffAfter(DAY);
    expect(creditsOf(member)).toEqual([]);
    expect(await figures(member)).toMatchObject({ available: 400n, held: 0n });
  });

  test("is a gift card with a code for the member's eyes alone", async () => {
    const member = await memberWith(300n);
    const { code, state } = redemptionOf(await redeem(member, "card"));
    expect(state).toBe("granted");
    expect(app.store.rewards.giftCards.at(-1)).toMatchObject({ customer: member, code, amount: 300n });
    expect(JSON.stringify(await summaryOf(member))).not.toContain(code);
    expect(await listRedemptions(app.services, shop, member)).toMatchObject([{ code }]);
    const forStaff = await listRedemptionsForStaff(app.services, shop, member);
    expect(forStaff).toMatchObject([{ state: "granted", code: null }]);
  });

  test("is a tag, a donation, or waits for somebody of the shop", async () => {
    const member = await memberWith(300n);
    expect(redemptionOf(await redeem(member, "club")).state).toBe("granted");
    expect([...(app.store.rewards.tags.get(member) ?? [])]).toEqual(["early-access"]);
    app.store.rewards.asked = [];
    expect(redemptionOf(await redeem(member, "trees", { key: "for-the-trees" })).state).toBe("granted");
    const tour = redemptionOf(await redeem(member, "tour", { key: "see-it-grow" }));
    expect(tour).toMatchObject({ state: "waiting", canCancel: false });
    expect(app.store.rewards.asked).toEqual([]);
    expect(await cancel(member, tour.id)).toEqual({ outcome: "too-late" });
    const toHandOut = async () =>
      (await listRedemptionsForStaff(app.services, shop, member)).filter((one) => one.waitsForStaff);
    expect(await toHandOut()).toMatchObject([
      { id: tour.id, memberId: member, instructions: "Call to find a day." },
    ]);
    const confirm = (memberId = member) =>
      confirmGranted(app.services, shop, { redemptionId: tour.id, memberId, actor: "7" });
    expect(await confirm(await memberWith(1n)), "from another's page").toEqual({ outcome: "not-waiting" });
    expect(await figures(member)).toMatchObject({ held: 200n });
    expect(await confirm()).toEqual({ outcome: "granted" });
    expect(await confirm()).toEqual({ outcome: "not-waiting" });
    expect(await figures(member)).toMatchObject({ available: 0n, held: 0n });
    expect(await toHandOut()).toEqual([]);
  });

  test("that waits for staff can be taken back by them", async () => {
    const member = await memberWith(200n);
    const { id } = redemptionOf(await redeem(member, "tour"));
    expect(await cancel(member, id, "7")).toEqual({ outcome: "cancelled" });
    expect(await figures(member)).toMatchObject({ available: 200n, held: 0n });
  });
});

describe("a store that keeps failing", () => {
  test("is left alone for a while, longer each time, and asked again after", async () => {
    const members: string[] = [];
    while (members.length < 6) members.push(await memberWith(500n));
    app.store.rewards.mishaps = Array.from({ length: 50 }, () => "silent" as const);
    for (const member of members) await redeem(member, "five-off");
    expect(app.store.rewards.asked, "three were enough").toHaveLength(3);
    await workOffAfter(16_000);
    expect(app.store.rewards.asked, "one to see whether it is back").toHaveLength(4);
    app.store.rewards.mishaps = [];
    await workOffAfter(HOUR);
    expect(members.flatMap(discountsOf)).toHaveLength(6);
  });

  test("is asked again by whoever looks for what was left over", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["silent"];
    await redeem(member, "five-off");
    app.clock.now += MINUTE;
    const enqueued: string[] = [];
    const jobs = { ...app.jobs, enqueue: async (_tx: object, name: string) => void enqueued.push(name) };
    await enqueueLeftovers({ ...app.services, jobs: jobs as typeof app.jobs });
    expect(enqueued).toContain("make-benefits");
  });
});

describe("whoever has an attempt in hand", () => {
  test("asks the store for nothing that was given up meanwhile", async () => {
    const member = await memberWith(400n);
    app.store.rewards.mishaps = ["silent"];
    const { id } = redemptionOf(await redeem(member, "credit"));
    const now = app.clock.now + MINUTE;
    const claimed = await claimBenefit(app.db.sql, shop.id, { now, until: now + HOUR, redemptionId: id });
    if (claimed === null) throw new Error("not due");
    expect(await cancel(member, id)).toEqual({ outcome: "cancelled" });
    // As often as it takes for the count of attempts to be the same again, now at disabling it.
    for (const later of [2 * HOUR, 4 * HOUR])
      await claimBenefit(app.db.sql, shop.id, { now: now + later, until: now + later, redemptionId: id });
    expect(await markAsked(app.db.sql, shop.id, claimed, { at: now, watermark: null })).toBe(false);
  });

  test("lets nobody ask the store again while their own asking may still be on its way", async () => {
    const member = await memberWith(400n);
    app.store.rewards.mishaps = ["silent"];
    const { id: redemptionId } = redemptionOf(await redeem(member, "credit"));
    const now = app.clock.now + MINUTE;
    const slow = await claimBenefit(app.db.sql, shop.id, { now, until: now + 2 * MINUTE, redemptionId });
    if (slow === null) throw new Error("not due");
    // They came to asking only at the end of their lease.
    await markAsked(app.db.sql, shop.id, slow, { at: now + 2 * MINUTE - 1, watermark: "0" });
    await workOffAfter(3 * MINUTE);
    expect(creditsOf(member)).toEqual([]);
    await workOffAfter(HOUR);
    expect(creditsOf(member)).toEqual([400n]);
  });

  test("keeps it to themselves until they are done, or too slow", async () => {
    const member = await memberWith(400n);
    app.store.rewards.mishaps = ["silent"];
    const { id: redemptionId } = redemptionOf(await redeem(member, "credit"));
    const claim = (now: number) =>
      claimBenefit(app.db.sql, shop.id, { now, until: now + HOUR, redemptionId });
    const slow = await claim(app.clock.now + MINUTE);
    expect(await claim(app.clock.now + 2 * MINUTE)).toBeNull();
    expect(await claim(app.clock.now + 2 * HOUR)).not.toBeNull();
    if (slow === null) throw new Error("not due");
    const news = { state: "done" as const, askedAt: null, at: app.clock.now };
    expect(await settleBenefit(app.db.sql, shop.id, slow, news)).toBe(false);
  });
});

test("what the store said of a customer goes with them when they are erased", async () => {
  const member = await memberWith(900n);
  app.store.rewards.mishaps = ["silent"];
  await redeem(member, "credit");
  app.store.rewards.mishaps = [{ refuses: `Customer ${member} is not allowed` }];
  await redeem(member, "card", { key: "a-card-for-me" });
  await redeem(member, "card", { key: "too-much-for-me" });
  const redaction = { customer: { id: Number(member) }, orders_to_redact: [], shop_domain: shop.domain };
  await deliver(app.door, { shop: shop.domain, topic: "customers/redact", payload: redaction });
  await app.settle(shop.domain);
  await workOffAfter(DAY);
  expect(await searchEverywhere(app.db, [member])).toEqual([]);
  expect(creditsOf(member), "nobody is left to be given anything").toEqual([]);
  expect(await redeem(member, "credit", { key: "as-if-nothing-was" })).toEqual({ outcome: "nobody" });
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
});
