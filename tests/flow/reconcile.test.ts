import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../app/commerce/platform.ts";
import { listFindings } from "../../app/db/reconciliation-findings.ts";
import { listRuns } from "../../app/db/reconciliations.ts";
import { parseInstant } from "../../app/loyalty/time.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { reconcileShop } from "../../app/use-cases/reconcile/reconcile-shop.ts";
import {
  requestDueReconciliations,
  requestReconciliation,
} from "../../app/use-cases/reconcile/request-reconciliation.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { startWorker, type Worker } from "../../app/worker.server.ts";
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
const ORDERS = Number(process.env.FAULT_HISTORIES ?? 30);
const CUSTOMERS = 8;
/** Of orders that are told of and looked for at the same time. */
const CROWD = Number(process.env.FAULT_HISTORIES ?? 200);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

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
    forgetSummaries: async () => undefined,
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

async function tellAtOnce(webhooks: Webhook[], workers: Worker[]): Promise<void> {
  await Promise.all(
    Array.from({ length: 4 }, async (_, lane) => {
      for (const webhook of webhooks.filter((_webhook, n) => n % 4 === lane)) {
        await tell(shop, [webhook]);
        for (const worker of workers) worker.wake();
      }
    }),
  );
}

async function eventually(look: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 600; n++) {
    if (await look()) return;
    await sleep(50);
  }
  throw new Error("it did not come to pass");
}

