import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startWorker } from "../../app/worker.server.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { deliver } from "../support/deliver.ts";
import { onPostgres } from "../support/database.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import {
  deliveriesOf,
  figuresOf,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";

let app: TestPerennial;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  shop = `workers-${++shops}.myshopify.com`;
  await app.install(shop, programme());
  app.complaints.length = 0;
});

const tell = (domain: string, topic: string, payload: unknown) =>
  deliver(app.door, { shop: domain, topic, payload });

async function waitUntilDone(domains: string[]): Promise<void> {
  for (let look = 0; look < 600; look++) {
    const rows = (await Promise.all(domains.map((domain) => deliveriesOf(app, domain)))).flat();
    if (rows.every(({ state }) => state !== "waiting")) return;
    await sleep(50);
  }
  throw new Error("deliveries are still waiting");
}

function adjust(domain: string, customerId: string, points: bigint, key: string) {
  const event = { kind: "adjust", customerId, points, reason: "test", key } as const;
  return app
    .requireShop(domain)
    .then((row) => handleEvent(app.services, row, { event, actor: "42", eventId: key }));
}

describe("several workers", () => {
  test("work off one shop and many at once: right points, no dead letters, nothing lost", async () => {
    const others = [1, 2, 3].map((n) => `workers-${shop.split(".")[0]}-${n}.myshopify.com`);
    const domains = [shop, ...others];
    for (const domain of others) await app.install(domain, programme());
    const workers = [await startWorker(app.services, app.jobs), await startWorker(app.services, app.jobs)];
    const orders = Array.from({ length: 60 }, (_, n) => n + 1);
    await Promise.all(
      domains.flatMap((domain) =>
        orders.map(async (id) => {
          await tell(domain, "orders/paid", order({ id, customer: id % 5 || 5, total: "10.00" }));
          for (const worker of workers) worker.wake();
          if (id % 3 === 0)
            await tell(domain, "refunds/create", refund({ id, order: id, lines: [{ subtotal: "4.00" }] }));
        }),
      ),
    );
    await waitUntilDone(domains);
    for (const worker of workers) await worker.stop();
    for (const domain of domains) {
      const rows = await deliveriesOf(app, domain);
      expect(rows).toHaveLength(80);
      expect(rows.filter(({ state }) => state !== "done")).toEqual([]);
      for (const id of [1, 2, 3, 4, 5])
        expect(await figuresOf(app, domain, String(id))).toMatchObject({ available: 104n });
      expect(await verified(app, domain)).toMatchObject({ ok: true, sum: 0n, transactions: 80 });
    }
  });
});

describe("staff and deliveries at the same member at the same moment", () => {
  test("lose nothing of each other", async () => {
    for (let round = 0; round < 10; round++) {
      for (let n = 0; n < 5; n++)
        await tell(shop, "orders/paid", order({ id: round * 5 + n + 1, customer: 7, total: "3.00" }));
      await Promise.all([
        app.settle(shop),
        ...Array.from({ length: 5 }, (_, n) => adjust(shop, "7", 2n, `a-${round}-${n}`)),
        adjust(shop, "7", 2n, `a-${round}-0`),
      ]);
      await app.settle(shop);
    }
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 250n, earned: 150n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n, transactions: 100 });
    expect((await deliveriesOf(app, shop)).filter(({ attempts }) => attempts > 0)).toEqual([]);
  });

  test("make a new member once", async () => {
    for (let id = 100; id < 120; id++) {
      await tell(shop, "customers/create", customer(id));
      await tell(shop, "orders/paid", order({ id, customer: id, total: "3.00" }));
      await Promise.all([
        app.settle(shop),
        adjust(shop, String(id), 2n, `new-${id}`),
        adjust(shop, String(id), 2n, `too-${id}`),
      ]);
      await app.settle(shop);
      expect(await figuresOf(app, shop, String(id))).toMatchObject({ available: 7n });
      const { id: shopId } = await app.requireShop(shop);
      const [row] = await app.db.sql.query<{ known: boolean }>(
        `SELECT (record->>'signedUp')::boolean AS known FROM member WHERE shop_id = $1 AND id = $2`,
        [shopId, id],
      );
      expect(row?.known).toBe(true);
    }
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("agree on what a redemption came to", async () => {
    const domain = `rewards-${shop}`;
    await app.install(
      domain,
      programme({ rewards: [{ id: "five", kind: "amount", cost: 5, value: "5.00" }] }),
    );
    const row = await app.requireShop(domain);
    await adjust(domain, "7", 1_000n, "start");
    for (let round = 1; round <= 15; round++) {
      const redemptionId = `r-${round}`;
      const code = `CODE-${round}`;
      const event = { kind: "redeem", redemptionId, customerId: "7", rewardId: "five", code } as const;
      await handleEvent(app.services, row, { event, actor: "shopper", eventId: redemptionId });
      const told = { ...order({ id: round, customer: 7, total: "10.00" }), discount_codes: [{ code }] };
      await tell(domain, "orders/paid", told);
      await Promise.all([
        app.settle(domain),
        handleEvent(app.services, row, {
          event: { kind: "release", redemptionId },
          actor: "shopper",
          eventId: `x-${round}`,
        }),
      ]);
      await app.settle(domain);
    }
    expect(await verified(app, domain)).toMatchObject({ ok: true, sum: 0n });
    // However it went, the order carried the code: its cost is taken.
    expect(await figuresOf(app, domain, "7")).toMatchObject({ available: 1_000n + 15n * 5n, held: 0n });
  });

  test.runIf(onPostgres)("and merges in a circle of locks end, all of them", async () => {
    for (let id = 1; id <= 20; id++) await adjust(shop, String(id), 10n, `start-${id}`);
    await tell(shop, "customers/merge", merge(1, 2));
    await tell(shop, "customers/merge", merge(3, 1));
    await tell(shop, "customers/merge", merge(20, 19));
    await Promise.all([
      app.settle(shop),
      ...Array.from({ length: 20 }, (_, n) => adjust(shop, String(20 - n), 1n, `at-once-${n}`)),
    ]);
    await app.settle(shop);
    expect(await figuresOf(app, shop, "3")).toMatchObject({ available: 33n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
    expect((await deliveriesOf(app, shop)).every(({ state }) => state === "done")).toBe(true);
  });
});
