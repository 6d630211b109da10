import { subtract } from "../../commerce/money.ts";
import { gid } from "../../state/ids.ts";
import type { OrderPayload } from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import { connect, count, type CountArgs, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { dateTime, dateTimeOrNull, enumOf, orderAddress } from "./common.ts";
import { customerView, findCustomer } from "./customers.ts";
import { discountApplications } from "./discount-applications.ts";
import { numberOf } from "./ids.ts";
import { metafieldFields } from "./metafields.ts";
import { decimal, moneyBag, moneyBagOf, moneyV2 } from "./money.ts";
import { lineListing, shippingLineListing, shippingLineView, taxLineView } from "./order-lines.ts";
import { refundView, transactionView } from "./refunds.ts";

/** Without `read_all_orders` an app sees the orders of the last 60 days only. */
const VISIBLE_DAYS = 60;

export function orderView(context: Context, order: Order): View {
  return {
    __typename: "Order",
    id: gid("Order", order.id),
    legacyResourceId: order.id,
    ...facts(order.payload),
    ...people(context, order),
    ...contents(context, order),
    ...totals(order),
    ...metafieldFields("ORDER", order.id),
  };
}

function facts(payload: OrderPayload): View {
  const codes = payload.discount_codes.map(({ code }) => code);
  return {
    name: payload.name,
    number: payload.number,
    createdAt: dateTime(payload.created_at),
    processedAt: dateTime(payload.processed_at),
    updatedAt: dateTime(payload.updated_at),
    closed: payload.closed_at !== null,
    closedAt: dateTimeOrNull(payload.closed_at),
    cancelledAt: dateTimeOrNull(payload.cancelled_at),
    cancelReason: payload.cancel_reason && enumOf(payload.cancel_reason),
    confirmed: payload.confirmed,
    confirmationNumber: payload.confirmation_number,
    currencyCode: payload.currency,
    presentmentCurrencyCode: payload.presentment_currency,
    displayFinancialStatus: enumOf(payload.financial_status),
    displayFulfillmentStatus: fulfillmentStatus(payload.fulfillment_status),
    test: payload.test,
    sourceName: payload.source_name,
    sourceIdentifier: payload.source_identifier,
    note: payload.note,
    tags: payload.tags
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    customAttributes: payload.note_attributes.map(({ name, value }) => ({ key: name, value })),
    discountCode: codes[0] ?? null,
    discountCodes: codes,
    paymentGatewayNames: payload.payment_gateway_names,
    poNumber: payload.po_number,
    taxesIncluded: payload.taxes_included,
    taxExempt: payload.tax_exempt,
    estimatedTaxes: payload.estimated_taxes,
    dutiesIncluded: payload.duties_included,
  };
}

function people(context: Context, { payload, customerId }: Order): View {
  return {
    customer: () => {
      const customer = customerId === null ? null : findCustomer(context, customerId);
      return customer && customerView(context, customer);
    },
    customerLocale: payload.customer_locale,
    email: payload.email,
    phone: payload.phone,
    billingAddress: () => orderAddress(payload.billing_address),
    shippingAddress: () => orderAddress(payload.shipping_address),
  };
}

function contents(context: Context, order: Order): View {
  const { payload } = order;
  const shippingLine = payload.shipping_lines[0];
  const quantity = (key: "quantity" | "current_quantity") =>
    payload.line_items.reduce((sum, line) => sum + line[key], 0);
  return {
    lineItems: (args: ListArgs) => connect(args, lineListing(context, payload)),
    subtotalLineItemsQuantity: quantity("quantity"),
    currentSubtotalLineItemsQuantity: quantity("current_quantity"),
    shippingLine: shippingLine ? () => shippingLineView(payload, shippingLine) : null,
    shippingLines: (args: ListArgs) => connect(args, shippingLineListing(payload)),
    taxLines: () => payload.tax_lines.map(taxLineView),
    discountApplications: (args: ListArgs) => connect(args, discountApplications(payload)),
    refunds: ({ first }: { first?: number | null }) =>
      payload.refunds.slice(0, first ?? undefined).map((refund) => refundView(context, order, refund)),
    transactions: ({ first }: { first?: number | null }) =>
      order.books.transactions
        .slice(0, first ?? undefined)
        .map((transaction) => transactionView(order, transaction)),
  };
}

function totals({ payload, books, currencies }: Order): View {
  const net = subtract(books.captured, books.givenBack);
  return {
    subtotalPriceSet: () => moneyBag(payload.subtotal_price_set),
    totalPriceSet: () => moneyBag(payload.total_price_set),
    totalDiscountsSet: () => moneyBag(payload.total_discounts_set),
    totalShippingPriceSet: () => moneyBag(payload.total_shipping_price_set),
    totalTaxSet: () => moneyBag(payload.total_tax_set),
    totalTipReceived: () => moneyV2(payload.total_tip_received, payload.currency),
    currentSubtotalPriceSet: () => moneyBag(payload.current_subtotal_price_set),
    currentTotalPriceSet: () => moneyBag(payload.current_total_price_set),
    currentTotalDiscountsSet: () => moneyBag(payload.current_total_discounts_set),
    currentTotalTaxSet: () => moneyBag(payload.current_total_tax_set),
    currentShippingPriceSet: () => moneyBag(payload.current_shipping_price_set),
    totalReceivedSet: () => moneyBagOf(books.captured, currencies),
    totalRefundedSet: () => moneyBagOf(books.givenBack, currencies),
    netPaymentSet: () => moneyBagOf(net, currencies),
    subtotalPrice: decimal(payload.subtotal_price),
    totalPrice: decimal(payload.total_price),
    totalTax: decimal(payload.total_tax),
    fullyPaid: Number(payload.total_outstanding) <= 0,
    totalWeight: String(payload.total_weight),
  };
}

function fulfillmentStatus(status: string | null): string {
  if (status === null) return "UNFULFILLED";
  return status === "partial" ? "PARTIALLY_FULFILLED" : enumOf(status);
}

export function findOrder(context: Context, id: string): Order | null {
  const order = context.collection("order").find(id);
  return order && isVisible(context, order) ? order : null;
}

function isVisible(context: Context, order: Order): boolean {
  if (context.access.has("read_all_orders")) return true;
  const oldest = context.sandbox.options.now().getTime() - VISIBLE_DAYS * 86_400_000;
  return Date.parse(order.createdAt) >= oldest;
}

export function orderListing(context: Context, docs = context.collection("order").list()): Listing<Order> {
  return {
    resource: "orders",
    docs: docs.filter((order) => isVisible(context, order)),
    idOf: (order) => order.id,
    view: (order) => orderView(context, order),
    search: {
      id: (order) => [order.id],
      name: (order) => [order.name, order.name.replace(/^#/, "")],
      email: ({ payload }) => [payload.email],
      customer_id: (order) => [order.customerId],
      financial_status: ({ payload }) => [payload.financial_status],
      source_name: ({ payload }) => [payload.source_name],
      discount_code: ({ payload }) => payload.discount_codes.map(({ code }) => code),
      test: ({ payload }) => [payload.test],
      created_at: (order) => [order.createdAt],
      processed_at: (order) => [order.processedAt],
      updated_at: (order) => [order.updatedAt],
    },
    sortKeys: {
      CREATED_AT: (order) => order.createdAt,
      PROCESSED_AT: (order) => order.processedAt,
      UPDATED_AT: (order) => order.updatedAt,
      ORDER_NUMBER: ({ payload }) => payload.order_number,
    },
  };
}

export const orderQueries = {
  order: ({ id }: { id: string }, context) => {
    const order = findOrder(context, numberOf(id, "Order"));
    return order && orderView(context, order);
  },
  orders: (args: ListArgs, context) => connect(args, orderListing(context)),
  ordersCount: (args: CountArgs, context) => count(args, orderListing(context)),
} satisfies Fields;
