import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliver, requestOf, signatureOf, type TestDelivery } from "../support/deliver.ts";
import { customer, order, refund } from "../support/payloads.ts";
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
  shop = `door-${++shops}.myshopify.com`;
  await app.install(shop, programme());
});

const send = (delivery: Omit<TestDelivery, "shop" | "topic"> & { topic?: string }) =>
  deliver(app.door, { shop, topic: "orders/paid", ...delivery });

async function rowsOfAllShops(): Promise<number> {
  const [row] = await app.db.sql.query<{ count: bigint }>(`SELECT count(*) AS count FROM delivery`);
  return Number(row?.count);
}

describe("the door of the webhooks", () => {
  test("acknowledges what Shopify signed, once it is remembered", async () => {
    expect(await send({ id: "first", payload: order({ id: 1, customer: 7, total: "12.50" }) })).toBe(200);
    expect(await deliveriesOf(app, shop)).toMatchObject([{ webhook_id: "first", state: "waiting" }]);
    await app.settle(shop);
    expect(await deliveriesOf(app, shop)).toMatchObject([{ webhook_id: "first", state: "done" }]);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 12n });
  });

  const body = JSON.stringify(order({ id: 2, customer: 7 }));
  const right = signatureOf(body);
  test.each([
    ["another secret's", signatureOf(body, "shpss_other"), 401],
    ["a truncated", right.slice(0, -4), 401],
    ["a longer", `${right}AAAA`, 401],
    ["an uppercase", right.toUpperCase(), 401],
    ["the hexadecimal", Buffer.from(right, "base64").toString("hex"), 401],
    ["another body's", signatureOf(`${body} `), 401],
    ["an empty", "", 400],
    ["no", null, 400],
  ])("refuses %s signature, and leaves no trace", async (_, signature, status) => {
    const before = await rowsOfAllShops();
    expect(await send({ body, headers: { "X-Shopify-Hmac-Sha256": signature } })).toBe(status);
    expect(await rowsOfAllShops()).toBe(before);
  });

  test.each(["X-Shopify-Topic", "X-Shopify-Shop-Domain", "X-Shopify-Webhook-Id", "X-Shopify-API-Version"])(
    "refuses a delivery without %s, and leaves no trace",
    async (header) => {
      const before = await rowsOfAllShops();
      expect(await send({ body, headers: { [header]: null } })).toBe(400);
      expect(await rowsOfAllShops()).toBe(before);
    },
  );

  test("knows nothing of a shop that never installed the app", async () => {
    const before = await rowsOfAllShops();
    for (const unknown of ["stranger.myshopify.com", "", "' OR 1=1", "x".repeat(5_000)]) {
      expect([400, 404]).toContain(await send({ body, headers: { "X-Shopify-Shop-Domain": unknown } }));
    }
    expect(await rowsOfAllShops()).toBe(before);
  });

  test("refuses a delivery without a body", async () => {
    expect(await send({ body: "" })).toBe(400);
    expect(await deliveriesOf(app, shop)).toEqual([]);
  });

  test("takes nothing but POST", async () => {
    for (const method of ["GET", "PUT", "DELETE"]) expect(await send({ body, method })).toBe(405);
  });
});

describe("a body larger than any order", () => {
  const LIMIT = 16 * 1024 * 1024;

  test("is refused by its announced length", async () => {
    expect(await send({ body: " ".repeat(LIMIT + 1) })).toBe(413);
    expect(await deliveriesOf(app, shop)).toEqual([]);
  });

  test("is not read to its end where it announces no length", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
        if (sent > 10 * LIMIT) controller.close();
      },
    });
    const { headers } = requestOf({ shop, topic: "orders/paid", body: "{}" });
    const request = new Request("http://localhost/webhooks/orders", {
      method: "POST",
      headers,
      body: endless,
      duplex: "half",
    });
    expect((await app.door(request)).status).toBe(413);
    expect(sent).toBeLessThan(2 * LIMIT);
  });

  test("counts bytes, not characters", async () => {
    expect(await send({ body: JSON.stringify({ note: "€".repeat(LIMIT / 2) }) })).toBe(413);
  });

  test("of just under the limit is taken", async () => {
    const note = "x".repeat(LIMIT - 10_000);
    expect(await send({ payload: { ...order({ id: 3, customer: 7, total: "5.00" }), note } })).toBe(200);
    await app.settle(shop);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 5n });
  });
});

