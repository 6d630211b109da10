import { webhookHmac } from "../signing.ts";
import type { Attempt, Delivery } from "./queue.ts";

const KEPT_ANSWER = 500;

/** Posts a delivery once, exactly as Shopify does; never throws. */
export async function attemptDelivery(
  delivery: Delivery,
  body: string,
  { n, secret, timeoutMs }: { n: number; secret: string; timeoutMs: number },
): Promise<Attempt> {
  const began = performance.now();
  const at = new Date().toISOString();
  const done = (status: number | null, answer: string): Attempt => ({
    n,
    at,
    status,
    durationMs: Math.round(performance.now() - began),
    answer: answer.slice(0, KEPT_ANSWER),
  });
  try {
    const response = await fetch(delivery.address, {
      method: "POST",
      headers: headersOf(delivery, body, secret),
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return done(response.status, await response.text());
  } catch (error) {
    return done(null, reasonOf(error, timeoutMs));
  }
}

export function headersOf(delivery: Delivery, body: string, secret: string): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": delivery.topic,
    "X-Shopify-Hmac-Sha256": webhookHmac(body, secret),
    "X-Shopify-Shop-Domain": delivery.shop,
    "X-Shopify-API-Version": delivery.apiVersion,
    "X-Shopify-Webhook-Id": delivery.webhookId,
    "X-Shopify-Event-Id": delivery.eventId,
    "X-Shopify-Triggered-At": delivery.triggeredAt,
  };
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof DOMException && error.name === "TimeoutError")
    return `No answer within ${timeoutMs / 1000} s.`;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}
