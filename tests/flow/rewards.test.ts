import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimBenefit, markAsked, settleBenefit } from "../../app/db/benefits.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import type { LoyaltySummary } from "../../app/loyalty/summary.ts";
import { DAY, HOUR, MINUTE } from "../../app/loyalty/time.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { enqueueLeftovers } from "../../app/use-cases/enqueue-leftovers.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { cancelRedemption } from "../../app/use-cases/rewards/cancel-redemption.ts";
import { confirmGranted } from "../../app/use-cases/rewards/confirm-granted.ts";
import {
  listRedemptions,
  listRedemptionsForStaff,
  listRewardsToHandOut,
} from "../../app/use-cases/rewards/list-redemptions.ts";
import { listRewardsFor } from "../../app/use-cases/rewards/list-rewards.ts";
import { makeBenefits } from "../../app/use-cases/rewards/make-benefits.ts";
import { redeemReward, type Redeemed } from "../../app/use-cases/rewards/redeem-reward.ts";
import type { RedemptionView } from "../../app/use-cases/rewards/redemption-view.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { searchEverywhere } from "../support/search.ts";

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;
let customers = 71_000_000_000;

const REWARDS = [
  { id: "five-off", kind: "amount", cost: 500, value: "5.00", minimum: "20.00", codeDays: 60 },
  { id: "once", kind: "free-shipping", cost: 100, perMember: 1, combinesWith: { product: true } },
  { id: "credit", kind: "store-credit", cost: 400, value: "4.00" },
  { id: "any-credit", kind: "store-credit", costPer: 100, value: "20.00" },
  { id: "card", kind: "gift-card", cost: 300, value: "3.00" },
  { id: "club", kind: "exclusive", cost: 50, grants: "early-access" },
  { id: "trees", kind: "donation", cost: 50, cause: "Trees" },
  { id: "tour", kind: "custom", cost: 200, instructions: "Call to find a day." },
];

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.now = NOON;
  Object.assign(app.store.rewards, { mishaps: [], stalled: null, asked: [] });
  shop = await app.install(`rewards-${++shops}.myshopify.com`, programme({ rewards: REWARDS }));
});

/** A customer of the store with so many points. */
async function memberWith(points: bigint): Promise<string> {
  const id = String(++customers);
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
  await app.settle(shop.domain);
  const key = randomUUID();
  await adjustPoints(app.services, shop, {
    memberId: id,
    points,
    reason: "Test",
    key,
    actor: "1",
    role: "owner",
  });
  return id;
}

function redeem(memberId: string, rewardId: string, more: { key?: string; units?: bigint } = {}) {
  const { key = "the-first-wish", units = null } = more;
  return redeemReward(app.services, shop, { memberId, rewardId, units, key, actor: "shopper" });
}

function redemptionOf(redeemed: Redeemed): RedemptionView {
  if (redeemed.outcome !== "redeemed") throw new Error(`not redeemed: ${JSON.stringify(redeemed.outcome)}`);
  return redeemed.redemption;
}

const workOff = () => makeBenefits(app.services, shop.id);
const figures = (member: string) => figuresOf(app, shop.domain, member);
const discountsOf = (member: string) =>
  app.store.rewards.discounts.filter(({ customers }) => customers.includes(member));
const creditsOf = (member: string) =>
  app.store.rewards.credits.filter((credit) => credit.customer === member).map(({ amount }) => amount);
const cancel = (memberId: string, redemptionId: string, actor = "shopper") =>
  cancelRedemption(app.services, shop, { redemptionId, memberId, actor });

async function workOffAfter(ms: number): Promise<void> {
  app.clock.now += ms;
  await workOff();
}

async function summaryOf(member: string) {
  await publishSummaries(app.services, shop.id);
  return (app.store.summaries.get(`${shop.domain} ${member}`) as LoyaltySummary).redemptions;
}

