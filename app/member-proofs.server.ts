import type { StoredTransaction } from "./db/ledger.ts";
import { findStandingMember } from "./db/memberships.ts";
import { findLocale } from "./db/person-locale.ts";
import { currentVersions } from "./db/programmes.ts";
import { findShop, type ShopRow } from "./db/shops.ts";
import { why } from "./loyalty/explain.ts";
import type { WhyNot } from "./loyalty/why-not.ts";
import { receiptPage } from "./receipt-page.server.ts";
import { nameOfIn } from "./texts/membership/membership-words.ts";
import { ownNames } from "./texts/why/own-names.ts";
import { whyLanguage, type WhyLanguage } from "./texts/why/why-language.ts";
import { whyNotSentence } from "./texts/why/why-not-words.ts";
import { whyWords, type WhyNames } from "./texts/why/why-words.ts";
import { explainEntry } from "./use-cases/explain/explain-entry.ts";
import { explainOrder } from "./use-cases/explain/explain-order.ts";
import type { HeadSigner } from "./use-cases/proof/head-signer.ts";
import { issueReceipt } from "./use-cases/proof/issue-receipt.ts";
import { programmeSummaryOf } from "./use-cases/publish-programme.ts";
import type { Services } from "./use-cases/services.ts";

/** What a signed-in customer asks about their own ledger; null for an address that is none of this. */
export type MemberProofs = (url: URL) => Promise<Response | null>;

export interface ProofTerms {
  signer: HeadSigner;
  /** Where the app is reached from outside. */
  appUrl: string;
}

/** Never shared: what one member may see, another may not. */
const PRIVATE = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
const PAGE = { ...PRIVATE, "Content-Type": "text/html; charset=utf-8", "X-Frame-Options": "DENY" };

/** Behind the app proxy's door, which has made sure that the store signed all of the address. */
export function memberProofs(services: Services, terms: ProofTerms): MemberProofs {
  return async (url) => {
    const { pathname, searchParams: asked } = url;
    if (pathname !== "/proxy/why" && pathname !== "/proxy/receipt") return null;
    const shop = await findShop(services.db.sql, asked.get("shop") ?? "");
    const [, account] = /^(\d{1,18})$/.exec(asked.get("logged_in_customer_id") ?? "") ?? [];
    if (shop === null || account === undefined) return refusal(401, "Sign in to see your points.");
    const memberId = (await findStandingMember(services.db.sql, shop.id, account)) ?? account;
    const language = await languageOf(services, shop, { memberId, asked: asked.get("locale") });
    return pathname === "/proxy/why"
      ? tellWhy(services, shop, { memberId, asked, language })
      : giveReceipt(services, terms, { shop, memberId, language, isFile: asked.get("format") === "json" });
  };
}

/** The receipt of a member in the language they bought in, for staff to hand on; null for nobody. */
export async function receiptOf(
  services: Services,
  terms: ProofTerms,
  { shop, memberId }: { shop: ShopRow; memberId: string },
): Promise<Response | null> {
  const language = await languageOf(services, shop, { memberId, asked: null });
  return renderReceipt(services, terms, { shop, memberId, language, isFile: false });
}

/** The language that the page asks for, else the one they bought in. */
async function languageOf(
  { db }: Services,
  shop: ShopRow,
  { memberId, asked }: { memberId: string; asked: string | null },
): Promise<WhyLanguage> {
  const wanted = asked ?? (await findLocale(db.sql, shop.id, memberId));
  return whyLanguage(wanted, { currency: shop.currency, timezone: shop.timezone, reader: "shopper" });
}

/** By what the programme in force calls things now, whatever they were called when the entry was made. */
async function namesFor({ db, clock }: Services, shop: ShopRow, { locale }: WhyLanguage): Promise<WhyNames> {
  const summary = programmeSummaryOf(await currentVersions(db.sql, shop), clock());
  return ownNames(nameOfIn(summary?.texts ?? {}, locale));
}

async function tellWhy(
  services: Services,
  shop: ShopRow,
  { memberId, asked, language }: { memberId: string; asked: URLSearchParams; language: WhyLanguage },
): Promise<Response> {
  const [seq] = /^[1-9]\d{0,8}$/.exec(asked.get("entry") ?? "") ?? [];
  const [orderId] = /^\d{1,18}$/.exec(asked.get("order") ?? "") ?? [];
  if (seq === undefined && orderId === undefined) return refusal(400, "Say which entry or which order.");
  const names = await namesFor(services, shop, language);
  if (seq !== undefined) {
    const entry = await explainEntry(services, shop, { memberId, seq: Number(seq) });
    return entry === null
      ? refusal(404, "You have no such entry.")
      : given(entryAnswer(entry, language, names));
  }
  const found = await explainOrder(services, shop, { orderId: orderId ?? "", memberId });
  return found === null
    ? refusal(404, "You have no such order.")
    : given(orderAnswer(found, language, names));
}

/** `docs/why.md` describes both shapes. */
function entryAnswer(entry: StoredTransaction, language: WhyLanguage, names: WhyNames): object {
  const { seq, kind, at, version, cause, explanation, postings } = entry;
  return {
    language: language.locale,
    sentence: why(entry, whyWords(language, names)),
    entry: {
      seq,
      kind,
      at: new Date(at).toISOString(),
      version,
      event: cause.eventId,
      explanation,
      postings: postings.map(({ debit, credit, points }) => ({ debit, credit, points: points.toString() })),
    },
  };
}

function orderAnswer(found: WhyNot, language: WhyLanguage, names: WhyNames): object {
  return { language: language.locale, sentence: whyNotSentence(found, language, names), order: found };
}

/** The receipt as a page, or as the file that the page offers; null for somebody the shop does not know. */
export async function renderReceipt(
  services: Services,
  { signer, appUrl }: ProofTerms,
  of: { shop: ShopRow; memberId: string; language: WhyLanguage; isFile: boolean },
): Promise<Response | null> {
  const { shop, language } = of;
  const issued = await issueReceipt(services, { signer, appUrl }, of);
  if (issued === null) return null;
  if (of.isFile) return given(issued.receipt);
  const checker = `${appUrl}/check-receipt.html`;
  const names = await namesFor(services, shop, language);
  return new Response(receiptPage(issued, { shopName: shop.name, checker, language, names }), {
    headers: PAGE,
  });
}

async function giveReceipt(...asked: Parameters<typeof renderReceipt>): Promise<Response> {
  return (await renderReceipt(...asked)) ?? refusal(404, "You have no points here yet.");
}

function given(body: object): Response {
  return Response.json(body, { headers: PRIVATE });
}

function refusal(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: PRIVATE });
}
