import { readFileSync } from "node:fs";
import pino from "pino";
import { parse } from "yaml";
import { adminApiDoor } from "./admin-api.server.ts";
import { apiDoor, type ApiDoor } from "./api.server.ts";
import { appsApiDoor } from "./apps-api.server.ts";
import { shopifyPlatform } from "./commerce/shopify/shopify-platform.ts";
import { openDatabase } from "./db/database.ts";
import type { ShopRow } from "./db/shops.ts";
import type { Env } from "./env.server.ts";
import { startJobQueue } from "./jobs/queue.ts";
import { memberProofs, receiptOf } from "./member-proofs.server.ts";
import { proxyDoor, type ProxyDoor } from "./proxy.server.ts";
import { pixelDoor, type PixelDoor } from "./pixel.server.ts";
import { proofsDoor } from "./proofs.server.ts";
import { rewardTitle } from "./reward-title.server.ts";
import { API_VERSION, createShopify, type Shopify } from "./shopify.server.ts";
import { headSigner } from "./use-cases/proof/head-signer.ts";
import { installShop } from "./use-cases/install-shop.ts";
import { startPixel } from "./use-cases/picks/start-pixel.ts";
import { receiveDeliveries } from "./use-cases/receive-delivery.ts";
import type { Services } from "./use-cases/services.ts";
import { webhookDoor, type WebhookDoor } from "./webhooks.server.ts";
import { startWorker, type Worker } from "./worker.server.ts";

/** The app, put together: what a door is handed. */
export interface Perennial {
  env: Env;
  shopify: Shopify;
  services: Services;
  /** Makes the shop of a store that has let us in, or brings it back. */
  install(shopDomain: string): Promise<ShopRow>;
  webhooks: WebhookDoor;
  proxy: ProxyDoor;
  /** What extensions ask. */
  api: ApiDoor;
  /** Of other apps. */
  appsApi: ApiDoor;
  /** The same for extensions in Shopify's admin. */
  adminApi: ApiDoor;
  /** A member's receipt as a page in one file; null for nobody. */
  receipt(shop: ShopRow, memberId: string): Promise<Response | null>;
  /** Which recommendations shoppers see, as the web pixel tells. */
  pixel: PixelDoor;
  /** What is published of the shops' ledgers, for everybody. */
  proofs(request: Request): Promise<Response>;
  /** Finishes what is under way and closes the database. */
  stop(): Promise<void>;
}

/** `clock` is that of the app; only who plays a past sets another. */
export async function startPerennial(
  env: Env,
  { clock = Date.now }: { clock?: Services["clock"] } = {},
): Promise<Perennial> {
  const log = pino({
    level: env.logLevel,
    redact: ["*.accessToken", "*.refreshToken"],
    serializers: { error: pino.stdSerializers.err },
  });
  const db = await openDatabase({ url: env.databaseUrl, folder: env.dataFolder });
  const jobs = await startJobQueue(db.queueConnection, (error) => log.error({ error }, "the job queue"));
  const firstProgramme: unknown =
    env.newShopProgramme === undefined ? undefined : parse(readFileSync(env.newShopProgramme, "utf8"));
  const install = async (domain: string) => {
    const shop = await installShop(services, domain, firstProgramme);
    await startPixel(services, shop, env.appUrl);
    return shop;
  };
  const shopify = createShopify(env, db, { afterAuth: async (shop) => void (await install(shop)) });
  const platform = shopifyPlatform({
    apiVersion: API_VERSION,
    accessToken: shopify.accessToken,
  });
  const services: Services = { db, platform, jobs, clock, log, rewardTitle };
  const signer = headSigner(env.proofSecret);
  const proofTerms = { signer, appUrl: env.appUrl };
  const worker = env.embeddedWorker ? await startWorker(services, jobs, signer) : null;
  const receive = receiveDeliveries(services);
  return {
    env,
    shopify,
    services,
    install,
    webhooks: webhookDoor(
      shopify,
      async (delivery) => {
        const received = await receive(delivery);
        worker?.wake();
        return received;
      },
      log,
    ),
    proxy: proxyDoor(shopify, services, memberProofs(services, proofTerms)),
    receipt: (shop, memberId) => receiptOf(services, proofTerms, { shop, memberId }),
    api: apiDoor(shopify, services),
    adminApi: adminApiDoor(shopify, services),
    appsApi: appsApiDoor(services),
    pixel: pixelDoor(services),
    proofs: proofsDoor(services),
    stop: () => stopAll(worker, [() => jobs.stop(), () => db.close()]),
  };
}

async function stopAll(worker: Worker | null, rest: (() => Promise<void>)[]): Promise<void> {
  await worker?.stop();
  for (const stop of rest) await stop();
}
