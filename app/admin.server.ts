import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { findShop, type ShopRow } from "./db/shops.ts";
import type { Services } from "./use-cases/services.ts";

/** Whoever asks for an admin page: a member of staff of this shop, vouched for by Shopify's token alone. */
export interface Admitted {
  shop: ShopRow;
  /** The staff member's id in Shopify. */
  staff: string;
  services: Services;
}

/** Why a page cannot be shown, for the page that says so. */
export interface Problem {
  problem: "no-shop" | "member" | "delivery" | "programme" | "page";
}

export async function admit({
  request,
  context,
}: LoaderFunctionArgs | ActionFunctionArgs): Promise<Admitted> {
  const { shopify, services, install } = context.perennial;
  const { session, sessionToken } = await shopify.authenticateAdmin(request);
  // The library lets in whoever has a token; that the shop was made of it may have failed, or be undone by late word.
  const found = await findShop(services.db.sql, session.shop);
  const isThere = found !== null && found.uninstalledAt === null;
  const shop = isThere ? found : await install(session.shop).catch(() => null);
  if (shop === null) throw refusal("no-shop", 503);
  return { shop, staff: sessionToken.sub, services };
}

export function notFound(what: Exclude<Problem["problem"], "no-shop">) {
  return refusal(what, 404);
}

function refusal(problem: Problem["problem"], status: number) {
  return data({ problem } satisfies Problem, { status });
}
