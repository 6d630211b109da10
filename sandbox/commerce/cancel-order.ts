import { Refusal } from "../http/answer.ts";
import { laterThan } from "../state/instants.ts";
import type { Refund } from "../state/order-payload.ts";
import type { Order } from "../state/types.ts";
import type { CancelOrder } from "./actions.ts";
import { changeOrder } from "./change-order.ts";
import { giveBack } from "./give-back.ts";
import { negative } from "./money.ts";
import { addDiscrepancy, addLines, addShipping, emptyRefund } from "./refund-parts.ts";
import type { Scene } from "./scene.ts";
import { shippingLeft } from "./shipping-money.ts";
import { discrepanciesOf, netPaid } from "./totals.ts";
import { voidPayment } from "./transactions.ts";

/** Cancels an order: what was paid is given back unless told otherwise; where nothing was paid, it is voided. */
export function cancelOrder(scene: Scene, input: CancelOrder): { order: Order; refund: Refund | null } {
  const order = scene.order(input.order);
  if (order.payload.cancelled_at !== null) throw new Refusal(`${order.name} is cancelled already.`);
  let refund: Refund | null = null;
  const work = (): void => {
    const paid = netPaid(order.books);
    if (order.books.captured.shop === 0) voidPayment(scene, order);
    else if ((paid.shop > 0 || paid.presentment > 0) && (input.refund ?? true))
      refund = refundAll(scene, order);
    const at = scene.zoned(laterThan(order.updatedAt, scene.at));
    order.payload.cancelled_at = at;
    order.payload.closed_at = at;
    order.payload.cancel_reason = input.reason ?? "customer";
  };
  changeOrder(scene, order, work, { topics: ["orders/cancelled"] });
  return { order, refund };
}

/** Everything that is left: lines, shipping, and what earlier discrepancies took or left, so that they even out. */
function refundAll(scene: Scene, order: Order): Refund {
  const refund = emptyRefund(scene, order, null);
  const units = order.payload.line_items
    .filter((line) => line.current_quantity > 0)
    .map((line) => ({ line, quantity: line.current_quantity, restock: "cancel" as const }));
  addLines(scene, order, refund, units);
  addShipping(scene, order, refund, shippingLeft(order.payload).net);
  addDiscrepancy(scene, order, refund, negative(discrepanciesOf(order.payload)));
  refund.transactions = giveBack(scene, order, netPaid(order.books), "ORDER_CANCELLATION");
  order.payload.refunds.push(refund);
  scene.emit(["refunds/create"], refund);
  return refund;
}
