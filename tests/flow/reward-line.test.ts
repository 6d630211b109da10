import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { cancelRedemption } from "../../app/use-cases/rewards/cancel-redemption.ts";
import { listRedemptions } from "../../app/use-cases/rewards/list-redemptions.ts";
import { makeBenefits } from "../../app/use-cases/rewards/make-benefits.ts";
import { redeemReward } from "../../app/use-cases/rewards/redeem-reward.ts";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { findBody, listDeliveries } from "../../sandbox/webhooks/queue.ts";
import { deliver } from "../support/deliver.ts";
import { figuresOf, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { startSandboxedStore, type SandboxedStore } from "../support/sandboxed-store.ts";

/** The whole way: points, a code in the store, a checkout that takes it, and what becomes of it after. */
let app: TestPerennial;
let store: SandboxedStore;
let shop: ShopRow;
/** Ids of variants, at 9.00 and at 40.00. */
let fern: string;
let palm: string;
const seen = new Set<number>();

const REWARDS = [
  { id: "five-off", kind: "amount", cost: 500, value: "5.00", minimum: "20.00", codeDays: 60 },
  { id: "tenth", kind: "percent", cost: 300, value: "10" },
  { id: "ship", kind: "free-shipping", cost: 300 },
  { id: "fern", kind: "free-product", cost: 300, product: "fern" },
  { id: "gift", kind: "gift-with-purchase", cost: 300, product: "fern", minimum: "30.00" },
  { id: "credit", kind: "store-credit", cost: 400, value: "4.00" },
  { id: "card", kind: "gift-card", cost: 300, value: "3.00" },
];

beforeAll(async () => {
  store = await startSandboxedStore();
  app = await startPerennialInTest();
  app.services.platform = store.platform;
  app.clock.now = Date.now();
  shop = await app.install(store.shop, programme({ rewards: REWARDS }));
  fern = newVariant("Fern", "9.00");
  palm = newVariant("Palm", "40.00");
  perform({ do: "collection.create", title: "Plants", products: ["fern", "palm"] });
});
afterAll(async () => {
  await app.close();
  await store.close();
});
beforeEach(() => {
  app.clock.now = Date.now();
});

const perform = (action: Action) => store.api.running.sandbox.perform(store.shop, action);

function newVariant(title: string, price: string): string {
  const { product } = perform({ do: "product.create", title, variants: [{ title: "Small", price }] });
  const id = product?.variants[0]?.id;
  if (id === undefined) throw new Error(`no variant of ${title}`);
  return String(id);
}

/** What the store tells of, in the order in which it happened. */
async function hear(): Promise<void> {
  const { store: state } = store.api.running.sandbox;
  for (const delivery of listDeliveries(state, { limit: -1 }).reverse()) {
    if (seen.has(delivery.id)) continue;
    seen.add(delivery.id);
    const body = findBody(state, delivery.bodyId) ?? "";
    await deliver(app.door, { shop: store.shop, topic: delivery.topic, id: delivery.webhookId, body });
  }
  app.clock.now = Math.max(app.clock.now, Date.now());
  await app.settle(store.shop);
}

async function memberWith(points: bigint): Promise<string> {
  const id = store.newCustomer();
  await hear();
  await adjustPoints(app.services, shop, {
    ...{ memberId: id, points, reason: "Test", key: randomUUID(), actor: "1", role: "owner" },
  });
  return id;
}

async function redeem(memberId: string, rewardId: string) {
  const wish = { memberId, rewardId, units: null, key: randomUUID(), actor: "shopper" };
  const redeemed = await redeemReward(app.services, shop, wish);
  if (redeemed.outcome !== "redeemed") throw new Error(JSON.stringify(redeemed.outcome));
  return { ...redeemed.redemption, code: redeemed.redemption.code ?? "" };
}

/** What the shopper pays for, with what they typed. */
function checkOut(customer: string, terms: Partial<Extract<Action, { do: "order.place" }>> = {}) {
  const lines = [{ variant: palm, quantity: 1 }];
  const { order } = perform({ do: "order.place", customer, lines, ...terms });
  if (!order) throw new Error("no order");
  return order;
}

const figures = (member: string) => figuresOf(app, store.shop, member);
const stateOf = async (member: string, id: string) =>
  (await listRedemptions(app.services, shop, member)).find((redemption) => redemption.id === id)?.state;

describe("a shopper who redeems", () => {
  test("pays less at the checkout, and the points are taken", async () => {
    const member = await memberWith(500n);
    const { id, code } = await redeem(member, "five-off");
    checkOut(member, { codes: [code.toLowerCase()] });
    await hear();
    expect(await stateOf(member, id)).toBe("used");
    expect(await figures(member), "35.00 of 40.00 were paid").toMatchObject({ available: 35n, held: 0n });
  });

  test("alone can use the code, once, from the minimum on", async () => {
    const [member, other] = [await memberWith(500n), await memberWith(1n)];
    const { code } = await redeem(member, "five-off");
    expect(() => checkOut(other, { codes: [code] })).toThrow();
    const cheap = [{ variant: fern, quantity: 2 }];
    expect(() => checkOut(member, { codes: [code], lines: cheap })).toThrow();
    checkOut(member, { codes: [code] });
    expect(() => checkOut(member, { codes: [code] })).toThrow();
  });

  test("and abandons the cart has the points back when the code ends, and nobody can use it then", async () => {
    const member = await memberWith(500n);
    const { id, code } = await redeem(member, "five-off");
    app.clock.now += 60 * DAY;
    await app.settle(store.shop);
    await makeBenefits(app.services, shop.id);
    expect(await stateOf(member, id)).toBe("returned");
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
    expect(() => checkOut(member, { codes: [code] })).toThrow();
  });

  test("and changes their mind can no longer use the code", async () => {
    const member = await memberWith(500n);
    const { id, code } = await redeem(member, "five-off");
    const cancellation = { redemptionId: id, memberId: member, actor: "shopper" };
    expect(await cancelRedemption(app.services, shop, cancellation)).toEqual({ outcome: "cancelled" });
    await makeBenefits(app.services, shop.id);
    expect(() => checkOut(member, { codes: [code] })).toThrow();
  });

  test("and whose order is cancelled has the points back", async () => {
    const member = await memberWith(500n);
    const { id, code } = await redeem(member, "five-off");
    const order = checkOut(member, { codes: [code] });
    await hear();
    perform({ do: "order.cancel", order: String(order.id), reason: "customer", refund: true });
    await hear();
    await makeBenefits(app.services, shop.id);
    expect(await stateOf(member, id)).toBe("returned");
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
    expect(() => checkOut(member, { codes: [code] })).toThrow();
  });

  test.each([
    ["tenth", 36n],
    ["ship", 40n],
    ["gift", 40n],
  ])("%s: the order is worth what was paid for its lines", async (reward, earned) => {
    const member = await memberWith(300n);
    const { code } = await redeem(member, reward);
    const lines = [
      { variant: palm, quantity: 1 },
      ...(reward === "gift" ? [{ variant: fern, quantity: 1 }] : []),
    ];
    checkOut(member, { codes: [code], lines });
    await hear();
    expect(await figures(member)).toMatchObject({ available: earned, held: 0n });
  });

  test("gets one fern free, and pays the second", async () => {
    const member = await memberWith(300n);
    const { code } = await redeem(member, "fern");
    checkOut(member, { codes: [code], lines: [{ variant: fern, quantity: 2 }] });
    await hear();
    expect(await figures(member)).toMatchObject({ available: 9n, held: 0n });
  });

  test("pays with store credit and with a gift card", async () => {
    const member = await memberWith(700n);
    await redeem(member, "credit");
    const card = await redeem(member, "card");
    const order = checkOut(member, { storeCredit: true, giftCards: [card.code.replaceAll("-", "")] });
    await hear();
    const paid = await store.api.ask(
      `{ order(id: "gid://shopify/Order/${order.id}") { transactions(first: 9) { gateway amountSet { shopMoney { amount } } } } }`,
    );
    const amounts = (
      paid.data.order.transactions as { gateway: string; amountSet: { shopMoney: object } }[]
    ).map(({ gateway, amountSet }) => [gateway, Object.values(amountSet.shopMoney)[0] as unknown]);
    expect(amounts).toContainEqual(["gift_card", "3.0"]);
    expect(amounts).toContainEqual(["shopify_store_credit", "4.0"]);
  });
});
