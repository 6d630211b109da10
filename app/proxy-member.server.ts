import { askerFrom } from "./askers.server.ts";
import { cardIcon, cardManifest, cardPage } from "./card-page.server.ts";
import { wordsOf } from "./asker-words.server.ts";
import { isKnown, tellAccount, tellCard, tellMember } from "./member-answers.server.ts";
import { isDeed, pageAfter, perform, type DeedName } from "./member-deeds.server.ts";
import { guestLimit } from "./guest-limit.server.ts";
import { feedbackPage } from "./feedback-page.server.ts";
import { isMemberToken, memberToken } from "./member-tokens.server.ts";
import { addressOf, PRIVATE, type PageTerms } from "./page-frame.server.ts";
import { tellRecommendations } from "./pick-answers.server.ts";
import { rateLimit } from "./rate-limit.server.ts";
import {
  guest,
  retryAfter,
  tellRedemptions,
  tellRewards,
  tooMany,
  unreadable,
  type Answer,
  type Asker,
} from "./reward-answers.server.ts";
import { readSent, type Sent } from "./reward-input.server.ts";
import { confirmPage, messagePage, redemptionsPage } from "./reward-pages.server.ts";
import { leavePage, preferencesPage, refusePage, rewardsPage, signInPage } from "./rewards-page.server.ts";
import { saidBy } from "./said.server.ts";
import { readOwnData } from "./use-cases/collect-personal-data.ts";
import { claimableCounter } from "./use-cases/membership/count-claimable.ts";
import { listRedemptions } from "./use-cases/rewards/list-redemptions.ts";
import type { Services } from "./use-cases/services.ts";

/** What a customer of the shop sees and does at the shop's own address; null for an address that is none of this. */
export type ProxyMember = (request: Request) => Promise<Response | null>;

const WRITES_A_MINUTE = 10;
/** Everything about a person takes long to gather. */
const FILES_A_MINUTE = 4;
/** A page asks once; guests are told from each other by where they ask from, which is little to go by. */
const PICKS_A_MINUTE = { member: 120, guest: 60, guests: 3_000 };
const MINUTE_MS = 60_000;

interface Visit {
  request: Request;
  url: URL;
  asker: Asker;
  /** What is asked for, below the address of these pages: "" for the page of all there is. */
  name: string;
}

/** Behind the app proxy's door, which has made sure that the store signed all of the address. */
export function proxyMember(services: Services): ProxyMember {
  const at = { services, countClaimable: claimableCounter(services) };
  const untilNextWrite = rateLimit(WRITES_A_MINUTE, MINUTE_MS);
  const untilNextFile = rateLimit(FILES_A_MINUTE, MINUTE_MS);
  const untilNextPicks = {
    member: rateLimit(PICKS_A_MINUTE.member, MINUTE_MS),
    guest: guestLimit({
      ofAShop: PICKS_A_MINUTE.guests,
      ofOne: PICKS_A_MINUTE.guest,
      windowMs: MINUTE_MS,
    }),
  };

  async function write(visit: Visit, name: DeedName): Promise<Response> {
    const { request, asker } = visit;
    const sent = await readSent(request);
    if (sent === null) return say(visit, null, unreadable(asker));
    if (!isKnown(asker)) return say(visit, sent, guest(asker));
    const { shop, memberId, language } = asker;
    if (!isFromThisShop(asker, { request, sent, now: services.clock() }))
      return say(visit, sent, {
        status: 403,
        body: { outcome: "forbidden", text: language.texts.forbidden },
      });
    // Not before it is theirs: another site could use up what a shopper may do in a minute.
    const seconds = untilNextWrite(`${shop.id} ${memberId}`);
    if (seconds > 0) return say(visit, sent, tooMany(asker, seconds));
    const answer = await perform(at, asker, { name, fields: sent.fields });
    return say(visit, sent, withToken(answer, memberToken(shop, memberId, services.clock())));
  }

  async function read(visit: Visit): Promise<Response | null> {
    const { asker, name, url } = visit;
    const token = isKnown(asker) ? memberToken(asker.shop, asker.memberId, services.clock()) : null;
    const terms = termsOf(visit, token);
    const said = saidBy(asker, url.searchParams);
    switch (name) {
      case "":
        return rewardsPage(at, terms, said);
      case "preferences":
        return preferencesPage(at, terms, said);
      case "leave":
        return leavePage(terms);
      case "refuse":
        return refusePage(terms, url.searchParams.get("pick") ?? "");
      case "feedback":
        return feedbackPage(terms, { said, order: url.searchParams.get("order") });
      case "redeem": {
        const { body } = await tellRewards(services, asker);
        return confirmPage(terms, await wordsOf(services, asker), { body, asked: url.searchParams });
      }
      case "redemptions":
        if (wantsPage(visit.request)) return redemptions(terms, said);
        return json(withToken(await tellRedemptions(services, asker), token));
      case "rewards":
        return json(withToken(await tellRewards(services, asker), token));
      case "member":
        return json(withToken(await tellMember(services, asker), token));
      case "recommendations": {
        const seconds = isKnown(asker)
          ? untilNextPicks.member(`${asker.shop.id} ${asker.memberId}`)
          : untilNextPicks.guest(String(asker.shop.id), visit.request.headers);
        if (seconds > 0) return json(tooMany(asker, seconds));
        return json(withToken(await tellRecommendations(services, asker, url.searchParams), token));
      }
      case "manifest":
        return cardManifest(terms);
      case "icon":
        return cardIcon();
      default:
        return isKnown(asker) ? readOwn(visit, asker, terms) : guestTold(visit, terms);
    }
  }

  async function redemptions(terms: PageTerms, said: string | null): Promise<Response> {
    const { asker } = terms;
    if (!isKnown(asker)) return signInPage(terms, asker.language.texts.why.guest);
    const words = await wordsOf(services, asker);
    return redemptionsPage(terms, words, {
      redemptions: await listRedemptions(services, asker.shop, asker.memberId, {
        account: asker.account ?? asker.memberId,
      }),
      said,
    });
  }

  /** What nobody but the asker may see. */
  async function readOwn(
    { request, name }: Visit,
    asker: Parameters<typeof tellAccount>[1],
    terms: PageTerms,
  ): Promise<Response | null> {
    switch (name) {
      case "account":
        return json(withToken(await tellAccount(services, asker, at.countClaimable), terms.token));
      case "card":
        return wantsPage(request) ? cardPage(terms, asker) : json(await tellCard(asker));
      case "data": {
        const seconds = untilNextFile(`${asker.shop.id} ${asker.memberId}`);
        if (seconds > 0) return told(terms, request, tooMany(asker, seconds));
        return file(await readOwnData(services, asker.shop, asker.memberId), asker);
      }
      default:
        return null;
    }
  }

  return async (request) => {
    const url = new URL(request.url);
    const name = /^\/proxy\/?([a-z]*)$/.exec(url.pathname)?.[1] ?? null;
    if (name === null || !(READS.has(name) || isDeed(name))) return null;
    const deed = request.method === "POST" && isDeed(name) ? name : null;
    const isRead = READS.has(name) && (request.method === "GET" || request.method === "HEAD");
    if (deed === null && !isRead) return notAllowed();
    const asker = await askerOf(services, request, url);
    if (asker === null) return json({ status: 404, body: { error: "This shop has no programme." } });
    const visit = { request, url, asker, name };
    return deed === null ? read(visit) : write(visit, deed);
  };
}

