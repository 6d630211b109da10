import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSandbox, type RunningSandbox } from "../server.ts";
import { signIdToken } from "../signing.ts";
import { findUsableToken } from "./tokens.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let running: RunningSandbox;
let shop: string;
let now = new Date();
beforeAll(async () => {
  running = await startSandbox({ port: 0, appPort: null, data: ":memory:", now: () => now });
  shop = running.sandbox.defaultShop().domain;
});
beforeEach(() => {
  now = new Date("2026-05-01T12:00:00Z");
  if (!running.sandbox.installation(shop)) running.sandbox.perform(shop, { do: "app.install" });
});
afterAll(() => running.close());

function idToken(changes: { shop?: string; apiKey?: string; secret?: string; now?: Date } = {}): string {
  const { apiKey, apiSecret: secret } = running.sandbox.options;
  return signIdToken({ shop, apiKey, secret, userId: "42", now, ...changes });
}

async function ask(parameters: Record<string, string>) {
  const { apiKey, apiSecret } = running.sandbox.options;
  const response = await fetch(`${running.urls.shopify}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_id: apiKey, client_secret: apiSecret, ...parameters }),
  });
  return { status: response.status, body: await response.json() };
}

function exchange(parameters: Record<string, string> = {}) {
  return ask({
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    subject_token: idToken(),
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    expiring: "1",
    ...parameters,
  });
}

const refresh = (refreshToken: string) => ask({ grant_type: "refresh_token", refresh_token: refreshToken });
const isUsable = (accessToken: string) => findUsableToken(running.sandbox, shop, accessToken) !== null;

describe("token exchange", () => {
  test("gives an offline token for an hour, with the scopes granted at install", async () => {
    const { status, body } = await exchange();
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^shpat_[0-9a-f]{32}$/),
      scope: running.sandbox.manifest.scopes.join(","),
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^shprt_[0-9a-f]{32}$/),
      refresh_token_expires_in: 7_776_000,
    });
    expect(isUsable(body.access_token)).toBe(true);
    now = new Date(now.getTime() + HOUR);
    expect(isUsable(body.access_token)).toBe(false);
  });

  test("gives a token without end where no expiring one is asked for", async () => {
    const { body } = await exchange({ expiring: "0" });
    expect(body).not.toHaveProperty("refresh_token");
    now = new Date(now.getTime() + 365 * DAY);
    expect(isUsable(body.access_token)).toBe(true);
  });

  test("gives an online token that names its user", async () => {
    const { body } = await exchange({
      requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
    });
    expect(body).toMatchObject({ expires_in: 86_399, associated_user: { id: 42 } });
  });

  test.each([
    ["signed with another secret", () => idToken({ secret: "guessed" })],
    ["made for another app", () => idToken({ apiKey: "another" })],
    ["of another shop", () => idToken({ shop: "another.myshopify.com" })],
    ["that is over", () => idToken({ now: new Date(now.getTime() - 120_000) })],
    ["that is not valid yet", () => idToken({ now: new Date(now.getTime() + 60_000) })],
    ["that is none", () => "x.y.z"],
  ])("refuses an id token %s", async (_, token) => {
    expect(await exchange({ subject_token: token() })).toEqual({
      status: 400,
      body: {
        error: "invalid_subject_token",
        error_description: "Token exchange cannot be performed due to an invalid subject token.",
      },
    });
  });

  test("refuses a wrong client secret", async () => {
    expect(await exchange({ client_secret: "guessed" })).toMatchObject({
      status: 400,
      body: { error: "invalid_client" },
    });
  });

  test("refuses a shop where the app is not installed", async () => {
    const { body } = await exchange();
    running.sandbox.perform(shop, { do: "app.uninstall" });
    expect(await exchange()).toMatchObject({ status: 400, body: { error: "app_not_installed" } });
    expect(isUsable(body.access_token)).toBe(false);
    expect((await refresh(body.refresh_token)).status).toBe(401);
    running.sandbox.perform(shop, { do: "app.install" });
    expect(isUsable(body.access_token)).toBe(false);
  });

  test("knows no other grant", async () => {
    expect(await ask({ grant_type: "password" })).toMatchObject({
      body: { error: "unsupported_grant_type" },
    });
  });
});

describe("refresh", () => {
  test("gives a new pair; the old access token lives out its hour, the old refresh token is spent at once", async () => {
    const first = (await exchange()).body;
    const second = await refresh(first.refresh_token);
    expect(second).toMatchObject({ status: 200, body: { expires_in: 3600 } });
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect([isUsable(first.access_token), isUsable(second.body.access_token)]).toEqual([true, true]);
    expect(await refresh(first.refresh_token)).toEqual({
      status: 401,
      body: { error: "invalid_request", error_description: "This request requires an active refresh_token" },
    });
  });

  test("of two at the same time only one succeeds", async () => {
    const { refresh_token } = (await exchange()).body;
    const answers = await Promise.all([refresh(refresh_token), refresh(refresh_token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test("works after the access token is over, for 90 days", async () => {
    const { refresh_token } = (await exchange()).body;
    now = new Date(now.getTime() + 89 * DAY);
    const later = await refresh(refresh_token);
    expect(later.status).toBe(200);
    now = new Date(now.getTime() + 90 * DAY);
    expect((await refresh(later.body.refresh_token)).status).toBe(401);
  });
});