/** The redemption's id, as soon as the points are held and the store is being asked. */
async function whenHeld(member: string): Promise<string> {
  for (;;) {
    const [held] = await listRedemptions(app.services, shop, member);
    if (held !== undefined && app.store.rewards.asked.includes("make")) return held.id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("a reward with a code", () => {
  test("is made in the store at once: one use, for this customer, until its days are over", async () => {
    const member = await memberWith(700n);
    const redemption = redemptionOf(await redeem(member, "five-off"));
    expect(redemption).toMatchObject({ state: "ready", points: 500, value: "5.00", kind: "amount" });
    expect(redemption.code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    expect(app.store.rewards.discountWith(redemption.code ?? "")).toMatchObject({
      customers: [member],
      active: true,
      order: { minimum: 2000n, endsAt: NOON + 60 * DAY, benefit: { kind: "amount", value: 500n } },
    });
    expect(await figures(member)).toMatchObject({ available: 200n, held: 500n });
  });

  test("has the code that the same request always has, and its parts are not to be guessed from it", async () => {
    const member = await memberWith(1000n);
    const first = redemptionOf(await redeem(member, "five-off", { key: "wish-number-1" }));
    const other = redemptionOf(await redeem(member, "five-off", { key: "wish-number-2" }));
    expect(redemptionOf(await redeem(member, "five-off", { key: "wish-number-1" }))).toEqual(first);
    expect(other.code).not.toBe(first.code);
    expect(app.store.rewards.discounts.filter(({ customers: [who] }) => who === member)).toHaveLength(2);
  });

  test("passes on what it may be combined with", async () => {
    const member = await memberWith(100n);
    const { code } = redemptionOf(await redeem(member, "once"));
    expect(app.store.rewards.discountWith(code ?? "")?.order.combinesWith).toEqual({
      order: false,
      product: true,
      shipping: false,
    });
  });

  test("stands in the member's summary, with its code once it can be used", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["silent"];
    await redeem(member, "five-off");
    expect(await summaryOf(member)).toMatchObject([{ state: "making", code: null, reward: "five-off" }]);
    await workOffAfter(MINUTE);
    const [open] = await summaryOf(member);
    expect(open).toMatchObject({ state: "ready", points: 500, value: "5.00" });
    expect(app.store.rewards.discountWith(open?.code ?? "")?.active).toBe(true);
  });

  test("is told of although the summary was on its way when the code became ready", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["silent"];
    await redeem(member, "five-off");
    app.store.asked = [];
    const answer = app.store.stall(shop.domain);
    const publishing = publishSummaries(app.services, shop.id);
    await expect.poll(() => app.store.asked.at(-1)).toBe(shop.domain);
    await workOffAfter(MINUTE);
    answer();
    await publishing;
    expect(await summaryOf(member)).toMatchObject([{ state: "ready" }]);
  });

  test("whose answer was lost after it was made is looked up and not made again", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["lost-answer"];
    expect(redemptionOf(await redeem(member, "five-off"))).toMatchObject({ state: "making", code: null });
    await workOffAfter(2 * MINUTE);
    expect(app.store.rewards.asked).toEqual(["make", "find"]);
    expect(discountsOf(member)).toMatchObject([{ active: true }]);
    expect(redemptionOf(await redeem(member, "five-off")).state).toBe("ready");
  });

  test("whose question was lost is made when that is sure", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["lost-question"];
    await redeem(member, "five-off");
    await workOffAfter(10_000);
    expect(app.store.rewards.asked, "not before the store can have finished").toEqual(["make"]);
    await workOffAfter(2 * MINUTE);
    expect(app.store.rewards.asked).toEqual(["make", "find", "make"]);
    expect(discountsOf(member)).toHaveLength(1);
  });

  test("that the store refuses gives the points back, and says why to staff alone", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = [{ refuses: "Ends at must be after starts at" }];
    const refused = redemptionOf(await redeem(member, "five-off"));
    expect(refused).toMatchObject({ state: "not-made", code: null, canCancel: false });
    expect(JSON.stringify(refused)).not.toContain("Ends at");
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
    const [forStaff] = await listRedemptionsForStaff(app.services, shop, member);
    expect(forStaff?.reason).toBe("Ends at must be after starts at");
    await workOffAfter(DAY);
    expect(app.store.rewards.asked, "there is nothing to disable").toEqual(["make"]);
  });
});

