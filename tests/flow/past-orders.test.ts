import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OrderNow } from "../../app/commerce/store-state.ts";
import { backtestShop } from "../../app/use-cases/backtest/backtest-shop.ts";
import { previewPastOrders } from "../../app/use-cases/past-orders/preview-past-orders.ts";
import { takeInPastOrders } from "../../app/use-cases/past-orders/take-in-past-orders.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import {
  deliveriesOf,
  figuresOf,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";

const FROM = "2026-06-15T00:00:00Z";
const SINCE = Date.parse("2026-01-01T00:00:00Z");
const PROGRAMME = programme({
  effectiveFrom: FROM,
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "first", on: "first-order", bonus: 100 },
    ],
  },
  tiers: {
    basis: "spend",
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: "250.00", multiplier: "2" },
    ],
  },
  rewards: [{ id: "five-off", kind: "amount", cost: 500, value: "5.00" }],
});

let app: TestPerennial;
let shop: string;
let shops = 0;
/** What the store has, by id. */
let store: Map<string, object>;

beforeAll(async () => {
  app = await startPerennialInTest();
  const { platform } = app.services;
  const orderNow = (id: string): OrderNow[] => {
    const payload = store.get(id);
    if (payload === undefined) return [];
    const news = platform.translate(
      { shopDomain: shop, topic: "orders/updated", body: JSON.stringify(payload) },
      "GBP",
    );
    return news.kind === "points" && news.event.kind === "order"
      ? [{ order: news.event.order, person: news.person }]
      : [];
  };
  Object.assign(platform, {
    async listOrders(domain: string, { since, after }: { since: number; after: string | null }) {
      await app.store.requireAnswer(domain);
      const all = [...store.keys()]
        .flatMap(orderNow)
        .map((now) => now.order)
        .filter(({ processedAt }) => processedAt >= since)
        .sort((a, b) => a.processedAt - b.processedAt);
      const from = Number(after ?? 0);
      const items = all.slice(from, from + 2).map(({ id, processedAt }) => ({ id, processedAt }));
      return { items, next: from + 2 < all.length ? String(from + 2) : null };
    },
    ordersNow: async (_domain: string, ids: string[]) => ids.flatMap(orderNow),
  });
});
afterAll(() => app.close());

beforeEach(async () => {
  shop = `past-${++shops}.myshopify.com`;
  const past = [
    order({ id: 1, customer: 7, total: "200.00", at: "2026-02-01T00:00:00Z" }),
    order({ id: 2, customer: 7, total: "60.00", at: "2026-03-01T00:00:00Z" }),
    order({ id: 3, customer: 8, total: "40.00", at: "2026-04-01T00:00:00Z" }),
    order({ id: 4, customer: 9, total: "999.00", at: "2025-12-31T00:00:00Z" }),
    order({ id: 5, customer: 7, total: "10.00", at: "2026-06-20T00:00:00Z" }),
  ];
  store = new Map(past.map((payload) => [String((payload as { id: number }).id), payload]));
  await app.install(shop, PROGRAMME);
});

const preview = async () => previewPastOrders(app.services, await app.requireShop(shop), { since: SINCE });
const takeIn = async () => takeInPastOrders(app.services, await app.requireShop(shop), { since: SINCE });

async function takeInWhole() {
  const taken = await takeIn();
  await app.settle(shop);
  return taken;
}

async function totals() {
  const row = await app.requireShop(shop);
  const [sums] = await app.db.sql.query<{ earned: bigint; members: bigint }>(
    `SELECT coalesce(sum(earned), 0) AS earned, count(*) AS members FROM member WHERE shop_id = $1`,
    [row.id],
  );
  return sums;
}

test("a preview says what past orders would bring, and changes nothing", async () => {
  expect(await preview()).toMatchObject({
    orders: { told: 4, counting: 4, value: "310.00" },
    members: { total: 2 },
    points: { earned: 520 },
    cost: { liability: "5.20" },
  });
  expect(await totals()).toEqual({ earned: 0n, members: 0n });
});

test("what is taken in is what the preview said", async () => {
  const promised = await preview();
  expect(await takeInWhole()).toEqual({ orders: 4, fresh: 4 });
  expect(await totals()).toEqual({ earned: BigInt(promised?.points.earned ?? 0), members: 2n });
  expect(await figuresOf(app, shop, "8")).toMatchObject({ available: 140n });
  expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
});

test("taken in again, nothing happens", async () => {
  await takeInWhole();
  const before = await totals();
  expect(await takeInWhole()).toEqual({ orders: 4, fresh: 0 });
  expect(await totals()).toEqual(before);
});

test("orders that webhooks told of before the programme reached back begin to count", async () => {
  await deliver(app.door, { shop, topic: "orders/paid", payload: store.get("1") });
  await deliver(app.door, { shop, topic: "orders/paid", payload: store.get("5") });
  await app.settle(shop);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ earned: 110n });
  await takeInWhole();
  // The first order is the earliest now: its bonus has moved there, and is had once.
  expect(await figuresOf(app, shop, "7")).toMatchObject({ earned: 370n });
  const told = await backtestShop(app.services, await app.requireShop(shop), { draft: null });
  expect(told?.ledger).toMatchObject({ equal: true, differences: [] });
  expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
});

test("a store that falls silent is gone on with from where it was", async () => {
  app.store.silent.add(shop);
  await expect(takeIn()).rejects.toThrow(/did not answer/);
  app.store.silent.delete(shop);
  expect(await takeInWhole()).toEqual({ orders: 4, fresh: 4 });
});

test("what was taken in stands among the deliveries, and the erased are left out", async () => {
  await deliver(app.door, {
    shop,
    topic: "customers/redact",
    payload: { customer: { id: 8 }, orders_to_redact: [] },
  });
  await app.settle(shop);
  expect(await takeInWhole()).toMatchObject({ fresh: 3 });
  expect(await figuresOf(app, shop, "8")).toBeNull();
  const past = (await deliveriesOf(app, shop)).filter(({ webhook_id: id }) => id.startsWith("past-"));
  expect(past.map(({ state }) => state)).toEqual(["done", "done", "done"]);
});
