import { createHmac } from "node:crypto";
import { SECRET } from "./perennial.ts";

/** A session token as Shopify gives one to an extension; `claims` in the place of its own. */
export function sessionToken(
  { shop, apiKey }: { shop: string; apiKey: string },
  claims: Record<string, unknown> = {},
  { alg = "HS256", secret = SECRET } = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const all = {
    dest: `https://${shop}`,
    aud: apiKey,
    nbf: now - 5,
    iat: now - 5,
    exp: now + 60,
    jti: "1",
    ...claims,
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${encode({ alg, typ: "JWT" })}.${encode(all)}`;
  const digest = alg === "HS384" ? "sha384" : "sha256";
  const signature = alg === "none" ? "" : createHmac(digest, secret).update(signed).digest("base64url");
  return `${signed}.${signature}`;
}

/** What an extension asks of the app; a body makes it a POST. */
export function asked(path: string, token: string | null, json?: unknown, headers = {}): Request {
  return new Request(`http://localhost/api/${path}`, {
    method: json === undefined ? "GET" : "POST",
    headers: {
      Origin: "null",
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
}
