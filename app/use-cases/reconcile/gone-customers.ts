import { listNewestOrders } from "../../db/known-orders.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { NO_FINDING, type Missed, type Reconciling } from "./reconciling.ts";

/** So many orders of somebody are asked for at once: enough to see who has them now. */
const ORDERS_LOOKED_AT = 10;

/**
 * What became of a customer whom the store no longer has. Merging moves all their orders to the customer kept, and a
 * customer with orders cannot be deleted: where all have the same other customer now, they were merged into that one.
 * Where the store knows no order of theirs, nothing is told but that they are gone: their name goes, their points stay.
 */
export async function whatBecameOf(reconciling: Reconciling, gone: MemberId): Promise<Missed> {
  const { services, shop } = reconciling;
  const ids = await listNewestOrders(services.db.sql, shop.id, { memberId: gone, limit: ORDERS_LOOKED_AT });
  const now = await services.platform.ordersNow(shop.domain, ids);
  const owners = new Set(now.map(({ order }) => order.customerId));
  const [keptId] = owners;
  if (owners.size === 1 && keptId !== null && keptId !== undefined && keptId !== gone)
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
