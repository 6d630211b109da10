import { describe, expect, test } from "vitest";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import type { ExampleShop } from "./example-shop.ts";
import { PURCHASE, aRefund, aRefundLine } from "./examples.ts";

const GIFT = { id: "gift", kind: "custom", cost: 30, instructions: "send it" };

describe("a claw-back takes, until it is met", () => {
  test("first what of the order is pending, and leaves what is available alone", () => {
    const shop = aShop({ points: { pendingDays: 14 } });
    shop.at("2026-02-01T12:00:00Z", adjusted(100n, "a"));
    shop.at("2026-02-02T12:00:00Z", ordered(50, "2026-02-02T12:00:00Z"));
    refund(shop, "2026-02-03T12:00:00Z", 20);
    expect(shop.figures()).toEqual({ pending: 30n, available: 100n, earned: 30n });
  });

  test("then what is left of the order's own lots, before lots that expire earlier", () => {
    const shop = aShop({ points: { expiry: { kind: "lots", months: 3 }, notice: { required: false } } });
    shop.at("2026-02-01T12:00:00Z", adjusted(100n, "a"));
    shop.at("2026-02-10T12:00:00Z", ordered(50, "2026-02-10T12:00:00Z"));
    refund(shop, "2026-02-11T12:00:00Z", 20);
    const remaining = shop.book.members.get("7")?.lots.map((lot) => [lot.source, lot.remaining]);
    expect(remaining).toEqual([
      ["adjustment", 100n],
      ["order", 30n],
    ]);
  });

  test("nothing for points of the order that have expired: `expired` falls by them", () => {
    const shop = aShop({ points: { expiry: { kind: "lots", months: 1 }, notice: { required: false } } });
    shop.at("2026-02-01T12:00:00Z", ordered(50, "2026-02-01T12:00:00Z"));
    shop.at("2026-03-10T12:00:00Z", adjusted(100n, "a"));
    expect(shop.figures()).toMatchObject({ available: 100n, expired: 50n });
    refund(shop, "2026-03-11T12:00:00Z", 20);
    expect(shop.figures()).toMatchObject({ available: 100n, expired: 30n, earned: 30n });
  });

  test("then other lots, and what is missing is owed and paid by the next gain", () => {
    const shop = aShop({ rewards: [GIFT] });
    shop.at("2026-02-01T12:00:00Z", ordered(50, "2026-02-01T12:00:00Z"));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", "gift"));
    refund(shop, "2026-02-03T12:00:00Z", 50);
    expect(shop.figures()).toEqual({ available: 0n, held: 30n, owed: 30n });
    shop.at("2026-02-04T12:00:00Z", adjusted(40n, "a"));
    expect(shop.figures()).toEqual({ available: 10n, held: 30n });
  });
});

describe("with `forgive`", () => {
  const shopThatForgives = () => aShop({ points: { debt: "forgive" }, rewards: [GIFT] });

  test("as much becomes owed as is held beyond what is owed already, and the rest is dropped", () => {
    const shop = shopThatForgives();
    shop.at("2026-02-01T12:00:00Z", ordered(50, "2026-02-01T12:00:00Z"));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", "gift"));
    shop.at("2026-02-02T13:00:00Z", adjusted(-20n, "spent"));
    refund(shop, "2026-02-03T12:00:00Z", 50);
    expect(shop.figures()).toEqual({ available: 0n, held: 30n, owed: 30n });
    expect(dropped(shop)).toBe(20n);
  });

  test("a later increase of the same order makes up for what it dropped first", () => {
    const shop = shopThatForgives();
    shop.at("2026-02-01T12:00:00Z", ordered(50, "2026-02-01T12:00:00Z"));
    shop.at("2026-02-02T12:00:00Z", adjusted(-50n, "spent"));
    const cancelledAt = Date.parse("2026-02-03T12:00:00Z");
    shop.at(
      "2026-02-03T12:00:00Z",
      ordered(50, "2026-02-01T12:00:00Z", { updatedAt: cancelledAt, cancelledAt }),
    );
    expect(shop.figures()).toEqual({ available: 0n });
    shop.at("2026-02-04T12:00:00Z", ordered(70, "2026-02-01T12:00:00Z", { updatedAt: cancelledAt + 1 }));
    expect(shop.figures()).toEqual({ available: 20n, earned: 70n });
    expect(dropped(shop)).toBe(0n);
  });

  test("what a manual deduction drops is not remembered", () => {
    const shop = shopThatForgives();
    shop.at("2026-02-01T12:00:00Z", adjusted(-50n, "a"));
    shop.at("2026-02-02T12:00:00Z", ordered(20, "2026-02-02T12:00:00Z"));
    expect(shop.figures()).toEqual({ available: 20n, earned: 20n });
  });
});

test("within one event an increase comes before the claw-back that it causes elsewhere", () => {
  const first = { id: "first", on: "first-order", bonus: 100 };
  const shop = aShop({ points: { debt: "forgive" }, earning: { rules: [PURCHASE, first] } });
  shop.at("2026-02-05T12:00:00Z", ordered(10, "2026-02-05T12:00:00Z"));
  shop.at("2026-02-06T12:00:00Z", adjusted(-110n, "spent"));
  shop.at("2026-02-07T12:00:00Z", ordered(20, "2026-02-04T12:00:00Z", { id: "1002" }));
  expect(shop.figures()).toEqual({ available: 20n, earned: 130n });
});

test("takes the lot that expires first, then the oldest", () => {
  const expiry = { kind: "lots", months: 6 };
  const shop = aShop(
    { points: { expiry } },
    { points: { expiry: { ...expiry, months: 1 } }, effectiveFrom: "2026-02-10T00:00:00Z" },
  );
  shop.at("2026-02-01T12:00:00Z", adjusted(10n, "oldest"));
  shop.at("2026-02-11T12:00:00Z", adjusted(10n, "first-to-expire"));
  shop.at("2026-02-11T12:00:00Z", adjusted(10n, "as-early-but-younger"));
  shop.at("2026-02-12T12:00:00Z", adjusted(-15n, "take"));
  const left = shop.book.members.get("7")?.lots.map((lot) => [lot.id, lot.remaining]);
  expect(left).toEqual([
    ["adjust:oldest", 10n],
    ["adjust:as-early-but-younger", 5n],
  ]);
});

function refund(shop: ExampleShop, at: string, pounds: number): void {
  const lines = [aRefundLine({ subtotal: BigInt(pounds) * 100n })];
  shop.at(at, { kind: "refund", refund: aRefund({ lines }) });
}

function dropped({ book }: ExampleShop): bigint | undefined {
  return book.orders.get("1001")?.shares[0]?.dropped;
}
