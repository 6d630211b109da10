import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { UnreadableDelivery } from "../platform.ts";
import { TRANSLATED_TOPICS, translateWebhook } from "./translate.ts";

const ORDER = {
  id: 1001,
  name: "#1001",
  created_at: "2026-02-01T10:00:00+00:00",
  updated_at: "2026-02-01T10:00:00+00:00",
  currency: "GBP",
  financial_status: "paid",
  customer: { id: 7, first_name: "Ada", email: "ada@example.com" },
  line_items: [{ id: 1, quantity: 2, price: "10.00" }],
};

function orderOf(changes: object) {
  const translated = translateWebhook("orders/paid", { ...ORDER, ...changes });
  if (translated.kind !== "points" || translated.event.kind !== "order") throw new Error("no order");
  return translated.event.order;
}

describe("an order of Shopify", () => {
  test("becomes an order in the words of loyalty", () => {
    expect(orderOf({})).toMatchObject({
      id: "1001",
      customerId: "7",
      status: "paid",
      cancelledAt: null,
      codes: [],
      lines: [{ id: "1", quantity: 2, price: 1000n, discount: 0n, tax: 0n, giftCard: false, tip: false }],
    });
  });

  test("is read in shop money where the buyer paid in another", () => {
    const line = { id: 1, quantity: 1, price: "12.00", price_set: { shop_money: { amount: "10.00" } } };
    expect(orderOf({ line_items: [line] }).lines[0]?.price).toBe(1000n);
  });

  test("keeps what the buyer paid in another currency, as it is by now, in minor units of that", () => {
    const paid = (amount: string, currency_code: string) => ({
      presentment_money: { amount, currency_code },
    });
    const placed = { total_price_set: paid("30.00", "EUR") };
    expect(orderOf({ ...placed, current_total_price_set: paid("12.50", "EUR") }).paid).toEqual({
      currency: "EUR",
      total: 1250n,
    });
    expect(orderOf(placed).paid).toEqual({ currency: "EUR", total: 3000n });
    expect(orderOf({ total_price_set: paid("1500.00", "JPY") }).paid?.total).toBe(1500n);
    expect(orderOf({ total_price_set: paid("1.5", "KWD") }).paid?.total).toBe(1500n);
  });

  test.each([
    ["the shop's own currency", { presentment_money: { amount: "9.00", currency_code: "GBP" } }],
    ["another shape", { presentment_money: "9.00" }],
    ["nothing", null],
  ])("is read without what was paid where that is %s", (_, current_total_price_set) => {
    const order = orderOf({ current_total_price_set });
    expect(order.paid).toBeUndefined();
    expect(order.lines).toHaveLength(1);
  });

  test.each([
    ["a currency that nobody knows", { presentment_money: { amount: "9.00", currency_code: "XQX" } }],
    ["an amount that is none", { presentment_money: { amount: "nine", currency_code: "EUR" } }],
    ["parts of what cannot be parted", { presentment_money: { amount: "9.50", currency_code: "JPY" } }],
    [
      "more than can be added up",
      { presentment_money: { amount: "9".padEnd(20, "9"), currency_code: "EUR" } },
    ],
  ])("is not taken for one that was paid in the shop's own money where it is %s", (_, paid) => {
    const order = orderOf({ current_total_price_set: paid });
    expect(order.paid).toEqual({ currency: "XXX", total: 0n });
    expect(order.lines).toHaveLength(1);
  });

  test.each([
    ["DE", "DE"],
    ["England", null],
    ["*", null],
  ])("takes %s for the country %s", (country_code, country) => {
    const customer = { id: 7, default_address: { country_code } };
    const translated = translateWebhook("orders/paid", { ...ORDER, customer });
    expect(translated).toMatchObject({ kind: "points", person: { country } });
  });

  test("ranks an unknown word for its payment lowest", () => {
    expect(orderOf({ financial_status: "invented" }).status).toBe("unknown");
    expect(orderOf({ financial_status: null }).status).toBe("unknown");
  });

  test("names each of its codes once, wherever they stand", () => {
    const codes = {
      discount_codes: [{ code: "A" }],
      discount_applications: [{ code: "A" }, { code: "B" }, {}],
    };
    expect(orderOf(codes).codes).toEqual(["A", "B"]);
  });

  test("adds up only what was given back for no line", () => {
    const refund = {
      id: 5,
      order_id: 1001,
      order_adjustments: [
        { kind: "refund_discrepancy", amount: "-3.00" },
        { kind: "refund_discrepancy", amount: "1.00" },
        { kind: "shipping_refund", amount: "-4.99" },
      ],
    };
    expect(orderOf({ refunds: [refund] }).refunds[0]?.discrepancy).toBe(-200n);
  });
});

test.each([
  [
    "a quantity below 0",
    { line_items: [{ id: 1, quantity: -1, price: "1" }] },
    '"line_items.0.quantity" is below 0.',
  ],
  ["no currency", { currency: undefined }, '"currency" is missing or is no string.'],
  ["lines that are no list", { line_items: "none" }, '"line_items" is missing or is no array.'],
  ["an id in words", { id: "one" }, '"id" is not written as it should be.'],
])("%s is told in words", (_, changes, reason) => {
  expect(() => orderOf(changes)).toThrow(new UnreadableDelivery(reason));
});

test("money with more decimals than the currency has is a fault of the message", () => {
  expect(() => orderOf({ line_items: [{ id: 1, quantity: 1, price: "1.001" }] })).toThrow(UnreadableDelivery);
});

test.each(["orders/invented", "constructor", "__proto__", "hasOwnProperty"])("nobody handles %s", (topic) => {
  expect(() => translateWebhook(topic, { kind: "shop-redacted" })).toThrow(UnreadableDelivery);
});

test("every topic that shopify.app.toml subscribes to has its row, and no other", () => {
  const config = parse(readFileSync("shopify.app.toml", "utf8")) as {
    webhooks: { subscriptions: { topics?: string[]; compliance_topics?: string[] }[] };
  };
  const subscribed = config.webhooks.subscriptions.flatMap(({ topics = [], compliance_topics = [] }) => [
    ...topics,
    ...compliance_topics,
  ]);
  expect([...TRANSLATED_TOPICS].sort()).toEqual(subscribed.sort());
});
