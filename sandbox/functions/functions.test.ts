import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { addRedeemCode } from "../commerce/codes/redeem-codes.ts";
import { appNamespace } from "../graphql/app-identity.ts";
import { DEMO_SHOP } from "../seed-shop.ts";
import type { Discount } from "../state/discount-types.ts";
import type { OwnerType } from "../state/types.ts";
import { ShopInMemory } from "../testing/shop-in-memory.ts";
import { findFunction } from "./extension.ts";
import { FunctionFailure, runFunction } from "./run.ts";

const TERMS = { id: "p", tiers: [], customerTags: ["vip"], match: null, from: null, to: null };
const TENTH = { ...TERMS, kind: "member-price", percent: "10" };
const VIPS = { ...TERMS, kind: "exclusive", match: { productTypes: ["Rare"] } };

/** A shop with a mug at 10.00 and a customer with the tag, in which functions are told of these perks. */
function shopWith({ prices = [], gates = [] }: { prices?: object[]; gates?: object[] }) {
  const shop = new ShopInMemory();
  const { store } = shop.sandbox;
  shop.do({ do: "product.create", title: "Mug", handle: "mug", variants: [{ price: "10.00" }] });
  shop.do({
    do: "product.create",
    title: "Jug",
    handle: "jug",
    productType: "Rare",
    variants: [{ price: "30.00" }],
  });
  const { id: vip } = shop.do({ do: "customer.create", email: "vip@example.com", tags: ["vip"] });
  store.collection(DEMO_SHOP, "automaticDiscount").put({
    ...{ id: "1", title: "Prices", functionHandle: "perennial-discount", classes: ["PRODUCT"] },
    ...{ startsAt: "2020-01-01T00:00:00Z", endsAt: null, createdAt: "", updatedAt: "" },
    combinesWith: { order: true, product: true, shipping: true },
  });
  store.collection(DEMO_SHOP, "validation").put({
    ...{
      id: "2",
      title: "Gates",
      functionHandle: "perennial-validation",
      enabled: true,
      blockOnFailure: false,
      createdAt: "2020-01-01T00:00:00Z",
    },
  });
  tell(shop, "DISCOUNT", "1", prices);
  tell(shop, "VALIDATION", "2", gates);
  return { shop, vip };
}

function put(shop: ShopInMemory, ownerType: OwnerType, ownerId: string, key: string, value: string): void {
  const namespace = appNamespace(shop.sandbox);
  shop.sandbox.store.collection(DEMO_SHOP, "metafield").put({
    ...{ id: `${ownerType}/${ownerId}/${namespace}/${key}`, number: "1", ownerType, ownerId, namespace, key },
    ...{ type: "json", value, compareDigest: "", createdAt: "", updatedAt: "" },
  });
}

function tell(shop: ShopInMemory, ownerType: OwnerType, id: string, perks: object[]): void {
  put(shop, ownerType, id, "perks", JSON.stringify({ v: 1, at: 0, next: null, perks, tiers: {} }));
  const variables = { customerTags: ["vip"], productTags: [], collections: [], next: "9999-12-31T00:00:00" };
  put(shop, ownerType, id, "variables", JSON.stringify(variables));
}

const mug = { variant: "mug", quantity: 3 };
const together = { order: true, product: true, shipping: true };

function withCode(shop: ShopInMemory, fields: Partial<Discount>): void {
  const { store } = shop.sandbox;
  const discount: Discount = {
    ...{
      id: store.nextId("discount"),
      title: "GIFT",
      tags: [],
      endsAt: null,
      customerIds: null,
      usageLimit: null,
    },
    ...{
      startsAt: "2020-01-01T00:00:00Z",
      createdAt: "",
      updatedAt: "",
      oncePerCustomer: false,
      minimum: null,
    },
    combinesWith: { order: false, product: false, shipping: false },
    rule: { kind: "basic", items: { all: true }, value: { amount: "5.00", onEachItem: false } },
    ...fields,
  };
  store.collection(DEMO_SHOP, "discount").put(discount);
  addRedeemCode(shop.sandbox, DEMO_SHOP, discount.id, "GIFT");
}

