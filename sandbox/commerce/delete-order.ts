import type { Order } from "../state/types.ts";
import type { ActionOf } from "./actions.ts";
import { countOrder } from "./customer-figures.ts";
import type { Scene } from "./scene.ts";
import { netPaid } from "./totals.ts";

export function deleteOrder(scene: Scene, input: ActionOf<"order.delete">): Order {
  const order = scene.order(input.order);
  countOrder(scene, order, { removed: true, paidBefore: netPaid(order.books).shop });
  scene.collection("order").delete(order.id);
  scene.emit(["orders/delete"], { id: order.payload.id });
  return order;
}
