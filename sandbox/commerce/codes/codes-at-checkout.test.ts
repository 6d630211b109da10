import { describe, expect, test } from "vitest";
import type { Discount } from "../../state/discount-types.ts";
import { DEMO_SHOP } from "../../seed-shop.ts";
import { ShopInMemory } from "../../testing/shop-in-memory.ts";
import { addRedeemCode } from "./redeem-codes.ts";

const fern = { title: "Fern", price: "20.00", quantity: 1 };
const trowel = { title: "Trowel", price: "10.00", quantity: 2 };

/** A shop with a discount under the code GIFT. */
function shopWith(fields: Partial<Discount> = {}, code = "GIFT", shop = new ShopInMemory()): ShopInMemory {
  const { sandbox } = shop;
  const discount: Discount = {
    id: sandbox.store.nextId("discount"),
    title: code,
    tags: [],
    startsAt: "2020-01-01T00:00:00Z",
    endsAt: null,
    customerIds: null,
    usageLimit: null,
    oncePerCustomer: false,
    minimum: null,
    combinesWith: { order: false, product: false, shipping: false },
    rule: { kind: "basic", items: { all: true }, value: { amount: "5.00", onEachItem: false } },
    createdAt: "2020-01-01T00:00:00Z",
    updatedAt: "2020-01-01T00:00:00Z",
    ...fields,
  };
  sandbox.store.collection(DEMO_SHOP, "discount").put(discount);
  addRedeemCode(sandbox, DEMO_SHOP, discount.id, code);
  return shop;
}

const customerIn = (shop: ShopInMemory, email: string) => shop.do({ do: "customer.create", email }).id;
const usesOf = (shop: ShopInMemory, code: string) =>
  shop.sandbox.store.collection(DEMO_SHOP, "redeemCode").firstBy("code", code.toLowerCase())?.uses.length;

const only = (products: string[]) => ({ all: false as const, products, variants: [], collections: [] });

/** Puts a product on the shelf and answers its id. */
function product(shop: ShopInMemory, title: string, price: string): string {
  return shop.do({ do: "product.create", title, handle: title, variants: [{ price }] }).id;
}

