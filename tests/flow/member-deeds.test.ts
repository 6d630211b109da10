import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import type { StaffActionName } from "../../app/db/staff-action-names.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { backtestShop } from "../../app/use-cases/backtest/backtest-shop.ts";
import { leaveOrJoin } from "../../app/use-cases/membership/leave-or-join.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { blockMember } from "../../app/use-cases/person/block-member.ts";
import { eraseMember } from "../../app/use-cases/person/erase-member.ts";
import { exportMember } from "../../app/use-cases/person/export-member.ts";
import { grantReward } from "../../app/use-cases/person/grant-reward.ts";
import { mergeMembers, previewMerge } from "../../app/use-cases/person/merge-members.ts";
import { reinstatePoints } from "../../app/use-cases/person/reinstate-points.ts";
import { showTimeline } from "../../app/use-cases/person/show-timeline.ts";
import { takeBackAdjustment } from "../../app/use-cases/person/take-back-adjustment.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { redeemReward } from "../../app/use-cases/rewards/redeem-reward.ts";
import type { By } from "../../app/use-cases/staff/actions.ts";
import { explainOrders } from "../../app/use-cases/explain/explain-order.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { searchEverywhere } from "../support/search.ts";

const ANNA = { id: 7_001, firstName: "Anna", lastName: "Keller", email: "anna.keller@example.com" };
const BERT = { id: 7_002, firstName: "Bert", lastName: "Ohm", email: "bert@example.com" };
const [anna, bert] = [String(ANNA.id), String(BERT.id)];
const OWNER = { staff: "900", role: "owner" } as const;
const REWARDS = [
  { id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 30 },
  { id: "planting", kind: "custom", cost: 50, instructions: "Plant a tree" },
];
const EXPIRING = {
  points: { pendingDays: 0, expiry: { kind: "lots", months: 1 }, notice: { required: false } },
};

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.now = NOON;
});

async function open(changes: object = {}): Promise<void> {
  shop = await app.install(`deeds-${++shops}.myshopify.com`, programme({ rewards: REWARDS, ...changes }));
  await tell("customers/create", customer(ANNA));
  await tell("customers/create", customer(BERT));
  await tell("orders/paid", order({ id: 1, customer: ANNA, total: "60.00" }));
  await tell("orders/paid", order({ id: 2, customer: BERT, total: "15.00" }));
}

async function tell(topic: string, payload: unknown): Promise<void> {
  await deliver(app.door, { shop: shop.domain, topic, payload });
  await app.settle(shop.domain);
}

const buys = (id: number, who: object = ANNA, at = app.clock.now) =>
  tell(
    "orders/paid",
    order({ id, customer: { id: 0, ...who }, at: new Date(at).toISOString(), total: "10.00" }),
  );
const block = (change: "block" | "unblock" = "block") =>
  blockMember(app.services, shop, { memberId: anna, change, note: "Resells", by: OWNER });

async function figures(id = anna) {
  const { available, owed, pending } = (await figuresOf(app, shop.domain, id)) ?? {};
  return { available, owed, pending };
}

async function log(): Promise<{ action: StaffActionName; detail: Record<string, string> }[]> {
  return app.db.sql.query(`SELECT action, detail FROM staff_action WHERE shop_id = $1 ORDER BY id`, [
    shop.id,
  ]);
}

/** Whatever staff did, the ledger holds, and playing the past once more ends at it. */
async function expectSound(): Promise<void> {
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
  const played = await backtestShop(app.services, shop, { draft: null });
  expect(played?.ledger).toMatchObject({ equal: true, behind: 0 });
}

