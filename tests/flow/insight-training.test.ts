import { afterAll, beforeAll, expect, test } from "vitest";
import { latestModel } from "../../app/db/models.ts";
import { findTraining } from "../../app/db/trainings.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { requestDueTrainings, requestTraining } from "../../app/use-cases/insight/request-training.ts";
import { trainModels } from "../../app/use-cases/insight/train-models.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
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
  expect(await findTraining(app.db.sql, shop.id)).toMatchObject({ failed: [], finishedAt: app.clock.now });
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
