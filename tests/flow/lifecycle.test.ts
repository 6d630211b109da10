import { Session } from "@shopify/shopify-api";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import {
  deliveriesOf,
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { listVersions } from "../../app/db/programmes.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";

const HOUR = 3_600_000;
const PENDING = programme({ points: { pendingDays: 1 } });
let app: TestPerennial;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = `life-${++shops}.myshopify.com`;
});

const iso = (instant: number) => new Date(instant).toISOString();
const buy = (id: number, total: string) =>
  deliver(app.door, {
    shop,
    topic: "orders/paid",
    payload: order({ id, customer: 7, total, at: "2026-07-01T11:00:00Z" }),
  });
const uninstall = (at: number) =>
  deliver(app.door, { shop, topic: "app/uninstalled", payload: { id: 1 }, triggeredAt: iso(at) });

async function giveTokens(): Promise<PrismaSessionStorage<typeof app.db.prisma>> {
  const sessions = new PrismaSessionStorage(app.db.prisma);
  for (const [id, isOnline] of [
    [`offline_${shop}`, false],
    [`${shop}_42`, true],
  ] as const)
    await sessions.storeSession(new Session({ id, shop, isOnline, state: "", accessToken: "shpat_secret" }));
  return sessions;
}

test("an installation makes the shop, with a first programme in its own currency and zone", async () => {
  app.store.facts.set(shop, { name: "Kissaten", currency: "JPY", timezone: "Asia/Tokyo" });
  const row = await app.install(shop);
  const [first, ...others] = await listVersions(app.db.sql, row.id);
  expect(others).toEqual([]);
  expect(first?.programme).toMatchObject({ currency: "JPY", timezone: "Asia/Tokyo" });
  const payload = order({ id: 1, customer: 7, total: "1250", currency: "JPY", at: iso(NOON) });
  await deliver(app.door, { shop, topic: "orders/paid", payload });
  await app.settle(shop);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 1250n });
  await app.install(shop);
  expect(await listVersions(app.db.sql, row.id)).toHaveLength(1);
});

test("uninstalling stops everything at once: tokens are gone, deliveries wait, nothing falls due", async () => {
  const { id } = await app.install(shop, PENDING);
  const sessions = await giveTokens();
  await buy(1, "10.00");
  await app.settle(shop);
  app.clock.now = NOON + HOUR;
  await uninstall(app.clock.now);
  await buy(2, "20.00");
  await app.settle(shop);
  expect(await sessions.findSessionsByShop(shop)).toEqual([]);
  expect((await deliveriesOf(app, shop)).map(({ state }) => state)).toEqual(["done", "done", "waiting"]);
  app.clock.now = NOON + 40 * HOUR;
  await app.settle(shop);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ pending: 10n, available: 0n });
  app.store.asked.length = 0;
  expect(await publishSummaries(app.services, id)).toBe(0);
  expect(app.store.asked).toEqual([]);
});

test("news of the store is obeyed although a delivery about points waits before it", async () => {
  await app.install(shop, PENDING);
  await uninstall(NOON);
  await app.settle(shop);
  await buy(1, "10.00");
  await deliver(app.door, {
    shop,
    topic: "customers/redact",
    payload: { customer: { id: 7 }, orders_to_redact: [] },
  });
  await app.settle(shop);
  expect(await deliveriesOf(app, shop)).toMatchObject([{ state: "done" }, { state: "done" }]);
});

test("a new installation goes on: what waited and what fell due is worked off, each at its own instant", async () => {
  const before = await app.install(shop, PENDING);
  await buy(1, "10.00");
  await app.settle(shop);
  app.clock.now = NOON + HOUR;
  await uninstall(app.clock.now);
  await app.settle(shop);
  await buy(2, "20.00");
  app.clock.now = NOON + 40 * HOUR;
  const after = await app.install(shop, programme());
  expect(after).toMatchObject({ id: before.id, uninstalledAt: null });
  await app.settle(shop);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ pending: 0n, available: 30n });
  const vested = await app.db.sql.query<{ at: Date }>(
    `SELECT at FROM ledger_transaction WHERE shop_id = $1 AND kind = 'vest' ORDER BY id`,
    [after.id],
  );
  expect(vested.map(({ at }) => at.toISOString())).toEqual([
    "2026-07-02T11:00:00.000Z",
    "2026-07-02T11:00:00.000Z",
  ]);
  expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
});

test("word of an uninstallation before the present installation changes nothing", async () => {
  await app.install(shop, PENDING);
  await uninstall(NOON);
  await app.settle(shop);
  app.clock.now = NOON + HOUR;
  await app.install(shop, PENDING);
  const sessions = await giveTokens();
  await uninstall(NOON + HOUR / 2);
  await app.settle(shop);
  expect(await app.requireShop(shop)).toMatchObject({ uninstalledAt: null });
  expect(await sessions.findSessionsByShop(shop)).toHaveLength(2);
});

test("an uninstallation in the middle of a queue stops what came after it", async () => {
  await app.install(shop, programme());
  await buy(1, "10.00");
  await uninstall(NOON);
  await buy(2, "20.00");
  await app.settle(shop);
  expect((await deliveriesOf(app, shop)).map(({ state }) => state)).toEqual(["done", "done", "waiting"]);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 10n });
});
