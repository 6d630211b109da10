import type { Sandbox } from "../sandbox.ts";
import type { Store } from "../state/store.ts";
import type { Instant, Shop } from "../state/types.ts";
import { enqueueCompliance } from "./enqueue.ts";
import { insertBody, insertDelivery } from "./queue.ts";
import { randomUUID } from "node:crypto";
import { redactDelay } from "./schedule.ts";

export function sendCompliance(
  sandbox: Sandbox,
  shop: Shop,
  event: { topic: string; payload: unknown; at: Instant },
): void {
  enqueueCompliance(sandbox, shop.domain, { topics: [event.topic], payload: event.payload, at: event.at });
}

/** An app that is gone gets nothing more but the news of it and the compliance topics. */
export function dropWaiting(store: Store, shop: string): void {
  store
    .statement(
      `UPDATE deliveries SET state = 'dropped', disturbed = 'uninstalled' WHERE shop = ? AND state = 'waiting'
         AND topic NOT IN ('app/uninstalled', 'customers/data_request', 'customers/redact', 'shop/redact')`,
    )
    .run(shop);
}

/** shop/redact, 48 hours (of the sandbox's clock) after uninstalling. */
export function scheduleShopRedact(sandbox: Sandbox, shop: Shop, at: Instant): void {
  const { store, options, manifest } = sandbox;
  const uri = manifest.complianceTopics.get("shop/redact");
  if (uri === undefined) return;
  insertDelivery(store, {
    shop: shop.domain,
    topic: "shop/redact",
    address: new URL(uri, options.appUrl).href,
    apiVersion: manifest.apiVersion,
    webhookId: randomUUID(),
    eventId: randomUUID(),
    triggeredAt: at,
    bodyId: insertBody(store, JSON.stringify({ shop_id: Number(shop.id), shop_domain: shop.domain })),
    state: "scheduled",
    dueAt: Math.ceil(Date.now() + redactDelay(sandbox.webhooks.settings().timeScale)),
    disturbed: null,
  });
  sandbox.webhooks.wake();
}

export function unscheduleShopRedact(store: Store, shop: string): void {
  store.statement("DELETE FROM deliveries WHERE shop = ? AND state = 'scheduled'").run(shop);
}
