import { afterEach, describe, expect, test } from "vitest";
import { startSandbox, type RunningSandbox } from "../server.ts";
import { startReceiver } from "../testing/receiver.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start() {
  const app = await startReceiver();
  const running = await startSandbox({ port: 0, appPort: null, data: ":memory:", appUrl: app.url });
  closing.push(app.close, running.close);
  return { app, call: caller(running), running };
}

function caller({ urls }: RunningSandbox) {
  return async (path: string, body?: unknown) => {
    const init =
      body === undefined
        ? {}
        : { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await fetch(`${urls.shopify}/sandbox/api${path}`, init);
    return { status: response.status, body: await response.json() };
  };
}

const shirt = { title: "Shirt", price: "20.00", quantity: 2 };

describe("the control interface", () => {
  test("does an action and answers what it changed", async () => {
    const { call, app } = await start();
    const { status, body } = await call("/actions", { do: "order.place", lines: [shirt] });
    expect([status, body.action, body.order.payload.total_price]).toEqual([200, "order.place", "40.00"]);
    expect(await call("/idle", {})).toMatchObject({ body: { idle: true, delivered: 3 } });
    expect(app.received.map(({ topic }) => topic).sort()).toEqual([
      "orders/create",
      "orders/paid",
      "orders/updated",
    ]);
  });

  test("gives money of the shop and tells what became of it", async () => {
    const { call } = await start();
    const { status } = await call("/actions", [
      { do: "customer.create", email: "ada@example.com" },
      { do: "discount.create", code: "Ada5", kind: "fixed", value: "5.00", customers: ["ada@example.com"] },
      { do: "storeCredit.credit", customer: "ada@example.com", amount: "3.00" },
      { do: "giftCard.issue", code: "ADAS-CARD", amount: "4.00", customer: "ada@example.com" },
    ]);
    expect(status).toBe(200);
    const order = {
      ...{ do: "order.place", customer: "ada@example.com", lines: [shirt] },
      ...{ codes: ["ADA5"], giftCards: ["adas card"], storeCredit: true },
    };
    const { body } = await call("/actions", order);
    expect(body.order.payload).toMatchObject({
      total_price: "35.00",
      discount_codes: [{ code: "Ada5", amount: "5.00", type: "fixed_amount" }],
      payment_gateway_names: ["gift_card", "shopify_store_credit", "bogus"],
    });
    const { codes } = (await call("/codes?code=ada5")).body;
    expect(codes).toMatchObject([{ code: "Ada5", uses: [{ orderId: body.id, email: "ada@example.com" }] }]);
    expect((await call(`/discounts?limit=1`)).body.discounts).toMatchObject([{ id: codes[0].discountId }]);
    const { customerId } = body.order;
    const [card] = (await call(`/gift-cards?customer=${customerId}`)).body["gift-cards"];
    expect(card).toMatchObject({ initialValue: 400, balance: 0 });
    const [account] = (await call(`/store-credit?customer=${customerId}`)).body["store-credit"];
    expect(account.entries).toMatchObject([{ amount: 300 }, { amount: -300 }]);
    expect(await call("/actions", { do: "giftCard.issue", code: "short", amount: "1.00" })).toMatchObject({
      status: 400,
    });
    expect(await call("/actions", { ...order, giftCards: ["adascard"] })).toMatchObject({ status: 422 });
  });

  test("does a list of actions all or not at all", async () => {
    const { call } = await start();
    const actions = [
      { do: "order.place", lines: [shirt] },
      { do: "order.cancel", order: "#9999" },
    ];
    expect(await call("/actions", actions)).toMatchObject({ status: 404 });
    expect((await call("/orders")).body).toMatchObject({ total: 0, orders: [] });
    expect((await call("/deliveries")).body.deliveries).toEqual([]);
  });

  test.each([
    ["what it does not know", { do: "order.eat" }, 400, "do"],
    ["a missing field", { do: "order.place" }, 400, "lines"],
    ["a word too much", { do: "order.pay", order: "#1", amuont: "1" }, 400, "amuont"],
    ["money as a number", { do: "order.pay", order: "#1", amount: 1.5 }, 400, "amount"],
    ["an order that is not there", { do: "order.pay", order: "#1" }, 404, 'no order "#1"'],
    ["what is not JSON", "{", 400, "not JSON"],
    [
      "more decimals than the currency has",
      { do: "order.place", lines: [{ ...shirt, price: "1.005" }] },
      422,
      "more decimals",
    ],
    ["a time that is none", { do: "order.place", lines: [shirt], at: "yesterday" }, 422, "not an instant"],
    ["a second installation", { do: "app.install" }, 422, "installed already"],
  ])("refuses %s with a sentence", async (_, action, status, words) => {
    const { call } = await start();
    const answer = await call("/actions", action);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toContain(words);
    expect(answer.body.error).toMatch(/\.$/);
  });

  test("says what a path takes, and that there is nothing elsewhere", async () => {
    const { call } = await start();
    expect(await call("/orders", {})).toMatchObject({ status: 405 });
    expect(await call("/nothing")).toMatchObject({ status: 404 });
    expect(await call("/orders?shop=other")).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining("other.myshopify.com") },
    });
  });

  test("keeps shops apart", async () => {
    const { call } = await start();
    const domain = "second.myshopify.com";
    await call("/actions", {
      do: "shop.create",
      domain,
      name: "Second",
      currency: "JPY",
      timezone: "Asia/Tokyo",
      shipping: { title: "Post", price: "500" },
    });
    const { body } = await call("/actions?shop=second", {
      do: "order.place",
      lines: [{ ...shirt, price: "1200" }],
      at: "2026-02-01T00:00:00Z",
    });
    expect(body.order.payload).toMatchObject({
      name: "#1001",
      currency: "JPY",
      total_price: "2400",
      created_at: "2026-02-01T09:00:00+09:00",
    });
    expect((await call("/orders")).body.total).toBe(0);
    expect((await call("/deliveries?shop=second")).body.deliveries).toEqual([]);
  });
});

