import { shopifyPlatform } from "../../app/commerce/shopify/shopify-platform.ts";
import {
  StoreUnavailable,
  type CommercePlatform,
  type CustomerSummary,
  type ShopFacts,
} from "../../app/commerce/platform.ts";
import type { SoldProduct } from "../../app/commerce/catalogue-store.ts";
import type { StoreState } from "../../app/commerce/store-state.ts";
import { openDatabase, type Database } from "../../app/db/database.ts";
import { findShop, type ShopRow } from "../../app/db/shops.ts";
import { readEnv } from "../../app/env.server.ts";
import { startJobQueue, type RunningJobQueue } from "../../app/jobs/queue.ts";
import type { ProductFacts } from "../../app/loyalty/order.ts";
import { parseInstant, type Instant } from "../../app/loyalty/time.ts";
import { rewardTitle } from "../../app/reward-title.server.ts";
import { API_VERSION, createShopify, type Shopify } from "../../app/shopify.server.ts";
import { installShop } from "../../app/use-cases/install-shop.ts";
import { receiveDeliveries } from "../../app/use-cases/receive-delivery.ts";
import type { Log, Services } from "../../app/use-cases/services.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { verifyLedger } from "../../app/use-cases/verify-ledger.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { webhookDoor, type WebhookDoor } from "../../app/webhooks.server.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { TestRewardStore } from "./reward-store.ts";

export const SECRET = "shpss_test";
export const NOON = parseInstant("2026-07-01T12:00:00Z");

/** What the app's ground is in a test: everything of ours is real, the store answers as told, the clock stands. */
export interface TestPerennial {
  services: Services;
  db: Database;
  jobs: RunningJobQueue;
  shopify: Shopify;
  door: WebhookDoor;
  store: TestStore;
  /** What the log was told that somebody should look at. */
  complaints: string[];
  /** A promise of a second door, as another process would have it: with a memory of its own. */
  anotherDoor(): WebhookDoor;
  clock: { now: Instant };
  /** Installs the app in a shop; a document replaces the first programme. */
  install(domain: string, document?: object): Promise<ShopRow>;
  requireShop(domain: string): Promise<ShopRow>;
  /** Works off all deliveries that are due, and then what has fallen due. */
  settle(domain: string): Promise<void>;
  /** The same once, for a shop that may be gone; answers how many deliveries left the queue. */
  settleIfThere(domain: string): Promise<number>;
  close(): Promise<void>;
}

/** The store outside, as far as it answers questions. */
export class TestStore {
  facts = new Map<string, ShopFacts>();
  products = new Map<string, ProductFacts>();
  /** All that it sells. */
  sold: SoldProduct[] = [];
  /** Shops whose store does not answer. */
  silent = new Set<string>();
  asked: string[] = [];
  /** The newest summary of each customer, by "shop customer". */
  summaries = new Map<string, unknown>();
  goneCustomers = new Set<string>();
  /** Discounts, credits and gift cards. */
  rewards = new TestRewardStore();

  #stalled = new Map<string, Promise<void>>();

  /** The store keeps whoever asks waiting, until the answer of this is called. */
  stall(shop: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#stalled.set(shop, promise);
    return () => {
      this.#stalled.delete(shop);
      resolve();
    };
  }

  async requireAnswer(shop: string): Promise<void> {
    this.asked.push(shop);
    await this.#stalled.get(shop);
    if (this.silent.has(shop)) throw new StoreUnavailable(`${shop} did not answer`);
  }
}

export async function startPerennialInTest(given?: TestDatabase): Promise<TestPerennial> {
  const testDatabase = given ?? (await createTestDatabase());
  const db = await openDatabase(testDatabase.settings);
  const env = readEnv({ SHOPIFY_API_SECRET: SECRET, LOG_LEVEL: "silent" });
  const complaints: string[] = [];
  const jobs = await startJobQueue(db.queueConnection, (error) => void complaints.push(String(error)));
  const shopify = createShopify(env, db, { afterAuth: async () => undefined });
  const store = new TestStore();
  const clock = { now: NOON };
  const services: Services = {
    db,
    jobs,
    clock: () => clock.now,
    log: logInto(complaints),
    platform: platformOf(store),
    rewardTitle,
  };
  const requireShop = async (domain: string) => {
    const shop = await findShop(db.sql, domain);
    if (shop === null) throw new Error(`no shop ${domain}`);
    return shop;
  };
  return {
    services,
    db,
    jobs,
    shopify,
    door: webhookDoor(shopify, receiveDeliveries(services), services.log),
    anotherDoor: () => webhookDoor(shopify, receiveDeliveries(services), services.log),
    store,
    complaints,
    clock,
    requireShop,
    async install(domain, document) {
      if (!store.facts.has(domain))
        store.facts.set(domain, { name: domain, currency: "GBP", timezone: "Europe/London" });
      return installShop(services, domain, document);
    },
    async settle(domain) {
      while ((await settleDeliveries(services, await requireShop(domain))) > 0);
      while ((await workOffDueOf(services, await requireShop(domain))) > 0);
    },
    async settleIfThere(domain) {
      const shop = await findShop(db.sql, domain);
      return shop === null ? 0 : settleDeliveries(services, shop);
    },
    async close() {
      await jobs.stop();
      await db.close();
      await testDatabase.drop();
    },
  };
}

