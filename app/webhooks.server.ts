import { InvalidShopError } from "@shopify/shopify-api";
import type { Delivery } from "./commerce/platform.ts";
import { parseInstantOrNull } from "./loyalty/time.ts";
import type { Log } from "./use-cases/services.ts";
import type { Received } from "./use-cases/receive-delivery.ts";
import type { Shopify } from "./shopify.server.ts";

/** Larger than any order Shopify sends, even one of 500 lines with refunds; what is larger is not read to its end. */
const LARGEST_BODY = 16 * 1024 * 1024;
/** These are obeyed for any shop that data is held of; of a shop without data there is nothing left to do. */
const DONE_WITHOUT_DATA = new Set([
  "app/uninstalled",
  "customers/data_request",
  "customers/redact",
  "shop/redact",
]);

export interface WebhookDoor {
  (request: Request): Promise<Response>;
}

/**
 * The door of every webhook: the library verifies the signature (401 where it is wrong, 400 where it is missing), the
 * delivery is remembered, and only then acknowledged.
 */
export function webhookDoor(
  shopify: Pick<Shopify, "authenticateWebhook">,
  receive: (delivery: Delivery) => Promise<Received>,
  log: Log,
): WebhookDoor {
  return async (request) => {
    const isTooLarge = Number(request.headers.get("content-length")) > LARGEST_BODY;
    const body = isTooLarge ? null : await readBody(request);
    if (body === null) {
      const { shopDomain: shop, topic } = deliveryOf(request.headers, "");
      log.warn({ shop, topic }, "a delivery was larger than any may be, and was refused");
      return new Response(null, { status: 413 });
    }
    const refused = await refusal(shopify, sameRequest(request, body));
    if (refused !== null) return refused;
    if (isSignedForElse(body)) return new Response(null, { status: 400 });
    const delivery = deliveryOf(request.headers, body);
    const received = await receive(delivery);
    if (received.outcome === "foreign") return new Response(null, { status: 401 });
    const isRefused = received.outcome === "unknown-shop" && !DONE_WITHOUT_DATA.has(delivery.topic);
    return new Response(null, { status: isRefused ? 404 : 200 });
  };
}

/** null where it is larger than any body may be, whatever length was announced. */
async function readBody(request: Request): Promise<string | null> {
  if (request.body === null) return "";
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength;
    if (length > LARGEST_BODY) {
      await reader.cancel();
      return null;
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts).toString("utf8");
}

/**
 * For the library, which reads the body itself. It goes through all headers again for each that it looks for, which is
 * most of its work: it is handed those of the store alone.
 */
function sameRequest({ url, method, headers: all }: Request, body: string): Request {
  const headers = [...all].filter(([name]) => name.startsWith("x-shopify-") || name.startsWith("shopify-"));
  return new Request(url, { method, headers, ...(method === "GET" || method === "HEAD" ? {} : { body }) });
}

/**
 * The same secret signs a session token ("header.claims") and the queries of admin and app proxy ("name=value…"), which
 * people can read in their browser: with their signatures they are no deliveries.
 */
function isSignedForElse(body: string): boolean {
  return /^[\w-]+\.[\w-]+$/.test(body) || /^[a-z_]+=/.test(body);
}

async function refusal(
  shopify: Pick<Shopify, "authenticateWebhook">,
  request: Request,
): Promise<Response | null> {
  try {
    await shopify.authenticateWebhook(request);
    return null;
  } catch (error) {
    if (error instanceof Response) return error;
    // Verified, but the library could not read the body either: it is kept as a dead letter.
    if (error instanceof SyntaxError) return null;
    if (error instanceof InvalidShopError) return new Response(null, { status: 404 });
    throw error;
  }
}

function deliveryOf(headers: Headers, body: string): Delivery {
  return {
    shopDomain: headers.get("x-shopify-shop-domain") ?? "",
    webhookId: headers.get("x-shopify-webhook-id") ?? "",
    topic: headers.get("x-shopify-topic") ?? "",
    eventId: headers.get("x-shopify-event-id"),
    triggeredAt: parseInstantOrNull(headers.get("x-shopify-triggered-at")),
    body,
  };
}
