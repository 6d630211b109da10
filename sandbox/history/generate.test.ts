import { describe, expect, test } from "vitest";
import type { Order } from "../state/types.ts";
import { ShopInMemory } from "../testing/shop-in-memory.ts";
import { ITEMS } from "./catalogue.ts";
import { asNdjson, generatePast, oneMoreOrder } from "./generate.ts";
import { drawPicture, isDrawn } from "./pictures.ts";

const now = new Date("2026-11-21T20:00:00Z");

function load(): Order[] {
  const shop = new ShopInMemory();
  shop.sandbox.store.transaction(() => {
    for (const action of generatePast({ now })) shop.do(action);
  });
  return shop.sandbox.store.collection("perennial-demo.myshopify.com", "order").list();
}

describe("the past of the demo's shop", () => {
  test("is the same for the same seed and the same now, and another for another seed", () => {
    expect(asNdjson(generatePast({ now }))).toBe(asNdjson(generatePast({ now })));
    expect(asNdjson(generatePast({ now, seed: "other" }))).not.toBe(asNdjson(generatePast({ now })));
  });

  test("happens in order and ends at now", () => {
    const times = generatePast({ now }).map(({ at }) => at ?? "");
    expect(times).toEqual(times.toSorted());
    expect(Date.parse(times.at(-1) ?? "")).toBeLessThanOrEqual(now.getTime());
    expect(now.getTime() - Date.parse(times.at(-1) ?? "")).toBeLessThan(3 * 86_400_000);
  });

  test("is one that a shop would accept in full, with every kind of order in it", () => {
    const orders = load();
    expect(orders.length).toBeGreaterThan(1_200);
    const some = (kind: (order: Order) => boolean): number => orders.filter(kind).length;
    const refunds = orders.flatMap(({ payload }) => payload.refunds);
    const adjustments = refunds.flatMap((refund) => refund.order_adjustments);
    expect({
      till: some(({ payload }) => payload.source_name === "pos") > 200,
      guests: some(({ customerId }) => customerId === null) > 50,
      discounted: some(({ payload }) => payload.discount_applications.length > 0) > 100,
      voided: some(({ payload }) => payload.financial_status === "voided") > 0,
      cancelled: some(({ payload }) => payload.cancelled_at !== null) > 10,
      giftCards: some(({ payload }) => payload.line_items.some((line) => line.gift_card)) > 10,
      tips: some(({ payload }) => payload.total_tip_received !== "0.00") > 5,
      refundedLines: refunds.filter((refund) => refund.refund_line_items.length > 0).length > 50,
      refundedAmounts:
        adjustments.filter(({ amount, kind }) => kind === "refund_discrepancy" && amount < "0").length > 3,
      refundedShipping: adjustments.filter(({ kind }) => kind === "shipping_refund").length > 3,
    }).toEqual({
      till: true,
      guests: true,
      discounted: true,
      voided: true,
      cancelled: true,
      giftCards: true,
      tips: true,
      refundedLines: true,
      refundedAmounts: true,
      refundedShipping: true,
    });
  });
});

describe("its customers", () => {
  const placed = generatePast({ now }).flatMap((action) =>
    action.do === "order.place" && action.customer != null ? [{ ...action, customer: action.customer }] : [],
  );
  const customers = [...new Set(placed.map(({ customer }) => customer))].map((customer) =>
    placed.filter((order) => order.customer === customer),
  );
  const days = customers.map((orders) =>
    orders.map(({ at = "" }) => Math.floor(Date.parse(at) / 86_400_000)),
  );

  test("differ: many come once, some in a rhythm of their own, most at any time", () => {
    const once = days.filter(({ length }) => length === 1);
    expect(once.length / days.length).toBeGreaterThan(0.25);
    const often = days.filter(({ length }) => length > 4);
    const steady = often.filter((own) => unevennessOf(own) < 0.35).length / often.length;
    expect(steady).toBeGreaterThan(0.15);
    expect(steady).toBeLessThan(0.5);
  });

  test("buy unlike each other: a tenth of them about half of all", () => {
    const pieces = (orders: typeof placed) =>
      orders.flatMap(({ lines }) => lines.map((line) => line.quantity));
    const sumOf = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0);
    const bought = customers.map((orders) => sumOf(pieces(orders))).sort((a, b) => b - a);
    expect(sumOf(bought.slice(0, bought.length / 10)) / sumOf(bought)).toBeGreaterThan(0.35);
  });

  test("buy what belongs together: with an echeveria a pot far oftener than everybody", () => {
    const holds = (order: (typeof placed)[number], what: string) =>
      order.lines.some(({ variant }) => variant?.startsWith(`sku:${what}`));
    const withPlant = placed.filter((order) => holds(order, "ECHEVERIA-TRIO"));
    const potsOf = (orders: typeof placed) =>
      orders.filter((order) => holds(order, "TERRACOTTA-POT")).length / orders.length;
    expect(potsOf(withPlant)).toBeGreaterThan(2 * potsOf(placed));
  });

  test("would buy by their own taste if they came once more, the same each time", () => {
    const once = () => oneMoreOrder("perennial", 7, { at: now, ref: "again" });
    expect(once()).toEqual(once());
    expect(once()).toMatchObject({ customer: "ref:c-7", ref: "again" });
  });
});

/** How far their pauses differ, as logarithms. */
function unevennessOf(days: readonly number[]): number {
  const pauses = days.slice(1).map((day, n) => Math.log(Math.max(1, day - (days[n] ?? 0))));
  const mean = pauses.reduce((sum, pause) => sum + pause, 0) / pauses.length;
  return Math.sqrt(pauses.reduce((sum, pause) => sum + (pause - mean) ** 2, 0) / (pauses.length - 1));
}

describe("the catalogue", () => {
  test("has a picture of its own for every product, and no two alike", () => {
    expect(ITEMS.filter(({ handle }) => !isDrawn(handle)).map(({ handle }) => handle)).toEqual([]);
    expect(new Set(ITEMS.map(({ handle }) => drawPicture(handle))).size).toBe(ITEMS.length);
  });

  test("tags what earns nothing and what belongs to the summer", () => {
    const tags = ITEMS.flatMap((item) => item.tags ?? []);
    expect(tags).toContain("no-points");
    expect(tags).toContain("summer");
  });
});