describe("the same wish", () => {
  test("sent many times at once holds the points once, and has one answer", async () => {
    const member = await memberWith(2000n);
    const answers = await Promise.all(Array.from({ length: 12 }, () => redeem(member, "five-off")));
    expect(new Set(answers.map((answer) => redemptionOf(answer).id)).size).toBe(1);
    expect(discountsOf(member)).toHaveLength(1);
    expect(await figures(member)).toMatchObject({ available: 1500n, held: 500n });
  });

  test("with another content is refused, whatever became of the first", async () => {
    const member = await memberWith(1000n);
    await redeem(member, "five-off");
    expect(await redeem(member, "credit")).toEqual({ outcome: "key-reused" });
    await redeem(member, "any-credit", { key: "credit-please", units: 2n });
    expect(await redeem(member, "any-credit", { key: "credit-please", units: 3n })).toEqual({
      outcome: "key-reused",
    });
    expect(await figures(member)).toMatchObject({ available: 300n });
  });

  test("that was refused is refused again in the same words, though there are points enough by now", async () => {
    const member = await memberWith(450n);
    const short = { outcome: "refused", refusal: { because: "short", missing: 50n } };
    expect(await redeem(member, "five-off")).toEqual(short);
    await adjustPoints(app.services, shop, {
      ...{ memberId: member, points: 50n, reason: "Test", key: `more-${member}`, actor: "1", role: "owner" },
    });
    expect(await redeem(member, "five-off")).toEqual(short);
    expect(redemptionOf(await redeem(member, "five-off", { key: "another-wish" })).state).toBe("ready");
  });

  test.each([10, 32])("%i wishes at once never hold the same points", async (callers) => {
    const member = await memberWith(1500n);
    const answers = await Promise.all(
      Array.from({ length: callers }, (_, n) => redeem(member, "five-off", { key: `wish-number-${n}` })),
    );
    expect(answers.filter(({ outcome }) => outcome === "redeemed")).toHaveLength(3);
    expect(discountsOf(member)).toHaveLength(3);
    expect(await figures(member)).toMatchObject({ available: 0n, held: 1500n });
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
  });
});

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
    expect(await listRewardsToHandOut(app.services, shop)).toMatchObject([
      { id: tour.id, memberId: member, instructions: "Call to find a day." },
    ]);
    const confirm = (memberId = member) =>
      confirmGranted(app.services, shop, { redemptionId: tour.id, memberId, actor: "7" });
    expect(await confirm(await memberWith(1n)), "from another's page").toEqual({ outcome: "not-waiting" });
    expect(await figures(member)).toMatchObject({ held: 200n });
    expect(await confirm()).toEqual({ outcome: "granted" });
    expect(await confirm()).toEqual({ outcome: "not-waiting" });
    expect(await figures(member)).toMatchObject({ available: 0n, held: 0n });
    expect(await listRewardsToHandOut(app.services, shop)).toEqual([]);
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

describe("the rewards a member may have", () => {
  test("say what is missing, and why not", async () => {
    const member = await memberWith(420n);
    await redeem(member, "once");
    const offers = await listRewardsFor(app.services, shop, member);
    expect(offers.available).toBe(320);
    const byId = Object.fromEntries(offers.rewards.map(({ id, why, missing }) => [id, [why, missing]]));
    expect(byId).toMatchObject({
      "five-off": ["short", 180],
      once: ["member-limit", null],
      "any-credit": [null, null],
      tour: [null, null],
    });
  });

  test("are shown to guests, and to customers who are no members yet", async () => {
    const guest = await listRewardsFor(app.services, shop, null);
    expect(guest).toMatchObject({ available: null });
    expect(new Set(guest.rewards.map(({ why }) => why))).toEqual(new Set(["guest"]));
    const stranger = await listRewardsFor(app.services, shop, "999999");
    expect(stranger.rewards[0]).toMatchObject({ reachable: false, why: "short", missing: 500 });
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
