import type { OrderGlance } from "../../commerce/store-state.ts";
import type { KnownOrder } from "../../db/known-orders.ts";
import type { LoyaltyEvent } from "../../loyalty/events.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Order } from "../../loyalty/order.ts";
import { newerState } from "../../loyalty/order-state.ts";

/** Adds what waiting deliveries tell to what is known, as settling them will. */
export function withWaiting(
  known: ReadonlyMap<string, KnownOrder>,
  news: readonly LoyaltyEvent[],
): Map<string, KnownOrder> {
  const orders = new Map(known);
  for (const event of news) {
    if (event.kind === "order") {
      const before = orders.get(event.order.id);
      orders.set(event.order.id, before === undefined ? knownOf(event.order) : newer(before, event.order));
    }
    if (event.kind === "refund") {
      const before = orders.get(event.refund.orderId);
      if (before !== undefined)
        orders.set(before.id, { ...before, refundIds: [...before.refundIds, event.refund.id] });
    }
  }
  return orders;
}

/**
 * Whether the store's order is not as it is known: never heard of, changed since, or told of in part only. One that is
 * known newer than it was looked at is right: its delivery was faster than the answer.
 */
export function isMissed(
  glance: OrderGlance,
  known: KnownOrder | undefined,
  meant: (id: MemberId) => MemberId,
): boolean {
  if (known === undefined || glance.updatedAt > known.updatedAt) return true;
  const refunds = new Set(known.refundIds);
  if (glance.refundIds.some((id) => !refunds.has(id))) return true;
  if (glance.updatedAt < known.updatedAt) return false;
  return (
    glance.status !== known.status ||
    (glance.cancelledAt === null) !== (known.cancelledAt === null) ||
    isAnothers(glance, known, meant)
  );
}

/** Whether it belongs to somebody else in the store than here. */
export function isAnothers(
  glance: OrderGlance,
  known: KnownOrder,
  meant: (id: MemberId) => MemberId,
): boolean {
  const there = glance.customerId === null ? null : meant(glance.customerId);
  const here = known.customerId === null ? null : meant(known.customerId);
  return there !== here;
}

/**
 * What the store says of an order now, with what it has forgotten since or does not tell here, and is known: of which
 * product a line was that is sold no more, and by which recommendation it was bought.
 */
export function withRemembered(now: Order, known: Order | undefined): Order {
  if (known === undefined) return now;
  const lines = new Map(known.lines.map((line) => [line.id, line]));
  return {
    ...now,
    lines: now.lines.map((line) => {
      const before = lines.get(line.id);
      if (before === undefined) return line;
      return {
        ...line,
        productId: line.productId ?? before.productId,
        variantId: line.variantId ?? before.variantId,
        tip: before.tip,
        ...(before.pick === undefined ? {} : { pick: before.pick }),
      };
    }),
  };
}

function knownOf(order: Order): KnownOrder {
  const { id, customerId, updatedAt, cancelledAt, status, refunds } = order;
  return { id, customerId, updatedAt, cancelledAt, status, refundIds: refunds.map((refund) => refund.id) };
}

/** By the core's own rule of which of two states stands; only what is compared here is looked at. */
function newer(known: KnownOrder, arrived: Order): KnownOrder {
  const before: Order = { ...arrived, ...known, refunds: [] };
  const stands = knownOf(newerState(before, arrived));
  return { ...stands, refundIds: [...known.refundIds, ...arrived.refunds.map(({ id }) => id)] };
}
