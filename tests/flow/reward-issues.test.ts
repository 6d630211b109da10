import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CUSTOMERS_A_DISCOUNT } from "../../app/commerce/reward-store.ts";
import { findProgress } from "../../app/db/reward-issues.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import type { LoyaltySummary } from "../../app/loyalty/summary.ts";
import { DAY, HOUR, MINUTE } from "../../app/loyalty/time.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { issueCodes } from "../../app/use-cases/rewards/issue-codes.ts";
import { issueRewardToMany, stopIssue } from "../../app/use-cases/rewards/issue-reward-to-many.ts";
import { listRedemptions } from "../../app/use-cases/rewards/list-redemptions.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;
let customers = 70_000;

const REWARDS = [
  { id: "thanks", kind: "amount", cost: 500, value: "5.00", codeDays: 30 },
  { id: "credit", kind: "store-credit", cost: 400, value: "4.00" },
];

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.now = NOON;
  Object.assign(app.store.rewards, { mishaps: [], asked: [], discounts: [] });
  shop = await app.install(`issues-${++shops}.myshopify.com`, programme({ rewards: REWARDS }));
});

async function members(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => String(++customers));
  for (const id of ids)
    await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
  await app.settle(shop.domain);
  return ids;
}

function issue(changes: object = {}) {
  return issueRewardToMany(app.services, shop, {
    ...{ id: "christmas", rewardId: "thanks", recipients: "everybody" as const, actor: "7" },
    ...changes,
  });
}

async function workOffAfter(ms: number): Promise<void> {
  app.clock.now += ms;
  await issueCodes(app.services, shop.id);
}

const progress = () => findProgress(app.services.db.sql, shop.id, "christmas");
const codesInStore = () => app.store.rewards.discounts.flatMap(({ codes }) => codes);

describe("a reward given to many", () => {
  test("is a code for each, a discount for each hundred, kept for these alone", async () => {
    const ids = await members(CUSTOMERS_A_DISCOUNT + 30);
    expect(await issue()).toEqual({ outcome: "issued", members: 130 });
    await workOffAfter(0);
    await workOffAfter(MINUTE);
    expect(await progress()).toEqual({ members: 130, ready: 130, refused: 0, reasons: [], cancelled: false });
    expect(new Set(codesInStore()).size).toBe(130);
    expect(app.store.rewards.discounts.map(({ customers: [...who] }) => who.length)).toEqual([100, 30]);
    const [first = ""] = ids;
    expect(await listRedemptions(app.services, shop, first)).toMatchObject([
      { reward: "thanks", state: "ready", points: 0, value: "5.00", canCancel: false },
    ]);
    expect(await issue(), "sent again").toEqual({ outcome: "repeated" });
  });

  test("goes on where it was broken off, and makes nothing twice", async () => {
    await members(CUSTOMERS_A_DISCOUNT + 5);
    await issue();
    app.store.rewards.mishaps = ["lost-answer", "silent", "lost-answer"];
    for (let round = 0; round < 8; round++) await workOffAfter(HOUR);
    expect(await progress()).toMatchObject({ ready: 105, refused: 0 });
    expect(codesInStore()).toHaveLength(105);
    expect(app.store.rewards.discounts).toHaveLength(2);
  });

  test("stands in the summaries of those who have it, until it is used or over", async () => {
    const [one = "", two = ""] = await members(2);
    await issue();
    await workOffAfter(0);
    await workOffAfter(MINUTE);
    const summaryOf = async (id: string) => {
      await publishSummaries(app.services, shop.id);
      return (app.store.summaries.get(`${shop.domain} ${id}`) as LoyaltySummary).redemptions;
    };
    const [gift] = await summaryOf(one);
    expect(gift).toMatchObject({ id: "gift-christmas", state: "ready", points: 0 });
    const used = { ...order({ id: 900 + shops, customer: one }), discount_codes: [{ code: gift?.code }] };
    await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload: used });
    await app.settle(shop.domain);
    expect(await summaryOf(one)).toEqual([]);
    expect(await summaryOf(two)).toHaveLength(1);
    app.clock.now = NOON + 31 * DAY;
    expect(await listRedemptions(app.services, shop, two)).toEqual([]);
  });

  test("is for a tier, or for those named", async () => {
    const [one = "", two = ""] = await members(3);
    expect(await issue({ recipients: { memberIds: [one, two, "1"] } })).toMatchObject({ members: 2 });
    expect(await issue({ id: "gold", recipients: { tiers: ["gold"] } })).toEqual({
      outcome: "refused",
      because: "nobody",
    });
  });

  test("can be stopped: nobody can use its codes any more", async () => {
    const [one = ""] = await members(CUSTOMERS_A_DISCOUNT + 1);
    await issue();
    await workOffAfter(0);
    await app.db.inShop(shop.id, (tx) => stopIssue(app.services, tx, "christmas"));
    await workOffAfter(MINUTE);
    expect(app.store.rewards.discounts.map(({ active }) => active)).toEqual([false, false]);
    expect(await progress()).toMatchObject({ cancelled: true });
    expect(await listRedemptions(app.services, shop, one)).toEqual([]);
  });

  test("is told of where the store refuses it", async () => {
    await members(2);
    await issue();
    app.store.rewards.mishaps = [{ refuses: "Too many discounts" }];
    await workOffAfter(0);
    expect(await progress()).toMatchObject({ ready: 0, refused: 2, reasons: ["Too many discounts"] });
  });

  test.each([
    ["unknown-reward", "nothing"],
    ["no-code", "credit"],
  ])("must be one with a code: %s", async (because, rewardId) => {
    await members(1);
    expect(await issue({ rewardId })).toEqual({ outcome: "refused", because });
  });
});
