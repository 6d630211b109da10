import { discountOf, isTip, taxOf } from "../../commerce/line-money.ts";
import { add, pairOf, toMinor } from "../../commerce/money.ts";
import { GIFT_CARD, STORE_CREDIT } from "../../commerce/transactions.ts";
import type { LineItem, OrderPayload } from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import { minorToPrice, toPrice } from "./prices.ts";

/** Liquid's order, as far as the shop's pages print it. */
export function orderObject(order: Order) {
  const { id, payload } = order;
  const { currency } = payload;
  const price = (amount: string): number => toPrice(amount, currency);
  const shippingDiscount = minorToPrice(add(...payload.shipping_lines.map(discountOf)).shop, currency);
  const lines = payload.line_items.map((line) => lineObject(line, currency));
  const paidBy = (gateway: string): number => minorToPrice(paidWith(order, gateway), currency);
  return {
    id: Number(id),
    name: payload.name,
    email: payload.email,
    created_at: payload.created_at,
    cancelled: payload.cancelled_at !== null,
    financial_status: payload.financial_status,
    url: `/checkout/thank-you/${id}`,
    item_count: payload.line_items.reduce((count, line) => count + line.current_quantity, 0),
    line_items: lines,
    line_items_subtotal_price: lines.reduce((sum, line) => sum + (line.tip ? 0 : line.final_line_price), 0),
    subtotal_price: price(payload.current_subtotal_price),
    needs_shipping: payload.shipping_lines.length > 0,
    shipping_title: payload.shipping_lines[0]?.title ?? "",
    shipping_price: price(payload.current_shipping_price_set.shop_money.amount) + shippingDiscount,
    discount_codes: payload.discount_codes.map(({ code, amount }) => ({ code, amount: price(amount) })),
    automatic_discounts: automaticDiscounts(payload),
    gift_card_price: paidBy(GIFT_CARD),
    store_credit_price: paidBy(STORE_CREDIT),
    tip_price: price(payload.total_tip_received),
    tax_price: price(payload.current_total_tax),
    taxes_included: payload.taxes_included,
    total_discounts: price(payload.current_total_discounts),
    total_price: price(payload.current_total_price),
  };
}

/** Those that no code stands for, with what each takes off all lines together. */
function automaticDiscounts({ line_items, discount_applications, currency }: OrderPayload) {
  return discount_applications.flatMap(({ type, title }, index) => {
    if (type !== "automatic") return [];
    const parts = line_items
      .flatMap((line) => line.discount_allocations)
      .filter((allocation) => allocation.discount_application_index === index);
    const off = add(...parts.map(({ amount_set }) => pairOf(amount_set)));
    return [{ title, amount: minorToPrice(off.shop, currency) }];
  });
}

/** In the shop's currency, in which alone gift cards and store credit are taken here. */
function paidWith({ books, currencies }: Order, gateway: string): number {
  if (currencies.shop !== currencies.presentment) return 0;
  return books.transactions
    .filter((transaction) => transaction.gateway === gateway)
    .reduce((sum, { kind, amount }) => {
      const minor = toMinor(amount, currencies.shop);
      return kind === "refund" ? sum - minor : sum + minor;
    }, 0);
}

function lineObject(line: LineItem, currency: string) {
  return {
    title: line.title,
    variant_title: line.variant_title,
    quantity: line.current_quantity,
    tip: isTip(line),
    final_line_price: toPrice(line.price, currency) * line.current_quantity,
    tax: minorToPrice(taxOf(line).shop, currency),
  };
}