describe("a member who is blocked", () => {
  test("earns and redeems nothing, is told so on the storefront, and keeps what they have", async () => {
    await open();
    const both = await Promise.all([block(), block()]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["blocked", "repeated"]);
    await buys(3);
    expect(await figures()).toMatchObject({ available: 60n });
    expect((await explainOrders(app.services, shop, ["3"])).get("3")?.reasons).toEqual([{ kind: "blocked" }]);
    const wish = { memberId: anna, rewardId: "five-off", key: randomUUID(), units: null, actor: "shopper" };
    expect(await redeemReward(app.services, shop, wish)).toMatchObject({
      outcome: "refused",
      refusal: { because: "blocked" },
    });
    await publishSummaries(app.services, shop.id);
    expect(app.store.summaries.get(`${shop.domain} ${anna}`)).toMatchObject({
      out: true,
      blocked: true,
      balance: 60,
    });
    const join = { memberId: anna, actor: "shopper", kind: "join" } as const;
    expect(await leaveOrJoin(app.services, shop, join)).toEqual({ outcome: "blocked" });
    expect(await log()).toEqual([{ action: "member.blocked", detail: { note: "Resells" } }]);
    await expectSound();
  });

  test("is in again once they are let in, and what they bought meanwhile stays worth nothing", async () => {
    await open();
    await block();
    app.clock.now += DAY;
    await buys(3);
    app.clock.now += DAY;
    expect(await block("unblock")).toEqual({ outcome: "unblocked" });
    await buys(3, ANNA, NOON + DAY);
    await buys(4);
    expect(await figures()).toMatchObject({ available: 70n });
    await publishSummaries(app.services, shop.id);
    expect(app.store.summaries.get(`${shop.domain} ${anna}`)).not.toHaveProperty("blocked");
    await expectSound();
  });

  test("is nobody where the shop does not know them", async () => {
    await open();
    const unknown = { memberId: "4711", change: "block", note: "", by: OWNER } as const;
    expect(await blockMember(app.services, shop, unknown)).toEqual({ outcome: "unknown-member" });
    expect(await log()).toEqual([]);
  });
});

describe("points that expired", () => {
  async function expiryOf(id = anna): Promise<string> {
    const [row] = await app.db.sql.query<{ key: string }>(
      `SELECT key FROM ledger_transaction WHERE shop_id = $1 AND member_id = $2 AND kind = 'expire'`,
      [shop.id, id],
    );
    return row?.key ?? "";
  }

  async function openExpired(): Promise<string> {
    await open(EXPIRING);
    app.clock.now += 40 * DAY;
    await app.settle(shop.domain);
    expect(await figures()).toMatchObject({ available: 0n });
    return expiryOf();
  }

  const giveBack = (expiry: string, points: bigint, memberId = anna) =>
    reinstatePoints(app.services, shop, { memberId, expiry, points, reason: "Was ill", by: OWNER });

  test("come back once, also where two staff members give them back at once", async () => {
    const expiry = await openExpired();
    const both = await Promise.all([giveBack(expiry, 40n), giveBack(expiry, 60n)]);
    const outcomes = both.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(["reinstated", "repeated"]);
    const given = both.flatMap((one) => (one.outcome === "reinstated" ? [BigInt(one.points)] : []));
    expect(await figures()).toMatchObject({ available: given[0] });
    expect(await log()).toEqual([{ action: "points.reinstated", detail: { points: String(given[0]) } }]);
    await expectSound();
  });

  test("are refused beyond what expired, of somebody else, and of what never did", async () => {
    const expiry = await openExpired();
    expect(await giveBack(expiry, 61n)).toEqual({ outcome: "too-many", most: "60" });
    expect(await giveBack(expiry, 10n, bert)).toEqual({ outcome: "unknown-expiry" });
    expect(await giveBack("expire:nothing:1", 10n)).toEqual({ outcome: "unknown-expiry" });
    expect(await figures()).toMatchObject({ available: 0n });
    expect(await log()).toEqual([]);
    await expectSound();
  });

  test("come back to whoever their owner was merged into", async () => {
    const expiry = await openExpired();
    await mergeMembers(app.services, shop, { keptId: bert, otherId: anna, by: OWNER });
    expect(await giveBack(expiry, 60n, bert)).toEqual({ outcome: "reinstated", points: "60" });
    expect(await figures(bert)).toMatchObject({ available: 60n });
    await expectSound();
  });
});

