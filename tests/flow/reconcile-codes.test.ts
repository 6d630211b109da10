import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listFindings } from "../../app/db/reconciliation-findings.ts";
import { listRuns } from "../../app/db/reconciliations.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { reconcileShop } from "../../app/use-cases/reconcile/reconcile-shop.ts";
import { requestReconciliation } from "../../app/use-cases/reconcile/request-reconciliation.ts";
import { cancelRedemption } from "../../app/use-cases/rewards/cancel-redemption.ts";
import { makeBenefits } from "../../app/use-cases/rewards/make-benefits.ts";
import { rewardCodeOf } from "../../app/use-cases/rewards/reward-identity.ts";
import { redeemReward } from "../../app/use-cases/rewards/redeem-reward.ts";
import { deliver } from "../support/deliver.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { startSandboxStore, type SandboxStore } from "../support/sandbox-store.ts";

const HOUR = 3_600_000;
const RULES = programme({
  rewards: [{ id: "five-off", kind: "amount", cost: 500, value: "5.00", codeDays: 60 }],
});

let app: TestPerennial;
let store: SandboxStore;
let shop: ShopRow;
let member: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
  store = await startSandboxStore(app.clock);
  app.services.platform = {
    ...store.platform,
    publishSummaries: async () => ({ gone: [], refused: [] }),
    forgetSummaries: async () => undefined,
  };
});
afterAll(async () => {
  await store.close();
  await app.close();
});
beforeEach(async () => {
  app.clock.now = NOON;
  const domain = `codes-${++shops}.myshopify.com`;
  store.open(domain, { currency: "GBP", timezone: "Europe/London" });
  shop = await app.install(domain, RULES);
  member = store.do(domain, { do: "customer.create", ref: "ada", firstName: "Ada" }).id;
  for (const { id, topic, body } of store.takeWebhooks(domain))
    await deliver(app.door, { shop: domain, topic, body, id });
  await app.settle(domain);
  await adjustPoints(app.services, shop, {
    memberId: member,
    points: 1000n,
    reason: "Test",
    key: "k",
    actor: "1",
    role: "owner",
  });
});

async function redeem(rewardId: string): Promise<{ id: string; code: string }> {
  const wish = { memberId: member, rewardId, units: null, key: `wish-${rewardId}-is-one`, actor: "shopper" };
  const redeemed = await redeemReward(app.services, shop, wish);
  if (redeemed.outcome !== "redeemed") throw new Error(JSON.stringify(redeemed.outcome));
  const { id, code } = redeemed.redemption;
  return { id, code: code ?? "" };
}

/** A while later, so that what was made or disabled can be seen everywhere in the store. */
async function reconcile() {
  app.clock.now += HOUR;
  await requestReconciliation(app.services, shop, { cause: "staff" });
  while (!(await reconcileShop(app.services, shop.id)));
  await app.settle(shop.domain);
  await makeBenefits(app.services, shop.id);
  const [run] = await listRuns(app.db.sql, shop.id, 1);
  const found = await listFindings(app.db.sql, shop.id, { run: run?.number ?? 0, after: "0", limit: 50 });
  return found;
}

const figures = () => figuresOf(app, shop.domain, member);
const stateOf = async (code: string) =>
  (await store.platform.codeStates(shop.domain, [{ code, reference: null }])).get(code) ?? null;

describe("a code that a hold stands for", () => {
  test("is left alone while it can be used and was not", async () => {
    const { code } = await redeem("five-off");
    expect(await reconcile()).toEqual([]);
    expect(await stateOf(code)).toEqual({ isUsable: true, uses: 0 });
    expect(await figures()).toMatchObject({ available: 500n, held: 500n });
  });

  test("leads to the order that used it, however long ago nobody heard of that", async () => {
    const { code } = await redeem("five-off");
    store.do(shop.domain, {
      do: "order.place",
      customer: "ref:ada",
      codes: [code],
      lines: [{ title: "Bench", price: "105.00", quantity: 1 }],
    });
    const { listOrders } = app.services.platform;
    app.services.platform.listOrders = async () => ({ items: [], next: null });
    const found = await reconcile();
    app.services.platform.listOrders = listOrders;
    expect(found).toMatchObject([{ kind: "order", memberId: member, detail: "new" }]);
    expect(await figures()).toMatchObject({ available: 600n, held: 0n });
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
  });

  test.each(["delete", "end"] as const)(
    "and that staff %s in the store, is cancelled: the points go back, once",
    async (change) => {
      const { code } = await redeem("five-off");
      store.changeDiscount(shop.domain, code, change);
      expect(await reconcile()).toMatchObject([{ kind: "code-cancelled", memberId: member }]);
      expect(await figures()).toMatchObject({ available: 1000n, held: 0n });
      expect(await reconcile()).toEqual([]);
    },
  );

  test("is not looked for while the store may only be slow to show it", async () => {
    const { code } = await redeem("five-off");
    store.changeDiscount(shop.domain, code, "delete");
    app.clock.now -= HOUR;
    expect(await reconcile()).toEqual([]);
    expect(await figures()).toMatchObject({ held: 500n });
  });
});

describe("a code whose points were given back", () => {
  test("is disabled again where somebody brought it back to life", async () => {
    const { id, code } = await redeem("five-off");
    await cancelRedemption(app.services, shop, { redemptionId: id, memberId: member, actor: "shopper" });
    await makeBenefits(app.services, shop.id);
    expect(await stateOf(code)).toMatchObject({ isUsable: false });
    expect(await reconcile()).toEqual([]);
    store.changeDiscount(shop.domain, code, "go on");
    expect(await reconcile()).toMatchObject([{ kind: "code-alive", memberId: member }]);
    expect(await stateOf(code)).toMatchObject({ isUsable: false });
    expect(await reconcile()).toEqual([]);
  });
});

test("a benefit of which nobody knows what became is looked up, and not made twice", async () => {
  store.setFaults([{ answer: "lost", times: 1, operation: "DiscountCodeBasicCreate" }]);
  const { id } = await redeem("five-off");
  const outcome = () =>
    app.db.sql.query(`SELECT state, asked_at IS NULL AS known FROM benefit WHERE redemption_id = $1`, [id]);
  expect(await outcome()).toEqual([{ state: "due", known: false }]);
  app.clock.now += HOUR;
  expect(await reconcile()).toMatchObject([{ kind: "benefit-unknown", memberId: member }]);
  expect(await outcome()).toEqual([{ state: "done", known: true }]);
  expect(await stateOf(rewardCodeOf(shop, id))).toEqual({ isUsable: true, uses: 0 });
});
