import type { StoreEvent } from "../commerce/platform.ts";
import type { ShopTransaction } from "../db/database.ts";
import { emptyDeliveries, finishDeliveries, type WaitingDelivery } from "../db/deliveries.ts";
import { findErased } from "../db/erased.ts";
import { changeTags } from "../db/person-tags.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Instant } from "../loyalty/time.ts";

export type TagDelivery = WaitingDelivery & { event: Extract<StoreEvent, { kind: "customer-tagged" }> };

export function isTagDelivery(delivery: WaitingDelivery): delivery is TagDelivery {
  return delivery.event.kind === "customer-tagged";
}

/** Whether news of tags that come after this one must be settled after it: it tells of tags itself. */
export function tellsOfTags({ event }: WaitingDelivery): boolean {
  return event.kind === "points" && (event.event.kind === "customers-merged" || event.person?.tags != null);
}

/** Many at once, for a store may tag all its customers in one go. Those of erased customers are recognised and ignored. */
export async function settleTags(
  { tx, shop, now }: { tx: ShopTransaction; shop: ShopRow; now: Instant },
  batch: TagDelivery[],
): Promise<void> {
  if (batch.length === 0) return;
  const customers = new Set(batch.map(({ event }) => event.customerId));
  const erased = (await findErased(tx, shop, { customers, orders: [] })).customers;
  const ignored = batch.filter(({ event }) => erased.has(event.customerId));
  await changeTags(
    tx,
    batch
      .filter(({ event }) => !erased.has(event.customerId))
      .map(({ event, triggeredAt, receivedAt }) => ({
        memberId: event.customerId,
        change: event.person,
        at: triggeredAt ?? receivedAt,
      })),
  );
  emptyDeliveries(
    tx,
    ignored.map(({ webhookId }) => webhookId),
  );
  finishDeliveries(tx, { webhookIds: batch.map(({ webhookId }) => webhookId) }, now);
}
