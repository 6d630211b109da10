import { describe, expect, test } from "vitest";
import { ShopInMemory } from "../testing/shop-in-memory.ts";

const shirt = { title: "Linen shirt", price: "60.00", quantity: 1 };
const scarf = { title: "Scarf", price: "30.00", quantity: 3 };

function refundsOf(shop: ShopInMemory) {
  return shop.sent("refunds/create").map(({ payload }) => payload);
}

describe("placing an order", () => {
  test("tells of it under create, paid and updated, in one event with one body", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt] });
    const sent = shop.sent();
    expect(sent.map(({ topic }) => topic)).toEqual(["orders/create", "orders/paid", "orders/updated"]);
    expect(new Set(sent.map(({ eventId }) => eventId)).size).toBe(1);
    expect(new Set(sent.map(({ webhookId }) => webhookId)).size).toBe(3);
    expect(sent[0]?.payload).toEqual(JSON.parse(JSON.stringify(order.payload)));
  });

  test("spreads a discount over the lines in proportion, to the penny", () => {
    const { payload } = new ShopInMemory().place({
      lines: [
        { title: "A", price: "10.00", quantity: 1 },
        { title: "B", price: "10.00", quantity: 1 },
        { title: "C", price: "10.00", quantity: 1 },
      ],
      discounts: [{ code: "TEN", kind: "fixed", value: "10.00" }],
    });
    const parts = payload.line_items.map((line) => line.discount_allocations[0]?.amount);
    expect(parts).toEqual(["3.34", "3.33", "3.33"]);
    expect(payload.discount_codes).toEqual([{ code: "TEN", amount: "10.00", type: "fixed_amount" }]);
    expect(payload.total_price).toBe("20.00");
  });

  test("never discounts a gift card or a tip", () => {
    const shop = new ShopInMemory();
    shop.do({
      do: "product.create",
      title: "Gift card",
      handle: "card",
      giftCard: true,
      variants: [{ price: "25.00" }],
    });
    const { payload } = shop.place({
      lines: [{ variant: "card", quantity: 1 }, shirt],
      tip: "5.00",
      discounts: [{ code: "HALF", kind: "percentage", value: "50" }],
    });
    expect(payload.line_items.map((line) => line.discount_allocations.length)).toEqual([0, 1, 0]);
    expect(payload.line_items[0]).toMatchObject({
      gift_card: true,
      taxable: false,
      requires_shipping: false,
    });
    expect(payload.total_tip_received).toBe("5.00");
    expect(payload.subtotal_price).toBe("55.00");
  });

  test("contains the tax, or puts it on top", () => {
    const shop = new ShopInMemory();
    const included = shop.place({ lines: [shirt], taxes: { included: true, rate: "0.2" } }).payload;
    expect([included.total_price, included.total_tax]).toEqual(["60.00", "10.00"]);
    const onTop = shop.place({ lines: [shirt], taxes: { included: false, rate: "0.2" } }).payload;
    expect([onTop.total_price, onTop.total_tax]).toEqual(["72.00", "12.00"]);
  });

  test("shows the shopper another currency with its own decimals", () => {
    const { payload } = new ShopInMemory().place({
      lines: [shirt],
      presentment: { currency: "JPY", rate: "191.38" },
    });
    expect(payload.total_price_set).toEqual({
      shop_money: { amount: "60.00", currency_code: "GBP" },
      presentment_money: { amount: "11483", currency_code: "JPY" },
    });
    expect(payload.presentment_currency).toBe("JPY");
  });

  test("in the past carries the times of the past, in the shop's zone", () => {
    const { payload } = new ShopInMemory().place({ lines: [shirt], at: "2026-07-01T10:00:00Z" });
    expect(payload.created_at).toBe("2026-07-01T11:00:00+01:00");
    expect([payload.processed_at, payload.updated_at]).toEqual([payload.created_at, payload.created_at]);
  });
});

