import { findFigures } from "./db/members.ts";
import { toJsonNumber } from "./loyalty/points.ts";
import type { MemberProofs } from "./member-proofs.server.ts";
import { proxyLimits } from "./proxy-limits.server.ts";
import { accountIn, proxyMember } from "./proxy-member.server.ts";
import type { Shopify } from "./shopify.server.ts";
import type { Services } from "./use-cases/services.ts";

export type ProxyDoor = (request: Request) => Promise<Response>;

/** Never shared: what one member may see, another may not. */
const PRIVATE = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "private, no-store" };

/**
 * The door of the app proxy: the library verifies that the store signed the request (400 where it did not), and who is
 * asking is read from what it signed, never from anything else.
 */
export function proxyDoor(
  shopify: Pick<Shopify, "authenticateAppProxy">,
  services: Services,
  proofs?: MemberProofs,
): ProxyDoor {
  const refuse = proxyLimits(services);
  const member = proxyMember(services);
  return async (request) => {
    try {
      await shopify.authenticateAppProxy(request);
    } catch (error) {
      if (error instanceof Response) return error;
      throw error;
    }
    const url = new URL(request.url);
    if (url.searchParams.getAll("logged_in_customer_id").length > 1)
      return answer(400, { error: "Who is asking must be said once." });
    const refusal = await refuse(request, url);
    if (refusal !== null) return refusal;
    const proof = await proofs?.(url);
    if (proof) return proof;
    const page = await member(request);
    if (page !== null) return page;
    if (url.pathname !== "/proxy/balance") return answer(404, { error: "There is nothing here." });
    return balance(services, url.searchParams);
  };
}

/** What the signed-in customer has; a guest has nothing, and is told so in the same shape. */
async function balance(services: Services, signed: URLSearchParams): Promise<Response> {
  const found = await findFigures(services.db.sql, signed.get("shop") ?? "", accountIn(signed));
  if (found === null) return answer(404, { error: "This shop has no programme." });
  const facts = found.member;
  if (facts === null) return answer(200, { member: null });
  return answer(200, {
    member: {
      available: toJsonNumber(facts.available),
      pending: toJsonNumber(facts.pending),
      held: toJsonNumber(facts.held),
      owed: toJsonNumber(facts.owed),
      tier: facts.level,
    },
  });
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: PRIVATE });
}
