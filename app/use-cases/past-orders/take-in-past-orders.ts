import { createHmac } from "node:crypto";
import type { OrderNow } from "../../commerce/store-state.ts";
import type { StoreEvent } from "../../commerce/platform.ts";
import { rememberDeliveries, type NewDelivery } from "../../db/deliveries.ts";
import { toStorableJson } from "../../db/json.ts";
import { listVersions, startFirstVersionAt } from "../../db/programmes.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import { subjectOf } from "../receive-delivery.ts";
import { countPastOrders, listPastOrders, notCountingYet } from "./list-past-orders.ts";
import type { PastWish } from "./preview-past-orders.ts";

export interface TakenIn {
  /** Orders that the store has of that time. */
  orders: number;
  /** Of these, such as did not count and were not taken in before. */
  fresh: number;
}

/**
 * Takes the store's past orders in: the first version of the programme begins earlier, and the orders since then go into
 * the line of deliveries, to be settled like any other. An order as it stands has one id, so that beginning again, after
 * a crash or for safety, takes nothing in twice. null where the shop has no programme yet.
 */
export async function takeInPastOrders(
  services: Services,
  shop: ShopRow,
  { since, tell }: PastWish,
): Promise<TakenIn | null> {
  const hasProgramme = await services.db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    const [first] = await listVersions(tx, shop.id);
    // Whatever was evaluated under a version still is: the first one only reaches further back.
    if (first !== undefined && since < first.effectiveFrom) await startFirstVersionAt(tx, since);
    return first !== undefined;
  });
  if (!hasProgramme) return null;
  const past = { since, until: services.clock() };
  const of = await countPastOrders(services, shop, past);
  const taken: TakenIn = { orders: 0, fresh: 0 };
  for await (const part of listPastOrders(services, shop, past)) {
    const deliveries = (await notCountingYet(services, shop, part)).map((order) =>
      deliveryOf(services, shop, order),
    );
    const came = await services.db.inShop(shop.id, (tx) => rememberDeliveries(tx, deliveries));
    taken.orders += part.length;
    taken.fresh += came.filter((what) => what === "new").length;
    await tell?.(taken.orders, Math.max(taken.orders, of));
  }
  return taken;
}

function deliveryOf(services: Services, shop: ShopRow, { order, person }: OrderNow): NewDelivery {
  const event: StoreEvent = { kind: "points", event: { kind: "order", order }, person };
  // Under a key: the id stays in the ledger, and must name nobody once they are erased.
  const name = createHmac("sha256", shop.salt).update(toStorableJson(order)).digest("hex");
  return {
    shopId: shop.id,
    webhookId: `past-${name}`,
    topic: "orders/updated",
    eventId: null,
    triggeredAt: null,
    receivedAt: services.clock(),
    event,
    body: null,
    reason: null,
    ...subjectOf(event),
  };
}
