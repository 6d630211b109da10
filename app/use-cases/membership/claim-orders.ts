import { findMembership } from "../../db/memberships.ts";
import type { ShopRow } from "../../db/shops.ts";
import { isBlocked, isOut } from "../../loyalty/absence.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { inTime } from "../in-time.ts";
import type { Services } from "../services.ts";

/** A call takes no longer than whoever waits for it; what is left is claimed by the next. */
const MOST_A_CALL = 20;
const WITHIN_MS = 5_000;

export type Claimed =
  /** `claimed` of the `found` are theirs now; their points follow as soon as the store tells of them. */
  | { outcome: "claimed"; found: number; claimed: number }
  | { outcome: "none" }
  /** The store has not verified that the address is theirs: anybody can write any address. */
  | { outcome: "unverified" }
  /** What was bought would earn whoever has left the programme nothing. */
  | { outcome: "out" }
  /** The same, and only the shop can let them in again. */
  | { outcome: "blocked" }
  | { outcome: "unavailable" };

/**
 * Puts a customer on the orders that they placed as a guest. Nothing is posted here: the store tells of each order
 * anew, and the ledger does the rest, so that claiming twice claims nothing twice.
 */
export async function claimOrders(services: Services, shop: ShopRow, memberId: MemberId): Promise<Claimed> {
  const membership = await findMembership(services.db.sql, shop.id, memberId);
  if (isOut(membership)) return { outcome: isBlocked(membership) ? "blocked" : "out" };
  // A store that answers too late may do what it was asked all the same: asking again finds less to claim.
  return inTime(claim(services, shop, memberId), {
    withinMs: WITHIN_MS + 1_000,
    else: { outcome: "unavailable" },
  });
}

async function claim({ platform, log }: Services, shop: ShopRow, memberId: MemberId): Promise<Claimed> {
  const ends = performance.now() + WITHIN_MS;
  try {
    const { verified, orders } = await platform.guestOrders(shop.domain, memberId);
    if (!verified) return { outcome: "unverified" };
    if (orders.length === 0) return { outcome: "none" };
    let claimed = 0;
    for (const orderId of orders.slice(0, MOST_A_CALL)) {
      if (performance.now() > ends) break;
      const refusal = await platform.assignOrder(shop.domain, { orderId, customerId: memberId });
      if (refusal === null) claimed += 1;
      else log.warn({ shop: shop.domain, orderId, refusal }, "the store would not give a guest's order away");
    }
    return { outcome: "claimed", found: orders.length, claimed };
  } catch (error) {
    log.error({ shop: shop.domain, error }, "guest orders could not be claimed");
    return { outcome: "unavailable" };
  }
}
