import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import type { OrderPayload, Programme } from "../model/case-format.ts";
import { deliver } from "../support/deliver.ts";
import { openOutside } from "../support/outside.ts";
import { order } from "../support/payloads.ts";
import {
  deliveriesOf,
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
} from "../support/perennial.ts";
import type { TestPerennial } from "../support/perennial.ts";
import { seededRandom, shuffled } from "../support/random.ts";
import { figure, PATIENCE, seeds } from "../support/scale.ts";
import { listUnsound, verifyAll } from "../support/verify-all.ts";

/** F26, F27: points and ids that no double can hold, and money of every number of decimals. */

const SAFE = 2n ** 53n - 1n;
const MOST = 2n ** 63n - 1n;

let app: TestPerennial;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.now = NOON;
  shop = `amounts-${++shops}.myshopify.com`;
});

let keys = 0;
async function adjust(customerId: string, points: bigint): Promise<void> {
  const event = { kind: "adjust", customerId, points, reason: "test", key: `key-${++keys}` } as const;
  await handleEvent(app.services, await app.requireShop(shop), { event, actor: "42", eventId: `${keys}` });
}

async function expectSound(): Promise<void> {
  const { id } = await app.requireShop(shop);
  expect(await listUnsound({ app, shopId: id })).toEqual([]);
  expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
}

describe("F26: points beyond what a double holds", () => {
  test.each([SAFE, SAFE + 1n, SAFE + 2n, MOST])(
    "%s are kept to the point, spent and given back",
    async (points) => {
      const cost = points.toString();
      await app.install(shop, programme({ rewards: [{ id: "all", kind: "amount", cost, value: "5.00" }] }));
      await adjust("7", points);
      expect(await figuresOf(app, shop, "7")).toMatchObject({ available: points });
      const row = await app.requireShop(shop);
      const happen = (event: Parameters<typeof handleEvent>[2]["event"]) =>
        handleEvent(app.services, row, { event, actor: "shopper", eventId: "test" });
      await happen({ kind: "redeem", redemptionId: "R1", customerId: "7", rewardId: "all", code: "CODE-R1" });
      expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 0n, held: points });
      await happen({ kind: "release", redemptionId: "R1" });
      await adjust("7", -1n);
      expect(await figuresOf(app, shop, "7")).toMatchObject({ available: points - 1n, held: 0n });
      await publishSummaries(app.services, row.id);
      const left = points - 1n;
      expect(app.store.summaries.get(`${shop} 7`)).toMatchObject({
        balance: left > SAFE ? String(left) : Number(left),
      });
      await expectSound();
    },
  );

  test("that no balance can hold are an error, and leave everything as it was", async () => {
    await app.install(shop, programme());
    await adjust("7", MOST);
    await expect(adjust("7", 1n)).rejects.toThrow(/out of range|overflow/i);
    await adjust("8", MOST / 2n + 1n);
    await expect(adjust("8", MOST / 2n + 1n)).rejects.toThrow(/out of range|overflow/i);
    await expect(adjust("9", MOST + 1n)).rejects.toThrow(/out of range|overflow/i);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: MOST });
    expect(await figuresOf(app, shop, "8")).toMatchObject({ available: MOST / 2n + 1n });
    expect(await figuresOf(app, shop, "9")).toBeNull();
    await expectSound();
  });

  test(
    "are a dead letter where an order would bring them, and the others go on",
    { timeout: PATIENCE },
    async () => {
      await app.install(shop, programme());
      await adjust("7", MOST - 5n);
      const buy = (id: number, customer: number) =>
        deliver(app.door, {
          shop,
          topic: "orders/paid",
          id: `o-${id}`,
          payload: order({ id, customer, total: "10.00" }),
        });
      for (let id = 1; id <= 6; id++) await buy(id, id % 2 === 0 ? 7 : 8);
      for (let look = 0; look < 12; look++) {
        await app.settle(shop);
        app.clock.now += 10 * 60_000;
      }
      const rows = await deliveriesOf(app, shop);
      expect(rows.map(({ state }) => state)).toEqual(["done", "dead", "done", "dead", "done", "dead"]);
      expect(rows.filter(({ state, reason }) => state === "dead" && !reason)).toEqual([]);
      expect(await figuresOf(app, shop, "7")).toMatchObject({ available: MOST - 5n });
      expect(await figuresOf(app, shop, "8")).toMatchObject({ available: 30n });
      await expectSound();
    },
  );

  test("and ids that differ by one beyond 2^53 stay apart, written as numbers or as text", async () => {
    await app.install(shop, programme());
    const ids = [SAFE + 1n, SAFE + 2n, SAFE + 3n, MOST];
    for (const [n, id] of ids.entries()) {
      const text = JSON.stringify(order({ id: `ORDER`, customer: `CUSTOMER`, total: `${n + 1}.00` }));
      const number = n % 2 === 0 ? String(id) : `"${id}"`;
      const body = text.replaceAll(/"(ORDER|CUSTOMER)"/g, number);
      expect(await deliver(app.door, { shop, topic: "orders/paid", body })).toBe(200);
    }
    await app.settle(shop);
    for (const [n, id] of ids.entries())
      expect(await figuresOf(app, shop, String(id))).toMatchObject({ available: BigInt(n + 1) });
    await expectSound();
  });
});

