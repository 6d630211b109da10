import type { OrderStatesQuery, RefundStatesQuery } from "../generated/admin.ts";
import type { LineItemPayload, MoneySet, OrderPayload, RefundPayload } from "../payloads.ts";
import { idOfGid } from "../translate.ts";
import { tipsAmong } from "./tips.ts";

type Present<T> = Extract<NonNullable<T>, { id: string }>;
export type OrderState = Present<OrderStatesQuery["nodes"][number]>;
export type LineState = OrderState["lineItems"]["nodes"][number];
export type RefundState = Present<RefundStatesQuery["nodes"][number]>;
export type RefundLineState = RefundState["refundLineItems"]["nodes"][number];

/** An order with all its lines and refunds, which Shopify answers in pages. */
export interface WholeOrder {
  state: OrderState;
  lines: LineState[];
  refunds: WholeRefund[];
}

export interface WholeRefund {
  state: RefundState;
  lines: RefundLineState[];
}

/**
 * The order of an answer in the shape of a webhook's payload: from there on one translation goes for both, so that they
 * cannot come to differ. Beside what the buyer paid in all only shop money is asked for, the plain amounts repeat it.
 */
export function payloadOf({ state, lines, refunds }: WholeOrder): OrderPayload {
  const { currencyCode: currency } = state;
  const { presentmentMoney: total } = state.currentTotalPriceSet;
  const tips = tipsAmong(lines, { total: state.totalTipReceived.amount, currency });
  return {
    id: idOfGid(state.id),
    name: state.name,
    created_at: state.processedAt,
    processed_at: state.processedAt,
    updated_at: state.updatedAt,
    cancelled_at: state.cancelledAt ?? null,
    currency,
    current_total_price_set: { amount: total.amount, currency_code: total.currencyCode },
    total_price_set: null,
    financial_status: state.displayFinancialStatus?.toLowerCase() ?? null,
    test: state.test,
    taxes_included: state.taxesIncluded,
    source_name: state.sourceName ?? null,
    customer_locale: state.customerLocale ?? null,
    note: null,
    customer: customerPayloadOf(state.customer),
    shipping_address: null,
    line_items: lines.map((line) => linePayloadOf(line, tips.has(line.id))),
    refunds: refunds.map((refund) => refundPayloadOf(refund, idOfGid(state.id))),
    discount_codes: state.discountCodes.map((code) => ({ code })),
    discount_applications: [],
  };
}

function customerPayloadOf(customer: OrderState["customer"]): OrderPayload["customer"] {
  if (!customer) return null;
  return {
    id: idOfGid(customer.id),
    created_at: null,
    first_name: customer.firstName ?? null,
    last_name: customer.lastName ?? null,
    email: customer.email ?? null,
    default_address: { country_code: customer.defaultAddress?.countryCodeV2 ?? null },
    tags: customer.tags,
  };
}

function linePayloadOf(line: LineState, isTip: boolean): LineItemPayload {
  const price = line.originalUnitPriceSet.shopMoney.amount;
  return {
    id: idOfGid(line.id),
    product_id: line.product ? idOfGid(line.product.id) : null,
    variant_id: line.variant ? idOfGid(line.variant.id) : null,
    title: line.title,
    vendor: line.vendor ?? null,
    quantity: line.quantity,
    current_quantity: line.currentQuantity,
    price,
    price_set: setOf(price),
    gift_card: line.isGiftCard,
    tip: isTip ? true : null,
    tax_lines: line.taxLines.map(({ priceSet }) => {
      const { amount } = priceSet.shopMoney;
      return { price: amount, price_set: setOf(amount) };
    }),
    discount_allocations: line.discountAllocations.map(({ allocatedAmountSet }) => {
      const { amount } = allocatedAmountSet.shopMoney;
      return { amount, amount_set: setOf(amount) };
    }),
  };
}

/** The answer names no kinds of adjustments: every one counts as a discrepancy. */
function refundPayloadOf({ state, lines }: WholeRefund, orderId: string): RefundPayload {
  return {
    id: idOfGid(state.id),
    order_id: orderId,
    created_at: state.createdAt ?? null,
    refund_line_items: lines.map((line) => {
      const subtotal = line.subtotalSet.shopMoney.amount;
      const tax = line.totalTaxSet.shopMoney.amount;
      return {
        line_item_id: idOfGid(line.lineItem.id),
        quantity: line.quantity,
        subtotal,
        subtotal_set: setOf(subtotal),
        total_tax: tax,
        total_tax_set: setOf(tax),
      };
    }),
    order_adjustments: state.orderAdjustments.nodes.map(({ amountSet }) => {
      const { amount } = amountSet.shopMoney;
      return { kind: "refund_discrepancy", amount, amount_set: setOf(amount) };
    }),
  };
}

function setOf(amount: string): MoneySet {
  return { shop_money: { amount } };
}
