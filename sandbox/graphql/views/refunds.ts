import { toAmount, toMinor } from "../../commerce/money.ts";
import { gid } from "../../state/ids.ts";
import type {
  OrderAdjustment,
  Refund,
  RefundLineItem,
  RefundShippingLine,
  Transaction,
} from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import { connect, type ListArgs } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { View } from "../engine/resolve.ts";
import { dateTime, enumOf } from "./common.ts";
import { decimal, moneyBag, moneyV2 } from "./money.ts";
import { lineView, shippingLineView } from "./order-lines.ts";
import { orderView } from "./orders.ts";

export function refundView(context: Context, order: Order, refund: Refund): View {
  const idOf = ({ id }: { id: number }) => String(id);
  // A shipping refund is an adjustment in the payload and a refundShippingLine here.
  const discrepancies = refund.order_adjustments.filter(({ kind }) => kind === "refund_discrepancy");
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: String(refund.id),
    note: refund.note,
    createdAt: dateTime(refund.created_at),
    processedAt: dateTime(refund.processed_at),
    duties: [],
    order: () => orderView(context, order),
    ...inOneCurrency(order, { totalRefundedSet: () => singleMoney(sumOf(refund.transactions), order) }),
    refundLineItems: (args: ListArgs) =>
      connect(args, {
        resource: "refundLineItems",
        docs: refund.refund_line_items,
        idOf,
        view: (line) => refundLineView(context, order, line),
      }),
    refundShippingLines: (args: ListArgs) =>
      connect(args, {
        resource: "refundShippingLines",
        docs: refund.refund_shipping_lines,
        idOf,
        view: (line) => refundShippingLineView(order, line),
      }),
    orderAdjustments: (args: ListArgs) =>
      connect(args, { resource: "orderAdjustments", docs: discrepancies, idOf, view: adjustmentView }),
    transactions: (args: ListArgs) =>
      connect(args, {
        resource: "transactions",
        docs: refund.transactions,
        idOf,
        view: (transaction) => transactionView(order, transaction),
      }),
  };
}

function refundLineView(context: Context, order: Order, line: RefundLineItem): View {
  return {
    id: gid("RefundLineItem", line.id),
    quantity: line.quantity,
    restockType: enumOf(line.restock_type),
    restocked: line.restock_type !== "no_restock",
    lineItem: () => {
      const current = order.payload.line_items.find(({ id }) => id === line.line_item_id) ?? line.line_item;
      return lineView(context, order.payload, current);
    },
    priceSet: () => moneyBag(line.line_item.price_set),
    subtotalSet: () => moneyBag(line.subtotal_set),
    totalTaxSet: () => moneyBag(line.total_tax_set),
  };
}

function refundShippingLineView({ payload }: Order, line: RefundShippingLine): View {
  return {
    id: gid("RefundShippingLine", line.id),
    shippingLine: () => shippingLineView(payload, line.shipping_line),
    subtotalAmountSet: () => moneyBag(line.subtotal_amount_set),
  };
}

function adjustmentView(adjustment: OrderAdjustment): View {
  return {
    id: gid("OrderAdjustment", adjustment.id),
    reason: "REFUND_DISCREPANCY",
    amountSet: () => moneyBag(adjustment.amount_set),
    taxAmountSet: () => moneyBag(adjustment.tax_amount_set),
  };
}

export function transactionView(order: Order, transaction: Transaction): View {
  const parent = order.books.transactions.find(({ id }) => id === transaction.parent_id);
  return {
    __typename: "OrderTransaction",
    id: gid("OrderTransaction", transaction.id),
    kind: enumOf(transaction.kind),
    status: enumOf(transaction.status),
    gateway: transaction.gateway,
    test: transaction.test,
    ...inOneCurrency(order, {
      amount: decimal(transaction.amount),
      amountSet: () => singleMoney(transaction.amount, order),
    }),
    parentTransaction: parent ? () => transactionView(order, parent) : null,
    createdAt: dateTime(transaction.created_at),
    processedAt: dateTime(transaction.processed_at),
  };
}

/** A transaction remembers what the shopper paid; what that was in the shop's money is known where both are one. */
function inOneCurrency({ currencies }: Order, fields: View): View {
  return currencies.shop === currencies.presentment ? fields : {};
}

function singleMoney(amount: string, { currencies }: Order): View {
  const money = moneyV2(amount, currencies.shop);
  return { shopMoney: money, presentmentMoney: money };
}

function sumOf(transactions: Transaction[]): string {
  const currency = transactions[0]?.currency ?? "USD";
  const sum = transactions.reduce((total, { amount }) => total + toMinor(amount, currency), 0);
  return toAmount(sum, currency);
}
