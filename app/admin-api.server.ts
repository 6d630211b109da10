import { admitExtension, customerIdIn, EXTENSION_HEADERS, shopOf, type ApiDoor } from "./api.server.ts";
import { findShop, type ShopRow } from "./db/shops.ts";
import { why } from "./loyalty/explain.ts";
import { formatInstant } from "./loyalty/time.ts";
import { readSent } from "./reward-input.server.ts";
import type { Shopify } from "./shopify.server.ts";
import { namesForStaff } from "./texts/why/own-names.ts";
import { whyLanguage } from "./texts/why/why-language.ts";
import { whyNotSentence } from "./texts/why/why-not-words.ts";
import { whyWords } from "./texts/why/why-words.ts";
import { adjustPoints, readAdjustment } from "./use-cases/adjust-points.ts";
import { glanceMember } from "./use-cases/person/glance-member.ts";
import { glanceOrder } from "./use-cases/person/glance-order.ts";
import { programmeLabels } from "./use-cases/programme-labels.ts";
import type { Services } from "./use-cases/services.ts";
import { adjustmentLimit } from "./use-cases/staff/adjustment-limit.ts";
import { mayDo, type Role } from "./use-cases/staff/permissions.ts";
import { recogniseStaff } from "./use-cases/staff/recognise-staff.ts";

interface Visit {
  shop: ShopRow;
  staff: string;
  role: Role;
  locale: string;
  url: URL;
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * The door of the extensions in Shopify's admin: customer and order pages. Shopify puts a token of the member of staff
 * into the request by itself; what they may do is what their role here lets them.
 */
export function adminApiDoor(
  shopify: Pick<Shopify, "authenticateExtension" | "apiKey" | "askWho">,
  services: Services,
): ApiDoor {
  async function visitOf(request: Request): Promise<Visit | Response> {
    const token = await admitExtension(shopify, request);
    if (token instanceof Response) return token;
    const staff = typeof token.sub === "string" && /^\d{1,18}$/.test(token.sub) ? token.sub : null;
    // A customer's token is good for what is theirs alone.
    if (staff === null) return new Response(null, { status: 403, headers: EXTENSION_HEADERS });
    const shop = await findShop(services.db.sql, shopOf(token) ?? "");
    if (shop === null || shop.uninstalledAt !== null)
      return told({ status: 404, body: { error: "no shop" } });
    const url = new URL(request.url);
    const locale = url.searchParams.get("locale") ?? "en";
    const { role } = await recogniseStaff(services, shop, {
      ...{ id: staff, locale: null },
      ask: () => shopify.askWho(request, shop.domain),
    });
    return { shop, staff, role, locale, url };
  }

  return async (request) => {
    const visit = await visitOf(request);
    if (visit instanceof Response) return visit;
    const name = /^\/api\/admin\/([a-z]+)$/.exec(visit.url.pathname)?.[1] ?? "";
    if (request.method === "GET" && name === "member") return told(await tellMember(services, visit));
    if (request.method === "GET" && name === "order") return told(await tellOrder(services, visit));
    if (request.method === "POST" && name === "adjust") return told(await adjust(services, visit, request));
    return told({ status: 404, body: { error: "There is nothing here." } });
  };
}

async function tellMember(services: Services, { shop, staff, role, locale, url }: Visit): Promise<Answer> {
  const customerId = customerIdIn(url.searchParams.get("customer"));
  if (customerId === null) return UNREADABLE;
  const member = await glanceMember(services, shop, { customerId, locale });
  const may = { adjust: member !== null && mayDo(role, "points.adjust") };
  const limit = await adjustmentLimit(services, shop, { staff, role });
  if (member === null) return { status: 200, body: { member: null, may, limit } };
  const language = whyLanguage(locale, { currency: shop.currency, timezone: shop.timezone });
  const words = whyWords(language, namesForStaff(await programmeLabels(services, shop, locale)));
  const latest = member.latest.map((transaction) => ({
    key: transaction.key,
    at: formatInstant(transaction.at),
    text: why(transaction, words),
  }));
  return { status: 200, body: { member: { ...member, latest }, may, limit, currency: shop.currency } };
}

async function tellOrder(services: Services, { shop, locale, url }: Visit): Promise<Answer> {
  const [, id] =
    /^(?:gid:\/\/shopify\/Order\/)?([1-9]\d{0,17})$/.exec(url.searchParams.get("order") ?? "") ?? [];
  if (id === undefined) return UNREADABLE;
  const order = await glanceOrder(services, shop, id);
  if (order === null) return { status: 200, body: { order: null } };
  const language = whyLanguage(locale, { currency: shop.currency, timezone: shop.timezone });
  const names = namesForStaff(await programmeLabels(services, shop, locale));
  const words = whyWords(language, names);
  const { name, memberId, points, pending, vestsAt, posted, whyNot } = order;
  return {
    status: 200,
    body: {
      order: {
        ...{ name, member: memberId, points: points.toString(), pending: pending.toString() },
        vestsAt: pending > 0n ? formatInstant(vestsAt) : null,
        because: posted.map((transaction) => ({ key: transaction.key, text: why(transaction, words) })),
        whyNot:
          whyNot === null || whyNot.reasons.length === 0 ? null : whyNotSentence(whyNot, language, names),
      },
    },
  };
}

async function adjust(services: Services, { shop, staff, role }: Visit, request: Request): Promise<Answer> {
  if (!mayDo(role, "points.adjust")) return { status: 403, body: { outcome: "not-allowed" } };
  const fields = (await readSent(request))?.fields;
  const memberId = customerIdIn(fields?.customer);
  if (fields === undefined || memberId === null) return UNREADABLE;
  const form = new FormData();
  for (const field of ["points", "reason", "key"]) form.set(field, textOf(fields[field]));
  const read = readAdjustment(form);
  // Whatever was understood is answered, so that the form can say at the field what to mend.
  if (!read.ok) return { status: 200, body: { outcome: "faults", faults: read.faults } };
  const done = await adjustPoints(services, shop, { ...read.adjustment, memberId, actor: staff, role });
  return { status: 200, body: { ...done } };
}

const UNREADABLE: Answer = { status: 422, body: { outcome: "unreadable" } };

function told({ status, body }: Answer): Response {
  return Response.json(body, { status, headers: EXTENSION_HEADERS });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
