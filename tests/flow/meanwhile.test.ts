import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../app/commerce/platform.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import {
  deliveriesOf,
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  type TestPerennial,
} from "../support/perennial.ts";

/** Things that happen while something else is under way, and word that comes late. */

const EXCLUDES_A_TAG = programme({
  earning: {
    exclude: { productTags: ["no-points"] },
    rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1.00" } }],
  },
});
let app: TestPerennial;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.now = NOON;
  app.store.silent.clear();
  app.store.products.clear();
  shop = `meanwhile-${++shops}.myshopify.com`;
});

const buy = (id: number, customer: number, changes: object = {}) =>
  deliver(app.door, {
    shop,
    topic: "orders/paid",
    payload: order({ id, customer, total: "100.00", ...changes }),
  });

const told = (topic: string, changes: object = {}) =>
  deliver(app.door, { shop, topic, payload: {}, ...changes });

const settle = async () => settleDeliveries(app.services, await app.requireShop(shop));

describe("a store that does not answer", () => {
  test("cannot hold up word that the app was uninstalled, and that its data is to be erased", async () => {
    await app.install(shop, EXCLUDES_A_TAG);
    app.store.silent.add(shop);
    await buy(1, 7, { lines: [{ price: "100.00", product: 900 }] });
    await told("app/uninstalled", { triggeredAt: "2026-07-01T12:00:01Z" });
    await expect(settle()).rejects.toThrow(StoreUnavailable);
    expect((await app.requireShop(shop)).uninstalledAt).not.toBeNull();
    await told("shop/redact");
    await settle();
    await expect(app.requireShop(shop)).rejects.toThrow("no shop");
  });

  test("holds up only the orders whose products it must be asked of", async () => {
    await app.install(shop, EXCLUDES_A_TAG);
    app.store.silent.add(shop);
    await buy(1, 7, { lines: [{ price: "100.00", product: 900 }] });
    await buy(2, 8, { lines: [{ price: "40.00" }] });
    await expect(settle()).rejects.toThrow(StoreUnavailable);
    expect(await figuresOf(app, shop, "8")).toMatchObject({ available: 40n });
    app.store.silent.clear();
    await app.settle(shop);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 100n });
  });
});

test("an order that comes while the store is being asked about another waits for its own answer", async () => {
  await app.install(shop, EXCLUDES_A_TAG);
  app.store.products.set("900", { id: "900", tags: [], collections: [], productType: null });
  app.store.products.set("901", { id: "901", tags: ["no-points"], collections: [], productType: null });
  await buy(1, 7, { lines: [{ price: "100.00", product: 900 }] });
  const answer = app.store.stall(shop);
  const settling = settle();
  await buy(2, 8, { lines: [{ price: "100.00", product: 901 }] });
  answer();
  await settling;
  await app.settle(shop);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 100n });
  expect(await figuresOf(app, shop, "8")).toMatchObject({ available: 0n });
});

test("a programme saved while the store is being asked holds for what was bought since", async () => {
  const { id } = await app.install(shop, EXCLUDES_A_TAG);
  await buy(1, 7, { lines: [{ price: "100.00", product: 900 }], at: "2026-07-01T12:00:30Z" });
  const answer = app.store.stall(shop);
  const settling = settle();
  app.clock.now = NOON + 10_000;
  const document = programme({
    effectiveFrom: undefined,
    earning: { rules: [{ id: "purchase", on: "order", rate: { points: 5, per: "1.00" } }] },
  });
  delete document.effectiveFrom;
  const known = await app.requireShop(shop);
  expect(known.id).toBe(id);
  expect(await saveProgramme(app.services, known, { document, savedBy: "42", basedOn: 1 })).toMatchObject({
    outcome: "saved",
  });
  answer();
  await settling;
  await app.settle(shop);
  expect(await figuresOf(app, shop, "7")).toMatchObject({ pending: 500n });
});

test("late word of an uninstallation does not end the installation that came after it", async () => {
  await app.install(shop);
  app.clock.now = NOON + 60_000;
  await app.install(shop);
  await told("app/uninstalled", { triggeredAt: "2026-07-01T12:00:30Z" });
  await app.settle(shop);
  expect((await app.requireShop(shop)).uninstalledAt).toBeNull();
});

test("an order in another currency than the programme's is a dead letter that says what to do", async () => {
  await app.install(shop, programme());
  await buy(1, 7, { currency: "JPY", total: "12000" });
  await buy(2, 8);
  await app.settle(shop);
  expect(await deliveriesOf(app, shop)).toMatchObject([
    { state: "dead", reason: expect.stringContaining("save a programme in JPY") },
    { state: "done" },
  ]);
  expect(await figuresOf(app, shop, "8")).toMatchObject({ available: 100n });
});

describe("what is signed with the app's secret and is no delivery of the shop", () => {
  test.each([
    ["a session token", "eyJhbGciOiJIUzI1NiJ9.eyJkZXN0IjoiaHR0cHM6Ly9hLm15c2hvcGlmeS5jb20ifQ"],
    ["the query of the admin", "embedded=1&host=YWRtaW4&shop=a.myshopify.com"],
    ["the query of the app proxy", "logged_in_customer_id=1path_prefix=/apps/perennialshop=a.myshopify.com"],
  ])("%s leaves no trace", async (_, body) => {
    await app.install(shop);
    expect(await deliver(app.door, { shop, topic: "orders/paid", body })).toBe(400);
    expect(await deliveriesOf(app, shop)).toEqual([]);
  });

  test("word from another shop about itself is refused", async () => {
    await app.install(shop);
    const payload = { shop_domain: "another.myshopify.com", shop_id: 1 };
    expect(await deliver(app.door, { shop, topic: "shop/redact", payload })).toBe(401);
    expect(await deliveriesOf(app, shop)).toEqual([]);
  });
});

test.each(["shop/redact", "customers/redact", "customers/data_request", "app/uninstalled"])(
  "%s of a shop of which nothing is held is done already",
  async (topic) => {
    expect(await told(topic)).toBe(200);
  },
);
