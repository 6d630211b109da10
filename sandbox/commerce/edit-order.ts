import { Refusal } from "../http/answer.ts";
import type { Refund } from "../state/order-payload.ts";
import type { Order } from "../state/types.ts";
import type { EditOrder } from "./actions.ts";
import { changeOrder } from "./change-order.ts";
import { giveBack } from "./give-back.ts";
import { costOfUnits } from "./line-money.ts";
import { buildLine, requireLine, taxLines } from "./order-lines.ts";
import { addLines, emptyRefund, requireUnits, type RefundedUnits } from "./refund-parts.ts";
import type { Scene } from "./scene.ts";
import { netPaid, outstandingOf } from "./totals.ts";

/**
 * An order edit. Added lines stay unpaid until `order.pay`. Removed units either come back as a refund of those lines,
 * with their money, or only lower `current_quantity`, as where nothing was paid for them.
 */
export function editOrder(scene: Scene, input: EditOrder): { order: Order; refund: Refund | null } {
  const order = scene.order(input.order);
  requireEditable(order, input);
  const removals = (input.remove ?? []).map(({ line: ref, quantity }): RefundedUnits => {
    const line = requireLine(order.payload.line_items, ref);
    return { line, quantity: quantity ?? line.current_quantity, restock: "cancel" };
  });
  let refund: Refund | null = null;
  changeOrder(scene, order, () => {
    if (removals.length > 0) refund = remove(scene, order, removals, input.moneyBack);
    for (const added of input.add ?? []) addLine(scene, order, added);
  });
  return { order, refund };
}

function requireEditable(order: Order, input: EditOrder): void {
  if (order.payload.cancelled_at !== null)
    throw new Refusal(`${order.name} is cancelled and cannot be edited.`);
  if (order.payload.financial_status === "refunded")
    throw new Refusal(`${order.name} is refunded in full and cannot be edited.`);
  if (!input.add?.length && !input.remove?.length) throw new Refusal("An edit adds lines or removes units.");
}

function remove(
  scene: Scene,
  order: Order,
  removals: RefundedUnits[],
  moneyBack: boolean | undefined,
): Refund | null {
  const settled = outstandingOf(order).shop <= 0 && netPaid(order.books).shop > 0;
  if (!(moneyBack ?? settled)) {
    for (const { line, quantity } of removals) {
      requireUnits(line, quantity);
      line.current_quantity -= quantity;
      line.fulfillable_quantity = line.current_quantity;
    }
    return null;
  }
  if (!settled)
    throw new Refusal(`${order.name} still waits for money: nothing can be given back for a removal.`);
  const refund = emptyRefund(scene, order, null);
  const cost = addLines(scene, order, refund, removals);
  refund.transactions = giveBack(scene, order, cost);
  order.payload.refunds.push(refund);
  scene.emit(["refunds/create"], refund);
  return refund;
}

function addLine(scene: Scene, order: Order, input: NonNullable<EditOrder["add"]>[number]): void {
  const line = buildLine(scene, input, order.currencies);
  const taxes = { ...scene.shop.taxes, included: order.payload.taxes_included };
  if (line.taxable && !line.gift_card && !order.payload.tax_exempt)
    line.tax_lines = taxLines(costOfUnits(line, line.quantity).net, taxes, order.currencies);
  order.payload.line_items.push(line);
  order.payload.total_weight += line.grams * line.quantity;
}