function platformOf(store: TestStore): CommercePlatform {
  return {
    ...shopifyPlatform({ apiVersion: API_VERSION, accessToken: async () => null }),
    async shopFacts(shop) {
      await store.requireAnswer(shop);
      const facts = store.facts.get(shop);
      if (facts === undefined) throw new Error(`the test says nothing of ${shop}`);
      return facts;
    },
    async productFacts(shop, ids) {
      await store.requireAnswer(shop);
      return ids.flatMap((id) => store.products.get(id) ?? []);
    },
    async listProducts(shop) {
      await store.requireAnswer(shop);
      return { items: store.sold, next: null };
    },
    async publishSummaries(shop, summaries) {
      await store.requireAnswer(shop);
      return { gone: summaries.flatMap((summary) => publish(store, shop, summary)), refused: [] };
    },
    async forgetSummaries(shop, customerIds) {
      await store.requireAnswer(shop);
      for (const id of customerIds) store.summaries.delete(`${shop} ${id}`);
    },
    async publishProgramme(shop) {
      await store.requireAnswer(shop);
    },
    // What perks do at the checkout is tested with the sandbox's, which has one.
    namedThings: async () => ({ collections: new Map(), products: new Map() }),
    applyPerks: async () => [],
    makeBenefit: (shop, order) => store.rewards.makeBenefit(shop, order),
    benefitWatermark: (shop, order) => store.rewards.benefitWatermark(shop, order),
    findBenefit: (shop, order, watermark) => store.rewards.findBenefit(shop, order, watermark),
    disableCode: (shop, code) => store.rewards.disableCode(shop, code),
    withdrawCode: (shop, code) => store.rewards.withdrawCode(shop, code),
    makeSharedDiscount: (shop, discount) => store.rewards.makeSharedDiscount(shop, discount),
    addCodes: (shop, discount, codes) => store.rewards.addCodes(shop, discount, codes),
    codesAdded: () => store.rewards.codesAdded(),
    ...nothingMissed,
  };
}

/** What the deliveries of a test told is all there is; tests about more than that have the sandbox's store. */
const nothingMissed: StoreState = {
  listOrders: async () => ({ items: [], next: null }),
  ordersNow: async () => [],
  listCustomers: async () => ({ items: [], next: null }),
  codeStates: async (_shop, codes) => new Map(codes.map(({ code }) => [code, { isUsable: true, uses: 0 }])),
  ordersWithCode: async () => [],
  customerTags: async () => new Map(),
  present: async (_shop, _kind, ids) => new Set(ids),
  customersNow: async () => [],
};

function publish(store: TestStore, shop: string, { customerId, summary }: CustomerSummary): string[] {
  if (store.goneCustomers.has(customerId)) return [customerId];
  store.summaries.set(`${shop} ${customerId}`, summary);
  return [];
}

function logInto(complaints: string[]): Log {
  const note = (facts: object, message: string) => {
    const told = JSON.stringify(facts, (_, value: unknown) =>
      value instanceof Error ? value.message : value,
    );
    complaints.push(`${message} ${told}`);
  };
  return { info: () => undefined, warn: note, error: note };
}

/** The verifier's own word: sums, chains, balances and lots. */
export async function verified(
  app: TestPerennial,
  domain: string,
): Promise<{ ok: boolean; sum?: bigint; fault?: string }> {
  return verifyLedger(app.services, await app.requireShop(domain));
}

export interface Figures {
  pending: bigint;
  available: bigint;
  held: bigint;
  owed: bigint;
  earned: bigint;
}

/** The books of one member as the database has them; null for nobody. */
export async function figuresOf(
  app: TestPerennial,
  domain: string,
  customer: string,
): Promise<Figures | null> {
  const shop = await app.requireShop(domain);
  const [row] = await app.db.sql.query<Figures>(
    `SELECT pending, available, held, owed, earned FROM member WHERE shop_id = $1 AND id = $2`,
    [shop.id, customer],
  );
  return row ?? null;
}

export interface DeliveryRow {
  webhook_id: string;
  state: string;
  reason: string | null;
  repeats: number;
  attempts: number;
}

export async function deliveriesOf(app: TestPerennial, domain: string): Promise<DeliveryRow[]> {
  const shop = await app.requireShop(domain);
  return app.db.sql.query<DeliveryRow>(
    `SELECT webhook_id, state, reason, repeats, attempts FROM delivery WHERE shop_id = $1 ORDER BY seq`,
    [shop.id],
  );
}

/** Version by version: one point a pound, at once, and whatever the test adds. */
export function programme(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    programme: "Test",
    currency: "GBP",
    timezone: "Europe/London",
    effectiveFrom: "2026-01-01T00:00:00Z",
    points: { pendingDays: 0 },
    earning: {
      exclude: { giftCards: true },
      rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1.00" } }],
    },
    rewards: [],
    ...changes,
  };
}

export async function findMemberRow(app: TestPerennial, shopId: number, id: string): Promise<object | null> {
  const [row] = await app.db.sql.query(`SELECT * FROM member WHERE shop_id = $1 AND id = $2`, [shopId, id]);
  return row ?? null;
}
