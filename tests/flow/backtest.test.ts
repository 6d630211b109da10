import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { checkProgramme, type Programme } from "../../app/loyalty/programme.ts";
import { DAY, HOUR, formatInstant, parseInstant } from "../../app/loyalty/time.ts";
import { backtestShop, type ShopBacktest } from "../../app/use-cases/backtest/backtest-shop.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";
import { seededRandom } from "../support/random.ts";

const SEED = Number(process.env.FAULT_SEED ?? 20_261_122);

const LIVELY = {
  points: { pendingDays: 3, expiry: { kind: "lots", months: 1 }, notice: { required: false } },
  earning: {
    exclude: { productTags: ["no-points"] },
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "summer", on: "order", multiply: "2", match: { productTags: ["summer"] } },
      { id: "first", on: "first-order", bonus: 30 },
      { id: "welcome", on: "signup", bonus: 25 },
      { id: "review", on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } },
    ],
  },
  tiers: {
    basis: "spend",
    window: { kind: "rolling", months: 1 },
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: "100.00", multiplier: "1.5" },
    ],
  },
  rewards: [{ id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 5 }],
};

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  const domain = `backtest-${++shops}.myshopify.com`;
  shop = await app.install(domain, programme(LIVELY));
  app.store.products.set("11", { id: "11", tags: ["summer"], collections: [], productType: null });
  app.store.products.set("12", { id: "12", tags: ["no-points"], collections: [], productType: null });
});

const told = async (topic: string, payload: unknown, id?: string) =>
  expect(
    await deliver(app.door, { shop: shop.domain, topic, payload, ...(id === undefined ? {} : { id }) }),
  ).toBe(200);
const asked = (event: LoyaltyEvent, eventId = "asked") =>
  handleEvent(app.services, shop, { event, actor: "shopper", eventId });
const buy = (id: number, by: number | null, total: string, more: Record<string, unknown> = {}) =>
  told("orders/paid", { ...order({ id, customer: by, total, at: formatInstant(app.clock.now) }), ...more });

async function later(ms: number): Promise<void> {
  app.clock.now += ms;
  await app.settle(shop.domain);
}

async function playedAgain(draft: Programme | null = null): Promise<ShopBacktest> {
  await app.settle(shop.domain);
  const report = await backtestShop(app.services, shop, { draft, details: true });
  if (report === null) throw new Error("there is no programme");
  return report;
}

function drafted(changes: Record<string, unknown>): Programme {
  const check = checkProgramme(programme(changes));
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return check.programme;
}

/** Everything that can happen to points, some of it late, twice, or at the same instant. */
async function liveALife(): Promise<void> {
  await told("customers/create", customer(7));
  await buy(1, 7, "40.00");
  await buy(2, 8, "200.00");
  await later(HOUR);
  await told("refunds/create", refund({ id: 90, order: 3, lines: [{ subtotal: "5.00" }] }));
  await buy(3, 7, "60.00");
  await asked({ kind: "activity", customerId: "7", activity: "review", key: "r1" });
  await asked({ kind: "activity", customerId: "7", activity: "review", key: "r2" });
  await asked({ kind: "adjust", customerId: "8", points: -20n, reason: "goodwill", key: "a1" });
  await later(4 * DAY);
  await asked({ kind: "redeem", redemptionId: "R1", customerId: "8", rewardId: "five-off", code: "CODE-1" });
  await asked({ kind: "redeem", redemptionId: "R2", customerId: "8", rewardId: "five-off", code: "CODE-2" });
  await asked({ kind: "redeem", redemptionId: "R3", customerId: "7", rewardId: "no-such", code: "CODE-3" });
  await later(DAY);
  await buy(4, 8, "30.00", { discount_codes: [{ code: "code-1" }] });
  await asked({ kind: "release", redemptionId: "R2" });
  await later(DAY);
  await told("orders/cancelled", {
    ...order({ id: 4, customer: 8, total: "30.00", at: formatInstant(app.clock.now - DAY) }),
    updated_at: formatInstant(app.clock.now),
    cancelled_at: formatInstant(app.clock.now),
    discount_codes: [{ code: "code-1" }],
  });
  await told("customers/merge", merge(7, 8));
  await later(40 * DAY);
  await buy(5, 8, "12.00");
  await buy(6, null, "99.00");
  await later(DAY);
}

test("a shop's stored history, played again, ends at its ledger to the point", async () => {
  await liveALife();
  const { ledger, details } = await playedAgain();
  expect(ledger).toEqual({
    equal: true,
    members: 1,
    orders: 6,
    redemptions: 3,
    behind: 0,
    differing: 0,
    differences: [],
  });
  expect(details?.redemptions).toEqual({ R1: "released", R2: "released", R3: "refused" });
});

