import { randomUUID } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import type { Instant } from "../state/types.ts";
import { takeDisturbances } from "./disturbances.ts";
import { insertBody, insertDelivery } from "./queue.ts";

export type WebhookEvent = {
  topics: string[];
  /** JSON-able; a string is sent as it is (a test may want a malformed body). */
  payload: unknown;
  /** X-Shopify-Triggered-At. */
  at: Instant;
  /** X-Shopify-Event-Id: the same for everything one action sends. */
  eventId?: string;
};

/** Queues an event for every subscription of its topics, where the app is installed. */
export function enqueue(sandbox: Sandbox, shop: string, event: WebhookEvent): void {
  if (!sandbox.installation(shop)) return;
  const subscriptions = sandbox.store.collection(shop, "subscription");
  const targets = event.topics.flatMap((topic) =>
    subscriptions.findBy("topic", topic).map(({ uri }) => ({ topic, uri })),
  );
  send(sandbox, shop, event, targets);
}

/** Queues a compliance topic, which reaches the app whether it is installed or not. */
export function enqueueCompliance(sandbox: Sandbox, shop: string, event: WebhookEvent): void {
  const targets = event.topics.flatMap((topic) => {
    const uri = sandbox.manifest.complianceTopics.get(topic);
    return uri === undefined ? [] : [{ topic, uri }];
  });
  send(sandbox, shop, event, targets);
}

function send(
  sandbox: Sandbox,
  shop: string,
  event: WebhookEvent,
  targets: { topic: string; uri: string }[],
): void {
  if (targets.length === 0) return;
  const { store, options } = sandbox;
  store.transaction(() => {
    const body = typeof event.payload === "string" ? event.payload : JSON.stringify(event.payload);
    const bodyId = insertBody(store, body);
    const eventId = event.eventId ?? randomUUID();
    for (const { topic, uri } of targets)
      for (const { webhookId, delay, state, disturbed } of takeDisturbances(store, topic, options.random))
        insertDelivery(store, {
          shop,
          topic,
          address: new URL(uri, options.appUrl).href,
          apiVersion: sandbox.manifest.apiVersion,
          webhookId,
          eventId,
          triggeredAt: event.at,
          bodyId,
          state,
          dueAt: Date.now() + delay,
          disturbed,
        });
  });
  sandbox.webhooks.wake();
}
