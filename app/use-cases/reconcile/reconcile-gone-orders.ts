import { findOrderStates, listOrdersToLookFor } from "../../db/known-orders.ts";
import { DAY } from "../../loyalty/time.ts";
import { deliverMissed, noteFindings } from "./deliver-missed.ts";
import { isDoubtful } from "./doubt.ts";
import { NO_FINDING, type Reconciling, type Turn } from "./reconciling.ts";

const ORDERS_A_RUN = 500;
/** An app may see the orders of 60 days whatever it was granted: an older one may only be hidden. */
const VISIBLE = 59 * DAY;

/** Looks for a share of the newer orders in the store: one that is gone from it was deleted, and does not count. */
export async function reconcileGoneOrders(reconciling: Reconciling): Promise<Turn> {
  const { services, shop, run } = reconciling;
  const { sql } = services.db;
  const share = { since: run.startedAt - VISIBLE, most: ORDERS_A_RUN, turn: run.number };
  const ids = await listOrdersToLookFor(sql, shop.id, share);
  const there = await services.platform.present(shop.domain, "order", ids);
  const gone = ids.filter((id) => !there.has(id));
  if (isDoubtful(gone.length, ids.length)) {
    const detail = `${gone.length}/${ids.length}`;
    await noteFindings(reconciling, [{ ...NO_FINDING, kind: "orders-not-found", webhookId: null, detail }]);
    return { cursor: null, looked: {} };
  }
  const states = await findOrderStates(sql, shop.id, gone);
  await deliverMissed(
    reconciling,
    gone.map((orderId) => ({
      finding: {
        ...NO_FINDING,
        kind: "order-deleted" as const,
        orderId,
        memberId: states.get(orderId)?.customerId ?? null,
        name: states.get(orderId)?.name ?? null,
      },
      topic: "reconcile/order" as const,
      event: { kind: "points" as const, event: { kind: "order-deleted" as const, orderId }, person: null },
    })),
  );
  return { cursor: null, looked: {} };
}
