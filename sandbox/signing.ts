import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** X-Shopify-Hmac-Sha256: base64 over the raw body. */
export function webhookHmac(body: string | Uint8Array, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

export type Query = Iterable<[name: string, value: string]>;

/**
 * The `signature` of an app-proxy request: parameters sorted by name, several values of one joined by ",", "k=v" one
 * after the other without a separator, in hex. A `signature` among them is left out.
 */
export function appProxySignature(query: Query, secret: string): string {
  const values = new Map<string, string[]>();
  for (const [name, value] of query)
    if (name !== "signature") values.set(name, [...(values.get(name) ?? []), value]);
  const message = [...values]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, list]) => `${name}=${list.join(",")}`)
    .join("");
  return createHmac("sha256", secret).update(message).digest("hex");
}

/** The `hmac` of the query with which the admin opens an embedded app: sorted, joined by "&", in hex. */
export function adminQueryHmac(query: Query, secret: string): string {
  const message = [...query]
    .filter(([name]) => name !== "hmac")
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  return createHmac("sha256", secret).update(message).digest("hex");
}

export type IdTokenClaims = {
  iss: string;
  dest: string;
  aud: string;
  sub: string;
  exp: number;
  nbf: number;
  iat: number;
  jti: string;
  sid: string;
};

export type IdTokenFor = {
  shop: string;
  apiKey: string;
  secret: string;
  userId: string;
  sessionId?: string;
  now?: Date;
};

const ID_TOKEN_SECONDS = 60;

/** App Bridge's session token: a JWT (HS256) that lives a minute. */
export function signIdToken({
  shop,
  apiKey,
  secret,
  userId,
  sessionId,
  now = new Date(),
}: IdTokenFor): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims: IdTokenClaims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: apiKey,
    sub: userId,
    exp: seconds + ID_TOKEN_SECONDS,
    nbf: seconds,
    iat: seconds,
    jti: randomUUID(),
    sid: sessionId ?? randomUUID(),
  };
  const head = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}`;
  return `${head}.${jwtSignature(head, secret)}`;
}

const EXTENSION_TOKEN_SECONDS = 300;

/** The session token of an extension that a shopper sees: `sub` is the customer's gid, left out for a guest. */
export function signExtensionToken({
  shop,
  apiKey,
  secret,
  customer,
  now = new Date(),
}: {
  shop: string;
  apiKey: string;
  secret: string;
  customer: string | null;
  now?: Date;
}): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = {
    dest: shop,
    aud: apiKey,
    exp: seconds + EXTENSION_TOKEN_SECONDS,
    nbf: seconds,
    iat: seconds,
    jti: randomUUID(),
    ...(customer === null ? {} : { sub: customer }),
  };
  const head = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url(claims)}`;
  return `${head}.${jwtSignature(head, secret)}`;
}

export type IdTokenCheck = { valid: true; claims: IdTokenClaims } | { valid: false; reason: string };

/** What the token endpoint checks before it exchanges one; Shopify allows clocks to differ by 10 seconds. */
export function checkIdToken(
  token: string,
  secret: string,
  apiKey: string,
  now: Date = new Date(),
): IdTokenCheck {
  const [head, body, signature, ...rest] = token.split(".");
  if (!head || !body || !signature || rest.length > 0) return { valid: false, reason: "not a JWT" };
  if (!sameText(signature, jwtSignature(`${head}.${body}`, secret)))
    return { valid: false, reason: "bad signature" };
  const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as IdTokenClaims;
  const seconds = Math.floor(now.getTime() / 1000);
  if (claims.aud !== apiKey) return { valid: false, reason: "made for another app" };
  if (claims.exp + 10 < seconds) return { valid: false, reason: "expired" };
  if (claims.nbf - 10 > seconds) return { valid: false, reason: "not valid yet" };
  return { valid: true, claims };
}

/** Compares without telling by its duration where two texts differ. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function jwtSignature(head: string, secret: string): string {
  return createHmac("sha256", secret).update(head).digest("base64url");
}
