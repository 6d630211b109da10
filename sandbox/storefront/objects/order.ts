import { taxOf } from "../../commerce/line-money.ts";
import type { LineItem } from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import { minorToPrice, toPrice } from "./prices.ts";

/** Liquid's order, as far as the shop's pages print it. */
export function orderObject({ id, payload }: Order) {
  const { currency } = payload;
  const price = (amount: string): number => toPrice(amount, currency);
  return {
    id: Number(id),
    name: payload.name,
    email: payload.email,
    created_at: payload.created_at,
    cancelled: payload.cancelled_at !== null,
    financial_status: payload.financial_status,
    url: `/checkout/thank-you/${id}`,
    item_count: payload.line_items.reduce((count, line) => count + line.current_quantity, 0),
    line_items: payload.line_items.map((line) => lineObject(line, currency)),
    subtotal_price: price(payload.current_subtotal_price),
    shipping_price: price(payload.current_shipping_price_set.shop_money.amount),
    tip_price: price(payload.total_tip_received),
    tax_price: price(payload.current_total_tax),
    taxes_included: payload.taxes_included,
    total_discounts: price(payload.current_total_discounts),
    total_price: price(payload.current_total_price),
  };
}

function lineObject(line: LineItem, currency: string) {
  return {
    title: line.title,
    variant_title: line.variant_title,
    quantity: line.current_quantity,
    tip: line.tip_payment_gateway !== undefined,
    final_line_price: toPrice(line.price, currency) * line.current_quantity,
    tax: minorToPrice(taxOf(line).shop, currency),
  };
}
