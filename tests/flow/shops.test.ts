import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasEndedOnboarding } from "../../app/db/onboarding.ts";
import { listVersions } from "../../app/db/programmes.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import {
  figuresOf,
  findMemberRow,
  programme,
  SECRET,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { proxyDoor } from "../../app/proxy.server.ts";
import { listMembers, readMemberListQuery } from "../../app/use-cases/list-members.ts";

const HERE = "here.myshopify.com";
const THERE = "there.myshopify.com";
let app: TestPerennial;

beforeAll(async () => {
  app = await startPerennialInTest();
  await app.install(HERE, programme());
  await app.install(
    THERE,
    programme({ earning: { rules: [{ id: "purchase", on: "order", rate: { points: 2, per: "1.00" } }] } }),
  );
});
afterAll(() => app.close());

async function tell(shop: string, topic: string, payload: unknown, id: string): Promise<void> {
  expect(await deliver(app.door, { shop, topic, payload, id })).toBe(200);
}

function ask(shop: string, customerId: string, changes: Record<string, string> = {}): Promise<Response> {
  const query = new URLSearchParams({
    logged_in_customer_id: customerId,
    path_prefix: "/apps/perennial",
    shop,
    timestamp: String(Math.floor(Date.now() / 1000)),
  });
  const sorted = [...query]
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join("");
  query.set("signature", createHmac("sha256", SECRET).update(sorted).digest("hex"));
  for (const [key, value] of Object.entries(changes)) query.set(key, value);
  return proxyDoor(app.shopify, app.services)(new Request(`http://localhost/proxy/balance?${query}`));
}

test("two shops with the same ids of orders, customers and webhooks never see each other", async () => {
  for (const [shop, total] of [
    [HERE, "10.00"],
    [THERE, "30.00"],
  ] as const) {
    await tell(shop, "customers/create", customer({ id: 5, firstName: shop }), "w1");
    await tell(shop, "orders/paid", order({ id: 1, customer: { id: 5, firstName: shop }, total }), "w2");
  }
  await app.settle(HERE);
  expect(await figuresOf(app, HERE, "5")).toMatchObject({ available: 10n });
  expect(await figuresOf(app, THERE, "5")).toBeNull();
  await app.settle(THERE);
  expect(await figuresOf(app, THERE, "5")).toMatchObject({ available: 60n });
  await tell(THERE, "refunds/create", refund({ id: 9, order: 1, lines: [{ subtotal: "30.00" }] }), "w3");
  await tell(THERE, "customers/create", customer(6), "w4");
  await tell(THERE, "customers/merge", merge(6, 5), "w5");
  await app.settle(THERE);
  expect(await figuresOf(app, HERE, "5")).toMatchObject({ available: 10n });
  expect(await figuresOf(app, THERE, "5")).toMatchObject({ available: 0n });
  for (const shop of [HERE, THERE]) expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
});

test("the proxy answers for the shop and the customer that the store signed, and for nobody else", async () => {
  expect(await (await ask(HERE, "5")).json()).toMatchObject({ member: { available: 10 } });
  expect(await (await ask(THERE, "5")).json()).toMatchObject({ member: { available: 0 } });
  expect(await (await ask(HERE, "6")).json()).toEqual({ member: null });
  expect(await (await ask(HERE, "")).json()).toEqual({ member: null });
  expect((await ask("stranger.myshopify.com", "5")).status).toBe(404);
});

test.each([
  ["another shop", { shop: THERE }],
  ["another customer", { logged_in_customer_id: "6" }],
  ["a parameter more", { extra: "1" }],
  ["another signature", { signature: "0".repeat(64) }],
  ["an old time", { timestamp: String(Math.floor(Date.now() / 1000) - 91) }],
])("the proxy refuses a query with %s put in after signing", async (_, changes) => {
  expect((await ask(HERE, "5", changes)).status).toBe(400);
});

test("the lists of members hold the shop's own", async () => {
  const { id: here } = await app.requireShop(HERE);
  expect(await findMemberRow(app, here, "6")).toBeNull();
  const found = JSON.stringify(
    await listMembers(app.services, await app.requireShop(HERE), readMemberListQuery(new URLSearchParams())),
    (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value),
  );
  expect(found).toContain(HERE);
  expect(found).not.toContain(THERE);
});

test("a shop of another currency than the programme for new shops starts with one of its own", async () => {
  const domain = "abroad.myshopify.com";
  app.store.facts.set(domain, { name: "Abroad", currency: "EUR", timezone: "Europe/Berlin" });
  const { id } = await app.install(domain, programme());
  const [first] = await listVersions(app.db.sql, id);
  expect(first?.programme).toMatchObject({ currency: "EUR", timezone: "Europe/Berlin" });
  expect(app.complaints).toEqual([expect.stringContaining("of another currency")]);
  // What the merchant has to do first is still to be done.
  expect(await hasEndedOnboarding(app.db.sql, id)).toBe(false);
});
