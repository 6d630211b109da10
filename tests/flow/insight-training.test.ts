import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { latestModel } from "../../app/db/models.ts";
import { listPredictions, predictionOf, sumPredictions } from "../../app/db/predictions.ts";
import { findTraining } from "../../app/db/trainings.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY, formatInstant } from "../../app/loyalty/time.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { writePredictions } from "../../app/use-cases/insight/prediction-files.ts";
import { requestDueTrainings, requestTraining } from "../../app/use-cases/insight/request-training.ts";
import { showModels } from "../../app/use-cases/insight/show-models.ts";
import { showPredictions } from "../../app/use-cases/insight/show-predictions.ts";
import { trainModels } from "../../app/use-cases/insight/train-models.ts";
import { deliver } from "../support/deliver.ts";
import { order, refund } from "../support/payloads.ts";
import { startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const SHOP = "garden.myshopify.com";
const OLIVE = { staff: "1", role: "owner" as const };

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  shop = await app.install(SHOP);
  await deliver(app.door, {
    ...{ shop: SHOP, topic: "orders/paid" },
    payload: order({ id: 1, customer: { id: 70 }, total: "40.00" }),
  });
  await app.settle(SHOP);
});
afterAll(() => app.close());

test("a shop too small is told what it would take, and no model is made of it", async () => {
  expect(await requestTraining(app.services, shop, OLIVE)).toBe(true);
  expect(await requestTraining(app.services, shop, OLIVE)).toBe(false);
  await trainModels(app.services, shop.id);
  const model = await latestModel(app.db.sql, shop.id, "buyers");
  expect(model).toMatchObject({
    ...{ version: 1, figures: [], weights: null },
    basis: { reason: "not-enough", buyers: 1, orders: 1, needed: { buyers: 30 } },
  });
  expect(await predictionOf(app.db.sql, shop.id, "70")).toBeNull();
  const training = await findTraining(app.db.sql, shop.id);
  expect(training?.finishedAt).toBe(app.clock.now);
  expect(training?.failed).not.toContain("buyers");
});

test("every night brings it about once", async () => {
  await requestDueTrainings(app.services);
  expect((await findTraining(app.db.sql, shop.id))?.finishedAt).not.toBeNull();
  app.clock.now += DAY;
  await requestDueTrainings(app.services);
  expect(await findTraining(app.db.sql, shop.id)).toMatchObject({ askedBy: null, finishedAt: null });
  await trainModels(app.services, shop.id);
  await requestDueTrainings(app.services);
  expect((await findTraining(app.db.sql, shop.id))?.finishedAt).toBe(app.clock.now);
});

describe("a shop with a past", () => {
  const SILENT = 12;
  const BUYERS = 40;

  /** Everybody buys every 30 days; the first twelve have stopped, and number 13 gave half of everything back. */
  beforeAll(async () => {
    for (let n = 1; n <= BUYERS; n++)
      for (let time = 0; time < 6; time++) {
        const ago = (n <= SILENT ? 120 : 0) + 5 + (n % 20) + 30 * time;
        await buy({ id: n * 100 + time, customer: 1_000 + n, ago, halfBack: n === 13 });
      }
    await app.settle(SHOP);
    await trainModels(app.services, shop.id);
  }, 60_000);

  async function buy(told: { id: number; customer: number; ago: number; halfBack: boolean }): Promise<void> {
    const at = formatInstant(app.clock.now - told.ago * DAY);
    const lines = [{ price: "20.00", quantity: 2 }];
    const refunds = told.halfBack
      ? [refund({ id: told.id, order: told.id, at, lines: [{ line: 1, quantity: 1, subtotal: "20.00" }] })]
      : [];
    await deliver(app.door, {
      ...{ shop: SHOP, topic: "orders/paid" },
      payload: order({ id: told.id, customer: { id: told.customer }, lines, at, refunds }),
    });
  }

  const of = async (n: number) => {
    const prediction = await predictionOf(app.db.sql, shop.id, String(1_000 + n));
    if (prediction === null) throw new Error(`nothing is expected of ${n}`);
    return prediction;
  };

  test("expects of each member what their own orders say", async () => {
    const [silent, steady, returning] = [await of(2), await of(20), await of(13)];
    expect(silent.leaving.value).toBeGreaterThan(steady.leaving.value);
    expect(silent.alive.value).toBeLessThan(steady.alive.value);
    expect(steady).toMatchObject({ purchases: 6, modelVersion: 3 });
    expect(steady.next?.on).toBe(steady.lastOrderOn + 30);
    expect(silent.next).toBeNull();
    expect(returning.value.value / returning.orders.value).toBeLessThan(
      steady.value.value / steady.orders.value,
    );
    for (const { value, low, high } of [steady.alive, steady.orders, steady.value, steady.leaving])
      expect(low <= value && value <= high).toBe(true);
  });

  test("adds up, and lists whom to look at", async () => {
    const sums = await sumPredictions(app.db.sql, shop.id);
    expect(sums.members).toBe(BUYERS + 1);
    expect(sums.risks.reduce((sum, many) => sum + many, 0)).toBe(BUYERS + 1);
    const [first] = await listPredictions(app.db.sql, shop.id, { view: "leaving", offset: 0, limit: 5 });
    expect(Number(first?.memberId)).toBeLessThanOrEqual(1_000 + SILENT);
  });

  test("is shown with what it rests on, and comes as a file", async () => {
    const view = await showPredictions(app.services, shop, new URLSearchParams("view=all&page=2"));
    expect(view.model?.basis).toMatchObject({ horizonDays: 90, buyers: BUYERS + 1 });
    expect(view.sums.views).toMatchObject({ all: BUYERS + 1, value: BUYERS + 1 });
    expect([view.page, view.members.length]).toEqual([2, 20]);
    const { models } = await showModels(app.services, shop);
    expect(models[0]).toMatchObject({ kind: "buyers", version: 3, before: { version: 2 } });
    const lines: string[] = [];
    await writePredictions(app.services, shop, {
      ...{ asked: new URLSearchParams("view=all"), by: OLIVE },
      write: async (text) => void lines.push(text),
    });
    const table = lines.join("").trim().split("\r\n");
    expect(table).toHaveLength(1 + BUYERS + 1);
    expect(table[1]?.split(",")).toHaveLength(table[0]?.split(",").length ?? 0);
  });

  test("neither counts nor lists whom the store merged into another", async () => {
    const all = { view: "all", offset: 0, limit: 100 } as const;
    const before = await sumPredictions(app.db.sql, shop.id);
    const merging = (into: string | null) =>
      app.db.sql.query(`UPDATE member SET merged_into = $2 WHERE shop_id = $1 AND id = 1030`, [
        shop.id,
        into,
      ]);
    await merging("1031");
    const after = await sumPredictions(app.db.sql, shop.id);
    expect(await listPredictions(app.db.sql, shop.id, all)).toHaveLength(after.members);
    await merging(null);
    expect(after.members).toBe(BUYERS);
    expect(after.risks.reduce((sum, many) => sum + many, 0)).toBe(BUYERS);
    expect(after.value).toBeLessThan(before.value);
  });

  test("forgets what was expected of an erased member", async () => {
    await app.db.inShop(shop.id, (tx) =>
      eraseCustomer(tx, { shop, customerId: "1005", orderIds: [], now: app.clock.now }),
    );
    expect(await predictionOf(app.db.sql, shop.id, "1005")).toBeNull();
    await trainModels(app.services, shop.id);
    expect((await sumPredictions(app.db.sql, shop.id)).members).toBe(BUYERS);
  });
});
