import type { Order } from "../state/types.ts";
import { orderCustomer } from "../webhooks/customer-payload.ts";
import type { ActionOf } from "./actions.ts";
import { changeOrder } from "./change-order.ts";
import { countOrder } from "./customer-figures.ts";
import type { Scene } from "./scene.ts";
import { netPaid } from "./totals.ts";

/** Gives an order to another customer, or to nobody. */
export function assignOrder(scene: Scene, input: ActionOf<"order.assign">): Order {
  const order = scene.order(input.order);
  const customer = input.customer === null ? null : scene.customer(input.customer);
  countOrder(scene, order, { removed: true, paidBefore: netPaid(order.books).shop });
  changeOrder(scene, order, () => {
    order.customerId = customer?.id ?? null;
    order.payload.customer = customer ? orderCustomer(customer, scene.shop) : null;
  });
  countOrder(scene, order, { placed: true });
  return order;
}
