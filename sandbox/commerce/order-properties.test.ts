import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "../http/answer.ts";
import type { MoneySet, OrderPayload } from "../state/order-payload.ts";
import { DEMO_SHOP } from "../seed-shop.ts";
import type { Discount, DiscountRule } from "../state/discount-types.ts";
import type { Order, Pair } from "../state/types.ts";
import { ShopInMemory } from "../testing/shop-in-memory.ts";
import type { Action, PlaceOrder } from "./actions.ts";
import { addRedeemCode } from "./codes/redeem-codes.ts";
import { issueGiftCard } from "./gift-cards.ts";
import { isTip } from "./line-money.ts";
import { add, NOTHING, pairOf, subtract, times } from "./money.ts";
import { accountsOf, balanceOf, credit, openAccount } from "./store-credit.ts";

const lines = fc.array(
  fc.record({
    title: fc.constantFrom("Fern", "Trowel", "Seeds"),
    price: fc.integer({ min: 100, max: 9_999 }).map((pence) => (pence / 100).toFixed(2)),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const discounts = fc.array(
  fc.oneof(
    fc.record({
      code: fc.constant("TEN"),
      kind: fc.constant("percentage" as const),
      value: fc.constantFrom("10", "33.3"),
    }),
    fc.record({
      title: fc.constant("Spring"),
      kind: fc.constant("fixed" as const),
      value: fc.constantFrom("3.33", "50.00"),
    }),
    fc.record({ code: fc.constant("SHIP"), kind: fc.constant("free-shipping" as const) }),
  ),
  { maxLength: 2 },
);

const placed: fc.Arbitrary<PlaceOrder> = fc.record(
  {
    do: fc.constant("order.place" as const),
    lines,
    discounts,
    shipping: fc.constantFrom(null, { price: "4.99" }),
    tip: fc.constantFrom("2.00"),
    payment: fc.constantFrom("paid" as const, "pending" as const, "authorized" as const, { paid: "0.01" }),
    taxes: fc.constantFrom(
      { included: true, rate: "0.2", onShipping: true },
      { included: false, rate: "0.2", onShipping: true },
      {},
    ),
    presentment: fc.constantFrom(
      { currency: "JPY", rate: "191.38" },
      { currency: "KWD", rate: "0.4021" },
      // So little that units cost nothing in it, or a penny.
      { currency: "EUR", rate: "0.002" },
    ),
  },
  { requiredKeys: ["do", "lines"] },
);

const line = fc.integer({ min: 1, max: 5 });
const quantity = fc.integer({ min: 1, max: 3 });
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("order.pay" as const), order: fc.constant("#1001") }),
    fc.record({
      do: fc.constant("order.edit" as const),
      order: fc.constant("#1001"),
      add: fc.array(fc.constant({ title: "Pot", price: "7.77", quantity: 1 }), { maxLength: 1 }),
      remove: fc.array(fc.record({ line, quantity }), { maxLength: 2 }),
      moneyBack: fc.boolean(),
    }),
    fc.record(
      {
        do: fc.constant("order.refund" as const),
        order: fc.constant("#1001"),
        lines: fc.array(fc.record({ line, quantity }), { maxLength: 2 }),
        shipping: fc.constantFrom("1.50", true as const),
        amount: fc.constantFrom("0.00", "1.00", "12.34"),
      },
      { requiredKeys: ["do", "order"] },
    ),
    fc.record({
      do: fc.constant("order.cancel" as const),
      order: fc.constant("#1001"),
      refund: fc.boolean(),
    }),
  ),
  { maxLength: 6 },
);

