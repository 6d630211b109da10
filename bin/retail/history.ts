import type { Action } from "../../sandbox/commerce/actions.ts";
import type { SourceLine } from "./source.ts";

/** A year of a real shop as actions in a store, oldest first, and what could not become one. */
export interface RetailHistory {
  /** Customers and products, to be made before the rest. */
  setting: Action[];
  /** Orders and refunds in the order in which they happened. */
  events: Action[];
  orders: number;
  refunds: number;
  customers: number;
  guestOrders: number;
  /** Lines that neither sell nor give back: adjustments of stock and of bad debt. */
  skipped: SourceLine[];
  /** Cancelled units for which the customer had bought no such item before. */
  unmatched: { line: SourceLine; units: number }[];
}

interface Sale {
  invoice: string;
  instant: string;
  customer: string;
  lines: SourceLine[];
}

interface Purchase {
  order: string;
  /** Position in the order, from 1. */
  line: number;
  /** Units not given back yet. */
  left: number;
}

/**
 * An invoice becomes an order; a line of a cancellation (C…) becomes a refund of the customer's latest earlier purchase of
 * that item, spilling into the purchase before where more is given back than that had left.
 */
export function toHistory(source: SourceLine[], mostOrders: number): RetailHistory {
  const invoices = groupInvoices(source);
  const history: RetailHistory = {
    setting: [],
    events: [],
    orders: 0,
    refunds: 0,
    customers: 0,
    guestOrders: 0,
    skipped: source.filter((line) => !isSale(line) && !isCancellation(line)),
    unmatched: [],
  };
  const purchases = new Map<string, Purchase[]>();
  const customers = new Set<string>();
  const items = new Map<string, SourceLine>();
  for (const invoice of invoices) {
    if (history.orders >= mostOrders) break;
    if (isCancellation(invoice.lines[0])) addRefunds(history, invoice, purchases);
    else addOrder(history, invoice, purchases);
    if (invoice.customer !== "") customers.add(invoice.customer);
    for (const line of invoice.lines) if (!items.has(line.item)) items.set(line.item, line);
  }
  history.customers = customers.size;
  history.setting = [...[...items.values()].map(productOf), ...[...customers].map(customerOf)];
  return history;
}

function isCancellation(line: SourceLine | undefined): boolean {
  return line !== undefined && line.invoice.startsWith("C") && line.quantity < 0;
}

function isSale(line: SourceLine): boolean {
  return /^\d/.test(line.invoice) && line.quantity > 0 && line.price >= 0n;
}

function groupInvoices(source: SourceLine[]): Sale[] {
  const invoices = new Map<string, Sale>();
  for (const line of source) {
    if (!isSale(line) && !isCancellation(line)) continue;
    const known = invoices.get(line.invoice);
    if (known === undefined) {
      const { invoice, instant, customer } = line;
      invoices.set(invoice, { invoice, instant, customer, lines: [line] });
    } else known.lines.push(line);
  }
  return [...invoices.values()].sort((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0));
}

function addOrder(
  history: RetailHistory,
  { invoice, instant, customer, lines }: Sale,
  purchases: Map<string, Purchase[]>,
): void {
  history.orders += 1;
  if (customer === "") history.guestOrders += 1;
  history.events.push({
    do: "order.place",
    ref: invoice,
    customer: customer === "" ? null : `ref:customer-${customer}`,
    lines: lines.map((line) => ({
      variant: `sku:${line.item}`,
      quantity: line.quantity,
      price: poundsOf(line.price),
    })),
    shipping: null,
    at: instant,
  });
  if (customer === "") return;
  for (const [index, line] of lines.entries()) {
    const purchase = { order: `ref:${invoice}`, line: index + 1, left: line.quantity };
    const key = `${customer} ${line.item}`;
    const earlier = purchases.get(key);
    if (earlier === undefined) purchases.set(key, [purchase]);
    else earlier.push(purchase);
  }
}

function addRefunds(
  history: RetailHistory,
  { customer, instant, lines }: Sale,
  purchases: Map<string, Purchase[]>,
): void {
  for (const line of lines) {
    let units = -line.quantity;
    const bought = purchases.get(`${customer} ${line.item}`) ?? [];
    for (const purchase of customer === "" ? [] : bought.toReversed()) {
      const given = Math.min(units, purchase.left);
      if (given === 0) continue;
      purchase.left -= given;
      units -= given;
      history.refunds += 1;
      history.events.push({
        do: "order.refund",
        order: purchase.order,
        lines: [{ line: purchase.line, quantity: given }],
        at: instant,
      });
    }
    if (units > 0) history.unmatched.push({ line, units });
  }
}

function productOf(line: SourceLine): Action {
  return {
    do: "product.create",
    title: line.description === "" ? `Item ${line.item}` : line.description,
    handle: `item-${line.item.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${line.at}`,
    variants: [{ sku: line.item, price: poundsOf(line.price < 0n ? 0n : line.price) }],
  };
}

function customerOf(customer: string): Action {
  return {
    do: "customer.create",
    ref: `customer-${customer}`,
    email: `customer-${customer}@example.com`,
    firstName: "Customer",
    lastName: customer,
  };
}

function poundsOf(pence: bigint): string {
  return `${pence / 100n}.${(pence % 100n).toString().padStart(2, "0")}`;
}