/** The store's id of somebody whom the story calls by a name. */
function customerId(name: string): string {
  return store.idOf(shop, name);
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
function happen(random: () => number, orders = ORDERS): void {
  store.do(shop, { do: "customer.create", ref: "new", firstName: "New", email: "new@example.com" });
  for (let n = 0; n < orders; n++) {
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
  for (let n = 0; n < orders; n++) store.attempt(shop, { do: "order.pay", order: `ref:o${n}` });
  app.clock.now += 60_000;
}

describe(`what was not delivered is made up for (FAULT_SEED=${SEED})`, () => {
  test.each([
    ["a twentieth", 0.05],
    ["half", 0.5],
    ["everything", 1],
  ])("where %s is dropped", { timeout: 60_000 + ORDERS * 500 }, async (_, share) => {
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

describe("a store that fails in the middle", () => {
  test("is gone on with where it failed, and what was found before stays found", async () => {
    await open(shop);
    for (let n = 0; n < 60; n++)
      store.do(shop, {
        do: "order.place",
        customer: "ref:c3",
        lines: [{ variant: "sku:TREE", quantity: 1 }],
      });
    app.clock.now += 60_000;
    store.takeWebhooks(shop);
    const row = await app.requireShop(shop);
    await requestReconciliation(app.services, row, { cause: "staff" });
    // The first answer about orders comes, the fifth does not, however often it is asked for.
    let asked = 0;
    const { ordersNow } = app.services.platform;
    app.services.platform.ordersNow = async (domain, ids) => {
      if (++asked === 2) throw new StoreUnavailable(`${domain} did not answer`);
      return ordersNow(domain, ids);
    };
    await expect(reconcileShop(app.services, row.id)).rejects.toThrow(StoreUnavailable);
    app.services.platform.ordersNow = ordersNow;
    const [failed] = await listRuns(app.db.sql, row.id, 1);
    expect(failed).toMatchObject({ outcome: null, step: "orders", failures: 1, counts: { missed: 48 } });
    expect(failed?.lastFailure).toContain("did not answer");
    await app.settle(shop);
    expect(await reconcileShop(app.services, row.id)).toBe(true);
    await app.settle(shop);
    const [done] = await listRuns(app.db.sql, row.id, 2);
    expect(done).toMatchObject({ number: failed?.number, outcome: "done", counts: { missed: 60 } });
    // The mug and the first order of before, and 60 trees.
    expect(await figuresOf(app, shop, customerId("c3"))).toMatchObject({
      available: 25n + 12n + 100n + 60n * (89n + 20n),
    });
    expect(await reconcile()).toEqual({ missed: 0 });
  });

  test.each(["429", "502", "html"] as const)(
    "with a passing %s costs nothing but a little time",
    async (answer) => {
      await open(shop);
      store.do(shop, {
        do: "order.place",
        customer: "ref:c3",
        lines: [{ variant: "sku:TREE", quantity: 1 }],
      });
      store.takeWebhooks(shop);
      store.setFaults([
        { answer, times: 1, operation: "OrderGlances" },
        { answer, times: 1, operation: "OrderStates" },
      ]);
      expect(await reconcile()).toEqual({ missed: 1 });
      expect((await findings()).map(({ points, state }) => ({ points, state }))).toEqual([
        { points: 109n, state: "done" },
      ]);
    },
  );
});

test("a store that throttles is waited for, and nothing is given up", async () => {
  await open(shop);
  for (let n = 0; n < 60; n++)
    store.do(shop, { do: "order.place", customer: "ref:c3", lines: [{ variant: "sku:TREE", quantity: 1 }] });
  store.takeWebhooks(shop);
  store.setLimits({ maximumAvailable: 700, restoreRate: 200 });
  expect(await reconcile()).toEqual({ missed: 60 });
  store.setLimits(null);
  expect(app.complaints).toEqual([]);
});

describe("an uninstallation", () => {
  const uninstalledAt = () => new Date(app.clock.now).toISOString();
  const uninstall = () =>
    deliver(app.door, { shop, topic: "app/uninstalled", payload: { id: 1 }, triggeredAt: uninstalledAt() });

  test("in the middle ends the run; installed anew, all is compared from where it was last", async () => {
    await open(shop);
    expect(await reconcile()).toEqual({ missed: 0 });
    const row = await app.requireShop(shop);
    app.clock.now += HOUR;
    await requestReconciliation(app.services, row, { cause: "staff" });
    await uninstall();
    await app.settle(shop);
    // Nobody delivers anything to an app that is gone.
    store.do(shop, { do: "order.place", customer: "ref:c3", lines: [{ variant: "sku:TREE", quantity: 1 }] });
    store.do(shop, { do: "customer.create", ref: "meanwhile", firstName: "May" });
    store.takeWebhooks(shop);
    expect(await reconcileShop(app.services, row.id)).toBe(false);
    app.clock.now += 20 * HOUR;
    await app.install(shop);
    while (!(await reconcileShop(app.services, row.id)));
    await app.settle(shop);
    const [after, stopped] = await listRuns(app.db.sql, row.id, 2);
    expect(stopped).toMatchObject({ outcome: "stopped", cause: "staff" });
    expect(after).toMatchObject({ outcome: "done", cause: "installation", counts: { missed: 2 } });
    expect(await figuresOf(app, shop, customerId("c3"))).toMatchObject({
      available: 25n + 12n + 100n + 109n,
    });
    expect(await figuresOf(app, shop, customerId("meanwhile"))).toMatchObject({ available: 25n });
  });

  test("before the first comparison loses nothing of what happened while the app was away", async () => {
    await open(shop);
    app.clock.now += MINUTE;
    await uninstall();
    await app.settle(shop);
    store.do(shop, { do: "order.place", customer: "ref:c3", lines: [{ variant: "sku:TREE", quantity: 1 }] });
    store.takeWebhooks(shop);
    app.clock.now += HOUR;
    await app.install(shop);
    const { id } = await app.requireShop(shop);
    while (!(await reconcileShop(app.services, id)));
    expect(await listRuns(app.db.sql, id, 1)).toMatchObject([
      { cause: "installation", counts: { missed: 1 } },
    ]);
  });

  test("lets nothing expire that fell due meanwhile, before a new notice", async () => {
    const lots = { expiry: { kind: "lots", months: 1 }, notice: { days: [30, 7], required: true } };
    const domain = `twin-${shop}`;
    const row = await app.install(domain, { ...RULES, points: lots });
    const notify = async () => {
      const event = { kind: "notice", customerId: "7" } as const;
      await handleEvent(app.services, row, { event, actor: "clock", eventId: `notice-${app.clock.now}` });
    };
    const give = { kind: "adjust", customerId: "7", points: 50n, reason: "test", key: "k" } as const;
    await handleEvent(app.services, row, { event: give, actor: "42", eventId: "k" });
    app.clock.now = parseInstant("2026-07-20T12:00:00Z");
    await notify();
    app.clock.now = parseInstant("2026-08-01T12:00:00Z");
    await deliver(app.door, {
      shop: domain,
      topic: "app/uninstalled",
      payload: { id: 1 },
      triggeredAt: uninstalledAt(),
    });
    await app.settle(domain);
    app.clock.now = parseInstant("2026-08-03T09:00:00Z");
    await app.install(domain);
    app.clock.now += 10 * 24 * HOUR;
    await app.settle(domain);
    expect(await figuresOf(app, domain, "7")).toMatchObject({ available: 50n });
    await notify();
    app.clock.now += 8 * 24 * HOUR;
    await app.settle(domain);
    expect(await figuresOf(app, domain, "7")).toMatchObject({ available: 0n });
  });
});

describe("what a run leaves to others", () => {
  test("what nobody asked for leaves the newest changes to their deliveries; asked for, they are looked at", async () => {
    await open(shop);
    const row = await app.requireShop(shop);
    await requestDueReconciliations(app.services);
    await reconcileShop(app.services, row.id);
    store.do(shop, { do: "order.place", customer: "ref:c3", lines: [{ variant: "sku:TREE", quantity: 1 }] });
    store.takeWebhooks(shop);
    app.clock.now += HOUR + 60_000;
    store.do(shop, { do: "order.place", customer: "ref:c4", lines: [{ variant: "sku:TREE", quantity: 1 }] });
    store.takeWebhooks(shop);
    await requestDueReconciliations(app.services);
    await reconcileShop(app.services, row.id);
    const [byTheHour] = await listRuns(app.db.sql, row.id, 1);
    expect(byTheHour).toMatchObject({ cause: "schedule", outcome: "done", counts: { missed: 1 } });
    expect(await reconcile()).toEqual({ missed: 1 });
  });

  test("a delivery that waits to be settled is not missed", async () => {
    await open(shop);
    store.do(shop, { do: "order.place", customer: "ref:c3", lines: [{ variant: "sku:TREE", quantity: 1 }] });
    store.do(shop, { do: "customer.create", ref: "late", firstName: "Lou" });
    await tell(shop, store.takeWebhooks(shop));
    expect(await reconcile()).toEqual({ missed: 0 });
  });

  test("people who were erased, and their orders, are not found missing", async () => {
    await open(shop);
    const { id, order } = store.do(shop, {
      do: "order.place",
      customer: "ref:c3",
      lines: [{ variant: "sku:TREE", quantity: 1 }],
    });
    expect(await reconcile()).toEqual({ missed: 1 });
    expect(await findings()).toHaveLength(1);
    await deliver(app.door, {
      shop,
      topic: "customers/redact",
      payload: { customer: { id: Number(order?.customerId) }, orders_to_redact: [Number(id)] },
    });
    await app.settle(shop);
    expect(await findings()).toEqual([]);
    expect(await reconcile()).toEqual({ missed: 0 });
    expect(await figuresOf(app, shop, customerId("c3"))).toBeNull();
  });

  test("where most of the shop cannot be found, nothing is taken from anybody and people are told", async () => {
    await open(shop);
    const lines = [{ variant: "sku:MUG", quantity: 1 }];
    for (let n = 0; n < 30; n++) store.do(shop, { do: "order.place", customer: "ref:c3", lines });
    await tell(shop, store.takeWebhooks(shop));
    await app.settle(shop);
    const before = await books(shop);
    const { present } = app.services.platform;
    app.services.platform.present = async () => new Set();
    expect(await reconcile()).toEqual({ missed: 0 });
    app.services.platform.present = present;
    expect(await books(shop)).toEqual(before);
    expect((await findings()).filter(({ kind }) => kind === "orders-not-found")).toMatchObject([
      { detail: "38/38", webhookId: null },
    ]);
  });
});

test("a product whose change was missed is asked of again", async () => {
  await open(shop);
  store.do(shop, { do: "product.update", product: "ref:mug", tags: ["sale"] });
  store.takeWebhooks(shop);
  app.clock.now += 25 * HOUR;
  await reconcile();
  store.do(shop, { do: "order.place", customer: "ref:c3", lines: [{ variant: "sku:MUG", quantity: 4 }] });
  await tell(shop, store.takeWebhooks(shop));
  await app.settle(shop);
  expect(await figuresOf(app, shop, customerId("c3"))).toMatchObject({ available: 25n + 12n + 100n });
});

test("the report of a run says what was missed, by how much it changed points, and whose they are", async () => {
  await open(shop);
  const tree = [{ variant: "sku:TREE", quantity: 2 }];
  const { id } = store.do(shop, { do: "order.place", ref: "trees", customer: "ref:c3", lines: tree });
  await tell(shop, store.takeWebhooks(shop));
  await app.settle(shop);
  app.clock.now += 60_000;
  store.do(shop, { do: "order.refund", order: "ref:trees", lines: [{ line: 1, quantity: 1 }] });
  store.takeWebhooks(shop);
  expect(await reconcile()).toEqual({ missed: 1 });
  expect(await findings()).toMatchObject([
    { kind: "order", orderId: id, memberId: customerId("c3"), points: -89n, state: "done" },
  ]);
});

test("a customer who was deleted is told of once, keeps the points, and is looked for no more", async () => {
  await open(shop);
  const { id } = store.do(shop, { do: "customer.create", ref: "brief", firstName: "Bea" });
  await tell(shop, store.takeWebhooks(shop));
  await app.settle(shop);
  store.do(shop, { do: "customer.delete", customer: "ref:brief" });
  store.takeWebhooks(shop);
  expect(await reconcile()).toEqual({ missed: 1 });
  expect(await findings()).toMatchObject([{ kind: "customer-deleted", memberId: id, state: "done" }]);
  expect(await figuresOf(app, shop, id)).toMatchObject({ available: 25n });
  const [person] = await app.db.sql.query(`SELECT 1 FROM person WHERE member_id = $1`, [id]);
  expect(person).toBeUndefined();
  const looked = async () =>
    (await listRuns(app.db.sql, (await app.requireShop(shop)).id, 1))[0]?.counts.members;
  expect(await looked()).toBe(CUSTOMERS + 1);
  expect(await reconcile()).toEqual({ missed: 0 });
  expect(await looked()).toBe(CUSTOMERS);
});

test("a customer whose orders were given to several by hand was merged into nobody", async () => {
  await open(shop);
  const { id: gone } = await someoneWithOrders(11);
  app.clock.now += 60_000;
  for (let n = 0; n < 11; n++)
    store.do(shop, { do: "order.assign", order: `ref:theirs${n}`, customer: n === 0 ? "ref:c4" : "ref:c3" });
  store.do(shop, { do: "customer.delete", customer: "ref:leaving" });
  store.takeWebhooks(shop);
  await reconcile();
  const ofCustomers = (await findings()).filter(({ kind }) => kind.startsWith("customer-"));
  expect(ofCustomers).toMatchObject([{ kind: "customer-deleted", memberId: gone }]);
  expect(await figuresOf(app, shop, gone)).toMatchObject({ available: 25n });
});

test("a customer of whose orders all are another's now was merged into that one", async () => {
  await open(shop);
  const { id: gone } = await someoneWithOrders(11);
  const before = (await figuresOf(app, shop, customerId("c3")))?.available ?? 0n;
  store.do(shop, { do: "customer.merge", keep: "ref:c3", remove: "ref:leaving" });
  store.takeWebhooks(shop);
  await reconcile();
  const ofCustomers = (await findings()).filter(({ kind }) => kind.startsWith("customer-"));
  expect(ofCustomers).toMatchObject([{ kind: "customer-merged", memberId: customerId("c3") }]);
  expect((await figuresOf(app, shop, customerId("c3")))?.available).toBeGreaterThan(before + 25n);
  expect(await figuresOf(app, shop, gone)).toMatchObject({ available: 0n });
});

async function someoneWithOrders(count: number): Promise<{ id: string }> {
  const { id } = store.do(shop, { do: "customer.create", ref: "leaving", firstName: "Lea" });
  for (let n = 0; n < count; n++) {
    app.clock.now += 60_000;
    const lines = [{ variant: "sku:MUG", quantity: 1 }];
    store.do(shop, { do: "order.place", ref: `theirs${n}`, customer: "ref:leaving", lines });
  }
  await tell(shop, store.takeWebhooks(shop));
  await app.settle(shop);
  return { id };
}

test("fifty reports are kept", async () => {
  const { id } = await app.requireShop(shop);
  for (let n = 0; n < 53; n++) await reconcile();
  expect((await listRuns(app.db.sql, id, 100)).map(({ number }) => number)).toEqual(
    Array.from({ length: 50 }, (_, n) => 53 - n),
  );
});

// The last of all: its workers go on looking for jobs until the file is over.
describe("at the same time as the webhooks", () => {
  test("with eight at work everything is posted once", { timeout: 180_000 }, async () => {
    const random = seededRandom(SEED);
    const twin = `twin-${shop}`;
    await app.install(twin, RULES);
    await open(shop, twin);
    happen(random, CROWD);
    const webhooks = store.takeWebhooks(shop);
    const row = await app.requireShop(shop);
    const workers = [await startWorker(app.services, app.jobs), await startWorker(app.services, app.jobs)];
    const deliveries = tellAtOnce(shuffled(webhooks, random), workers);
    for (let n = 0; n < 4; n++) {
      await requestReconciliation(app.services, row, { cause: "staff" });
      await Promise.all([
        ...Array.from({ length: 3 }, () => reconcileShop(app.services, row.id)),
        ...Array.from({ length: 3 }, () => settleDeliveries(app.services, row)),
      ]);
    }
    await deliveries;
    await eventually(async () => (await deliveriesOf(app, shop)).every(({ state }) => state !== "waiting"));
    await eventually(async () => (await listRuns(app.db.sql, row.id, 1))[0]?.outcome === "done");
    for (const worker of workers) await worker.stop();
    await tell(twin, webhooks);
    await app.settle(twin);
    await app.settle(shop);
    expect(await books(shop)).toEqual(await books(twin));
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
    expect((await deliveriesOf(app, shop)).filter(({ state }) => state !== "done")).toEqual([]);
  });
});
