import { findMembers } from "./db/imported.ts";
import { findLocale } from "./db/person-locale.ts";
import { findShop } from "./db/shops.ts";
import { rateLimit } from "./rate-limit.server.ts";
import {
  cancel,
  redeem,
  retryAfter,
  tellRedemptions,
  tellRewards,
  tooMany,
  unreadable,
  type Answer,
  type Asker,
} from "./reward-answers.server.ts";
import { readCancel, readRedeem, readSent } from "./reward-input.server.ts";
import type { Shopify } from "./shopify.server.ts";
import { acceptedLanguages, rewardLanguage } from "./texts/rewards/reward-texts.ts";
import type { Services } from "./use-cases/services.ts";

export type ApiDoor = (request: Request) => Promise<Response>;

type SessionToken = Awaited<ReturnType<Shopify["authenticateExtension"]>>["sessionToken"];

const WRITES_A_MINUTE = 10;
const MINUTE_MS = 60_000;
/** Extensions run in workers of no origin, so any may ask; what they may is in their token alone. */
const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "private, no-store",
  "X-Content-Type-Options": "nosniff",
};

/**
 * The door of the extensions: customer account, checkout and point of sale. Who asks is read from Shopify's session
 * token, which the library verifies; with a token of staff the customer they act for is named beside it.
 */
export function apiDoor(
  shopify: Pick<Shopify, "authenticateExtension" | "apiKey">,
  services: Services,
): ApiDoor {
  const secondsToWait = rateLimit(WRITES_A_MINUTE, MINUTE_MS);

  async function answerTo(request: Request, asker: Asker, fields: Record<string, unknown>): Promise<Answer> {
    const { pathname } = new URL(request.url);
    if (request.method === "GET") {
      if (pathname === "/api/rewards") return tellRewards(services, asker);
      if (pathname === "/api/redemptions") return tellRedemptions(services, asker);
    }
    if (request.method !== "POST" || (pathname !== "/api/redeem" && pathname !== "/api/cancel"))
      return NOTHING_HERE;
    const seconds = secondsToWait(`${asker.shop.id} ${asker.memberId ?? "guest"}`);
    if (seconds > 0) return tooMany(asker, seconds);
    if (pathname === "/api/cancel") {
      const input = readCancel(fields);
      return input === null ? unreadable(asker) : cancel(services, asker, input);
    }
    const input = readRedeem(fields);
    return input === null ? unreadable(asker) : redeem(services, asker, input);
  }

  return async (request) => {
    const admitted = await admit(shopify, request);
    if (admitted instanceof Response) return admitted;
    const sent = request.method === "POST" ? await readSent(request) : null;
    const url = new URL(request.url);
    const customer = sent?.fields.customer ?? url.searchParams.get("customer");
    const asker = await askerOf(services, admitted, { request, customer });
    if (asker === null) return json({ status: 404, body: { error: "This shop has no programme." } });
    if (!(await mayBeActedFor(services, asker))) return json(UNKNOWN_CUSTOMER);
    if (request.method === "POST" && (sent === null || sent.isForm)) return json(unreadable(asker));
    return json(await answerTo(request, asker, sent?.fields ?? {}));
  };
}

const NOTHING_HERE: Answer = { status: 404, body: { error: "There is nothing here." } };
const UNKNOWN_CUSTOMER: Answer = { status: 404, body: { error: "No member has this customer id." } };

/** Shopify's library checks the signature and the time; for whom the token was made it leaves to us. */
async function admit(
  shopify: Pick<Shopify, "authenticateExtension" | "apiKey">,
  request: Request,
): Promise<SessionToken | Response> {
  try {
    const { sessionToken } = await shopify.authenticateExtension(request);
    if (sessionToken.aud === shopify.apiKey && shopOf(sessionToken) !== null) return sessionToken;
    return new Response(null, { status: 401, headers: HEADERS });
  } catch (error) {
    if (!(error instanceof Response)) throw error;
    // So that the extension can read why.
    for (const [name, value] of Object.entries(HEADERS)) error.headers.set(name, value);
    return error;
  }
}

async function askerOf(
  services: Services,
  token: SessionToken,
  { request, customer }: { request: Request; customer: unknown },
): Promise<Asker | null> {
  const { sql } = services.db;
  const shop = await findShop(sql, shopOf(token) ?? "");
  if (shop === null || shop.uninstalledAt !== null) return null;
  const { memberId, actor } = whoIn(token, customer);
  const wishes = [
    new URL(request.url).searchParams.get("locale") ?? "",
    ...acceptedLanguages(request.headers.get("accept-language")),
    memberId === null ? "" : ((await findLocale(sql, shop.id, memberId)) ?? ""),
  ];
  return { shop, memberId, actor, language: rewardLanguage(wishes) };
}

/** Shopify vouches for a customer in their own token alone: one that staff mistyped must not become a member. */
async function mayBeActedFor({ db }: Services, { shop, memberId, actor }: Asker): Promise<boolean> {
  if (actor === "shopper" || memberId === null) return true;
  return (await findMembers(db.sql, shop.id, [memberId])).has(memberId);
}

/** A customer's token names the customer; that of staff names them, and they name the customer. */
function whoIn({ sub }: SessionToken, customer: unknown): Pick<Asker, "memberId" | "actor"> {
  const subject = typeof sub === "string" ? sub : "";
  if (/^\d{1,18}$/.test(subject)) return { memberId: customerIdIn(customer), actor: subject };
  return { memberId: customerIdIn(subject, { gidOnly: true }), actor: "shopper" };
}

function customerIdIn(value: unknown, { gidOnly = false } = {}): string | null {
  if (typeof value !== "string") return null;
  const [, id] = /^gid:\/\/shopify\/Customer\/([1-9]\d{0,17})$/.exec(value) ?? [];
  if (id !== undefined) return id;
  return !gidOnly && /^[1-9]\d{0,17}$/.test(value) ? value : null;
}

/** Who issued the token and whom it is for are one shop, where it says both. */
function shopOf({ dest, iss }: SessionToken): string | null {
  const shop = hostOf(dest);
  const issuer = typeof iss === "string" ? hostOf(iss) : shop;
  return shop !== null && issuer === shop && /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(shop) ? shop : null;
}

function hostOf(address: unknown): string | null {
  if (typeof address !== "string") return null;
  return /^(?:https:\/\/)?([^/:]+)(?:\/|$)/.exec(address)?.[1] ?? null;
}

function json(answer: Answer): Response {
  const { status, body } = answer;
  return Response.json(body, { status, headers: { ...HEADERS, ...retryAfter(answer) } });
}
