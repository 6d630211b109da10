import type { FinancialStatus, Order, Refund } from "./order.ts";

/**
 * Whether an order counts by itself (points.md, section 3). "waits" is one that is paid in part: it counts only
 * after an event at which it counted, for then an edit added something whose money is still to come.
 */
export function ownCounting(order: Order): "counts" | "waits" | "no" {
  if (order.customerId === null || order.test || order.cancelledAt !== null) return "no";
  switch (order.status) {
    case "paid":
    case "partially_refunded":
    case "refunded":
      return "counts";
    case "partially_paid":
      return "waits";
    case "unknown":
    case "pending":
    case "authorized":
    case "voided":
      return "no";
  }
}

/**
 * The state that stands after `arrived` came while `known` was known, with the refunds of both. Stores deliver late,
 * twice and shuffled: an older state brings nothing but refunds not yet seen, and of two of the same `updatedAt` the
 * one further along stands, else the later delivery.
 */
export function newerState(known: Order, arrived: Order): Order {
  const stands = replaces(arrived, known) ? arrived : known;
  return { ...stands, refunds: distinctRefunds([...known.refunds, ...arrived.refunds]) };
}

/** The order with one more refund; unchanged where its id is known. */
export function withRefund(order: Order, refund: Refund): Order {
  if (order.refunds.some((known) => known.id === refund.id)) return order;
  return { ...order, refunds: [...order.refunds, refund] };
}

/** Every refund once, by its id, as it stands first in the list. */
export function distinctRefunds(refunds: readonly Refund[]): Refund[] {
  const first = new Map<string, Refund>();
  for (const refund of refunds) if (!first.has(refund.id)) first.set(refund.id, refund);
  return [...first.values()];
}

const FURTHER_ALONG: Readonly<Record<FinancialStatus, number>> = {
  voided: 7,
  refunded: 6,
  partially_refunded: 5,
  paid: 4,
  partially_paid: 3,
  authorized: 2,
  pending: 1,
  unknown: 0,
};

function replaces(arrived: Order, known: Order): boolean {
  if (arrived.updatedAt !== known.updatedAt) return arrived.updatedAt > known.updatedAt;
  const arrivedCancelled = arrived.cancelledAt !== null;
  if (arrivedCancelled !== (known.cancelledAt !== null)) return arrivedCancelled;
  return FURTHER_ALONG[arrived.status] >= FURTHER_ALONG[known.status];
}
