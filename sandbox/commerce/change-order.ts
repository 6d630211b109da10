import { laterThan } from "../state/instants.ts";
import type { Order } from "../state/types.ts";
import { countOrder } from "./customer-figures.ts";
import type { Scene } from "./scene.ts";
import { netPaid, writeTotals } from "./totals.ts";

export type Change = {
  /** Topics beside orders/updated (and orders/paid, where the order has become paid by the change). */
  topics?: string[];
};

/**
 * The frame of every change of an order: `work` changes it, then totals, status and `updated_at` follow, the order is
 * kept, and its new state is sent.
 */
export function changeOrder(
  scene: Scene,
  order: Order,
  work: (order: Order) => void,
  change: Change = {},
): Order {
  const paidBefore = netPaid(order.books).shop;
  const wasPaid = isPaid(order);
  work(order);
  order.updatedAt = laterThan(order.updatedAt, scene.at);
  order.payload.updated_at = scene.zoned(order.updatedAt);
  writeTotals(order);
  scene.collection("order").put(order);
  if (netPaid(order.books).shop !== paidBefore) countOrder(scene, order, { paidBefore });
  const paid = !wasPaid && order.payload.financial_status === "paid" ? ["orders/paid"] : [];
  scene.emit([...(change.topics ?? []), ...paid, "orders/updated"], order.payload);
  return order;
}

function isPaid({ payload }: Order): boolean {
  return ["paid", "partially_refunded", "refunded"].includes(payload.financial_status);
}
