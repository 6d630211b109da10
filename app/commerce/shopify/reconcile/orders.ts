import { parseInstant, formatInstant, type Instant } from "../../../loyalty/time.ts";
import type { OrderGlance, OrderNow, OrderSearch, Page } from "../../store-state.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  OrderGlancesDocument,
  OrderLinesDocument,
  OrderStatesDocument,
  RefundLinesDocument,
  RefundStatesDocument,
  type OrderGlancesQuery,
} from "../generated/admin.ts";
import { translateOrder, translateStatus } from "../translate-order.ts";
import { idOfGid, personOf } from "../translate.ts";
import {
  payloadOf,
  type LineState,
  type OrderState,
  type RefundLineState,
  type RefundState,
  type WholeOrder,
  type WholeRefund,
} from "./order-payload.ts";

/** The largest page there is: a page of glances costs about a seventh of what one query may. */
const GLANCES_A_PAGE = 250;
/** With 50 lines each, these stay within the 1,000 points that one query may cost at most. */
const ORDERS_A_CALL = 12;
const REFUNDS_A_CALL = 30;

export async function listOrders(
  api: AdminApi,
  shopDomain: string,
  { by, since, after }: OrderSearch,
): Promise<Page<OrderGlance>> {
  const { orders } = await api(shopDomain, OrderGlancesDocument, {
    query: since === null ? null : `${by === "changed" ? "updated_at" : "processed_at"}:>=${quoted(since)}`,
    sortKey: by === "changed" ? "UPDATED_AT" : "PROCESSED_AT",
    first: GLANCES_A_PAGE,
    after,
  });
  return { items: orders.nodes.map(glanceOf), next: nextOf(orders.pageInfo) };
}

/** In the search syntax a colon ends a name, so an instant stands in quotes. */
export function quoted(instant: Instant): string {
  return `'${formatInstant(instant)}'`;
}

export function nextOf({
  hasNextPage,
  endCursor,
}: {
  hasNextPage: boolean;
  endCursor?: string | null;
}): string | null {
  return hasNextPage ? (endCursor ?? null) : null;
}

export function glanceOf(node: OrderGlancesQuery["orders"]["nodes"][number]): OrderGlance {
  return {
    id: idOfGid(node.id),
    customerId: node.customer ? idOfGid(node.customer.id) : null,
    processedAt: parseInstant(node.processedAt),
    updatedAt: parseInstant(node.updatedAt),
    cancelledAt: node.cancelledAt ? parseInstant(node.cancelledAt) : null,
    status: translateStatus(node.displayFinancialStatus?.toLowerCase() ?? null),
    refundIds: node.refunds.map(({ id }) => idOfGid(id)),
  };
}

export async function ordersNow(
  api: AdminApi,
  shopDomain: string,
  ids: readonly string[],
): Promise<OrderNow[]> {
  const orders: OrderNow[] = [];
  for (let from = 0; from < ids.length; from += ORDERS_A_CALL) {
    const gids = ids.slice(from, from + ORDERS_A_CALL).map((id) => `gid://shopify/Order/${id}`);
    const { nodes } = await api(shopDomain, OrderStatesDocument, { ids: gids });
    const states = nodes.filter((node): node is OrderState => node !== null && "lineItems" in node);
    const refunds = await refundsOf(api, shopDomain, states);
    for (const state of states) {
      const lines = await linesOf(api, shopDomain, state);
      orders.push(orderNow({ state, lines, refunds: refunds.get(state.id) ?? [] }));
    }
  }
  return orders;
}

function orderNow(whole: WholeOrder): OrderNow {
  const payload = payloadOf(whole);
  const person = payload.customer === null ? null : personOf(payload.customer, payload);
  return { order: translateOrder(payload), person };
}

async function linesOf(api: AdminApi, shopDomain: string, state: OrderState): Promise<LineState[]> {
  const lines = [...state.lineItems.nodes];
  let after = nextOf(state.lineItems.pageInfo);
  while (after !== null) {
    const { order } = await api(shopDomain, OrderLinesDocument, { id: state.id, after });
    lines.push(...(order?.lineItems.nodes ?? []));
    after = order ? nextOf(order.lineItems.pageInfo) : null;
  }
  return lines;
}

/** By the id of the order, in its order. */
async function refundsOf(
  api: AdminApi,
  shopDomain: string,
  orders: OrderState[],
): Promise<Map<string, WholeRefund[]>> {
  const ids = orders.flatMap((order) => order.refunds.map(({ id }) => id));
  const found = new Map<string, WholeRefund>();
  for (let from = 0; from < ids.length; from += REFUNDS_A_CALL) {
    const { nodes } = await api(shopDomain, RefundStatesDocument, {
      ids: ids.slice(from, from + REFUNDS_A_CALL),
    });
    for (const node of nodes) {
      if (node === null || !("refundLineItems" in node)) continue;
      found.set(node.id, { state: node, lines: await refundLinesOf(api, shopDomain, node) });
    }
  }
  return new Map(orders.map((order) => [order.id, order.refunds.flatMap(({ id }) => found.get(id) ?? [])]));
}

async function refundLinesOf(
  api: AdminApi,
  shopDomain: string,
  state: RefundState,
): Promise<RefundLineState[]> {
  const lines = [...state.refundLineItems.nodes];
  let after = nextOf(state.refundLineItems.pageInfo);
  while (after !== null) {
    const { node } = await api(shopDomain, RefundLinesDocument, { id: state.id, after });
    const more = node && "refundLineItems" in node ? node.refundLineItems : null;
    lines.push(...(more?.nodes ?? []));
    after = more === null ? null : nextOf(more.pageInfo);
  }
  return lines;
}
