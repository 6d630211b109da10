import { createHmac } from "node:crypto";
import { shopifyPlatform } from "../../app/commerce/shopify/shopify-platform.ts";
import { openDatabase, type Database } from "../../app/db/database.ts";
import { readEnv } from "../../app/env.server.ts";
import type { JobName } from "../../app/jobs/contracts.ts";
import type { ProductFacts } from "../../app/loyalty/order.ts";
import type { Instant } from "../../app/loyalty/time.ts";
import { rewardTitle } from "../../app/reward-title.server.ts";
import { API_VERSION, createShopify } from "../../app/shopify.server.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { receiveDeliveries } from "../../app/use-cases/receive-delivery.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { webhookDoor } from "../../app/webhooks.server.ts";

const SECRET = "replay";

/** The live code on a database of its own, with a clock that stands where the case says. */
export interface Stage {
  services: Services;
  now: Instant;
  /** What the store knows of its products, by shop. */
  products: Map<string, ProductFacts[]>;
  /** Sends a delivery, signed, to the webhook door; answers the status. */
  deliver(delivery: { shop: string; topic: string; id: string; body: string }): Promise<number>;
  /** Runs the jobs that were enqueued. */
  workOffJobs(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const db = await openDatabase({ url: process.env.DATABASE_URL, folder: "memory://" });
  const env = readEnv({ SHOPIFY_API_SECRET: SECRET, LOG_LEVEL: "silent" });
  const shopify = createShopify(env, db, { afterAuth: async () => undefined });
  const jobs = new Map<string, { name: JobName; shopId: number }>();
  const stage: Stage = {
    services: undefined as never,
    now: 0,
    products: new Map(),
    deliver: async (delivery) => (await door(signed(delivery))).status,
    async workOffJobs() {
      for (const [key, { name, shopId }] of jobs) {
        jobs.delete(key);
        if (name === "publish-summaries") await publishSummaries(stage.services, shopId);
      }
    },
    close: () => db.close(),
  };
  stage.services = servicesOf(stage, db, jobs);
  const door = webhookDoor(shopify, receiveDeliveries(stage.services), stage.services.log);
  return stage;
}

function servicesOf(
  stage: Stage,
  db: Database,
  jobs: Map<string, { name: JobName; shopId: number }>,
): Services {
  const report = (level: string) => (facts: object, message: string) => {
    process.stderr.write(
      `${level}: ${message} ${JSON.stringify(facts, (_, value: unknown) => (value instanceof Error ? value.message : value))}\n`,
    );
  };
  return {
    db,
    clock: () => stage.now,
    rewardTitle,
    log: { info: () => undefined, warn: report("warning"), error: report("error") },
    jobs: {
      async enqueue(_tx, name, payload) {
        jobs.set(`${name} ${payload.shopId}`, { name, shopId: payload.shopId });
      },
      soon(name, { shopId }) {
        jobs.set(`${name} ${shopId}`, { name, shopId });
      },
    },
    platform: {
      ...shopifyPlatform({
        apiVersion: API_VERSION,
        accessToken: async () => null,
      }),
      productFacts: async (shop, ids) =>
        (stage.products.get(shop) ?? []).filter(({ id }) => ids.includes(id)),
      publishSummaries: async () => ({ gone: [], refused: [] }),
      forgetSummaries: async () => undefined,
      publishProgramme: async () => undefined,
    },
  };
}

function signed({
  shop,
  topic,
  id,
  body,
}: {
  shop: string;
  topic: string;
  id: string;
  body: string;
}): Request {
  return new Request("http://localhost/webhooks/replay", {
    method: "POST",
    body,
    headers: {
      "Content-Type": "application/json",
      "X-Shopify-Topic": topic,
      "X-Shopify-Shop-Domain": shop,
      "X-Shopify-API-Version": API_VERSION,
      "X-Shopify-Webhook-Id": id,
      "X-Shopify-Hmac-Sha256": createHmac("sha256", SECRET).update(body).digest("base64"),
    },
  });
}