/** Currency, its decimals, and a price in minor units. */
const CURRENCIES: [currency: string, decimals: number, minor: bigint[]][] = [
  ["JPY", 0, [1n, 999n, 12_345n]],
  ["KRW", 0, [10n, 50_001n, 7n]],
  ["GBP", 2, [1n, 999n, 5_050n]],
  ["KWD", 3, [1n, 1_234n, 99_999n]],
  ["BHD", 3, [10n, 333n, 12_001n]],
  ["CLF", 4, [1n, 12_345n, 678n]],
];

function written(minor: bigint, decimals: number): string {
  const digits = minor.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

describe("F27: money", () => {
  test.each(CURRENCIES)(
    "of %s has %i decimals, and its lines come to the same in any order",
    { timeout: PATIENCE },
    async (currency, decimals, prices) => {
      const [seed = 0] = seeds(1);
      const random = seededRandom(seed);
      const unit = 10n ** BigInt(decimals);
      const document: Programme = {
        programme: "Money",
        currency,
        timezone: "Europe/London",
        effectiveFrom: "2026-01-01T00:00:00Z",
        // 7/3 of a point for each whole unit: never even.
        earning: {
          rules: [{ id: "purchase", on: "order", rate: { points: "7", per: written(3n * unit, decimals) } }],
        },
      };
      const outside = await openOutside(app, shop, [document]);
      const wanted = (prices.reduce((sum, price) => sum + price, 0n) * 7n) / (3n * unit);
      for (let id = 1; id <= figure(5, 60); id++) {
        const lines = shuffled(prices, random).map((price, n) => ({
          id: n + 1,
          price: written(price, decimals),
        }));
        const payload = inOtherMoney(order({ id, customer: id, lines, currency }) as OrderPayload);
        await outside.tell({
          at: "2026-07-01T12:00:00.000Z",
          webhook: "orders/paid",
          id: `o-${id}`,
          payload,
        });
      }
      await verifyAll(outside, { hint: `FAULT_SEED=${seed}` });
      const rows = await app.db.sql.query<{ posted: bigint }>(
        `SELECT DISTINCT posted FROM "order" WHERE shop_id = $1`,
        [outside.shopId],
      );
      expect(rows).toEqual([{ posted: wanted }]);
    },
  );

  test("with a fraction that its currency does not have is refused with a reason, and posts nothing", async () => {
    app.store.facts.set(shop, { name: shop, currency: "JPY", timezone: "Asia/Tokyo" });
    await app.install(
      shop,
      programme({
        currency: "JPY",
        timezone: "Asia/Tokyo",
        earning: { rules: [{ id: "p", on: "order", rate: { points: 1, per: "1" } }] },
      }),
    );
    const payload = order({ id: 1, customer: 7, total: "100.5", currency: "JPY" });
    await deliver(app.door, { shop, topic: "orders/paid", payload });
    await app.settle(shop);
    expect(await deliveriesOf(app, shop)).toMatchObject([
      { state: "dead", reason: expect.stringContaining("JPY has 0 decimals") },
    ]);
    expect(await figuresOf(app, shop, "7")).toBeNull();
  });
});

/** What the buyer saw and paid in, which is never what points are made of. */
function inOtherMoney(payload: OrderPayload): OrderPayload {
  return {
    ...payload,
    line_items: payload.line_items.map((line) => ({
      ...line,
      price: "1234.56",
      price_set: {
        shop_money: { amount: line.price, currency_code: String(payload["currency"]) },
        presentment_money: { amount: "1234.56", currency_code: "USD" },
      },
    })),
  };
}
