import { createHmac } from "node:crypto";
import "@shopify/shopify-api/adapters/node";
import { LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { describe, expect, test } from "vitest";
import { adminQueryHmac, appProxySignature, checkIdToken, signIdToken, webhookHmac } from "./signing.ts";

const secret = "shpss_test";
const apiKey = "key";
const shop = "perennial-demo.myshopify.com";

/** Shopify's own library is the judge. */
const library = shopifyApi({
  apiKey,
  apiSecretKey: secret,
  apiVersion: "2026-07" as never,
  hostName: "app.example",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});

describe("Shopify's library accepts", () => {
  test("a webhook's signature", async () => {
    const rawBody = '{"id":1,"note":"ümläut"}';
    const headers = {
      "X-Shopify-Hmac-Sha256": webhookHmac(rawBody, secret),
      "X-Shopify-Topic": "orders/paid",
      "X-Shopify-Shop-Domain": shop,
      "X-Shopify-API-Version": "2026-07",
      "X-Shopify-Webhook-Id": "1",
    };
    const rawRequest = { method: "POST", url: "/webhooks", headers };
    expect(await library.webhooks.validate({ rawBody, rawRequest })).toMatchObject({ valid: true });
    const tampered = { rawBody: `${rawBody} `, rawRequest };
    expect(await library.webhooks.validate(tampered)).toMatchObject({ valid: false });
  });

  test("an app proxy's query", async () => {
    const query: Record<string, string> = {
      shop,
      path_prefix: "/apps/perennial",
      logged_in_customer_id: "7012345678901",
      timestamp: String(Math.floor(Date.now() / 1000)),
    };
    const signature = appProxySignature(Object.entries(query), secret);
    expect(await library.utils.validateHmac({ ...query, signature }, { signator: "appProxy" })).toBe(true);
    await expect(
      library.utils.validateHmac(
        { ...query, logged_in_customer_id: "1", signature },
        { signator: "appProxy" },
      ),
    ).resolves.toBe(false);
  });

  test("the query with which the admin opens the app", async () => {
    const query = { shop, embedded: "1", host: "abc", timestamp: String(Math.floor(Date.now() / 1000)) };
    const hmac = adminQueryHmac(Object.entries(query), secret);
    expect(await library.utils.validateHmac({ ...query, hmac })).toBe(true);
  });

  test("an id token", async () => {
    const token = signIdToken({ shop, apiKey, secret, userId: "42" });
    expect(await library.session.decodeSessionToken(token)).toMatchObject({
      dest: `https://${shop}`,
      sub: "42",
    });
  });
});

describe("an id token", () => {
  const now = new Date("2026-02-01T10:00:00Z");
  const token = signIdToken({ shop, apiKey, secret, userId: "42", now });

  test.each([
    ["of another secret", () => checkIdToken(token, "other", apiKey, now), "bad signature"],
    ["of another app", () => checkIdToken(token, secret, "other", now), "made for another app"],
    ["that is over", () => checkIdToken(token, secret, apiKey, new Date("2026-02-01T10:01:11Z")), "expired"],
    ["that is no token", () => checkIdToken("abc", secret, apiKey, now), "not a JWT"],
  ])("%s is refused", (_, check, reason) => {
    expect(check()).toEqual({ valid: false, reason });
  });

  test("whose claims were changed is refused", () => {
    const [head, , signature] = token.split(".");
    const claims = Buffer.from(JSON.stringify({ aud: apiKey, exp: 9e9, nbf: 0 })).toString("base64url");
    expect(checkIdToken(`${head}.${claims}.${signature}`, secret, apiKey, now)).toMatchObject({
      valid: false,
    });
  });

  test("is signed with HMAC-SHA256 over head and claims", () => {
    const [head, claims, signature] = token.split(".");
    expect(signature).toBe(createHmac("sha256", secret).update(`${head}.${claims}`).digest("base64url"));
  });
});