describe("paying", () => {
  test("goes from pending over partially paid to paid, and says so once", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt], payment: "pending" });
    expect(order.payload.financial_status).toBe("pending");
    const part = shop.orderOf({ do: "order.pay", order: order.id, amount: "20.00" });
    expect([part.payload.financial_status, part.payload.total_outstanding]).toEqual([
      "partially_paid",
      "40.00",
    ]);
    const paid = shop.orderOf({ do: "order.pay", order: order.id });
    expect([paid.payload.financial_status, paid.payload.total_outstanding]).toEqual(["paid", "0.00"]);
    expect(shop.sent("orders/paid")).toHaveLength(1);
    expect(() => shop.do({ do: "order.pay", order: order.id })).toThrow("waits for no money");
  });
});

describe("editing", () => {
  test("a line added waits for its money", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt] });
    const edited = shop.orderOf({ do: "order.edit", order: order.id, add: [scarf] });
    expect(edited.payload).toMatchObject({
      financial_status: "partially_paid",
      total_outstanding: "90.00",
      total_price: "150.00",
    });
    expect(shop.orderOf({ do: "order.pay", order: order.id }).payload.financial_status).toBe("paid");
  });

  test("units taken out of a paid order come back as a refund of their line", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt, scarf] });
    const edited = shop.orderOf({ do: "order.edit", order: order.id, remove: [{ line: 2, quantity: 2 }] });
    expect(edited.payload.line_items[1]).toMatchObject({ quantity: 3, current_quantity: 1 });
    expect(edited.payload).toMatchObject({
      financial_status: "partially_refunded",
      current_subtotal_price: "90.00",
      total_outstanding: "0.00",
    });
    expect(refundsOf(shop)[0]).toMatchObject({
      refund_line_items: [{ quantity: 2, subtotal: 60 }],
      order_adjustments: [],
    });
  });

  test("units taken out without giving money back leave an overpayment, which a later refund is no discrepancy to", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt, scarf] });
    const edited = shop.orderOf({
      do: "order.edit",
      order: order.id,
      remove: [{ line: 2, quantity: 1 }],
      moneyBack: false,
    });
    expect(edited.payload.refunds).toEqual([]);
    expect(edited.payload).toMatchObject({ financial_status: "paid", total_outstanding: "-30.00" });
    const refunded = shop.orderOf({ do: "order.refund", order: order.id, amount: "30.00" });
    expect(refunded.payload.refunds[0]?.order_adjustments).toEqual([]);
    expect(refunded.payload.total_outstanding).toBe("0.00");
  });
});

describe("refunding", () => {
  test("an amount alone is a discrepancy below 0", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt] });
    shop.do({ do: "order.refund", order: order.id, amount: "10.00" });
    expect(refundsOf(shop)[0]).toMatchObject({
      refund_line_items: [],
      order_adjustments: [{ kind: "refund_discrepancy", amount: "-10.00" }],
      transactions: [{ kind: "refund", amount: "10.00", currency: "GBP" }],
    });
  });

  test("less than the lines cost is a discrepancy above 0", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt, scarf] });
    shop.do({ do: "order.refund", order: order.id, lines: [{ line: 2, quantity: 1 }], amount: "25.00" });
    expect(refundsOf(shop)[0]).toMatchObject({
      refund_line_items: [{ subtotal: 30 }],
      order_adjustments: [{ kind: "refund_discrepancy", amount: "5.00" }],
      transactions: [{ amount: "25.00" }],
    });
  });

  test("all of a shipping that cost nothing is nothing, and changes nothing", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt], shipping: { price: "0.00" } });
    const after = shop.orderOf({ do: "order.refund", order: order.id, shipping: true });
    expect(after.payload).toMatchObject({ financial_status: "paid", current_total_price: "60.00" });
    expect(() => shop.do({ do: "order.refund", order: order.id, amount: "0.00" })).toThrow("A refund names");
  });

  test("shipping is an adjustment of its own", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt], shipping: { price: "4.99" } });
    const after = shop.orderOf({ do: "order.refund", order: order.id, shipping: true });
    expect(refundsOf(shop)[0]).toMatchObject({
      refund_shipping_lines: [{ subtotal_amount_set: { shop_money: { amount: "4.99" } } }],
      order_adjustments: [{ kind: "shipping_refund", amount: "-4.99" }],
    });
    expect(after.payload).toMatchObject({
      financial_status: "partially_refunded",
      current_total_price: "60.00",
    });
  });

  test("the last of the money makes the order refunded, and then there is none left", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt] });
    shop.do({ do: "order.refund", order: order.id, amount: "10.00" });
    const after = shop.orderOf({ do: "order.refund", order: order.id, lines: [{ line: 1 }] });
    expect(after.payload).toMatchObject({ financial_status: "refunded", current_total_price: "0.00" });
    expect(after.payload.refunds.at(-1)?.order_adjustments).toMatchObject([{ amount: "10.00" }]);
    expect(() => shop.do({ do: "order.refund", order: order.id, amount: "0.01" })).toThrow(
      "no money to give back",
    );
  });

  test("more units than are left are refused, and nothing of the refund stays", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [scarf] });
    const action = { do: "order.refund" as const, order: order.id, lines: [{ line: 1, quantity: 4 }] };
    expect(() => shop.do(action)).toThrow("Only 3");
    expect(shop.sent("refunds/create")).toEqual([]);
  });
});

