import type { OrderGlance, OrderNow } from "../../commerce/store-state.ts";
import { findErased } from "../../db/erased.ts";
import { resolveMembers } from "../../db/known-members.ts";
import { findKnownOrders, findOrderStates, listWaitingNews, type KnownOrder } from "../../db/known-orders.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Order } from "../../loyalty/order.ts";
import { isAnothers, isMissed, withRemembered, withWaiting } from "./compare-order.ts";
import { deliverMissed } from "./deliver-missed.ts";
import { whatBecameOf } from "./gone-customers.ts";
import { NO_FINDING, type Missed, type Reconciling, type Turn } from "./reconciling.ts";

/** So many are asked for and put into the line at once: what a failing store interrupts is lost for no more than these. */
const ORDERS_AT_ONCE = 48;

/** A page of the orders that changed in the store since the last run: those that are not known so are delivered anew. */
export async function reconcileOrders(reconciling: Reconciling): Promise<Turn> {
  const { services, shop, run } = reconciling;
  const search = { by: "changed" as const, since: run.from, after: run.cursor };
  const { items, next } = await services.platform.listOrders(shop.domain, search);
  const looked = items.filter(({ updatedAt }) => updatedAt <= run.to);
  await deliverMissedOrders(reconciling, looked);
  return { cursor: looked.length < items.length ? null : next, looked: { orders: looked.length } };
}

/** Delivers those of the orders that are not known as they were looked at. */
export async function deliverMissedOrders(reconciling: Reconciling, glances: OrderGlance[]): Promise<void> {
  const missed = await missedAmong(reconciling, glances);
  for (let from = 0; from < missed.length; from += ORDERS_AT_ONCE)
    await fetchMissed(reconciling, missed.slice(from, from + ORDERS_AT_ONCE));
}

async function missedAmong(reconciling: Reconciling, glances: OrderGlance[]): Promise<OrderGlance[]> {
  const { services, shop } = reconciling;
  const { sql } = services.db;
  const ids = glances.map(({ id }) => id);
  const news = await listWaitingNews(sql, shop.id, ids);
  const known = withWaiting(await findKnownOrders(sql, shop.id, ids), news);
  const customers = [...glances, ...known.values()].flatMap(({ customerId }) => customerId ?? []);
  const resolved = await resolveMembers(sql, shop.id, customers);
  const meant = (id: MemberId) => resolved.get(id) ?? id;
  for (const { keptId, deletedId } of await deliverMerges(reconciling, handedOver(glances, known, meant)))
    resolved.set(deletedId, meant(keptId));
  const erased = await findErased(sql, shop, { customers, orders: ids });
  return glances.filter(
    (glance) =>
      isMissed(glance, known.get(glance.id), meant) &&
      !erased.orders.has(glance.id) &&
      !(glance.customerId !== null && erased.customers.has(glance.customerId)),
  );
}

/** Whose orders somebody else has now. */
function handedOver(
  glances: OrderGlance[],
  known: ReadonlyMap<string, KnownOrder>,
  meant: (id: MemberId) => MemberId,
): MemberId[] {
  const former = glances.flatMap((glance) => {
    const before = known.get(glance.id);
    if (before === undefined || before.customerId === null || !isAnothers(glance, before, meant)) return [];
    return meant(before.customerId);
  });
  return [...new Set(former)];
}

/** Where they are gone from the store themselves, that is what must be told first: their points move with the orders. */
async function deliverMerges(
  reconciling: Reconciling,
  former: MemberId[],
): Promise<{ keptId: MemberId; deletedId: MemberId }[]> {
  if (former.length === 0) return [];
  const { services, shop } = reconciling;
  const there = await services.platform.present(shop.domain, "customer", former);
  const missed: Missed[] = [];
  for (const id of former) if (!there.has(id)) missed.push(await whatBecameOf(reconciling, id));
  await deliverMissed(reconciling, missed);
  return missed.flatMap(({ event }) =>
    event.kind === "points" && event.event.kind === "customers-merged" ? [event.event] : [],
  );
}

async function fetchMissed(reconciling: Reconciling, glances: OrderGlance[]): Promise<void> {
  const { services, shop } = reconciling;
  const ids = glances.map(({ id }) => id);
  const now = await services.platform.ordersNow(shop.domain, ids);
  const known = await findOrderStates(services.db.sql, shop.id, ids);
  await deliverMissed(
    reconciling,
    now.map((one) => missedOf(one, known.get(one.order.id))),
  );
}

function missedOf({ order: told, person }: OrderNow, known: Order | undefined): Missed {
  const order = withRemembered(told, known);
  const { id, name, customerId } = order;
  return {
    finding: {
      ...NO_FINDING,
      kind: "order",
      orderId: id,
      memberId: customerId,
      name,
      detail: known === undefined ? "new" : null,
    },
    topic: "reconcile/order",
    event: { kind: "points", event: { kind: "order", order }, person },
  };
}
