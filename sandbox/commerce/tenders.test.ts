import { describe, expect, test } from "vitest";
import { DEMO_SHOP } from "../seed-shop.ts";
import { ShopInMemory } from "../testing/shop-in-memory.ts";
import { issueGiftCard } from "./gift-cards.ts";
import { accountsOf, balanceOf, credit, openAccount } from "./store-credit.ts";

const at = "2026-06-01T12:00:00Z";
const lines = [{ title: "Fern", price: "20.00", quantity: 2 }];

/** A shop with Sam, who has store credit and a gift card. */
function shopOfSam({ storeCredit = 0, giftCard = 0 }) {
  const shop = new ShopInMemory({ now: () => new Date(at) });
  const { store } = shop.sandbox;
  const { customer } = shop.do({ do: "customer.create", email: "sam@example.com" });
  if (!customer) throw new Error("no customer");
  const till = { store, shop: DEMO_SHOP, at };
  if (storeCredit > 0) credit(till, openAccount(till, customer, "GBP"), storeCredit, { event: "ADJUSTMENT" });
  const card =
    giftCard > 0
      ? issueGiftCard(store, DEMO_SHOP, { initialValue: giftCard, currency: "GBP", at, code: "fern-2026" })
      : null;
  const left = () => ({
    storeCredit: accountsOf(till, customer.id).reduce((sum, account) => sum + balanceOf(account), 0),
    giftCard: card ? store.collection(DEMO_SHOP, "giftCard").require(card.id).balance : 0,
  });
  const place = (fields: object) => shop.place({ customer: customer.id, lines, ...fields });
  return { shop, place, left, customer };
}

describe("gift cards and store credit", () => {
  test("pay first and leave the order worth what it was", () => {
    const { place, left } = shopOfSam({ storeCredit: 1_000, giftCard: 500 });
    const { payload, books } = place({ storeCredit: true, giftCards: ["FERN 2026"] });
    expect([payload.total_price, payload.total_outstanding, payload.financial_status]).toEqual([
      "40.00",
      "0.00",
      "paid",
    ]);
    expect(payload.total_discounts).toBe("0.00");
    expect(payload.payment_gateway_names).toEqual(["gift_card", "shopify_store_credit", "bogus"]);
    expect(books.transactions.map(({ gateway, amount, kind }) => [gateway, amount, kind])).toEqual([
      ["gift_card", "5.00", "sale"],
      ["shopify_store_credit", "10.00", "sale"],
      ["bogus", "25.00", "sale"],
    ]);
    expect(left()).toEqual({ storeCredit: 0, giftCard: 0 });
  });

  test("pay no more than is needed", () => {
    const { place, left } = shopOfSam({ storeCredit: 10_000 });
    const { payload } = place({ storeCredit: true });
    expect(payload.payment_gateway_names).toEqual(["shopify_store_credit"]);
    expect(left().storeCredit).toBe(6_000);
  });

  test("come back when the order is cancelled, with the order told of it", () => {
    const { shop, place, left } = shopOfSam({ storeCredit: 1_000, giftCard: 500 });
    const order = place({ storeCredit: true, giftCards: ["fern2026"] });
    const { refund } = shop.do({ do: "order.cancel", order: order.id });
    expect(refund?.transactions.map(({ gateway, amount }) => [gateway, amount])).toEqual([
      ["bogus", "25.00"],
      ["shopify_store_credit", "10.00"],
      ["gift_card", "5.00"],
    ]);
    expect(left()).toEqual({ storeCredit: 1_000, giftCard: 500 });
  });

  test("come back after what was paid by card, and never more than was paid", () => {
    const { shop, place, left } = shopOfSam({ storeCredit: 1_000, giftCard: 500 });
    const order = place({ storeCredit: true, giftCards: ["fern2026"] });
    shop.do({ do: "order.refund", order: order.id, amount: "20.00" });
    expect(left()).toEqual({ storeCredit: 0, giftCard: 0 });
    shop.do({ do: "order.refund", order: order.id, amount: "12.00" });
    expect(left()).toEqual({ storeCredit: 700, giftCard: 0 });
    shop.do({ do: "order.refund", order: order.id, amount: "8.00" });
    expect(left()).toEqual({ storeCredit: 1_000, giftCard: 500 });
  });

  test("are refused where there is nothing of them", () => {
    const { place } = shopOfSam({ giftCard: 500 });
    expect(() => place({ giftCards: ["unknown-card"] })).toThrow(/no gift card/);
    expect(() => place({ giftCards: ["fern2026"], presentment: { currency: "EUR", rate: "1.2" } })).toThrow(
      /currency/,
    );
    expect(() => place({ customer: null, storeCredit: true })).toThrow(/guest/);
  });

  test("stand in the way of a merge", () => {
    const { shop, customer } = shopOfSam({ storeCredit: 100 });
    const kim = shop.do({ do: "customer.create", email: "kim@example.com" }).id;
    expect(() => shop.do({ do: "customer.merge", keep: kim, remove: customer.id })).toThrow(/store credit/);
  });
});