test(`so does whatever else happens to it (FAULT_SEED=${SEED})`, async () => {
  const random = seededRandom(SEED);
  const one = (most: number) => 1 + Math.floor(random() * most);
  for (let step = 1; step <= 120; step++) {
    const by = one(5);
    const id = one(30);
    const price = `${one(80)}.${10 + one(89)}`;
    const lines = [
      { id: 1, product: 10 + one(2), price },
      { id: 2, price: "3.00" },
    ];
    const at = formatInstant(NOON + (id % 7) * DAY);
    const now = formatInstant(app.clock.now);
    const kind = one(9);
    if (kind <= 3)
      await told("orders/updated", order({ id, customer: by === 5 ? null : by, lines, at, updatedAt: now }));
    else if (kind === 4)
      await told("refunds/create", refund({ id: one(20), order: id, lines: [{ subtotal: `${one(9)}.00` }] }));
    else if (kind === 5)
      await asked({
        kind: "adjust",
        customerId: `${by}`,
        points: BigInt(one(60) - 30 || 1),
        reason: "",
        key: `${step}`,
      });
    else if (kind === 6)
      await asked({
        kind: "redeem",
        redemptionId: `R${one(20)}`,
        customerId: `${by}`,
        rewardId: "five-off",
        code: `C${step}`,
      });
    else if (kind === 7) await asked({ kind: "release", redemptionId: `R${one(20)}` });
    else if (kind === 8)
      await asked({ kind: "activity", customerId: `${by}`, activity: "review", key: `${one(40)}` });
    else if (step % 40 === 0) await told("customers/merge", merge(by, 1 + (by % 5)));
    if (random() < 0.5) await later(one(3) === 1 ? one(6) * DAY : one(90) * 1000);
  }
  await later(DAY);
  expect((await playedAgain()).ledger).toMatchObject({ equal: true, behind: 0, differences: [] });
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true });
});

test("what came before a later version is played under the version of its time", async () => {
  await buy(1, 7, "10.00");
  await later(HOUR);
  const twice = programme({
    ...LIVELY,
    earning: { rules: [{ id: "purchase", on: "order", rate: { points: 2, per: "1.00" } }] },
  });
  await saveProgramme(app.services, shop, {
    document: { ...twice, effectiveFrom: undefined },
    savedBy: "42",
    basedOn: 1,
  });
  await later(HOUR);
  await buy(2, 7, "10.00");
  await later(5 * DAY);
  const { ledger, details } = await playedAgain();
  expect(ledger.equal).toBe(true);
  expect(details?.orders).toEqual({ 1: 40, 2: 20 });
});

test("a history that is not the ledger's is found out, and what differs is named", async () => {
  await liveALife();
  await app.db.sql.query(`DELETE FROM command WHERE shop_id = $1 AND event->>'kind' = 'adjust'`, [shop.id]);
  const { ledger } = await playedAgain();
  expect(ledger.equal).toBe(false);
  expect(ledger.differences.map(({ what }) => what)).toContain("member 7");
});

test("a draft over the same past says who gains and who loses against the shop's own programme", async () => {
  await liveALife();
  const report = await playedAgain(
    drafted({
      ...LIVELY,
      earning: { rules: [{ id: "purchase", on: "order", rate: { points: 3, per: "1.00" } }] },
    }),
  );
  expect(report.ledger.equal).toBe(true);
  expect(report.changes).toMatchObject({ against: "the shop's own programme", gain: 1, lose: 0 });
  expect(report.details?.orders).toMatchObject({ 1: 120, 2: 600, 5: 36, 6: 0 });
});

test("whoever was erased is in no history and in no comparison, and the others' still ends at the ledger", async () => {
  await buy(1, 7, "40.00");
  await buy(2, 9, "50.00");
  await asked({ kind: "adjust", customerId: "7", points: 5n, reason: "", key: "k" });
  await asked({ kind: "birthday", customerId: "7", month: 2, day: 3 });
  await later(DAY);
  await told("customers/redact", { customer: { id: 7 }, orders_to_redact: [] });
  await later(parseInstant("2026-08-20T00:00:00Z") - app.clock.now);
  const { ledger, details } = await playedAgain();
  expect(ledger).toMatchObject({ equal: true, members: 1, orders: 1 });
  expect(Object.keys(details?.customers ?? {})).toEqual(["9"]);
  expect(await app.db.sql.query(`SELECT 1 FROM command WHERE shop_id = $1`, [shop.id])).toEqual([]);
});

test("a command that changes nothing is not kept a second time", async () => {
  for (let times = 0; times < 3; times++)
    await asked({ kind: "adjust", customerId: "7", points: 5n, reason: "", key: "k" });
  expect(await app.db.sql.query(`SELECT actor FROM command WHERE shop_id = $1`, [shop.id])).toEqual([
    { actor: "shopper" },
  ]);
});