describe("cancelling", () => {
  test("gives everything back, whatever was refunded before", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt, scarf], shipping: { price: "4.99" } });
    shop.do({ do: "order.refund", order: order.id, amount: "10.00" });
    const cancelled = shop.orderOf({ do: "order.cancel", order: order.id, reason: "customer" });
    expect(cancelled.payload).toMatchObject({
      financial_status: "refunded",
      cancel_reason: "customer",
      current_total_price: "0.00",
      total_outstanding: "0.00",
    });
    expect(cancelled.payload.cancelled_at).toBe(cancelled.payload.updated_at);
    expect(cancelled.books.givenBack).toEqual(cancelled.books.captured);
    expect(shop.sent("orders/cancelled")).toHaveLength(1);
  });

  test("an unpaid order is voided, without a refund", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt], payment: "authorized" });
    const cancelled = shop.orderOf({ do: "order.cancel", order: order.id });
    expect(cancelled.payload).toMatchObject({
      financial_status: "voided",
      refunds: [],
      total_outstanding: "0.00",
    });
  });

  test("may keep the money", () => {
    const shop = new ShopInMemory();
    const order = shop.place({ lines: [shirt] });
    const cancelled = shop.orderOf({ do: "order.cancel", order: order.id, refund: false });
    expect(cancelled.payload).toMatchObject({ financial_status: "paid", refunds: [] });
  });
});

describe("every change", () => {
  test("moves updated_at on, even within one second", () => {
    const shop = new ShopInMemory({ now: () => new Date("2026-02-01T10:00:00Z") });
    const order = shop.place({ lines: [shirt], payment: "pending" });
    shop.do({ do: "order.pay", order: order.id, amount: "1.00" });
    shop.do({ do: "order.pay", order: order.id });
    const times = shop.sent("orders/updated").map(({ payload }) => payload.updated_at);
    expect(times).toEqual([
      "2026-02-01T10:00:00+00:00",
      "2026-02-01T10:00:01+00:00",
      "2026-02-01T10:00:02+00:00",
    ]);
  });

  test("keeps the customer's figures up", () => {
    const shop = new ShopInMemory();
    shop.do({ do: "customer.create", email: "sam@example.com" });
    const order = shop.place({ customer: "sam@example.com", lines: [shirt] });
    shop.do({ do: "order.refund", order: order.id, amount: "10.00" });
    const customers = shop.sandbox.store.collection("perennial-demo.myshopify.com", "customer");
    expect(customers.firstBy("email", "sam@example.com")).toMatchObject({
      ordersCount: 1,
      totalSpent: "50.00",
      lastOrderId: order.id,
    });
    shop.do({ do: "order.delete", order: order.id });
    expect(customers.firstBy("email", "sam@example.com")).toMatchObject({
      ordersCount: 0,
      totalSpent: "0.00",
    });
    expect(shop.sent("orders/delete").map(({ payload }) => payload)).toEqual([{ id: order.payload.id }]);
  });
});
