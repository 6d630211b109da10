import { createHmac, randomUUID } from "node:crypto";
import { Pool } from "undici";
import { answerParent, ownCpuMs } from "./child.ts";
import { loop } from "./loop.ts";
import { orders } from "./orders.ts";
import { productId, shopDomain, SHOPS, SOLD_PRODUCTS, type HttpDoor, type LoadRequests } from "./protocol.ts";
import { randomOf } from "./random.ts";

/** The process that makes the HTTP load, against this machine alone. */

interface PreparedRequest {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
}

interface Caller {
  seed: number;
  members: number;
  secret: string;
}

/** Order ids go on from load to load, so that every delivery is of a new order. */
let firstId = 5_000_000_000;

const DOORS: Record<HttpDoor, (caller: Caller) => () => PreparedRequest> = {
  intake: deliveries,
  proxy: (caller) => readsOf("balance", caller),
  recommendations: (caller) => readsOf("recommendations", caller),
};

function deliveries({ seed, members, secret }: Caller): () => PreparedRequest {
  const feed = orders(seed, { members, firstId });
  return () => {
    const { body } = feed.next().value as { body: string };
    firstId += 1;
    const headers = {
      "content-type": "application/json",
      "x-shopify-topic": "orders/paid",
      "x-shopify-shop-domain": shopDomain(firstId % SHOPS),
      "x-shopify-api-version": "2026-07",
      "x-shopify-webhook-id": randomUUID(),
      "x-shopify-event-id": randomUUID(),
      "x-shopify-triggered-at": "2026-07-01T09:00:01Z",
      "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    };
    return { method: "POST", path: "/webhooks/orders", headers, body };
  };
}

/** What members ask at the shop's own address; about a product that they look at, where that is what it is about. */
function readsOf(name: string, { seed, members, secret }: Caller): () => PreparedRequest {
  const random = randomOf(seed);
  return () => {
    const query = new URLSearchParams({
      product: productId(Math.floor(random() * SOLD_PRODUCTS)),
      shop: shopDomain(0),
      logged_in_customer_id: String(1_000_000 + Math.floor(random() * members)),
      path_prefix: "/apps/perennial",
      timestamp: String(Math.floor(Date.now() / 1000)),
    });
    const message = [...query]
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join("");
    query.set("signature", createHmac("sha256", secret).update(message).digest("hex"));
    return { method: "GET", path: `/proxy/${name}?${query}`, headers: {} };
  };
}

answerParent<LoadRequests>({
  async load({ door, port, terms, ...caller }) {
    const next = DOORS[door](caller);
    const pool = new Pool(`http://127.0.0.1:${port}`, { connections: terms.clients });
    try {
      return await loop(async () => {
        const { statusCode, body } = await pool.request(next());
        const text = await body.text();
        if (statusCode !== 200) throw new Error(`${door} answered ${statusCode}: ${text}`);
        return 1;
      }, terms);
    } finally {
      await pool.close();
    }
  },
  cpu: ownCpuMs,
  close: async () => null,
});
