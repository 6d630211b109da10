import { Refusal } from "../http/answer.ts";
import type { Refund } from "../state/order-payload.ts";
import type { Order, Pair } from "../state/types.ts";
import type { RefundOrder } from "./actions.ts";
import { changeOrder } from "./change-order.ts";
import { giveBack } from "./give-back.ts";
import { add, convert, negative, NOTHING, readPair, subtract, toAmount, toMinor } from "./money.ts";
import { emptyRefund, addDiscrepancy, addLines, addShipping, type RefundedUnits } from "./refund-parts.ts";
import { requireLine } from "./order-lines.ts";
import type { Scene } from "./scene.ts";
import { shippingLeft } from "./shipping-money.ts";
import { netPaid, outstandingOf } from "./totals.ts";

/** Gives money back: for lines, for shipping, or as an amount alone. */
export function refundOrder(scene: Scene, input: RefundOrder): { order: Order; refund: Refund } {
  const order = scene.order(input.order);
  requireRefundable(order);
  const refund = emptyRefund(scene, order, input.note ?? null);
  const units = (input.lines ?? []).map(({ line: ref, quantity, restock }): RefundedUnits => {
    const line = requireLine(order.payload.line_items, ref);
    return { line, quantity: quantity ?? line.current_quantity, restock: restock ?? "return" };
  });
  changeOrder(scene, order, () => {
    const overpaid = overpaymentOf(order);
    const lines = addLines(scene, order, refund, units);
    const shipping = addShipping(scene, order, refund, wantedShipping(order, input.shipping));
    const amount = amountToGive(order, input.amount, add(lines, shipping));
    const unexplained = subtract(amount, add(lines, shipping));
    addDiscrepancy(scene, order, refund, discrepancyOf(unexplained, overpaid));
    refund.transactions = giveBack(scene, order, amount);
    if (input.shipping !== true) refuseNothing(refund, amount);
    order.payload.refunds.push(refund);
    scene.remember(input.ref, String(refund.id));
    scene.emit(["refunds/create"], refund);
  });
  return { order, refund };
}

function requireRefundable(order: Order): void {
  const paid = netPaid(order.books);
  // A unit may cost nothing in the one currency and a penny in the other.
  if (paid.shop <= 0 && paid.presentment <= 0) throw new Refusal(`${order.name} has no money to give back.`);
  if (outstandingOf(order).shop > 0)
    throw new Refusal(`${order.name} still waits for money: take lines out by an edit, or pay it first.`);
}

/** All of the shipping may be nothing, where a code has made it free since. */
function refuseNothing(refund: Refund, amount: Pair): void {
  if (refund.refund_line_items.length === 0 && amount.shop === 0)
    throw new Refusal("A refund names lines, shipping or an amount.");
}

function wantedShipping(order: Order, wanted: RefundOrder["shipping"]): Pair {
  if (wanted === undefined) return NOTHING;
  const { net } = shippingLeft(order.payload);
  if (wanted === true) return net;
  const amount = readPair(wanted, order.currencies);
  if (amount.shop > net.shop)
    throw new Refusal(`Only ${describe(order, net)} of the shipping is left to give back.`);
  return amount.shop === net.shop ? net : amount;
}

function amountToGive(order: Order, amount: string | undefined, cost: Pair): Pair {
  const most = netPaid(order.books);
  if (amount === undefined) return cost.shop > most.shop ? most : cost;
  const shop = toMinor(amount, order.currencies.shop);
  if (shop < 0 || shop > most.shop)
    throw new Refusal(`${order.name} has ${describe(order, most)} left to give back, not ${amount}.`);
  // What comes out even is taken as it stands: converting it once more could be a unit off in the shopper's currency.
  if (shop === cost.shop) return cost;
  if (shop === most.shop) return most;
  const converted = convert(shop, order.currencies);
  return { shop, presentment: Math.min(converted.presentment, most.presentment) };
}

/** Money that an earlier edit made too much explains a refund without lines; only the rest is a discrepancy. */
function discrepancyOf(unexplained: Pair, overpaid: Pair): Pair {
  if (unexplained.shop <= 0) return negative(unexplained);
  if (overpaid.shop >= unexplained.shop) return NOTHING;
  return negative(subtract(unexplained, overpaid));
}

function overpaymentOf(order: Order): Pair {
  const outstanding = outstandingOf(order);
  return outstanding.shop < 0 ? negative(outstanding) : NOTHING;
}

function describe(order: Order, amount: Pair): string {
  return toAmount(amount.shop, order.currencies.shop);
}
