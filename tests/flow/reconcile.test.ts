import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../app/loyalty/time.ts";
import { reconcileShop } from "../../app/use-cases/reconcile/reconcile-shop.ts";
import {
  requestDueReconciliations,
  requestReconciliation,
} from "../../app/use-cases/reconcile/request-reconciliation.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { startWorker, type Worker } from "../../app/worker.server.ts";
import { CUSTOMERS, startComparedStore, type ComparedShop } from "../support/compared-shop.ts";
import { deliveriesOf, verified } from "../support/perennial.ts";
import { seededRandom, shuffled } from "../support/random.ts";
import { SEED } from "../support/scale.ts";
import type { Webhook } from "../support/sandbox-store.ts";
import { below, randomChange, randomOrder } from "../support/store-story.ts";

/** FAULT_SEED=n makes up the same story again; FAULT_HISTORIES is how many orders it has. */
const ORDERS = Number(process.env.FAULT_HISTORIES ?? 30);
/** Of orders that are told of and looked for at the same time. */
const CROWD = Number(process.env.FAULT_HISTORIES ?? 100);

const compared = await startComparedStore();
const { app } = compared;
let shop: ComparedShop;

beforeEach(async () => {
  shop = await compared.openShop();
});
afterAll(() => compared.close());

async function hearAtOnce(webhooks: Webhook[], workers: Worker[]): Promise<void> {
  await Promise.all(
    Array.from({ length: 4 }, async (_, lane) => {
      for (const webhook of webhooks.filter((_webhook, n) => n % 4 === lane)) {
        await shop.hear([webhook]);
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

/** What happens in the store in a while: people, orders, what follows them, a merge, an order that is deleted. */
function happen(random: () => number, orders = ORDERS): void {
  shop.do({ do: "customer.create", ref: "new", firstName: "New", email: "new@example.com" });
  for (let n = 0; n < orders; n++) {
    app.clock.now += MINUTE;
    shop.do(randomOrder(`o${n}`, { random, customers: CUSTOMERS }));
    const changed = () => `ref:o${below(n + 1, random)}`;
    while (random() < 0.5) shop.attempt(randomChange(changed(), random));
    if (random() < 0.05)
      shop.attempt({
        do: "order.assign",
        order: changed(),
        customer: `ref:c${below(CUSTOMERS, random)}`,
      });
  }
  shop.attempt({ do: "customer.merge", keep: "ref:c0", remove: "ref:c1" });
  shop.do({ do: "order.delete", order: "ref:first2" });
  // What waits for its money keeps what it had when it began to wait: who never heard of that has nothing to keep.
  for (let n = 0; n < orders; n++) shop.attempt({ do: "order.pay", order: `ref:o${n}` });
  app.clock.now += MINUTE;
}

describe(`what was not delivered is made up for (FAULT_SEED=${SEED})`, () => {
  test.each([
    ["a twentieth", 0.05],
    ["half", 0.5],
    ["everything", 1],
  ])("where %s is dropped", { timeout: 60_000 + ORDERS * 500 }, async (_, share) => {
    const random = seededRandom(SEED + share * 100);
    const twin = await shop.twin();
    await shop.begin(twin);
    happen(random);
    const webhooks = shop.takeWebhooks();
    const arrived = webhooks.filter(() => random() >= share);
    await twin.hear(webhooks);
    await shop.hear(shuffled(arrived, random));
    await twin.settle();
    await shop.settle();
    const { missed } = await shop.reconcile();
    if (share > 0.05) expect(missed).toBeGreaterThan(0);
    expect(await shop.books()).toEqual(await twin.books());
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });

    const before = await shop.postings();
    expect(await shop.reconcile()).toEqual({ missed: 0 });
    expect(await shop.postings()).toBe(before);

    // A day later all of it arrives after all.
    app.clock.now += DAY;
    await shop.hear(webhooks);
    await shop.settle();
    expect(await shop.postings()).toBe(before);
    expect(app.complaints).toEqual([]);
  });
});

describe("what a run leaves to others", () => {
  test("what nobody asked for leaves the newest changes to their deliveries; asked for, they are looked at", async () => {
    await shop.begin();
    const row = await shop.row();
    await requestDueReconciliations(app.services);
    await reconcileShop(app.services, row.id);
    shop.buy("TREE");
    shop.takeWebhooks();
    app.clock.now += HOUR + MINUTE;
    shop.buy("TREE", { customer: "ref:c4" });
    shop.takeWebhooks();
    await requestDueReconciliations(app.services);
    await reconcileShop(app.services, row.id);
    const [byTheHour] = await shop.runs(1);
    expect(byTheHour).toMatchObject({ cause: "schedule", outcome: "done", counts: { missed: 1 } });
    expect(await shop.reconcile()).toEqual({ missed: 1 });
  });

  test("a delivery that waits to be settled is not missed", async () => {
    await shop.begin();
    shop.buy("TREE");
    shop.do({ do: "customer.create", ref: "late", firstName: "Lou" });
    await shop.hear(shop.takeWebhooks());
    expect(await shop.reconcile()).toEqual({ missed: 0 });
  });

  test("where most of the shop cannot be found, nothing is taken from anybody and people are told", async () => {
    await shop.begin();
    for (let n = 0; n < 30; n++) shop.buy("MUG");
    await shop.hear(shop.takeWebhooks());
    await shop.settle();
    const before = await shop.books();
    const { present } = app.services.platform;
    app.services.platform.present = async () => new Set();
    expect(await shop.reconcile()).toEqual({ missed: 0 });
    app.services.platform.present = present;
    expect(await shop.books()).toEqual(before);
    expect((await shop.findings()).filter(({ kind }) => kind === "orders-not-found")).toMatchObject([
      { detail: "38/38", webhookId: null },
    ]);
  });
});

test("a product whose change was missed is asked of again", async () => {
  await shop.begin();
  shop.do({ do: "product.update", product: "ref:mug", tags: ["sale"] });
  shop.takeWebhooks();
  app.clock.now += 25 * HOUR;
  await shop.reconcile();
  shop.do({ do: "order.place", customer: "ref:c3", lines: [{ variant: "sku:MUG", quantity: 4 }] });
  await shop.hear(shop.takeWebhooks());
  await shop.settle();
  expect(await shop.figuresOf(shop.idOf("c3"))).toMatchObject({ available: 25n + 12n + 100n });
});

test("the report of a run says what was missed, by how much it changed points, and whose they are", async () => {
  await shop.begin();
  const tree = [{ variant: "sku:TREE", quantity: 2 }];
  const { id } = shop.do({ do: "order.place", ref: "trees", customer: "ref:c3", lines: tree });
  await shop.hear(shop.takeWebhooks());
  await shop.settle();
  app.clock.now += MINUTE;
  shop.do({ do: "order.refund", order: "ref:trees", lines: [{ line: 1, quantity: 1 }] });
  shop.takeWebhooks();
  expect(await shop.reconcile()).toEqual({ missed: 1 });
  expect(await shop.findings()).toMatchObject([
    { kind: "order", orderId: id, memberId: shop.idOf("c3"), points: -89n, state: "done" },
  ]);
});

test("fifty reports are kept", async () => {
  for (let n = 0; n < 53; n++) await shop.reconcile();
  expect((await shop.runs(100)).map(({ number }) => number)).toEqual(
    Array.from({ length: 50 }, (_, n) => 53 - n),
  );
});

// The last of all: its workers go on looking for jobs until the file is over.
describe("at the same time as the webhooks", () => {
  test("with eight at work everything is posted once", { timeout: 180_000 }, async () => {
    const random = seededRandom(SEED);
    const twin = await shop.twin();
    await shop.begin(twin);
    happen(random, CROWD);
    const webhooks = shop.takeWebhooks();
    const row = await shop.row();
    const workers = [await startWorker(app.services, app.jobs), await startWorker(app.services, app.jobs)];
    const deliveries = hearAtOnce(shuffled(webhooks, random), workers);
    for (let n = 0; n < 4; n++) {
      await requestReconciliation(app.services, row, { cause: "staff" });
      await Promise.all([
        ...Array.from({ length: 3 }, () => reconcileShop(app.services, row.id)),
        ...Array.from({ length: 3 }, () => settleDeliveries(app.services, row)),
      ]);
    }
    await deliveries;
    await eventually(async () =>
      (await deliveriesOf(app, shop.domain)).every(({ state }) => state !== "waiting"),
    );
    await eventually(async () => (await shop.runs(1))[0]?.outcome === "done");
    for (const worker of workers) await worker.stop();
    await twin.hear(webhooks);
    await twin.settle();
    await shop.settle();
    expect(await shop.books()).toEqual(await twin.books());
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
    expect((await deliveriesOf(app, shop.domain)).filter(({ state }) => state !== "done")).toEqual([]);
  });
});
