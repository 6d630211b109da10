import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Perennial } from "../../app/perennial.server.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { signIdToken } from "../../sandbox/signing.ts";
import type { TestDatabase } from "../support/database.ts";

/** The whole app against the sandbox's store, over HTTP; only its web server is left out. */
const running = await startSandbox({ port: 0, appPort: null, data: ":memory:" });
const shop = running.sandbox.defaultShop().domain;
// Shopify's library keeps the fetch that it finds when it is loaded, so what leads the calls here goes first.
process.env.SANDBOX_URL = running.urls.shopify;
await import("../../sandbox/lead-here.mjs");
const { PrismaSessionStorage } = await import("@shopify/shopify-app-session-storage-prisma");
const { startPerennial } = await import("../../app/perennial.server.ts");
const { readEnv } = await import("../../app/env.server.ts");
const { enqueueLeftovers } = await import("../../app/use-cases/enqueue-leftovers.ts");
const { createTestDatabase } = await import("../support/database.ts");
const { deliver } = await import("../support/deliver.ts");
const { order } = await import("../support/payloads.ts");

const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36";

let perennial: Perennial;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const { apiKey, apiSecret } = running.sandbox.options;
  const env = readEnv({
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: apiSecret,
    LOG_LEVEL: "silent",
    WORKER: "embedded",
  });
  perennial = await startPerennial({
    ...env,
    databaseUrl: database.settings.url,
    dataFolder: database.settings.folder,
    embeddedWorker: true,
  });
  await perennial.shopify.authenticateAdmin(openPage());
});
afterAll(async () => {
  await perennial.stop();
  await running.close();
  await database.drop();
});
beforeEach(() => setFaults([]));

/** The app's first page, as the admin opens it in its frame. */
function openPage(): Request {
  const { apiKey, apiSecret: secret } = running.sandbox.options;
  const query = new URLSearchParams({
    shop,
    host: Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64"),
    embedded: "1",
    id_token: signIdToken({ shop, apiKey, secret, userId: "42" }),
  });
  return new Request(`https://app.example.com/app?${query}`, { headers: { "user-agent": BROWSER } });
}

async function setFaults(faults: object[]): Promise<void> {
  await fetch(`${running.urls.shopify}/sandbox/api/graphql-faults`, {
    method: "PUT",
    body: JSON.stringify(faults),
  });
}

function makeCustomer(): string {
  return running.sandbox.perform(shop, { do: "customer.create", firstName: "Ida", email: null }).id;
}

let orders = 5_000;
function buy(customer: string, total: string): Promise<number> {
  const at = new Date().toISOString().replace(/\.\d+/, "");
  const payload = order({ id: ++orders, customer, total, at });
  return deliver(perennial.webhooks, {
    shop,
    topic: "orders/paid",
    secret: running.sandbox.options.apiSecret,
    payload,
  });
}

const metafields = () => running.store.collection(shop, "metafield");
const placeOf = (customer: string) => `CUSTOMER/${customer}/app--${running.sandbox.options.apiKey}/summary`;

/** What the storefront reads of the customer; -1 where there is nothing. */
function balanceOf(customer: string): number {
  const found = metafields().find(placeOf(customer));
  return found ? (JSON.parse(found.value) as { balance: number }).balance : -1;
}

async function eventually(look: () => unknown, wanted: unknown): Promise<void> {
  for (let n = 0; n < 300; n++) {
    if (JSON.stringify(look()) === JSON.stringify(wanted)) return;
    await sleep(50);
  }
  expect(look()).toEqual(wanted);
}

describe("the store's tokens", () => {
  test("are renewed once, however many ask at the same moment", async () => {
    const sessions = new PrismaSessionStorage(perennial.services.db.prisma);
    const session = await sessions.loadSession(`offline_${shop}`);
    if (session === undefined) throw new Error("the installation left no session");
    session.expires = new Date(Date.now() + 60_000);
    await sessions.storeSession(session);
    const issued = running.store.collection(shop, "token").count();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => perennial.shopify.accessToken(shop)));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBe(session.accessToken);
    const after = await sessions.loadSession(`offline_${shop}`);
    expect(after?.accessToken).toBe(tokens[0]);
    // One pair: a token, and what renews it.
    const made = running.store.collection(shop, "token").count() - issued;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThanOrEqual(2);
  });

  test("are null for a shop that gave us none", async () => {
    expect(await perennial.shopify.accessToken("stranger.myshopify.com")).toBeNull();
  });
});

describe("what the storefront reads", () => {
  test("equals the books after a burst", async () => {
    const customers = [makeCustomer(), makeCustomer(), makeCustomer()];
    await Promise.all(Array.from({ length: 60 }, (_, n) => buy(customers[n % 3] ?? "", "5.00")));
    for (const customer of customers) await eventually(() => balanceOf(customer), 100);
  });

  test("is written although a customer in between is gone from the store", async () => {
    const [first, gone, last] = [makeCustomer(), makeCustomer(), makeCustomer()];
    running.store.collection(shop, "customer").delete(gone);
    await Promise.all([first, gone, last].map((customer) => buy(customer, "7.00")));
    for (const customer of [first, last]) await eventually(() => balanceOf(customer), 7);
    expect(balanceOf(gone)).toBe(-1);
    for (let look = 0; look < 100; look++) {
      const stale = await perennial.services.db.sql.query(`SELECT 1 FROM member WHERE summary_stale`);
      if (stale.length === 0) return;
      await sleep(50);
    }
    throw new Error("a summary is stale for ever");
  });

  test("is written once the store answers again", async () => {
    await setFaults([{ answer: "502", times: 7, operation: "MetafieldsSet" }]);
    const customer = makeCustomer();
    await buy(customer, "9.00");
    await sleep(300);
    expect(balanceOf(customer)).toBe(-1);
    await setFaults([]);
    await eventually(() => balanceOf(customer), 9);
  });

  test("is made up for where the job that should have written it is gone", async () => {
    const customer = makeCustomer();
    await buy(customer, "11.00");
    await eventually(() => balanceOf(customer), 11);
    const { sql } = perennial.services.db;
    // The job that wrote it marks it as written a moment later; what is taken away before that stays away.
    while ((await sql.query(`SELECT 1 FROM member WHERE summary_stale`)).length > 0) await sleep(50);
    await sql.query(`UPDATE member SET summary_stale = true WHERE id = $1`, [customer]);
    metafields().delete(placeOf(customer));
    await enqueueLeftovers(perennial.services);
    await eventually(() => balanceOf(customer), 11);
  });
});