describe("what a function takes off", () => {
  test("stands in the order as Shopify writes an automatic discount, in both currencies", () => {
    const { shop, vip } = shopWith({ prices: [TENTH] });
    const { payload } = shop.place({
      customer: vip,
      lines: [mug],
      presentment: { currency: "EUR", rate: "1.15" },
    });
    expect(payload.discount_codes).toEqual([]);
    expect(payload.discount_applications).toMatchObject([
      { type: "automatic", title: "Member price", value: "10.0" },
    ]);
    const [allocation] = payload.line_items[0]?.discount_allocations ?? [];
    expect(allocation?.amount_set).toEqual({
      shop_money: { amount: "3.00", currency_code: "GBP" },
      presentment_money: { amount: "3.45", currency_code: "EUR" },
    });
  });

  test("goes with a code where each allows the other, and the code counts on what it left", () => {
    const { shop, vip } = shopWith({ prices: [TENTH] });
    withCode(shop, { combinesWith: together });
    expect(shop.place({ customer: vip, lines: [mug], codes: ["GIFT"] }).payload.total_discounts).toBe("8.00");
  });

  test("gives way to a code that goes with nothing and takes more off, and keeps out one that takes less", () => {
    const { shop, vip } = shopWith({ prices: [TENTH] });
    withCode(shop, {});
    const { payload } = shop.place({ customer: vip, lines: [mug], codes: ["GIFT"] });
    expect([payload.total_discounts, payload.discount_applications.length]).toEqual(["5.00", 1]);
    const many = { variant: "mug", quantity: 6 };
    expect(() => shop.place({ customer: vip, lines: [many], codes: ["GIFT"] })).toThrow(/does not go with/);
  });

  test("is the only discount of products on its line", () => {
    const { shop, vip } = shopWith({ prices: [{ ...TENTH, match: { productTypes: ["Rare"] } }] });
    const product = shop.sandbox.store.collection(DEMO_SHOP, "product").firstBy("handle", "jug")?.id ?? "";
    const items = { all: false as const, products: [product], variants: [], collections: [] };
    withCode(shop, { combinesWith: together, rule: { kind: "basic", items, value: { share: "0.5" } } });
    const lines = [{ variant: "jug", quantity: 1 }];
    expect(() => shop.place({ customer: vip, lines, codes: ["GIFT"] })).toThrow(/nothing of what is ordered/);
  });

  test("is nothing before it starts, after its end, without the app, and where the function fails", () => {
    const { shop, vip } = shopWith({ prices: [TENTH] });
    const discounts = shop.sandbox.store.collection(DEMO_SHOP, "automaticDiscount");
    const off = () => shop.place({ customer: vip, lines: [mug] }).payload.total_discounts;
    const discount = discounts.require("1");
    expect(off()).toBe("3.00");
    discounts.put({ ...discount, startsAt: "2999-01-01T00:00:00Z" });
    expect(off()).toBe("0.00");
    discounts.put({ ...discount, endsAt: "2021-01-01T00:00:00Z" });
    expect(off()).toBe("0.00");
    discounts.put(discount);
    put(shop, "DISCOUNT", "1", "variables", "{}");
    expect(off(), "a variable that has to be there is missing").toBe("0.00");
    tell(shop, "DISCOUNT", "1", [TENTH]);
    expect(off()).toBe("3.00");
    shop.do({ do: "app.uninstall" });
    expect(off()).toBe("0.00");
  });
});

describe("what a function refuses", () => {
  const lines = [{ variant: "jug", quantity: 1 }];

  test("is not sold, and nothing of the order is left", () => {
    const { shop, vip } = shopWith({ gates: [VIPS] });
    const { id: other } = shop.do({ do: "customer.create", email: "other@example.com", locale: "de" });
    const orders = () => shop.sandbox.store.collection(DEMO_SHOP, "order").count();
    const before = orders();
    expect(() => shop.place({ customer: other, lines })).toThrow("Jug gibt es nur für bestimmte Mitglieder.");
    expect(() => shop.place({ lines, email: "vip@example.com" })).toThrow(/Sign in if that is you/);
    expect(orders()).toBe(before);
    expect(shop.place({ customer: vip, lines }).payload.line_items).toHaveLength(1);
    expect(shop.place({ customer: vip, lines, source: "pos" }).payload.source_name).toBe("pos");
  });

  test("was sold before the shop refused it", () => {
    const { shop } = shopWith({ gates: [VIPS] });
    expect(shop.place({ lines, at: "2019-12-31T23:59:59Z" }).payload.line_items).toHaveLength(1);
    expect(() => shop.place({ lines, at: "2020-01-01T00:00:00Z" })).toThrow(/certain members/);
  });

  test("is quoted all the same", () => {
    const { shop } = shopWith({ gates: [VIPS] });
    expect(shop.place({ lines, quote: true }).payload.subtotal_price).toBe("30.00");
  });

  test("is sold where the function fails, unless the validation says otherwise", () => {
    const { shop } = shopWith({ gates: [VIPS] });
    put(shop, "VALIDATION", "2", "variables", "{}");
    expect(shop.place({ lines }).payload.line_items).toHaveLength(1);
    const validations = shop.sandbox.store.collection(DEMO_SHOP, "validation");
    validations.put({ ...validations.require("2"), blockOnFailure: true });
    expect(() => shop.place({ lines })).toThrow(/a problem with this cart/);
  });
});

test("an answer that Shopify would not take counts as a failure", () => {
  const { shop } = shopWith({});
  const extension = findFunction(
    shop.sandbox.options.extensions,
    "perennial-validation",
    "cart.validations.generate.run",
  );
  if (!extension) throw new Error("no such function");
  const simple = { ...extension, query: parse("{ buyerJourney { step } }") };
  const root = { buyerJourney: { step: "CART_INTERACTION" } };
  const answer = (output: unknown) => () => runFunction({ ...simple, run: () => output }, root, {});
  expect(answer({ operations: [] })).not.toThrow();
  expect(answer({ operations: [{ validationAdd: {} }] })).toThrow(FunctionFailure);
  expect(answer({})).toThrow(/operations/);
  const errors = Array.from({ length: 1_000 }, () => ({ message: "No.", target: "$.cart" }));
  expect(answer({ operations: [{ validationAdd: { errors } }] })).toThrow(/answers \d+ bytes/);
});
