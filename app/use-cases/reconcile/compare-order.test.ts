import { describe, expect, test } from "vitest";
import type { OrderGlance } from "../../commerce/store-state.ts";
import type { KnownOrder } from "../../db/known-orders.ts";
import type { Order } from "../../loyalty/order.ts";
import { isMissed, withRemembered, withWaiting } from "./compare-order.ts";

const KNOWN: KnownOrder = {
  id: "1",
  customerId: "7",
  updatedAt: 1_000,
  cancelledAt: null,
  status: "paid",
  refundIds: ["r1"],
};
const THERE: OrderGlance = {
  id: "1",
  customerId: "7",
  processedAt: 500,
  updatedAt: 1_000,
  cancelledAt: null,
  status: "paid",
  refundIds: ["r1"],
};
const ORDER: Order = {
  id: "1",
  name: "#1",
  customerId: "7",
  currency: "GBP",
  processedAt: 500,
  updatedAt: 1_000,
  cancelledAt: null,
  status: "paid",
  test: false,
  taxesIncluded: false,
  channel: "web",
  lines: [],
  refunds: [],
  codes: [],
};
const LINE = {
  id: "l1",
  productId: null,
  variantId: null,
  title: "Mug",
  vendor: null,
  quantity: 1,
  currentQuantity: 1,
  price: 100n,
  discount: 0n,
  tax: 0n,
  giftCard: false,
  tip: false,
};
const same = (id: string) => id;

describe("an order is missed", () => {
  test.each<[string, Partial<OrderGlance>]>([
    ["that changed since", { updatedAt: 1_001 }],
    ["with a refund nobody told of", { refundIds: ["r1", "r2"] }],
    ["with a refund nobody told of, though known newer", { refundIds: ["r2"], updatedAt: 999 }],
    ["in another status at the same second", { status: "refunded" }],
    ["cancelled at the same second", { cancelledAt: 900 }],
    ["that belongs to somebody else", { customerId: "8" }],
  ])("%s", (_, changes) => {
    expect(isMissed({ ...THERE, ...changes }, KNOWN, same)).toBe(true);
  });

  test("that nobody told of", () => {
    expect(isMissed(THERE, undefined, same)).toBe(true);
  });
});

describe("an order is as it is known", () => {
  test.each<[string, Partial<OrderGlance>]>([
    ["where all is the same", {}],
    ["where its delivery was faster than the answer", { updatedAt: 999, status: "pending", refundIds: [] }],
  ])("%s", (_, changes) => {
    expect(isMissed({ ...THERE, ...changes }, KNOWN, same)).toBe(false);
  });

  test("where its customer was merged into the one the store names", () => {
    const meant = (id: string) => (id === "7" ? "9" : id);
    expect(isMissed({ ...THERE, customerId: "9" }, KNOWN, meant)).toBe(false);
  });
});

describe("what waits to be settled is known", () => {
  test("an order, though nobody told of it before", () => {
    const known = withWaiting(new Map(), [{ kind: "order", order: { ...ORDER, updatedAt: 2_000 } }]);
    expect(isMissed({ ...THERE, updatedAt: 2_000, refundIds: [] }, known.get("1"), same)).toBe(false);
  });

  test("a newer state and a refund, each for itself", () => {
    const refund = { id: "r2", orderId: "1", createdAt: 0, lines: [], discrepancy: 0n };
    const news = [
      { kind: "refund" as const, refund },
      { kind: "order" as const, order: { ...ORDER, updatedAt: 2_000, status: "refunded" as const } },
      { kind: "order" as const, order: { ...ORDER, updatedAt: 1_500 } },
    ];
    const known = withWaiting(new Map([["1", KNOWN]]), news);
    const there = { ...THERE, updatedAt: 2_000, status: "refunded" as const, refundIds: ["r1", "r2"] };
    expect(isMissed(there, known.get("1"), same)).toBe(false);
    expect(isMissed({ ...there, refundIds: ["r3"] }, known.get("1"), same)).toBe(true);
  });
});

test("a product that the store forgot is remembered, and so is which line was the tip", () => {
  const known = { ...ORDER, lines: [{ ...LINE, productId: "900", variantId: "901" }] };
  const [line] = withRemembered({ ...ORDER, lines: [{ ...LINE, tip: true, quantity: 2 }] }, known).lines;
  expect(line).toMatchObject({ productId: "900", variantId: "901", tip: false, quantity: 2 });
  expect(withRemembered({ ...ORDER, lines: [LINE] }, undefined).lines).toEqual([LINE]);
});

test("by which recommendation a line was bought is remembered, for the store does not tell it again", () => {
  const known = { ...ORDER, lines: [{ ...LINE, pick: "beside.1.2.signed" }] };
  expect(withRemembered({ ...ORDER, lines: [LINE] }, known)).toEqual(known);
  expect(withRemembered({ ...ORDER, lines: [LINE] }, { ...ORDER, lines: [LINE] }).lines).toEqual([LINE]);
});
