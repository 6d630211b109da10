import type { FinancialStatus, LineItem, OrderPayload, TaxLine } from "../state/order-payload.ts";
import type { Currencies, Order, OrderBooks, Pair } from "../state/types.ts";
import { costOfUnits, discountOf, isTip, taxOf } from "./line-money.ts";
import { add, moneySet, NOTHING, pairOf, subtract, toAmount } from "./money.ts";
import { shippingDiscount, shippingLeft, shippingPrice, shippingTax } from "./shipping-money.ts";

/**
 * Writes every total of the payload, and its financial status, from its lines, refunds and payments. Called after each
 * change, so that no action can leave a total behind.
 */
export function writeTotals(order: Order): void {
  const { payload, books, currencies } = order;
  const placed = totalsAsPlaced(payload);
  const current = currentTotals(payload);
  const outstanding = books.voided ? NOTHING : subtract(current.total, netPaid(books));

  const amount = (pair: Pair): string => toAmount(pair.shop, currencies.shop);
  const set = (pair: Pair) => moneySet(pair, currencies);
  Object.assign(payload, {
    current_shipping_price_set: set(current.shipping),
    current_subtotal_price: amount(current.subtotal),
    current_subtotal_price_set: set(current.subtotal),
    current_total_discounts: amount(current.discounts),
    current_total_discounts_set: set(current.discounts),
    current_total_price: amount(current.total),
    current_total_price_set: set(current.total),
    current_total_tax: amount(current.tax),
    current_total_tax_set: set(current.tax),
    subtotal_price: amount(placed.subtotal),
    subtotal_price_set: set(placed.subtotal),
    tax_lines: orderTaxLines(payload, currencies),
    total_discounts: amount(placed.discounts),
    total_discounts_set: set(placed.discounts),
    total_line_items_price: amount(placed.lines),
    total_line_items_price_set: set(placed.lines),
    total_outstanding: amount(outstanding),
    total_price: amount(placed.total),
    total_price_set: set(placed.total),
    total_shipping_price_set: set(placed.shipping),
    total_tax: amount(placed.tax),
    total_tax_set: set(placed.tax),
    total_tip_received: amount(placed.tips),
    financial_status: financialStatus(books, outstanding),
  } satisfies Partial<OrderPayload>);
}

/** What was paid and not given back. */
export function netPaid(books: OrderBooks): Pair {
  return subtract(books.captured, books.givenBack);
}

/** What the order still costs less what was paid: below 0 where too much was. */
export function outstandingOf(order: Order): Pair {
  return subtract(currentTotals(order.payload).total, netPaid(order.books));
}

/** All lines in their full quantities, those that edits added included; refunds are not looked at. */
function totalsAsPlaced(order: OrderPayload) {
  const tips = sum(order.line_items.filter(isTip), (line) => costOfUnits(line, line.quantity).net);
  const goods = order.line_items.filter((line) => !isTip(line));
  const lines = sum(goods, (line) => costOfUnits(line, line.quantity).gross);
  const lineDiscounts = sum(goods, discountOf);
  const subtotal = subtract(lines, lineDiscounts);
  const shipping = shippingPrice(order);
  const tax = add(sum(order.line_items, taxOf), shippingTax(order));
  const discounts = add(lineDiscounts, shippingDiscount(order));
  const beforeTax = subtract(add(subtotal, shipping, tips), shippingDiscount(order));
  const total = order.taxes_included ? beforeTax : add(beforeTax, tax);
  return { lines, subtotal, shipping, tax, discounts, tips, total };
}

/** What is left of the order after edits and refunds. */
function currentTotals(order: OrderPayload) {
  const left = order.line_items.map((line) => ({ line, cost: costOfUnits(line, line.current_quantity) }));
  const goods = left.filter(({ line }) => !isTip(line));
  const tips = sum(
    left.filter(({ line }) => isTip(line)),
    ({ cost }) => cost.net,
  );
  const subtotal = sum(goods, ({ cost }) => cost.net);
  const shipping = shippingLeft(order);
  const tax = add(
    sum(left, ({ cost }) => cost.tax),
    shipping.tax,
  );
  const discounts = add(
    sum(goods, ({ cost }) => cost.discount),
    shippingDiscount(order),
  );
  const beforeTax = add(subtotal, shipping.net, tips, discrepanciesOf(order));
  const total = order.taxes_included ? beforeTax : add(beforeTax, tax);
  return { subtotal, shipping: shipping.net, tax, discounts, total };
}

/** The sum of all refunds' money that belongs to no line. */
export function discrepanciesOf(order: OrderPayload): Pair {
  const adjustments = order.refunds
    .flatMap((refund) => refund.order_adjustments)
    .filter((adjustment) => adjustment.kind === "refund_discrepancy");
  return sum(adjustments, (adjustment) => pairOf(adjustment.amount_set));
}

function financialStatus(books: OrderBooks, outstanding: Pair): FinancialStatus {
  if (books.voided) return "voided";
  if (books.captured.shop === 0 && outstanding.shop > 0)
    return books.authorized.shop > 0 ? "authorized" : "pending";
  if (books.givenBack.shop > 0 && books.givenBack.shop >= books.captured.shop) return "refunded";
  if (outstanding.shop > 0) return "partially_paid";
  return books.givenBack.shop > 0 ? "partially_refunded" : "paid";
}

function orderTaxLines(order: OrderPayload, currencies: Currencies): TaxLine[] {
  const all = [...order.line_items, ...order.shipping_lines].flatMap(
    (line: Pick<LineItem, "tax_lines">) => line.tax_lines,
  );
  const byTitle = Map.groupBy(all, (tax) => `${tax.title} ${tax.rate}`);
  return [...byTitle.values()].flatMap((taxes) => {
    const first = taxes[0];
    if (!first) return [];
    const price = sum(taxes, (tax) => pairOf(tax.price_set));
    return [
      { ...first, price: toAmount(price.shop, currencies.shop), price_set: moneySet(price, currencies) },
    ];
  });
}

function sum<T>(list: T[], amount: (item: T) => Pair): Pair {
  return add(...list.map(amount));
}
