import { findShop } from "./db/shops.ts";
import type { HeadSigner } from "./use-cases/proof/head-signer.ts";
import { issueReceipt } from "./use-cases/proof/issue-receipt.ts";
import type { Services } from "./use-cases/services.ts";

/** What a signed-in customer asks about their own ledger; null for an address that is none of this. */
export type MemberProofs = (url: URL) => Promise<Response | null>;

/** Never shared: what one member may see, another may not. */
const PRIVATE = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** Behind the app proxy's door, which has made sure that the store signed all of the address. */
export function memberProofs(
  services: Services,
  terms: { signer: HeadSigner; appUrl: string },
): MemberProofs {
  return async (url) => {
    if (url.pathname !== "/proxy/receipt") return null;
    const shop = await findShop(services.db.sql, url.searchParams.get("shop") ?? "");
    const memberId = customerOf(url);
    if (shop === null || memberId === null) return refusal(401, "Sign in to see your receipt.");
    const issued = await issueReceipt(services, terms, { shop, memberId });
    if (issued === null) return refusal(404, "You have no points here yet.");
    return Response.json(issued.receipt, { headers: PRIVATE });
  };
}

function customerOf(url: URL): string | null {
  const [, id] = /^(\d{1,18})$/.exec(url.searchParams.get("logged_in_customer_id") ?? "") ?? [];
  return id ?? null;
}

function refusal(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: PRIVATE });
}
