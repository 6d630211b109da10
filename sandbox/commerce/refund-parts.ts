import { Refusal } from "../http/answer.ts";
import { gid } from "../state/ids.ts";
import type { LineItem, OrderAdjustment, Refund, RefundLineItem } from "../state/order-payload.ts";
import type { Order, Pair } from "../state/types.ts";
import { costOfRemoving } from "./line-money.ts";
import { add, moneySet, negative, NOTHING, toAmount } from "./money.ts";
import type { Scene } from "./scene.ts";
import { taxOfShippingRefund } from "./shipping-money.ts";

export type RefundedUnits = { line: LineItem; quantity: number; restock: RefundLineItem["restock_type"] };

export function emptyRefund(scene: Scene, order: Order, note: string | null): Refund {
  const id = scene.store.nextNumber("refund");
  const at = scene.zoned(scene.at);
  return {
    id,
    admin_graphql_api_id: gid("Refund", id),
    order_id: order.payload.id,
    created_at: at,
    processed_at: at,
    note,
    restock: true,
    user_id: null,
    duties: [],
    total_duties_set: moneySet(NOTHING, order.currencies),
    return: null,
    refund_shipping_lines: [],
    order_adjustments: [],
    refund_line_items: [],
    transactions: [],
  };
}

/** Takes units off their lines and writes them into the refund; answers the money they cost. */
export function addLines(scene: Scene, order: Order, refund: Refund, units: RefundedUnits[]): Pair {
  let cost = NOTHING;
  for (const { line, quantity, restock } of units) {
    requireUnits(line, quantity);
    const { net, tax } = costOfRemoving(line, quantity);
    line.current_quantity -= quantity;
    line.fulfillable_quantity = line.current_quantity;
    refund.refund_line_items.push({
      id: scene.store.nextNumber("refundLine"),
      line_item_id: line.id,
      location_id: null,
      quantity,
      restock_type: restock,
      subtotal: Number(toAmount(net.shop, order.currencies.shop)),
      subtotal_set: moneySet(net, order.currencies),
      total_tax: Number(toAmount(tax.shop, order.currencies.shop)),
      total_tax_set: moneySet(tax, order.currencies),
      line_item: structuredClone(line),
    });
    cost = add(cost, net, order.payload.taxes_included ? NOTHING : tax);
  }
  refund.restock = units.every(({ restock }) => restock !== "no_restock");
  return cost;
}

export function requireUnits(line: LineItem, quantity: number): void {
  if (!Number.isInteger(quantity) || quantity < 1)
    throw new Refusal(
      line.current_quantity === 0
        ? `Nothing of "${line.name}" is left on the order.`
        : `A whole number of units of at least 1, not ${quantity}.`,
    );
  if (quantity > line.current_quantity)
    throw new Refusal(
      `Only ${line.current_quantity} of "${line.name}" are left on the order, not ${quantity}.`,
    );
}

/** Writes shipping that is given back (without the tax on top of it); answers the money it costs. */
export function addShipping(scene: Scene, order: Order, refund: Refund, given: Pair): Pair {
  const line = order.payload.shipping_lines[0];
  if (given.shop === 0 || !line) return NOTHING;
  const tax = taxOfShippingRefund(order.payload, given);
  refund.refund_shipping_lines.push({
    id: scene.store.nextNumber("refundShippingLine"),
    shipping_line: structuredClone(line),
    subtotal_amount_set: moneySet(given, order.currencies),
  });
  refund.order_adjustments.push(
    adjustment(scene, order, refund, "shipping_refund", negative(given), negative(tax)),
  );
  return order.payload.taxes_included ? given : add(given, tax);
}

/** Money that belongs to no line: below 0 given back beyond the lines, above 0 kept although the lines are refunded. */
export function addDiscrepancy(scene: Scene, order: Order, refund: Refund, amount: Pair): void {
  if (amount.shop === 0 && amount.presentment === 0) return;
  refund.order_adjustments.push(adjustment(scene, order, refund, "refund_discrepancy", amount, NOTHING));
}

function adjustment(
  scene: Scene,
  order: Order,
  refund: Refund,
  kind: OrderAdjustment["kind"],
  amount: Pair,
  tax: Pair,
): OrderAdjustment {
  const { currencies } = order;
  return {
    id: scene.store.nextNumber("adjustment"),
    kind,
    order_id: order.payload.id,
    refund_id: refund.id,
    reason: kind === "shipping_refund" ? "Shipping refund" : "Refund discrepancy",
    amount: toAmount(amount.shop, currencies.shop),
    amount_set: moneySet(amount, currencies),
    tax_amount: toAmount(tax.shop, currencies.shop),
    tax_amount_set: moneySet(tax, currencies),
  };
}
