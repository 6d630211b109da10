import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { retryDeliveries } from "../../app/use-cases/retry-deliveries.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { startWorker } from "../../app/worker.server.ts";
import { deliver } from "../support/deliver.ts";
import { merge, order } from "../support/payloads.ts";
import {
  deliveriesOf,
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";

const TAGGED = programme({
  earning: {
    exclude: { productTags: ["no-points"] },
    rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1.00" } }],
  },
});
const MOST = 2n ** 63n - 1n;
let app: TestPerennial;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  app.store.silent.clear();
  shop = `letters-${++shops}.myshopify.com`;
});

const buy = (id: number, customer: number, changes: object = {}) =>
  deliver(app.door, {
    shop,
    topic: "orders/paid",
    id: `order-${id}`,
    payload: order({ id, customer, total: "10.00", ...changes }),
  });

async function letTimePass(): Promise<void> {
  for (let look = 0; look < 12; look++) {
    await app.settle(shop);
    app.clock.now += 10 * 60_000;
  }
}

async function adjust(customerId: string, points: bigint): Promise<void> {
  const event = { kind: "adjust", customerId, points, reason: "test", key: `${points}` } as const;
  await handleEvent(app.services, await app.requireShop(shop), { event, actor: "42", eventId: `${points}` });
}

/** A member so rich that the next points have no room: the transaction cannot be written. */
async function makeFull(customer: string): Promise<void> {
  await adjust(customer, MOST);
}

test("a delivery that cannot be settled holds up none of those around it", async () => {
  await app.install(shop, programme());
  await makeFull("9");
  for (let id = 1; id <= 9; id++) await buy(id, id === 5 ? 9 : 7);
  await app.settle(shop);
  expect((await deliveriesOf(app, shop)).map(({ state }) => state)).toEqual(
    Array.from({ length: 9 }, (_, n) => (n === 4 ? "waiting" : "done")),
  );
  expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 80n });
  expect(await figuresOf(app, shop, "9")).toMatchObject({ available: MOST });
});

test("news of tags hold up no orders, and those of our own tags are done as they come", async () => {
  const { id: shopId } = await app.install(shop, programme());
  const tag = (id: string, topic: string, customer: number, tags: string[]) => {
    const payload = { customerId: `gid://shopify/Customer/${customer}`, tags };
    return deliver(app.door, { shop, topic: `customer.tags_${topic}`, id, payload });
  };
  await buy(1, 7);
  await tag("given", "added", 7, ["press", "late"]);
  await buy(2, 8);
  await tag("taken", "removed", 7, ["late"]);
  await tag("other", "added", 8, ["trade"]);
  for (let times = 0; times < 2; times++) await tag("echo", "added", 7, ["perennial:often"]);
  expect((await deliveriesOf(app, shop)).at(-1)).toMatchObject({ state: "done", repeats: 1, reason: null });
  const tell = { shop, topic: "customers/merge", payload: merge(7, 8) };
  await deliver(app.door, tell);
  await tag("after", "removed", 7, ["trade"]);
  expect(await app.settleIfThere(shop)).toBe(6);
  expect(await app.settleIfThere(shop)).toBe(1);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 20n });
  const tags = `SELECT tags FROM person WHERE shop_id = $1 AND member_id = 7`;
  expect(await app.db.sql.query(tags, [shopId])).toEqual([{ tags: ["press"] }]);
});

test("it is tried eight times, longer and longer apart, and then becomes a dead letter with its reason", async () => {
  await app.install(shop, programme());
  await makeFull("9");
  await buy(1, 9);
  const waits: number[] = [];
  for (let last = app.clock.now; ;) {
    await settleDeliveries(app.services, await app.requireShop(shop));
    const [row] = await app.db.sql.query<{ state: string; due_at: Date; attempts: number }>(
      `SELECT state, due_at, attempts FROM delivery WHERE webhook_id = 'order-1' AND shop_id = $1`,
      [(await app.requireShop(shop)).id],
    );
    if (row === undefined || row.state === "dead") break;
    waits.push((row.due_at.getTime() - last) / 1000);
    last = app.clock.now = row.due_at.getTime();
  }
  expect(waits).toEqual([1, 4, 16, 64, 256, 600, 600]);
  const [letter] = await deliveriesOf(app, shop);
  expect(letter).toMatchObject({ state: "dead", attempts: 8 });
  expect(letter?.reason).toMatch(/out of range/);
  expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
});

test("a dead letter is settled like any other once its cause is gone", async () => {
  await app.install(shop, programme());
  await makeFull("9");
  await buy(1, 9);
  await letTimePass();
  expect(await deliveriesOf(app, shop)).toMatchObject([{ state: "dead" }]);
  await adjust("9", -MOST);
  expect(await retryDeliveries(app.services, await app.requireShop(shop), null)).toEqual({
    waiting: 1,
    dead: 0,
    forgotten: 0,
  });
  await app.settle(shop);
  expect(await deliveriesOf(app, shop)).toMatchObject([{ state: "done", reason: null }]);
  expect(await figuresOf(app, shop, "9")).toMatchObject({ available: 10n });
  expect(await retryDeliveries(app.services, await app.requireShop(shop), null)).toEqual({
    waiting: 0,
    dead: 0,
    forgotten: 0,
  });
  expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
});

test("what was not understood is read anew when it is tried again", async () => {
  await app.install(shop, programme());
  await buy(1, 7, { currency: "XQZ" });
  await app.settle(shop);
  expect(await retryDeliveries(app.services, await app.requireShop(shop), ["order-1"])).toEqual({
    waiting: 0,
    dead: 1,
    forgotten: 0,
  });
  expect(await deliveriesOf(app, shop)).toMatchObject([{ state: "dead", attempts: 1 }]);
});

test("a store that does not answer costs its deliveries no attempt: they wait, and are settled when it does", async () => {
  await app.install(shop, TAGGED);
  app.store.silent.add(shop);
  app.store.products.set("70", { id: "70", tags: ["no-points"], collections: [], productType: null });
  await buy(1, 7, {
    lines: [
      { price: "10.00", product: 70 },
      { price: "4.00", product: 71 },
    ],
  });
  for (let look = 0; look < 10; look++) {
    await expect(app.settle(shop)).rejects.toThrow("did not answer");
    app.clock.now += 60_000;
  }
  expect(await deliveriesOf(app, shop)).toMatchObject([{ state: "waiting", attempts: 0 }]);
  app.store.silent.clear();
  await app.settle(shop);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 4n });
});

test("a store that keeps us waiting delays no other shop", async () => {
  const slow = shop;
  await app.install(slow, TAGGED);
  await buy(1, 7, { lines: [{ price: "10.00", product: 80 }] });
  shop = `quick-${slow}`;
  await app.install(shop, programme());
  const answer = app.store.stall(slow);
  const worker = await startWorker(app.services, app.jobs);
  try {
    await sleep(300);
    await buy(1, 7);
    worker.wake();
    for (let look = 0; look < 100 && (await figuresOf(app, shop, "7")) === null; look++) await sleep(50);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 10n });
    expect(await deliveriesOf(app, slow)).toMatchObject([{ state: "waiting" }]);
  } finally {
    answer();
    await worker.stop();
  }
  await app.settle(slow);
  expect(await figuresOf(app, slow, "7")).toMatchObject({ available: 10n });
});
