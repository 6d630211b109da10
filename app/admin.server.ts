import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { isStorable } from "./db/json.ts";
import { findShop, type ShopRow } from "./db/shops.ts";
import { localeFor } from "./texts/texts.ts";
import type { Services } from "./use-cases/services.ts";
import { mayDo, type Permission, type Role } from "./use-cases/staff/permissions.ts";
import { recogniseStaff } from "./use-cases/staff/recognise-staff.ts";

/** Whoever asks for an admin page: a member of staff of this shop, vouched for by Shopify's token alone. */
export interface Admitted {
  shop: ShopRow;
  /** The staff member's id in Shopify. */
  staff: string;
  role: Role;
  /** Whether their role lets them; every action that changes something asks. */
  may(permission: Permission): boolean;
  services: Services;
  /** Of what is said to them, BCP 47. */
  locale: string;
}

/** Why a page cannot be shown, for the page that says so. */
export interface Problem {
  problem: "no-shop" | "member" | "delivery" | "programme" | "draft" | "feedback" | "version" | "page";
}

export async function admit({
  request,
  params,
  context,
}: LoaderFunctionArgs | ActionFunctionArgs): Promise<Admitted> {
  const { shopify, services, install } = context.perennial;
  const { session, sessionToken } = await shopify.authenticateAdmin(request);
  const asked = new URL(request.url).searchParams;
  if (![...Object.values(params), ...[...asked].flat()].every((text = "") => isStorable(text)))
    throw notFound("page");
  if (!(await isReadable(request))) throw refusal("page", 422);
  // The library lets in whoever has a token; that the shop was made of it may have failed, or be undone by late word.
  const found = await findShop(services.db.sql, session.shop);
  const isThere = found !== null && found.uninstalledAt === null;
  const shop = isThere ? found : await install(session.shop).catch(() => null);
  if (shop === null) throw refusal("no-shop", 503);
  const language = asked.get("locale");
  const { role, locale } = await recogniseStaff(services, shop, {
    id: sessionToken.sub,
    locale: language === null ? null : localeFor(language),
    ask: () => shopify.askWho(request, shop.domain),
  });
  return {
    ...{ shop, staff: sessionToken.sub, role, services, locale: localeFor(locale) },
    may: (permission) => mayDo(role, permission),
  };
}

/** Nothing that can be meant has the character 0 in it, and the database has no room for it. A file is read by its page. */
async function isReadable(request: Request): Promise<boolean> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return true;
  const form = new URLSearchParams(await request.clone().text());
  return [...form].flat().every(isStorable);
}

/** The answer of an action to somebody whose role does not let them; nothing was changed. */
export function notAllowed(permission: Permission) {
  return data({ outcome: "not-allowed" as const, permission }, 403);
}

/** The same of what is fetched as a file, or as data. */
export function forbidden(permission: Permission): Response {
  return Response.json({ outcome: "not-allowed", permission }, { status: 403 });
}

export function notFound(what: Exclude<Problem["problem"], "no-shop">) {
  return refusal(what, 404);
}

function refusal(problem: Problem["problem"], status: number) {
  return data({ problem } satisfies Problem, { status });
}