/** Does it where it makes sense; what the shop refuses changes nothing. */
function attempt(shop: ShopInMemory, action: Action): void {
  try {
    shop.do(action);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const total = (sets: MoneySet[]): Pair => add(...sets.map(pairOf));

function expectConsistent(order: Order): void {
  const { payload, books } = order;
  const goods = payload.line_items.filter((item) => !isTip(item));
  const tips = total(payload.line_items.filter(isTip).map((item) => item.price_set));
  const lineDiscounts = total(goods.flatMap((item) => item.discount_allocations.map((a) => a.amount_set)));
  const shippingDiscounts = total(
    payload.shipping_lines.flatMap((s) => s.discount_allocations.map((a) => a.amount_set)),
  );
  const tax = total(
    [...payload.line_items, ...payload.shipping_lines].flatMap((item) =>
      item.tax_lines.map((t) => t.price_set),
    ),
  );
  const gross = add(...goods.map((item) => times(pairOf(item.price_set), item.quantity)));
  const shipping = total(payload.shipping_lines.map((s) => s.price_set));
  expect(pairOf(payload.total_line_items_price_set)).toEqual(gross);
  expect(pairOf(payload.subtotal_price_set)).toEqual(subtract(gross, lineDiscounts));
  expect(pairOf(payload.total_discounts_set)).toEqual(add(lineDiscounts, shippingDiscounts));
  expect(pairOf(payload.total_tax_set)).toEqual(tax);
  const onTop = payload.taxes_included ? NOTHING : tax;
  const charged = add(subtract(add(gross, shipping, tips), lineDiscounts), onTop);
  expect(pairOf(payload.total_price_set)).toEqual(subtract(charged, shippingDiscounts));
  expectMoneyToAddUp(payload, books);
}

/** What the order was worth, less what edits took out and refunds gave back, is what was paid and what is outstanding. */
function expectMoneyToAddUp(payload: OrderPayload, books: Order["books"]): void {
  const refunded = payload.refunds.flatMap((refund) => refund.transactions);
  const givenBack = refunded.reduce((sum, { amount }) => sum + Number(amount), 0);
  const { presentment_currency: currency } = payload;
  const decimals = { JPY: 1, KWD: 1000 }[currency as "JPY"] ?? 100;
  expect(Math.round(givenBack * decimals)).toBe(books.givenBack.presentment);
  const paid = subtract(books.captured, books.givenBack);
  const current = pairOf(payload.current_total_price_set);
  if (!books.voided) expect(payload.total_outstanding).toBe(((current.shop - paid.shop) / 100).toFixed(2));
  for (const side of ["shop", "presentment"] as const) {
    expect(paid[side]).toBeGreaterThanOrEqual(0);
    expect(pairOf(payload.current_subtotal_price_set)[side]).toBeGreaterThanOrEqual(0);
    expect(pairOf(payload.current_total_tax_set)[side]).toBeGreaterThanOrEqual(0);
    expect(pairOf(payload.current_shipping_price_set)[side]).toBeGreaterThanOrEqual(0);
  }
  for (const item of payload.line_items) {
    const units = payload.refunds
      .flatMap((r) => r.refund_line_items)
      .filter((r) => r.line_item_id === item.id);
    const back = units.reduce((sum, { quantity: n }) => sum + n, 0);
    expect(item.current_quantity).toBeGreaterThanOrEqual(0);
    expect(item.current_quantity + back).toBeLessThanOrEqual(item.quantity);
  }
}

describe("an order's totals", () => {
  test("add up in both currencies after any sequence of payments, edits, refunds and cancellations", () => {
    fc.assert(
      fc.property(placed, steps, (first, rest) => {
        const shop = new ShopInMemory();
        shop.do(first);
        let before = "";
        for (const step of [first, ...rest]) {
          if (step !== first) attempt(shop, step);
          const order = shop.sandbox.store.collection("perennial-demo.myshopify.com", "order").list()[0];
          if (!order) throw new Error("the order is gone");
          expectConsistent(order);
          expect(order.updatedAt >= before).toBe(true);
          before = order.updatedAt;
        }
        shop.sandbox.store.close();
      }),
      { numRuns: 150 },
    );
  });

  test("a refund of every unit, one by one, gives back exactly what the lines cost", () => {
    fc.assert(
      fc.property(placed, (first) => {
        const shop = new ShopInMemory();
        const order = shop.place({ ...first, payment: "paid" });
        for (const [index, item] of order.payload.line_items.entries())
          for (let unit = 0; unit < item.quantity; unit += 1)
            attempt(shop, { do: "order.refund", order: order.id, lines: [{ line: index + 1, quantity: 1 }] });
        attempt(shop, { do: "order.refund", order: order.id, shipping: true });
        const after = shop.sandbox.store
          .collection("perennial-demo.myshopify.com", "order")
          .require(order.id);
        expect(after.books.givenBack).toEqual(after.books.captured);
        expect(after.payload.current_total_price).toBe("0.00");
        shop.sandbox.store.close();
      }),
      { numRuns: 100 },
    );
  });
});

const RULES: Record<string, DiscountRule> = {
  FIVE: { kind: "basic", items: { all: true }, value: { amount: "5.00", onEachItem: false } },
  EACH: { kind: "basic", items: { all: true }, value: { amount: "0.37", onEachItem: true } },
  THIRD: { kind: "basic", items: { all: true }, value: { share: "0.333" } },
  SHIP: { kind: "free-shipping", mostShipping: null },
};

/** A shop whose discounts may all stand together, with Sam, who has store credit and a gift card. */
function shopWithCodes(): { shop: ShopInMemory; credits: () => number } {
  const shop = new ShopInMemory();
  const { sandbox } = shop;
  const at = sandbox.now();
  for (const [code, rule] of Object.entries(RULES)) {
    const id = sandbox.store.nextId("discount");
    const discount: Discount = {
      ...{ id, rule, title: code, tags: [], startsAt: at, endsAt: null, customerIds: null, usageLimit: null },
      ...{ oncePerCustomer: false, minimum: null, createdAt: at, updatedAt: at },
      combinesWith: { order: true, product: true, shipping: true },
    };
    sandbox.store.collection(DEMO_SHOP, "discount").put(discount);
    addRedeemCode(sandbox, DEMO_SHOP, id, code);
  }
  const { customer } = shop.do({ do: "customer.create", email: "sam@example.com" });
  if (!customer) throw new Error("no customer");
  const till = { store: sandbox.store, shop: DEMO_SHOP, at };
  credit(till, openAccount(till, customer, "GBP"), 1_234, { event: "ADJUSTMENT" });
  const card = issueGiftCard(sandbox.store, DEMO_SHOP, {
    initialValue: 777,
    currency: "GBP",
    at,
    code: "sams-card",
  });
  const onCard = () => sandbox.store.collection(DEMO_SHOP, "giftCard").require(card.id).balance;
  const onAccount = () => accountsOf(till, customer.id).map(balanceOf);
  return { shop, credits: () => onCard() + onAccount().reduce((sum, balance) => sum + balance, 0) };
}

const placedWithCodes: fc.Arbitrary<PlaceOrder> = fc
  .tuple(placed, fc.subarray(Object.keys(RULES)), fc.boolean(), fc.boolean())
  .map(([{ shipping = { price: "4.99" }, discounts: _none, ...order }, codes, card, storeCredit]) => {
    // Gift cards and store credit pay in their own currency only.
    const home = card || storeCredit ? { presentment: { currency: "GBP", rate: "1" } } : {};
    const asked = shipping === null ? codes.filter((code) => code !== "SHIP") : codes;
    const payWith = { ...(card ? { giftCards: ["sams-card"] } : {}), storeCredit };
    return { ...order, shipping, customer: "sam@example.com", codes: asked, ...payWith, ...home };
  });

describe("codes, gift cards and store credit", () => {
  test("keep all sums: what codes took stands on the lines, and what cards paid and got back on the cards", () => {
    fc.assert(
      fc.property(placedWithCodes, steps, (first, rest) => {
        const { shop, credits } = shopWithCodes();
        const before = credits();
        shop.do(first);
        for (const step of [first, ...rest]) {
          if (step !== first) attempt(shop, step);
          const [order] = shop.sandbox.store.collection(DEMO_SHOP, "order").list();
          if (!order) throw new Error("the order is gone");
          expectConsistent(order);
          expectCodesOnLines(order.payload);
          expect(before - credits()).toBe(paidByCredits(order));
        }
        shop.sandbox.store.close();
      }),
      { numRuns: 100 },
    );
  });
});

function expectCodesOnLines(payload: OrderPayload): void {
  const all = [...payload.line_items, ...payload.shipping_lines].flatMap((item) => item.discount_allocations);
  for (const { code, amount } of payload.discount_codes) {
    const index = payload.discount_applications.findIndex((application) => application.code === code);
    const mine = all.filter((allocation) => allocation.discount_application_index === index);
    expect(total(mine.map((allocation) => allocation.amount_set)).shop).toBe(
      Math.round(Number(amount) * 100),
    );
  }
}

function paidByCredits({ books }: Order): number {
  const pence = books.transactions
    .filter(({ gateway }) => ["gift_card", "shopify_store_credit"].includes(gateway))
    .map(({ kind, amount }) => Math.round(Number(amount) * 100) * (kind === "refund" ? -1 : 1));
  return pence.reduce((sum, one) => sum + one, 0);
}
