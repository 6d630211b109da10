import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listFindings } from "../../app/db/reconciliation-findings.ts";
import { listRuns } from "../../app/db/reconciliations.ts";
import { reconcileShop } from "../../app/use-cases/reconcile/reconcile-shop.ts";
import { requestReconciliation } from "../../app/use-cases/reconcile/request-reconciliation.ts";
import { startWorker } from "../../app/worker.server.ts";
import { deliver } from "../support/deliver.ts";
import {
  deliveriesOf,
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { seededRandom, shuffled } from "../support/random.ts";
import { startSandboxStore, type SandboxStore, type Webhook } from "../support/sandbox-store.ts";
import { below, openingOf, randomChange, randomOrder } from "../support/store-story.ts";

/** FAULT_SEED=n makes up the same story again; FAULT_HISTORIES is how many orders it has. */
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const ORDERS = Number(process.env.FAULT_HISTORIES ?? 60);
const CUSTOMERS = 8;
const HOUR = 3_600_000;

const RULES = programme({
  earning: {
    exclude: { giftCards: true, productTags: ["sale"] },
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "big", on: "order", bonus: 20, minimum: "50.00" },
      { id: "first", on: "first-order", bonus: 100 },
      { id: "welcome", on: "signup", bonus: 25 },
    ],
  },
});

let app: TestPerennial;
let store: SandboxStore;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
  store = await startSandboxStore(app.clock);
  app.services.platform = withoutDomain(store);
});
afterAll(async () => {
  await store.close();
  await app.close();
});
beforeEach(async () => {
  app.clock.now = NOON;
  app.complaints.length = 0;
  store.setFaults([]);
  shop = `missed-${++shops}.myshopify.com`;
  store.open(shop, { currency: "GBP", timezone: "Europe/London" });
  await app.install(shop, RULES);
});

/** A twin of a shop ("twin-…") hears of everything that happens in the same store. */
function withoutDomain({ platform }: SandboxStore): SandboxStore["platform"] {
  const storeOf = (domain: string) => domain.replace(/^twin-/, "");
  return {
    ...platform,
    shopFacts: (domain) => platform.shopFacts(storeOf(domain)),
    productFacts: (domain, ids) => platform.productFacts(storeOf(domain), ids),
    publishSummaries: async () => ({ gone: [], refused: [] }),
    publishProgramme: async () => undefined,
  };
}

async function tell(domain: string, webhooks: Webhook[]): Promise<void> {
  for (const { id, topic, body, triggeredAt } of webhooks)
    expect(await deliver(app.door, { shop: domain, topic, body, id, triggeredAt })).toBe(200);
}

async function reconcile(): Promise<{ missed: number }> {
  const row = await app.requireShop(shop);
  await requestReconciliation(app.services, row, { cause: "staff", askedBy: "42" });
  while (!(await reconcileShop(app.services, row.id)));
  await app.settle(shop);
  const [run] = await listRuns(app.db.sql, row.id, 1);
  expect(run).toMatchObject({ outcome: "done" });
  return { missed: run?.counts.missed ?? -1 };
}

async function postings(): Promise<bigint> {
  const { id } = await app.requireShop(shop);
  const [row] = await app.db.sql.query<{ n: bigint }>(
    `SELECT count(*) AS n FROM posting WHERE shop_id = $1`,
    [id],
  );
  return row?.n ?? -1n;
}

async function findings() {
  const { id } = await app.requireShop(shop);
  const [run] = await listRuns(app.db.sql, id, 1);
  return listFindings(app.db.sql, id, { run: run?.number ?? 0, after: "0", limit: 100 });
}

/** Every member's books. */
async function books(domain: string) {
  const { id } = await app.requireShop(domain);
  return app.db.sql.query(
    `SELECT id, pending, available, held, owed, earned, redeemed, expired, merged_into FROM member
     WHERE shop_id = $1 ORDER BY id`,
    [id],
  );
}

/** Everybody joins and buys something: all of it arrives. */
async function open(...domains: string[]): Promise<void> {
  for (const action of openingOf(CUSTOMERS)) store.do(shop, action);
  for (let n = 0; n < CUSTOMERS; n++) {
    const lines = [{ variant: "sku:MUG", quantity: 1 }];
    store.do(shop, { do: "order.place", ref: `first${n}`, customer: `ref:c${n}`, lines });
  }
  const webhooks = store.takeWebhooks(shop);
  for (const domain of domains) {
    await tell(domain, webhooks);
    await app.settle(domain);
  }
}

/** What happens in the store in a while: people, orders, what follows them, a merge, an order that is deleted. */
function happen(random: () => number): void {
  store.do(shop, { do: "customer.create", ref: "new", firstName: "New", email: "new@example.com" });
  for (let n = 0; n < ORDERS; n++) {
    app.clock.now += 60_000;
    store.do(shop, randomOrder(`o${n}`, { random, customers: CUSTOMERS }));
    const changed = () => `ref:o${below(n + 1, random)}`;
    while (random() < 0.5) store.attempt(shop, randomChange(changed(), random));
    if (random() < 0.05)
      store.attempt(shop, {
        do: "order.assign",
        order: changed(),
        customer: `ref:c${below(CUSTOMERS, random)}`,
      });
  }
  store.attempt(shop, { do: "customer.merge", keep: "ref:c0", remove: "ref:c1" });
  store.do(shop, { do: "order.delete", order: "ref:first2" });
  // What waits for its money keeps what it had when it began to wait: who never heard of that has nothing to keep.
  for (let n = 0; n < ORDERS; n++) store.attempt(shop, { do: "order.pay", order: `ref:o${n}` });
  app.clock.now += 60_000;
}

describe(`what was not delivered is made up for (FAULT_SEED=${SEED})`, () => {
  test.each([
    ["a twentieth", 0.05],
    ["half", 0.5],
    ["everything", 1],
  ])("where %s is dropped", async (_, share) => {
    const random = seededRandom(SEED + share * 100);
    const twin = `twin-${shop}`;
    await app.install(twin, RULES);
    await open(shop, twin);
    happen(random);
    const webhooks = store.takeWebhooks(shop);
    const arrived = webhooks.filter(() => random() >= share);
    await tell(twin, webhooks);
    await tell(shop, shuffled(arrived, random));
    await app.settle(twin);
    await app.settle(shop);
    const { missed } = await reconcile();
    if (share > 0.05) expect(missed).toBeGreaterThan(0);
    expect(await books(shop)).toEqual(await books(twin));
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });

    const before = await postings();
    expect(await reconcile()).toEqual({ missed: 0 });
    expect(await postings()).toBe(before);

    // A day later all of it arrives after all.
    app.clock.now += 24 * HOUR;
    await tell(shop, webhooks);
    await app.settle(shop);
    expect(await postings()).toBe(before);
    expect(app.complaints).toEqual([]);
  });
});
