import type { Order } from "../state/types.ts";
import { toAmount, toMinor } from "./money.ts";
import type { Scene } from "./scene.ts";
import { netPaid } from "./totals.ts";

/**
 * Keeps the customer's count and sum of orders up with one order's change. Test orders count for nothing, as at
 * Shopify; no webhook tells of it, as the payload has no such figures.
 */
export function countOrder(
  scene: Scene,
  order: Order,
  change: { placed?: boolean; removed?: boolean; paidBefore?: number },
): void {
  if (order.customerId === null || order.payload.test) return;
  const customers = scene.collection("customer");
  const customer = customers.find(order.customerId);
  if (!customer) return;
  const paid = change.removed ? 0 : netPaid(order.books).shop;
  const spent = toMinor(customer.totalSpent, scene.shop.currency) + paid - (change.paidBefore ?? 0);
  customer.totalSpent = toAmount(spent, scene.shop.currency);
  if (change.placed) {
    customer.ordersCount += 1;
    customer.lastOrderId = order.id;
  }
  if (change.removed) customer.ordersCount -= 1;
  customers.put(customer);
}
