import { createHmac, randomUUID } from "node:crypto";
import { API_VERSION } from "../../app/shopify.server.ts";
import type { WebhookDoor } from "../../app/webhooks.server.ts";
import { SECRET } from "./perennial.ts";

export interface TestDelivery {
  shop: string;
  topic: string;
  payload?: unknown;
  /** Instead of a payload: the bytes as they are. */
  body?: string;
  id?: string;
  triggeredAt?: string;
  secret?: string;
  method?: string;
  /** null leaves a header out. */
  headers?: Record<string, string | null>;
}

/** Hands a signed delivery to the door, as Shopify would send it; answers the status. */
export async function deliver(door: WebhookDoor, delivery: TestDelivery): Promise<number> {
  return (await door(requestOf(delivery))).status;
}

export function requestOf(delivery: TestDelivery): Request {
  const { shop, topic, secret = SECRET, id = randomUUID(), method = "POST" } = delivery;
  const body = delivery.body ?? JSON.stringify(delivery.payload);
  const headers = new Headers({
    "Content-Type": "application/json",
    "X-Shopify-Topic": topic,
    "X-Shopify-Shop-Domain": shop,
    "X-Shopify-API-Version": API_VERSION,
    "X-Shopify-Webhook-Id": id,
    "X-Shopify-Hmac-Sha256": signatureOf(body, secret),
  });
  if (delivery.triggeredAt !== undefined) headers.set("X-Shopify-Triggered-At", delivery.triggeredAt);
  for (const [name, value] of Object.entries(delivery.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return new Request("http://localhost/webhooks/orders", {
    method,
    headers,
    ...(method === "GET" ? {} : { body }),
  });
}

export function signatureOf(body: string, secret = SECRET): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}