describe("an adjustment by hand", () => {
  const SUPPORT = { staff: "901", role: "support" } as const;
  const give = (points: bigint, key = randomUUID()) =>
    adjustPoints(app.services, shop, {
      ...{ memberId: anna, points, reason: "Late parcel", key, actor: OWNER.staff, role: OWNER.role },
    }).then(() => `adjust:${key}`);
  const takeBack = (adjustment: string, by: By = OWNER, memberId = anna) =>
    takeBackAdjustment(app.services, shop, { memberId, adjustment, reason: "A mistake", by });
  const onTimeline = async () => {
    const asked = { memberId: anna, kind: "all", behind: null, knownSince: 0 } as const;
    const { entries } = await showTimeline(app.services, shop, asked);
    return entries.flatMap((one) => (one.of === "ledger" && one.reversal !== null ? [one.reversal] : []));
  };

  test("is taken back once, also by two at once, and both entries say so", async () => {
    await open();
    const adjustment = await give(40n);
    expect(await onTimeline()).toMatchObject([{ wouldMove: "-40", takenBack: null, takesBack: null }]);
    app.clock.now += DAY;
    const both = await Promise.all([takeBack(adjustment), takeBack(adjustment)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["adjustment-taken-back", "repeated"]);
    expect(await figures()).toMatchObject({ available: 60n });
    expect(await onTimeline()).toMatchObject([
      { wouldMove: null, takenBack: null, takesBack: { at: NOON, actor: "900" } },
      { wouldMove: null, takenBack: { at: NOON + DAY, actor: "900" }, takesBack: null },
    ]);
    expect((await log()).map(({ detail }) => detail)).toEqual([{ points: "40" }, { points: "-40" }]);
    await expectSound();
  });

  test("becomes owed where it is spent, takes nothing twice that expired, and keeps to the limit", async () => {
    await open(EXPIRING);
    const early = await give(20n);
    app.clock.now += 40 * DAY;
    await app.settle(shop.domain);
    expect(await takeBack(early)).toEqual({ outcome: "unknown-adjustment" });
    const deduction = await give(-30n);
    expect(await figures()).toMatchObject({ available: 0n, owed: 30n });
    expect(await takeBack(deduction)).toEqual({ outcome: "adjustment-taken-back", points: "30" });
    expect(await figures()).toMatchObject({ available: 0n, owed: 0n });
    const large = await give(600n);
    expect(await takeBack(large, SUPPORT)).toMatchObject({ outcome: "beyond-limit", each: "500" });
    await give(-550n);
    expect(await takeBack(large)).toMatchObject({ points: "-600" });
    expect(await figures()).toMatchObject({ available: 0n, owed: 550n });
    await expectSound();
  });

  test("takes nothing that is about to expire, and what is left where something else is", async () => {
    await open(EXPIRING);
    app.clock.now += 15 * DAY;
    const early = await give(20n);
    app.clock.now += 20 * DAY;
    expect(await takeBack(early), "the order's points are due").toMatchObject({ points: "-20" });
    expect(await figures()).toMatchObject({ available: 0n, owed: 0n });
    const late = await give(30n);
    app.clock.now += 40 * DAY;
    expect(await takeBack(late), "its own points are due").toEqual({ outcome: "unknown-adjustment" });
    expect(await figures()).toMatchObject({ available: 0n, owed: 0n });
    await app.settle(shop.domain);
    await expectSound();
  });

  test("counts what was given back of it and expired once more", async () => {
    await open(EXPIRING);
    const adjustment = await give(20n);
    const giveBack = (expiry: string, points: bigint) =>
      reinstatePoints(app.services, shop, { memberId: anna, expiry, points, reason: "Was ill", by: OWNER });
    const expire = () => {
      app.clock.now += 40 * DAY;
      return app.settle(shop.domain);
    };
    await expire();
    expect(await giveBack(`expire:${adjustment}:1`, 20n)).toMatchObject({ outcome: "reinstated" });
    expect(await onTimeline()).toMatchObject([{ wouldMove: null }, { wouldMove: "-20" }]);
    await expire();
    expect(await takeBack(adjustment)).toEqual({ outcome: "unknown-adjustment" });
    expect(await figures()).toMatchObject({ available: 0n, owed: 0n });
    expect(await giveBack(`expire:reinstate:${adjustment}:1:1`, 15n)).toMatchObject({ points: "15" });
    expect(await takeBack(adjustment)).toMatchObject({ points: "-15" });
    expect(await figures()).toMatchObject({ available: 0n, owed: 0n });
    await expectSound();
  });

  test("of somebody else, or of many at once, is none that can be taken back here", async () => {
    await open();
    const adjustment = await give(40n);
    expect(await takeBack(adjustment, OWNER, bert)).toEqual({ outcome: "unknown-adjustment" });
    expect(await takeBack("adjust:bulk:run:1")).toEqual({ outcome: "unknown-adjustment" });
    expect(await takeBack(adjustment, OWNER, "4711")).toEqual({ outcome: "unknown-member" });
    expect(await figures()).toMatchObject({ available: 100n });
  });
});

describe("two members", () => {
  const merge = () => mergeMembers(app.services, shop, { keptId: anna, otherId: bert, by: OWNER });

  test("become one as the preview said, and nothing is left of the other in the store", async () => {
    await open();
    await publishSummaries(app.services, shop.id);
    const preview = await previewMerge(app.services, shop, { keptId: anna, other: "Bert@Example.com" });
    expect(preview).toMatchObject({
      outcome: "preview",
      other: { id: bert, firstName: "Bert" },
      kept: { available: "60" },
      deleted: { available: "15" },
      result: { available: "75", blocked: false },
    });
    expect(await figures(), "looking changes nothing").toMatchObject({ available: 60n });
    const both = await Promise.all([merge(), merge()]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["merged", "repeated"]);
    await buys(3, BERT);
    expect(await figures()).toMatchObject({ available: 85n });
    await publishSummaries(app.services, shop.id);
    expect(app.store.summaries.get(`${shop.domain} ${bert}`)).toBeUndefined();
    expect(app.store.summaries.get(`${shop.domain} ${anna}`)).toMatchObject({ balance: 85 });
    expect(await log()).toEqual([{ action: "member.merged", detail: { other: bert } }]);
    await expectSound();
  });

  test.each([
    [anna, "same"],
    ["https://admin.shopify.com/store/x/customers/999", "unknown-other"],
    ["nobody@example.com", "unknown-other"],
    ["", "unknown-other"],
  ])("are not merged where the other is %s", async (other, outcome) => {
    if (shop === undefined) await open();
    expect(await previewMerge(app.services, shop, { keptId: anna, other })).toEqual({ outcome });
  });
});

describe("a reward without points", () => {
  const grant = (key: string, rewardId = "five-off") =>
    grantReward(app.services, shop, { memberId: anna, rewardId, key, by: OWNER });

  test("is one code however often its form is sent, and none to whoever is blocked", async () => {
    await open();
    const both = await Promise.all([grant("form-1"), grant("form-1")]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["granted", "repeated"]);
    expect(await grant("form-2", "planting")).toEqual({ outcome: "refused", because: "no-code" });
    expect(await grant("form-3", "gone")).toEqual({ outcome: "refused", because: "unknown-reward" });
    await block();
    expect(await grant("form-4")).toEqual({ outcome: "refused", because: "blocked" });
    expect((await log()).map(({ action }) => action)).toEqual(["reward.granted", "member.blocked"]);
    const [row] = await app.db.sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM issued_code WHERE shop_id = $1 AND member_id = $2`,
      [shop.id, anna],
    );
    expect(row?.n).toBe(1);
  });
});

describe("a member who is erased by the owner", () => {
  const EVE = { id: 7_012_345_670_003, firstName: "Eve", lastName: "Quirk", email: "eve.quirk@example.com" };
  const eve = String(EVE.id);
  const erase = (typed = " eve  QUIRK") =>
    eraseMember(app.services, shop, { memberId: eve, typed, by: OWNER });
  const traces = [eve, EVE.firstName, EVE.lastName, EVE.email];

  test("leaves no trace in any table nor in the store, and the books whole", async () => {
    await open(EXPIRING);
    await buys(3, EVE);
    await mergeMembers(app.services, shop, { keptId: eve, otherId: bert, by: OWNER });
    await publishSummaries(app.services, shop.id);
    await blockMember(app.services, shop, { memberId: eve, change: "block", note: "Eve Quirk", by: OWNER });
    await blockMember(app.services, shop, { memberId: eve, change: "unblock", note: "", by: OWNER });
    await grantReward(app.services, shop, { memberId: eve, rewardId: "five-off", key: "f", by: OWNER });
    const adjustment = { memberId: eve, points: 5n, reason: "x", key: "form-0001", actor: "900" };
    await adjustPoints(app.services, shop, { ...adjustment, role: "owner" });
    app.clock.now += 40 * DAY;
    await app.settle(shop.domain);
    expect(await exportMember(app.services, shop, { memberId: eve, by: OWNER })).toContain(EVE.email);
    expect(await erase()).toEqual({ outcome: "erased" });
    expect(await searchEverywhere(app.db, traces)).toEqual([]);
    expect(app.store.summaries.has(`${shop.domain} ${eve}`)).toBe(false);
    expect(await erase()).toEqual({ outcome: "unknown-member" });
    expect(await exportMember(app.services, shop, { memberId: eve, by: OWNER })).toBeNull();
    expect((await log()).at(-1)).toEqual({ action: "member.erased", detail: {} });
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
    await buys(4, EVE);
    expect(await figures(eve)).toEqual({});
  });

  test("stays as they are while the store does not answer", async () => {
    await open();
    app.store.silent.add(shop.domain);
    const erasure = { memberId: anna, typed: "Anna Keller", by: OWNER };
    expect(await eraseMember(app.services, shop, { ...erasure, typed: "Anna" })).toEqual({
      outcome: "other-name",
    });
    expect(await eraseMember(app.services, shop, erasure)).toEqual({ outcome: "store-unavailable" });
    app.store.silent.delete(shop.domain);
    expect(await figures()).toMatchObject({ available: 60n });
  });
});
