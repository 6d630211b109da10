import { listNewestOrders } from "../../db/known-orders.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { NO_FINDING, type Missed, type Reconciling } from "./reconciling.ts";

/** Somebody with more orders than that is left to people: all of them are asked for, at once. */
const MOST_ORDERS = 250;

/**
 * What became of a customer whom the store no longer has. Merging moves all their orders to the customer kept, and a
 * customer with orders cannot be deleted: where every order known here is still there and all have the same other
 * customer now, they were merged into that one. Orders may also be given to somebody else by hand and the customer be
 * deleted then: where a single one is missing or says otherwise, or there are too many to ask for, nothing is told but
 * that they are gone. Their name goes, their points stay, and the finding leaves the rest to people.
 */
export async function whatBecameOf(reconciling: Reconciling, gone: MemberId): Promise<Missed> {
  const { services, shop } = reconciling;
  const ids = await listNewestOrders(services.db.sql, shop.id, { memberId: gone, limit: MOST_ORDERS + 1 });
  const now = ids.length > MOST_ORDERS ? [] : await services.platform.ordersNow(shop.domain, ids);
  const isWhole = now.length === ids.length;
  const owners = new Set(now.map(({ order }) => order.customerId));
  const [keptId] = owners;
  if (isWhole && owners.size === 1 && keptId !== null && keptId !== undefined && keptId !== gone)
    return {
      finding: { ...NO_FINDING, kind: "customer-merged", memberId: keptId },
      topic: "reconcile/customer",
      event: {
        kind: "points",
        event: { kind: "customers-merged", keptId, deletedId: gone },
        person: null,
      },
    };
  return {
    finding: { ...NO_FINDING, kind: "customer-deleted", memberId: gone },
    topic: "reconcile/customer",
    event: { kind: "customer-deleted", customerId: gone },
  };
}