describe("what cannot be understood", () => {
  const whole = order({ id: 4, customer: 7, total: "10.00" });
  const line = { id: 1, quantity: 1, price: "10.00" };
  test.each<[string, Partial<TestDelivery>, RegExp]>([
    ["malformed JSON", { body: '{"id": 4, ' }, /not JSON/],
    ["JSON of another kind", { body: "null" }, /./],
    ["a list", { body: "[]" }, /./],
    ["an order without an id", { payload: { ...whole, id: undefined } }, /^"id"/],
    ["an id no store has", { payload: { ...whole, id: "9".repeat(30) } }, /^"id"/],
    ["an id below 0", { payload: { ...whole, id: -4 } }, /^"id"/],
    [
      "a negative quantity",
      { payload: { ...whole, line_items: [{ ...line, quantity: -1 }] } },
      /^"line_items\.0\.quantity"/,
    ],
    [
      "half a thing",
      { payload: { ...whole, line_items: [{ ...line, quantity: 0.5 }] } },
      /^"line_items\.0\.quantity"/,
    ],
    [
      "more decimals than the currency has",
      { payload: { ...whole, line_items: [{ ...line, price: "10.001" }] } },
      /10\.001/,
    ],
    ["money in words", { payload: { ...whole, line_items: [{ ...line, price: "ten" }] } }, /ten/],
    ["money in powers", { payload: { ...whole, line_items: [{ ...line, price: "1e3" }] } }, /1e3/],
    ["an unknown currency", { payload: { ...whole, currency: "XQZ" } }, /XQZ/],
    [
      "a time without an offset",
      { payload: { ...whole, updated_at: "2026-07-01T09:00:00" } },
      /^"updated_at"/,
    ],
    ["a day that is none", { payload: { ...whole, updated_at: "2026-02-30T09:00:00Z" } }, /2026-02-30/],
    ["lines that are no list", { payload: { ...whole, line_items: { 0: line } } }, /^"line_items"/],
    ["a topic nobody handles", { topic: "carts/update", payload: { id: 1 } }, /carts\/update/],
    ["a deep nest", { body: `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}` }, /^"id"/],
  ])("is acknowledged and kept as a dead letter with its reason: %s", async (_, delivery, reason) => {
    expect(await send({ id: "bad", ...delivery })).toBe(200);
    expect(await send({ id: "good", payload: order({ id: 5, customer: 8, total: "3.00" }) })).toBe(200);
    await app.settle(shop);
    const [bad, good] = await deliveriesOf(app, shop);
    expect(bad).toMatchObject({ webhook_id: "bad", state: "dead" });
    expect(bad?.reason).toMatch(reason);
    expect(good).toMatchObject({ webhook_id: "good", state: "done" });
    expect(await figuresOf(app, shop, "8")).toMatchObject({ available: 3n });
    expect(await figuresOf(app, shop, "7")).toBeNull();
  });

  test("keeps the body of a dead letter to the byte", async () => {
    const sent = '{"id": "\\u0000\\ud800 ünïcödé \u0001';
    await send({ body: sent });
    const [row] = await app.db.sql.query<{ body: string }>(
      `SELECT body FROM delivery WHERE body IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    );
    expect(Buffer.from(row?.body ?? "", "base64").toString()).toBe(sent);
  });
});

describe("what is odd but sound", () => {
  test("keeps ids above 2^53 exact, in numbers as in text", async () => {
    const ids = ["9007199254740993", "9223372036854775807"];
    for (const id of ids) {
      const body = JSON.stringify(order({ id: "ORDER", customer: "MEMBER", total: "4.00" }))
        .replaceAll('"ORDER"', id)
        .replaceAll('"MEMBER"', id);
      expect(await send({ body })).toBe(200);
    }
    await app.settle(shop);
    for (const id of ids) expect(await figuresOf(app, shop, id)).toMatchObject({ available: 4n });
    const { id: shopId } = await app.requireShop(shop);
    const orders = await app.db.sql.query<{ id: bigint }>(
      `SELECT id FROM "order" WHERE shop_id = $1 ORDER BY id`,
      [shopId],
    );
    expect(orders.map(({ id }) => id.toString())).toEqual(ids);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("takes names that no database can keep", async () => {
    const odd = "A\u0000b\ud800c\udfff 🌱";
    const person = { id: 9, firstName: odd, lastName: odd, email: odd };
    const told = order({ id: 6, customer: person, name: odd, lines: [{ price: "6.00", title: odd }] });
    expect(await send({ payload: told })).toBe(200);
    expect(await send({ topic: "customers/update", payload: customer(person) })).toBe(200);
    expect(await send({ topic: "products/update", payload: { id: 1, tags: odd, product_type: odd } })).toBe(
      200,
    );
    expect(await send({ payload: { ...order({ id: 7, customer: 9, total: "1.00" }), currency: odd } })).toBe(
      200,
    );
    await app.settle(shop);
    expect((await deliveriesOf(app, shop)).map(({ state }) => state)).toEqual([
      "done",
      "done",
      "done",
      "dead",
    ]);
    expect(await figuresOf(app, shop, "9")).toMatchObject({ available: 6n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("makes a dead letter of more points than a balance can hold, and never wraps", async () => {
    const all = { id: 8, customer: 10, total: "9223372036854775807.00" };
    await send({ payload: order(all) });
    await send({ payload: order({ ...all, id: 9, total: "1.00" }), id: "one more" });
    for (let attempt = 0; attempt < 10; attempt++) {
      await app.settle(shop);
      app.clock.now += 3_600_000;
    }
    expect(await deliveriesOf(app, shop)).toMatchObject([{ state: "done" }, { state: "dead", attempts: 8 }]);
    expect(await figuresOf(app, shop, "10")).toMatchObject({ available: 2n ** 63n - 1n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });
});

describe("a delivery that comes again", () => {
  const told = { id: 20, customer: 30, total: "40.00" };

  test("counts once under the same id, and is counted", async () => {
    for (let time = 0; time < 3; time++) expect(await send({ id: "same", payload: order(told) })).toBe(200);
    await app.settle(shop);
    expect(await send({ id: "same", payload: order(told) })).toBe(200);
    await app.settle(shop);
    expect(await deliveriesOf(app, shop)).toMatchObject([{ webhook_id: "same", state: "done", repeats: 3 }]);
    expect(await figuresOf(app, shop, "30")).toMatchObject({ available: 40n, earned: 40n });
  });

  test("counts once where 32 come at the same moment, through two processes", async () => {
    const doors = [app.door, app.anotherDoor()];
    const statuses = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        deliver(doors[n % 2] ?? app.door, { shop, topic: "orders/paid", id: "burst", payload: order(told) }),
      ),
    );
    expect(statuses).toEqual(Array.from({ length: 32 }, () => 200));
    await app.settle(shop);
    expect(await deliveriesOf(app, shop)).toMatchObject([
      { webhook_id: "burst", state: "done", repeats: 31 },
    ]);
    expect(await figuresOf(app, shop, "30")).toMatchObject({ available: 40n });
  });

  test("changes nothing under another id", async () => {
    for (const topic of ["orders/create", "orders/paid", "orders/updated"])
      await send({ topic, id: randomUUID(), payload: order(told) });
    await app.settle(shop);
    expect(await deliveriesOf(app, shop)).toHaveLength(3);
    expect(await figuresOf(app, shop, "30")).toMatchObject({ available: 40n, earned: 40n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, transactions: 1 });
  });

  test("changes nothing with another body under the same id", async () => {
    await send({ id: "same", payload: order(told) });
    await send({
      id: "same",
      payload: order({ ...told, total: "4000.00", updatedAt: "2026-07-01T10:00:00Z" }),
    });
    await app.settle(shop);
    expect(await figuresOf(app, shop, "30")).toMatchObject({ available: 40n });
  });

  test("takes a refund once, whichever way it is told", async () => {
    const back = refund({ id: 50, order: 20, lines: [{ subtotal: "15.00" }] });
    await send({ payload: order(told) });
    await send({ topic: "refunds/create", payload: back });
    await send({ topic: "refunds/create", payload: back });
    await send({
      topic: "orders/updated",
      payload: order({ ...told, refunds: [back], updatedAt: "2026-07-01T11:00:00Z" }),
    });
    await app.settle(shop);
    expect(await figuresOf(app, shop, "30")).toMatchObject({ available: 25n, earned: 25n });
  });
});