describe("a code at the checkout", () => {
  test("is taken off all lines, to the penny, and stands in the order as Shopify writes it", () => {
    const { payload } = shopWith().place({ lines: [fern, trowel, fern], codes: ["gift"] });
    expect(payload.discount_codes).toEqual([{ code: "GIFT", amount: "5.00", type: "fixed_amount" }]);
    expect(payload.discount_applications).toEqual([
      {
        target_type: "line_item",
        type: "discount_code",
        value: "5.00",
        value_type: "fixed_amount",
        allocation_method: "across",
        target_selection: "all",
        code: "GIFT",
      },
    ]);
    const parts = payload.line_items.map((line) => line.discount_allocations[0]);
    expect(parts.map((part) => part?.amount)).toEqual(["1.67", "1.67", "1.66"]);
    expect(parts[0]).toEqual({
      amount: "1.67",
      amount_set: {
        shop_money: { amount: "1.67", currency_code: "GBP" },
        presentment_money: { amount: "1.67", currency_code: "GBP" },
      },
      discount_application_index: 0,
    });
    expect(payload.total_discounts).toBe("5.00");
  });

  test("never takes more than the goods cost", () => {
    const rule: Discount["rule"] = {
      kind: "basic",
      items: { all: true },
      value: { amount: "500.00", onEachItem: false },
    };
    const { payload } = shopWith({ rule }).place({ lines: [fern], codes: ["GIFT"] });
    expect([payload.total_price, payload.financial_status]).toEqual(["0.00", "paid"]);
    expect(payload.discount_codes[0]?.amount).toBe("20.00");
  });

  test("is used as often as it may be, and a refused order does not use it", () => {
    const shop = shopWith({ usageLimit: 1 });
    expect(() => shop.place({ lines: [{ ...fern, quantity: 0 }], codes: ["GIFT"] })).toThrow();
    expect(usesOf(shop, "GIFT")).toBe(0);
    const order = shop.place({ lines: [fern], codes: ["GIFT"] });
    expect(usesOf(shop, "GIFT")).toBe(1);
    shop.do({ do: "order.cancel", order: order.id });
    expect(() => shop.place({ lines: [fern], codes: ["GIFT"] })).toThrow(/as often as it may be/);
  });

  test("is for the customers it names, also after a merge, and for a guest with their address", () => {
    const shop = new ShopInMemory();
    const [sam, kim] = [customerIn(shop, "sam@example.com"), customerIn(shop, "kim@example.com")];
    shopWith({ customerIds: [sam] }, "GIFT", shop);
    const place = (buyer: object) => shop.place({ lines: [fern], codes: ["GIFT"], ...buyer });
    expect(() => place({})).toThrow(/this is a guest/);
    expect(() => place({ customer: kim })).toThrow(/for other customers/);
    expect(place({ customer: sam }).payload.total_discounts).toBe("5.00");
    expect(place({ email: "Sam@example.com" }).payload.total_discounts).toBe("5.00");
    shop.do({ do: "customer.merge", keep: kim, remove: sam });
    expect(place({ customer: kim }).payload.total_discounts).toBe("5.00");
  });

  test("counts once for each customer where it says so", () => {
    const shop = shopWith({ oncePerCustomer: true });
    const sam = customerIn(shop, "sam@example.com");
    shop.place({ lines: [fern], codes: ["GIFT"], customer: sam });
    expect(() => shop.place({ lines: [fern], codes: ["GIFT"], customer: sam })).toThrow(/used GIFT already/);
    expect(() => shop.place({ lines: [fern], codes: ["GIFT"], email: "sam@example.com" })).toThrow(/already/);
    expect(shop.place({ lines: [fern], codes: ["GIFT"], email: "kim@example.com" }).payload.total_price).toBe(
      "15.00",
    );
  });

  test.each([
    [{ startsAt: "2999-01-01T00:00:00Z" }, /does not count yet/],
    [{ endsAt: "2021-01-01T00:00:00Z" }, /has expired/],
    [{ minimum: { subtotal: "20.01" } }, /does not reach/],
    [{ minimum: { quantity: 2 } }, /does not reach/],
    [{ rule: { kind: "free-shipping", mostShipping: null } }, /shipping/],
  ] as [Partial<Discount>, RegExp][])("with %j is refused", (fields, sentence) => {
    expect(() => shopWith(fields).place({ lines: [fern], codes: ["GIFT"] })).toThrow(sentence);
  });

  test("of products is for these alone, for each of their units", () => {
    const shop = new ShopInMemory();
    const mug = product(shop, "mug", "8.00");
    const rule: Discount["rule"] = {
      kind: "basic",
      items: only([mug]),
      value: { amount: "1.50", onEachItem: true },
    };
    shopWith({ rule }, "GIFT", shop);
    const { payload } = shop.place({ lines: [fern, { variant: "mug", quantity: 3 }], codes: ["GIFT"] });
    expect(payload.line_items.map((line) => line.discount_allocations[0]?.amount)).toEqual([
      undefined,
      "4.50",
    ]);
    expect(payload.discount_applications[0]).toMatchObject({
      value: "1.50",
      allocation_method: "each",
      target_selection: "entitled",
    });
    expect(() => shop.place({ lines: [fern], codes: ["GIFT"] })).toThrow(/nothing of what is ordered/);
  });

  test("for free shipping takes the shipping off and leaves the goods", () => {
    const shop = shopWith({ rule: { kind: "free-shipping", mostShipping: "5.00" } });
    const { payload } = shop.place({ lines: [fern], codes: ["GIFT"], shipping: { price: "4.99" } });
    expect(payload.discount_codes).toEqual([{ code: "GIFT", amount: "4.99", type: "shipping" }]);
    expect(payload.shipping_lines[0]).toMatchObject({ price: "4.99", discounted_price: "0.00" });
    expect([payload.subtotal_price, payload.total_price]).toEqual(["20.00", "20.00"]);
    expect(() => shop.place({ lines: [fern], codes: ["GIFT"], shipping: { price: "5.01" } })).toThrow(
      /shipping/,
    );
  });
});

