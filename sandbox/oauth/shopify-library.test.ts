import type { Session } from "@shopify/shopify-api";
import { GraphQLClient } from "graphql-request";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox, type RunningSandbox } from "../server.ts";
import { signIdToken } from "../signing.ts";

const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36";
const SHOP_NAME = "#graphql\n query { shop { name } }";

let running: RunningSandbox;
let shop: string;
let sessions: Map<string, Session>;
let shopify: Awaited<ReturnType<typeof startLibrary>>;

beforeAll(async () => {
  running = await startSandbox({ port: 0, appPort: null, data: ":memory:" });
  shop = running.sandbox.defaultShop().domain;
  sessions = new Map();
  shopify = await startLibrary();
});
afterAll(() => running.close());

/** Shopify's own library as an app sets it up, unchanged; only the process's `fetch` is led to the sandbox. */
async function startLibrary() {
  process.env.SANDBOX_URL = running.urls.shopify;
  await import("../lead-here.mjs");
  await import("@shopify/shopify-app-remix/adapters/node");
  const { ApiVersion, AppDistribution, shopifyApp } = await import("@shopify/shopify-app-remix/server");
  const { apiKey, apiSecret } = running.sandbox.options;
  return shopifyApp({
    apiKey,
    apiSecretKey: apiSecret,
    appUrl: "https://app.example.com",
    apiVersion: ApiVersion.July26,
    scopes: running.sandbox.manifest.scopes,
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    logger: { level: 0 },
    sessionStorage: {
      storeSession: async (session) => Boolean(sessions.set(session.id, session)),
      loadSession: async (id) => sessions.get(id),
      deleteSession: async (id) => sessions.delete(id),
      deleteSessions: async (ids) => ids.every((id) => sessions.delete(id)),
      findSessionsByShop: async () => [...sessions.values()],
    },
  });
}

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

async function nameOf(answer: { json(): Promise<unknown> }): Promise<unknown> {
  return ((await answer.json()) as { data: { shop: { name: string } } }).data.shop.name;
}

function offlineSession(): Session {
  const session = [...sessions.values()].find(({ isOnline }) => !isOnline);
  if (!session) throw new Error("The library stored no offline session.");
  return session;
}

test("opens the app: exchanges the id token, and asks the Admin API with what it got", async () => {
  const { admin, session } = await shopify.authenticate.admin(openPage());
  expect(session).toMatchObject({ shop, isOnline: false, accessToken: expect.stringMatching(/^shpat_/) });
  expect(session.refreshToken).toMatch(/^shprt_/);
  expect(await nameOf(await admin.graphql(SHOP_NAME))).toBe(running.sandbox.defaultShop().name);
});

test("refreshes a token that is about to end, and goes on with the new pair", async () => {
  const before = offlineSession();
  before.expires = new Date(Date.now() + 60_000);
  const { admin, session } = await shopify.unauthenticated.admin(shop);
  expect(session.accessToken).not.toBe(before.accessToken);
  expect(session.refreshToken).not.toBe(before.refreshToken);
  expect(offlineSession().refreshToken).toBe(session.refreshToken);
  expect(await nameOf(await admin.graphql(SHOP_NAME))).toBe(running.sandbox.defaultShop().name);
});

test("cannot use a refresh token twice: a second process that refreshes with it fails", async () => {
  const stale = offlineSession().toObject();
  await refreshNow();
  const { Session } = await import("@shopify/shopify-api");
  const again = new Session({ ...stale, expires: new Date(Date.now() + 60_000) });
  sessions.set(again.id, again);
  await expect(shopify.unauthenticated.admin(shop)).rejects.toMatchObject({ status: 500 });
});

async function refreshNow(): Promise<void> {
  offlineSession().expires = new Date(Date.now() + 60_000);
  await shopify.unauthenticated.admin(shop);
}

test("graphql-request is led to the sandbox as well, and nothing else is", async () => {
  const { session } = await shopify.authenticate.admin(openPage());
  const client = new GraphQLClient(`https://${shop}/admin/api/2026-07/graphql.json`, {
    headers: { "X-Shopify-Access-Token": session.accessToken ?? "" },
  });
  expect(await client.request("{ shop { myshopifyDomain } }")).toEqual({ shop: { myshopifyDomain: shop } });
  const elsewhere = await fetch(`${running.urls.shopify}/sandbox/api`);
  expect(elsewhere.status).toBe(200);
});
