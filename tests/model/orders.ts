/** What is known of an order, and which of two states of it stands (points.md, sections 3 and 4). */
import type { Instant } from "./calendar.ts";
import { ZERO } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import type { OrderPayload, RefundPayload } from "./case-format.ts";

export interface Order {
  id: string;
  /** The newest state; null while only refunds are known. */
  state: OrderPayload | null;
  /** Each refund as first received. */
  refunds: RefundPayload[];
  /** The store forgot it: it does not count any more, whatever else is told of it. */
  deleted: boolean;
  /** Points posted so far, by member. */
  posted: Map<string, bigint>;
  counts: boolean;
  /** The level it was fixed with, from the first event at which it counted. */
  fixed: { level: string | null } | null;
  /** As of the last event that settled it; both 0 for one that does not count. */
  value: Fraction;
  entitlement: bigint;
}

export function newOrder(id: string): Order {
  return {
    id,
    state: null,
    refunds: [],
    deleted: false,
    posted: new Map(),
    counts: false,
    fixed: null,
    value: ZERO,
    entitlement: 0n,
  };
}

export function processedAt(order: Order): Instant {
  return order.state ? Date.parse(order.state.processed_at) : Infinity;
}

/** By processed_at, then by the smaller order id. */
export function byTime(a: Order, b: Order): number {
  return processedAt(a) - processedAt(b) || Number(a.id) - Number(b.id);
}

export function postedInAll(order: Order): bigint {
  return [...order.posted.values()].reduce((points, more) => points + more, 0n);
}

export function rememberRefund(order: Order, refund: RefundPayload): void {
  if (!order.refunds.some((known) => known.id === refund.id)) order.refunds.push(refund);
}

const FURTHEST_FIRST = [
  "voided",
  "refunded",
  "partially_refunded",
  "paid",
  "partially_paid",
  "authorized",
  "pending",
];

function progress(state: OrderPayload): number {
  if (state.cancelled_at !== null) return 100;
  const place = FURTHEST_FIRST.indexOf(state.financial_status ?? "");
  return place < 0 ? 0 : FURTHEST_FIRST.length - place;
}

/** Takes over a state unless what is known is newer, or as new and further along. */
export function rememberState(order: Order, state: OrderPayload): void {
  for (const refund of state.refunds) rememberRefund(order, refund);
  if (order.state) {
    const [known, told] = [Date.parse(order.state.updated_at), Date.parse(state.updated_at)];
    if (told < known || (told === known && progress(state) < progress(order.state))) return;
  }
  order.state = state;
}

/**
 * Whether the order would count by its own state, were it processed within the programme. One paid in part counts
 * after any event at which it counted, which is where it fixed its level.
 */
export function mayCount(order: Order): boolean {
  const state = order.state;
  if (order.deleted || !state?.customer || state.test || state.cancelled_at !== null) return false;
  const paid = ["paid", "partially_refunded", "refunded"].includes(state.financial_status ?? "");
  return paid || (state.financial_status === "partially_paid" && order.fixed !== null);
}

export function isUndone(order: Order): boolean {
  return (
    order.state !== null && (order.state.cancelled_at !== null || order.state.financial_status === "voided")
  );
}

export function carries(order: Order, code: string | null): boolean {
  if (code === null) return false;
  const named = [...(order.state?.discount_codes ?? []), ...(order.state?.discount_applications ?? [])];
  return named.some((of) => of.code?.toLowerCase() === code.toLowerCase());
}