describe("buy x, get y", () => {
  const free = { share: "1" };

  test("gives the cheapest free, and counts nothing both as bought and as given", () => {
    const shop = new ShopInMemory();
    const [mug, jug] = [product(shop, "mug", "8.00"), product(shop, "jug", "12.00")];
    const items = only([mug, jug]);
    const rule: Discount["rule"] = {
      kind: "bxgy",
      buys: { items, value: { quantity: 2 } },
      gets: { items, quantity: 1, value: free },
      usesPerOrder: null,
    };
    shopWith({ rule }, "GIFT", shop);
    const off = (mugs: number, jugs: number) =>
      shop.place({
        lines: [
          { variant: "mug", quantity: mugs },
          { variant: "jug", quantity: jugs },
        ],
        codes: ["GIFT"],
      }).payload.total_discounts;
    expect(off(1, 2)).toBe("8.00");
    expect(off(2, 4)).toBe("16.00");
    expect(() => off(1, 1)).toThrow(/nothing of what is ordered/);
  });

  test("gives a sample with a purchase, once per order", () => {
    const shop = new ShopInMemory();
    const sample = product(shop, "sample", "3.00");
    const seeds = product(shop, "seeds", "15.00");
    const rule: Discount["rule"] = {
      kind: "bxgy",
      buys: { items: only([seeds]), value: { amount: "30.00" } },
      gets: { items: only([sample]), quantity: 1, value: free },
      usesPerOrder: 1,
    };
    shopWith({ rule }, "GIFT", shop);
    const { payload } = shop.place({
      lines: [
        { variant: "seeds", quantity: 4 },
        { variant: "sample", quantity: 2 },
      ],
      codes: ["GIFT"],
    });
    expect(payload.total_discounts).toBe("3.00");
    expect(payload.discount_applications[0]).toMatchObject({ value: "100.0", value_type: "percentage" });
  });
});

describe("two codes", () => {
  const together = { order: true, product: true, shipping: true };
  const ship: Partial<Discount> = {
    rule: { kind: "free-shipping", mostShipping: null },
    combinesWith: together,
  };
  const line = { lines: [fern], shipping: { price: "5.00" } };

  test("stand together only where each allows the other", () => {
    const alone = shopWith(ship, "SHIP", shopWith());
    expect(() => alone.place({ ...line, codes: ["GIFT", "SHIP"] })).toThrow(/does not go with/);
    const both = shopWith(ship, "SHIP", shopWith({ combinesWith: together }));
    const { payload } = both.place({ ...line, codes: ["SHIP", "GIFT"] });
    expect(payload.total_price).toBe("15.00");
    expect(payload.discount_codes.map(({ code }) => code)).toEqual(["GIFT", "SHIP"]);
  });

  test("of which one is a share: it is a share of what the product discount left", () => {
    const shop = new ShopInMemory();
    const mug = product(shop, "mug", "10.00");
    const half: Discount["rule"] = { kind: "basic", items: only([mug]), value: { share: "0.5" } };
    const tenth: Discount["rule"] = { kind: "basic", items: { all: true }, value: { share: "0.1" } };
    shopWith({ rule: tenth, combinesWith: together }, "TENTH", shop);
    shopWith({ rule: half, combinesWith: together }, "HALF", shop);
    const { payload } = shop.place({ lines: [{ variant: "mug", quantity: 1 }], codes: ["TENTH", "HALF"] });
    expect(payload.discount_codes).toEqual([
      { code: "HALF", amount: "5.00", type: "percentage" },
      { code: "TENTH", amount: "0.50", type: "percentage" },
    ]);
  });
});
