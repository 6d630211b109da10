import { askerFrom } from "./askers.server.ts";
import { findMembers } from "./db/imported.ts";
import {
  isKnown,
  notAllowedAtTill,
  ownOnly,
  tellAccount,
  tellCard,
  tellHolder,
  tellMember,
  tellOrder,
  tellProgramme,
} from "./member-answers.server.ts";
import { isDeed, perform, type DeedTerms } from "./member-deeds.server.ts";
import { rateLimit } from "./rate-limit.server.ts";
import { readLimit } from "./read-limits.server.ts";
import {
  guest,
  retryAfter,
  tellRedemptions,
  tellRewards,
  tellShelf,
  tooMany,
  unreadable,
  type Answer,
  type Asker,
} from "./reward-answers.server.ts";
import { readSent, type Sent } from "./reward-input.server.ts";
import type { Shopify } from "./shopify.server.ts";
import { readOwnData } from "./use-cases/collect-personal-data.ts";
import { claimableCounter } from "./use-cases/membership/count-claimable.ts";
import type { Services } from "./use-cases/services.ts";
import { mayRedeemAtTill } from "./use-cases/staff/may-redeem-at-till.ts";
import { recogniseStaff } from "./use-cases/staff/recognise-staff.ts";

export type ApiDoor = (request: Request) => Promise<Response>;

type SessionToken = Awaited<ReturnType<Shopify["authenticateExtension"]>>["sessionToken"];

const WRITES_A_MINUTE = 10;
/** Everything about a person takes long to gather. */
const FILES_A_MINUTE = 4;
/** As fast as anybody scans, and far too slow to guess a member's code. */
const SCANS_A_MINUTE = 60;
const MINUTE_MS = 60_000;
/** Extensions run in workers of no origin, so any may ask; what they may is in their token alone. */
export const EXTENSION_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "private, no-store",
  "X-Content-Type-Options": "nosniff",
};

/**
 * The door of the extensions: customer account, checkout and point of sale. Who asks is read from Shopify's session
 * token, which the library verifies; with a token of staff the customer they act for is named beside it.
 */