const READS: ReadonlySet<string> = new Set([
  ...["", "member", "rewards", "redemptions", "redeem", "preferences", "leave", "refuse", "feedback"],
  ...["account", "data", "card", "manifest", "icon", "recommendations"],
]);

/** Who is signed in; null for a guest. */
export function accountIn(signed: URLSearchParams): string | null {
  return /^\d{1,18}$/.exec(signed.get("logged_in_customer_id") ?? "")?.[0] ?? null;
}

/** From what the store signed, and nothing else. */
export function askerOf(services: Services, request: Request, url: URL): Promise<Asker | null> {
  const memberId = accountIn(url.searchParams);
  const shopDomain = url.searchParams.get("shop") ?? "";
  return askerFrom(services, { shopDomain, memberId, actor: "shopper" }, request);
}

/**
 * Another site can make a signed-in shopper's browser send a form. It cannot know the token; nor can it send JSON, for
 * which the browser would ask first and be told no. So JSON that the browser itself says comes from the shop's own page
 * needs no token, and saves a page that was not opened with one a request.
 */
function isFromThisShop(
  { shop, memberId }: Asker,
  { request, sent, now }: { request: Request; sent: Sent; now: number },
): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site === "cross-site" || site === "same-site" || memberId === null) return false;
  const { token } = sent.fields;
  if (token === undefined || token === null) return !sent.isForm && site === "same-origin";
  return typeof token === "string" && isMemberToken(shop, memberId, { token, now });
}

/** JSON to scripts; a form is led on to a page that says what came of it. */
function say(visit: Visit, sent: Sent | null, answer: Answer): Response {
  if (sent === null || !sent.isForm) return json(answer);
  const terms = termsOf(visit, null);
  const { outcome, text, because, missing, claimed } = answer.body;
  if (answer.status >= 400 && answer.status !== 409) {
    const message = { status: answer.status, text: String(text), headers: retryAfter(answer) };
    return messagePage(terms, message);
  }
  const own = ownPath(sent.fields.return_to);
  const back = own ?? addressOf(terms, isDeed(visit.name) ? pageAfter(visit.name) : "");
  const query = new URLSearchParams({
    [own === null ? "said" : "perennial"]: String(because ?? outcome),
  });
  if (typeof missing === "number") query.set("missing", missing.toString());
  if (typeof claimed === "number" && claimed > 0) query.set("claimed", claimed.toString());
  const location = `${back}${back.includes("?") ? "&" : "?"}${query.toString()}`;
  return new Response(null, { status: 303, headers: { ...PRIVATE, Location: location } });
}

/** A path of the shop itself; null for anything that could lead elsewhere, also once somebody on the way tidied it up. */
function ownPath(value: unknown): string | null {
  return typeof value === "string" && /^(?!.*\/\/)\/[\w\-./?=&%]*$/.test(value) ? value : null;
}

export function termsOf({ url, asker }: Pick<Visit, "url" | "asker">, token: string | null): PageTerms {
  const prefix = url.searchParams.get("path_prefix") ?? "";
  const locale = url.searchParams.get("locale");
  return {
    asker,
    token,
    prefix: /^\/[\w-]+\/[\w-]+$/.test(prefix) ? prefix : "/apps/perennial",
    locale: locale !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : null,
  };
}

function wantsPage(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/html") ?? false;
}

function guestTold({ asker, request }: Visit, terms: PageTerms): Response {
  return wantsPage(request) ? signInPage(terms) : json(guest(asker));
}

/** The answer as a page or as JSON, as it was asked for. */
export function told(terms: PageTerms, request: Request, answer: Answer): Response {
  if (!wantsPage(request)) return json(answer);
  const { text } = answer.body;
  return messagePage(terms, { status: answer.status, text: String(text), headers: retryAfter(answer) });
}

function file(text: string, { language }: Asker): Response {
  return new Response(text, {
    headers: {
      ...PRIVATE,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${language.own.files.data}.json"`,
    },
  });
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
