import type { OrderNow } from "../../commerce/store-state.ts";
import { findErased } from "../../db/erased.ts";
import { findCountingOrders } from "../../db/known-orders.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";

const ORDERS_AT_ONCE = 50;

export interface Past {
  since: Instant;
  until: Instant;
}

/** How many orders the store has of that time. */
export async function countPastOrders(
  { platform }: Services,
  shop: ShopRow,
  { since, until }: Past,
): Promise<number> {
  let orders = 0;
  for (let after: string | null = null; ;) {
    const page = await platform.listOrders(shop.domain, { by: "processed", since, after });
    for (const { processedAt } of page.items) if (processedAt >= since && processedAt < until) orders += 1;
    after = page.next;
    if (after === null) return orders;
  }
}

/** Those of them that do not count yet. */
export async function notCountingYet(
  { db }: Services,
  shop: ShopRow,
  orders: OrderNow[],
): Promise<OrderNow[]> {
  const ids = orders.map(({ order }) => order.id);
  const counting = await findCountingOrders(db.sql, shop.id, ids);
  return orders.filter(({ order }) => !counting.has(order.id));
}

/** A part of a store's past, the oldest orders first, as they stand now. Of the erased nothing is told. */
export async function* listPastOrders(
  services: Services,
  shop: ShopRow,
  { since, until }: Past,
): AsyncIterable<OrderNow[]> {
  for (let after: string | null = null; ;) {
    const page = await services.platform.listOrders(shop.domain, { by: "processed", since, after });
    const glances = page.items.filter(({ processedAt }) => processedAt >= since && processedAt < until);
    for (let from = 0; from < glances.length; from += ORDERS_AT_ONCE) {
      const ids = glances.slice(from, from + ORDERS_AT_ONCE).map(({ id }) => id);
      yield withoutErased(services, shop, await services.platform.ordersNow(shop.domain, ids));
    }
    after = page.next;
    if (after === null) return;
  }
}

async function withoutErased(services: Services, shop: ShopRow, orders: OrderNow[]): Promise<OrderNow[]> {
  const erased = await findErased(services.db.sql, shop, {
    customers: new Set(orders.flatMap(({ order }) => order.customerId ?? [])),
    orders: orders.map(({ order }) => order.id),
  });
  return orders
    .filter(({ order }) => {
      const isTheirs = order.customerId !== null && erased.customers.has(order.customerId);
      return !isTheirs && !erased.orders.has(order.id);
    })
    .sort((a, b) => a.order.processedAt - b.order.processedAt);
}
