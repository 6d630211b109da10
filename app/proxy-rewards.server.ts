import { findLocale } from "./db/person-locale.ts";
import { findShop } from "./db/shops.ts";
import { isMemberToken, memberToken } from "./member-tokens.server.ts";
import { rateLimit } from "./rate-limit.server.ts";
import {
  cancel,
  guest,
  redeem,
  tellRedemptions,
  tellRewards,
  tooMany,
  unreadable,
  retryAfter,
  type Answer,
  type Asker,
} from "./reward-answers.server.ts";
import { readCancel, readRedeem, readSent, type Sent } from "./reward-input.server.ts";
import { confirmPage, messagePage, redemptionsPage } from "./reward-pages.server.ts";
import { acceptedLanguages, rewardLanguage } from "./texts/rewards/reward-texts.ts";
import type { Services } from "./use-cases/services.ts";

/** What a customer of the shop does with rewards; null for an address that is none of this. */
export type ProxyRewards = (request: Request) => Promise<Response | null>;

const WRITES_A_MINUTE = 10;
const MINUTE_MS = 60_000;
/** Never shared: what one member may see, another may not. */
const PRIVATE = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

interface Visit {
  request: Request;
  url: URL;
  asker: Asker;
}

/** Behind the app proxy's door, which has made sure that the store signed all of the address. */
export function proxyRewards(services: Services): ProxyRewards {
  const secondsToWait = rateLimit(WRITES_A_MINUTE, MINUTE_MS);

  async function write(visit: Visit, doing: "redeem" | "cancel"): Promise<Response> {
    const { request, asker } = visit;
    const sent = await readSent(request);
    if (sent === null) return say(visit, null, unreadable(asker));
    if (asker.memberId === null) return say(visit, sent, guest(asker));
    const { shop, memberId, language } = asker;
    const seconds = secondsToWait(`${shop.id} ${memberId}`);
    if (seconds > 0) return say(visit, sent, tooMany(asker, seconds));
    const token = typeof sent.fields.token === "string" ? sent.fields.token : "";
    const isOurs = isMemberToken(shop, memberId, { token, now: services.clock() });
    if (!isOurs || request.headers.get("sec-fetch-site") === "cross-site")
      return say(visit, sent, {
        status: 403,
        body: { outcome: "forbidden", text: language.texts.forbidden },
      });
    return say(visit, sent, await does(asker, doing, sent));
  }

  async function does(asker: Asker, doing: "redeem" | "cancel", { fields }: Sent): Promise<Answer> {
    if (doing === "redeem") {
      const input = readRedeem(fields);
      return input === null ? unreadable(asker) : redeem(services, asker, input);
    }
    const input = readCancel(fields);
    return input === null ? unreadable(asker) : cancel(services, asker, input);
  }

  async function read({ url, request, asker }: Visit): Promise<Response | null> {
    const token = asker.memberId === null ? null : memberToken(asker.shop, asker.memberId, services.clock());
    const page = { asker, token, prefix: prefixOf(url) };
    switch (url.pathname) {
      case "/proxy/rewards":
        return json(withToken(await tellRewards(services, asker), token));
      case "/proxy/redemptions": {
        const answer = await tellRedemptions(services, asker);
        if (!wantsPage(request)) return json(withToken(answer, token));
        return redemptionsPage(page, answer, url.searchParams);
      }
      case "/proxy/redeem":
        return confirmPage(page, await tellRewards(services, asker), url.searchParams);
      default:
        return null;
    }
  }

  return async (request) => {
    const url = new URL(request.url);
    const doing = WRITES.get(url.pathname);
    const isWrite = request.method === "POST" && doing !== undefined;
    if (!isWrite && !READS.has(url.pathname)) return doing === undefined ? null : notAllowed();
    if (!isWrite && request.method !== "GET" && request.method !== "HEAD") return notAllowed();
    const asker = await askerOf(services, request, url);
    if (asker === null) return json({ status: 404, body: { error: "This shop has no programme." } });
    const visit = { request, url, asker };
    return isWrite ? write(visit, doing) : read(visit);
  };
}

const WRITES = new Map<string, "redeem" | "cancel">([
  ["/proxy/redeem", "redeem"],
  ["/proxy/cancel", "cancel"],
]);
const READS: ReadonlySet<string> = new Set(["/proxy/rewards", "/proxy/redemptions", "/proxy/redeem"]);

/** From what the store signed, and nothing else. null where the app is not installed. */
async function askerOf(services: Services, request: Request, url: URL): Promise<Asker | null> {
  const { sql } = services.db;
  const shop = await findShop(sql, url.searchParams.get("shop") ?? "");
  if (shop === null || shop.uninstalledAt !== null) return null;
  const id = url.searchParams.get("logged_in_customer_id") ?? "";
  const memberId = /^\d{1,18}$/.test(id) ? id : null;
  const wishes = [
    url.searchParams.get("locale") ?? "",
    ...acceptedLanguages(request.headers.get("accept-language")),
    memberId === null ? "" : ((await findLocale(sql, shop.id, memberId)) ?? ""),
  ];
  return { shop, memberId, actor: "shopper", language: rewardLanguage(wishes) };
}

/** JSON to scripts; a form is led on to a page that says what came of it. */
function say({ url, asker }: Visit, sent: Sent | null, answer: Answer): Response {
  if (sent === null || !sent.isForm) return json(answer);
  const { outcome, text } = answer.body;
  if (answer.status >= 400 && answer.status !== 409) {
    const message = { status: answer.status, text: String(text), headers: retryAfter(answer) };
    return messagePage({ asker, prefix: prefixOf(url) }, message);
  }
  const own = ownPath(sent.fields.return_to);
  const back = own ?? `${prefixOf(url)}/redemptions`;
  const query = new URLSearchParams({
    [own === null ? "said" : "perennial"]: String(answer.body.because ?? outcome),
  });
  const { missing } = answer.body;
  if (typeof missing === "number") query.set("missing", missing.toString());
  const location = `${back}${back.includes("?") ? "&" : "?"}${query.toString()}`;
  return new Response(null, { status: 303, headers: { ...PRIVATE, Location: location } });
}

/** A path of the shop itself; null for anything that could lead elsewhere. */
function ownPath(value: unknown): string | null {
  return typeof value === "string" && /^\/(?![/\\])[\w\-./?=&%]*$/.test(value) ? value : null;
}

/** Where the shop shows the app's pages. */
function prefixOf(url: URL): string {
  const prefix = url.searchParams.get("path_prefix") ?? "";
  return /^\/[\w-]+\/[\w-]+$/.test(prefix) ? prefix : "/apps/perennial";
}

function wantsPage(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/html") ?? false;
}

function withToken({ status, body }: Answer, token: string | null): Answer {
  return { status, body: { ...body, token } };
}

function json(answer: Answer): Response {
  const { status, body } = answer;
  return Response.json(body, { status, headers: { ...PRIVATE, ...retryAfter(answer) } });
}

function notAllowed(): Response {
  return new Response(null, { status: 405, headers: PRIVATE });
}