export function apiDoor(
  shopify: Pick<Shopify, "authenticateExtension" | "apiKey" | "askWho">,
  services: Services,
): ApiDoor {
  const terms: DeedTerms = { services, countClaimable: claimableCounter(services) };
  const untilNextWrite = rateLimit(WRITES_A_MINUTE, MINUTE_MS);
  const untilNextFile = rateLimit(FILES_A_MINUTE, MINUTE_MS);
  const untilNextRead = readLimit();
  const untilNextScan = rateLimit(SCANS_A_MINUTE, MINUTE_MS);

  async function write(asker: Asker, name: string, sent: Sent | null, request: Request): Promise<Answer> {
    if (!isDeed(name)) return NOTHING_HERE;
    if (sent === null || sent.isForm) return unreadable(asker);
    const seconds = untilNextWrite(`${asker.shop.id} ${asker.memberId ?? "guest"}`);
    if (seconds > 0) return tooMany(asker, seconds);
    if (!isKnown(asker)) return guest(asker);
    if (asker.actor === "shopper") return perform(terms, asker, { name, fields: sent.fields });
    const recognised = await recogniseStaff(services, asker.shop, {
      ...{ id: asker.actor, locale: null },
      ask: () => shopify.askWho(request, asker.shop.domain),
    });
    if (!(await mayRedeemAtTill(services, asker.shop, recognised))) return notAllowedAtTill(asker);
    return perform(terms, { ...asker, role: recognised.role }, { name, fields: sent.fields });
  }

  async function read(asker: Asker, name: string, request: Request): Promise<Answer | Response> {
    const { shop, memberId, actor } = asker;
    const wait = untilNextRead({ shop: shop.domain, memberId, actor }, request.headers);
    if (wait > 0) return tooMany(asker, wait);
    const asked = new URL(request.url).searchParams;
    if (name === "rewards" && asked.get("with") === "redemptions") return tellShelf(services, asker);
    if (name === "rewards") return tellRewards(services, asker);
    if (name === "redemptions") return tellRedemptions(services, asker);
    if (name === "programme") return tellProgramme(services, asker);
    if (name === "member" && asked.has("code")) return scanned(asker, asked.get("code") ?? "");
    if (name === "member") return tellMember(services, asker);
    if (!OWN_READS.has(name)) return NOTHING_HERE;
    if (!isKnown(asker)) return guest(asker);
    if (name === "order") return tellOrder(services, asker, asked.get("order"));
    if (asker.actor !== "shopper") return ownOnly(asker);
    if (name === "account") return tellAccount(services, asker, terms.countClaimable);
    if (name === "card") return tellCard(asker);
    const seconds = untilNextFile(`${asker.shop.id} ${asker.memberId}`);
    if (seconds > 0) return tooMany(asker, seconds);
    return ownData(await readOwnData(services, asker.shop, asker.memberId), asker);
  }

  async function scanned(asker: Asker, code: string): Promise<Answer> {
    if (asker.actor === "shopper") return { ...ownOnly(asker), status: 403 };
    const seconds = untilNextScan(`${asker.shop.id} ${asker.actor}`);
    return seconds > 0 ? tooMany(asker, seconds) : tellHolder(services, asker, code);
  }

  return async (request) => {
    const admitted = await admitExtension(shopify, request);
    if (admitted instanceof Response) return admitted;
    const isWrite = request.method === "POST";
    const sent = isWrite ? await readSent(request) : null;
    const url = new URL(request.url);
    const customer = sent?.fields.customer ?? url.searchParams.get("customer");
    const vouched = { shopDomain: shopOf(admitted) ?? "", ...whoIn(admitted, customer) };
    const asker = await askerFrom(services, vouched, request);
    if (asker === null) return json({ status: 404, body: { error: "This shop has no programme." } });
    if (!(await mayBeActedFor(services, asker))) return json(UNKNOWN_CUSTOMER);
    const name = /^\/api\/([a-z]+)$/.exec(url.pathname)?.[1] ?? "";
    if (!isWrite && request.method !== "GET") return json(NOTHING_HERE);
    const answer = await (isWrite ? write(asker, name, sent, request) : read(asker, name, request));
    return answer instanceof Response ? answer : json(answer);
  };
}

const OWN_READS: ReadonlySet<string> = new Set(["account", "card", "data", "order"]);
const NOTHING_HERE: Answer = { status: 404, body: { error: "There is nothing here." } };
const UNKNOWN_CUSTOMER: Answer = { status: 404, body: { error: "No member has this customer id." } };

function ownData(file: string, { language }: Asker): Response {
  return new Response(file, {
    headers: {
      ...EXTENSION_HEADERS,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${language.own.files.data}.json"`,
    },
  });
}

/** Shopify's library checks the signature and the time; for whom the token was made it leaves to us. */
export async function admitExtension(
  shopify: Pick<Shopify, "authenticateExtension" | "apiKey">,
  request: Request,
): Promise<SessionToken | Response> {
  try {
    const { sessionToken } = await shopify.authenticateExtension(request);
    if (sessionToken.aud === shopify.apiKey && shopOf(sessionToken) !== null) return sessionToken;
    return new Response(null, { status: 401, headers: EXTENSION_HEADERS });
  } catch (error) {
    if (!(error instanceof Response)) throw error;
    // So that the extension can read why.
    for (const [name, value] of Object.entries(EXTENSION_HEADERS)) error.headers.set(name, value);
    return error;
  }
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

export function customerIdIn(value: unknown, { gidOnly = false } = {}): string | null {
  if (typeof value !== "string") return null;
  const [, id] = /^gid:\/\/shopify\/Customer\/([1-9]\d{0,17})$/.exec(value) ?? [];
  if (id !== undefined) return id;
  return !gidOnly && /^[1-9]\d{0,17}$/.test(value) ? value : null;
}

/** Who issued the token and whom it is for are one shop, where it says both. */
export function shopOf({ dest, iss }: SessionToken): string | null {
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
  return Response.json(body, { status, headers: { ...EXTENSION_HEADERS, ...retryAfter(answer) } });
}