describe("a history", () => {
  const lines = [
    { do: "customer.create", ref: "sam", email: "sam@example.com", at: "2026-01-01T09:00:00Z" },
    { do: "order.place", ref: "first", customer: "ref:sam", lines: [shirt], at: "2026-01-01T10:00:00Z" },
    { do: "order.refund", order: "ref:first", lines: [{ line: 1, quantity: 1 }], at: "2026-01-05T10:00:00Z" },
  ];
  const ndjson = (list: unknown[]): string => list.map((line) => JSON.stringify(line)).join("\n");

  test("is taken in order, with references and the times of the past", async () => {
    const { call } = await start();
    expect(await call("/history", ndjson(lines))).toMatchObject({ body: { actions: 3 } });
    const { payload } = (await call("/orders")).body.orders[0];
    expect(payload).toMatchObject({
      created_at: "2026-01-01T10:00:00+00:00",
      updated_at: "2026-01-05T10:00:00+00:00",
      financial_status: "partially_refunded",
      customer: { email: "sam@example.com" },
    });
  });

  test("sends only the topics asked for", async () => {
    const { call, app } = await start();
    await call("/history?topics=refunds/create", ndjson(lines));
    await call("/idle", {});
    expect(app.received.map(({ topic }) => topic)).toEqual(["refunds/create"]);
  });

  test("names the line that is wrong, and takes nothing of its batch", async () => {
    const { call } = await start();
    const wrong = await call("/history", ndjson([...lines, { do: "order.pay", order: "ref:nobody" }]));
    expect(wrong).toMatchObject({ status: 404, body: { error: expect.stringMatching(/^Line 4: /) } });
    expect((await call("/orders")).body.total).toBe(0);
  });
});

describe("snapshots", () => {
  test("bring back what was, deliveries and order numbers included", async () => {
    const { call } = await start();
    await call("/actions", { do: "order.place", lines: [shirt] });
    await call("/idle", {});
    await call("/snapshots", { name: "one-order" });
    await call("/actions", { do: "order.place", lines: [shirt] });
    await call("/snapshots/one-order/load", {});
    expect((await call("/orders")).body.total).toBe(1);
    const again = await call("/actions", { do: "order.place", lines: [shirt] });
    expect(again.body.order.name).toBe("#1002");
    expect(await call("/snapshots/other/load", {})).toMatchObject({ status: 404 });
  });

  test("a reset empties the shop, installs the app anew and never gives an id twice", async () => {
    const { call } = await start();
    const before = await call("/actions", { do: "order.place", lines: [shirt] });
    await call("/reset", {});
    const after = await call("/actions", { do: "order.place", lines: [shirt] });
    expect(after.body.order.name).toBe("#1001");
    expect(after.body.order.id).not.toBe(before.body.order.id);
    expect((await call("")).body.shops).toMatchObject([{ orders: 1, installation: { uninstalledAt: null } }]);
  });
});
