/** What the store shows of a member is published anew whenever it is no longer true, and only then. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { StoreProduct } from "../../app/commerce/platform.ts";
import { listLeftovers } from "../../app/db/leftovers.ts";
import type { LoyaltySummary, ProgrammeSummary } from "../../app/loyalty/summary.ts";
import { enqueueLeftovers } from "../../app/use-cases/enqueue-leftovers.ts";
import { publishProgramme } from "../../app/use-cases/publish-programme.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const DAY = 86_400_000;
const tiers = (silver: string) => ({
  basis: "spend",
  window: { kind: "rolling", months: 1 },
  guaranteeDays: 60,
  levels: [
    { id: "bronze", at: "0" },
    { id: "silver", at: silver },
  ],
});
const LEVELS = programme({ tiers: tiers("100.00") });

let app: TestPerennial;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.now = NOON;
  shop = `told-${++shops}.myshopify.com`;
});

async function buy(id: number, total: string, at: number): Promise<void> {
  const payload = order({ id, customer: 7, total, at: new Date(at).toISOString() });
  await deliver(app.door, { shop, topic: "orders/paid", payload });
  await app.settle(shop);
}

/** Publishes what is out of date; answers how many that were. */
async function published(): Promise<number> {
  return publishSummaries(app.services, (await app.requireShop(shop)).id);
}

function told(): LoyaltySummary {
  return app.store.summaries.get(`${shop} 7`) as LoyaltySummary;
}

test("says how far the member is, and what keeps the level", async () => {
  await app.install(shop, LEVELS);
  await buy(1, "120.00", NOON);
  expect(await published()).toBe(1);
  expect(told()).toMatchObject({
    v: 2,
    progress: {
      value: "120.00",
      percent: 100,
      next: null,
      keep: { until: "2026-09-30T23:00:00Z", missing: "100.00" },
    },
    expiring: [],
    birthday: null,
    out: false,
  });
  expect(await published()).toBe(0);
});

test("is published anew when an order leaves the window, though nothing is posted and no level lost", async () => {
  await app.install(shop, LEVELS);
  await buy(1, "120.00", NOON);
  await published();
  app.clock.now = NOON + 31 * DAY - 1;
  await enqueueLeftovers(app.services);
  expect(await published()).toBe(0);
  app.clock.now = NOON + 31 * DAY;
  expect(await published()).toBe(1);
  expect(told().progress).toMatchObject({ value: "0.00", keep: { until: "2026-09-30T23:00:00Z" } });
  app.clock.now = NOON + 35 * DAY;
  expect(await published()).toBe(0);
});

test("is published anew when an order counts although it earns nothing", async () => {
  await app.install(shop, LEVELS);
  await buy(1, "120.00", NOON);
  await published();
  await buy(2, "0.40", NOON);
  expect(await published()).toBe(1);
  expect(told()).toMatchObject({ balance: 120, progress: { value: "120.40" } });
});

test("is published anew when a version asks for more, and not when it gives another reward", async () => {
  const row = await app.install(shop, LEVELS);
  await buy(1, "120.00", NOON);
  await published();
  const save = (changes: Record<string, unknown>, basedOn: number) => {
    const document = { ...LEVELS, effectiveFrom: new Date(NOON + DAY).toISOString(), ...changes };
    return saveProgramme(app.services, row, { document, savedBy: "test", basedOn });
  };
  const rewards = [{ id: "ship", kind: "free-shipping", cost: 300 }];
  expect(await save({ rewards }, 1)).toMatchObject({ outcome: "saved" });
  expect(await published()).toBe(0);
  expect(await save({ rewards, tiers: tiers("300.00") }, 2)).toMatchObject({ outcome: "saved" });
  expect(await published()).toBe(1);
  // The level is lost 60 days after the first midnight under it, which no longer finds it reached.
  expect(told().progress).toMatchObject({ percent: 100, keep: { until: "2026-08-31T23:00:00Z" } });
  app.clock.now = NOON + DAY;
  expect(await published()).toBe(1);
  expect(told().progress).toMatchObject({ value: "120.00", next: null });
});

test("of a programme tells where the page of a reward's product is, as long as the store knows", async () => {
  const gift = { id: "gift", kind: "free-product", cost: 100, product: "812" };
  const row = await app.install(shop, programme({ rewards: [gift] }));
  const fern: StoreProduct = { id: "812", tags: [], collections: [], productType: null, handle: "tall-fern" };
  app.store.products.set("812", fern);
  expect(await handlesTold(row.id)).toEqual(["tall-fern"]);
  const moved = { id: 812, tags: "", product_type: "", handle: "fern" };
  await deliver(app.door, { shop, topic: "products/update", payload: moved });
  await app.settle(shop);
  const [left] = (await listLeftovers(app.db.sql, app.clock.now)).filter(({ shopId }) => shopId === row.id);
  expect(left?.programme).toBe(true);
  expect(await handlesTold(row.id)).toEqual(["fern"]);
});

/** Of the rewards, as published now. */
async function handlesTold(shopId: number): Promise<(string | null)[]> {
  let told: (string | null)[] = [];
  const { platform } = app.services;
  const listening = async (_shop: string, summary: unknown) =>
    void (told = (summary as ProgrammeSummary).rewards.map(({ handle }) => handle));
  await publishProgramme({ ...app.services, platform: { ...platform, publishProgramme: listening } }, shopId);
  return told;
}
