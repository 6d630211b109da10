import { expect, test } from "vitest";
import type { LoyaltyEvent } from "./events.ts";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";

function slidingBy(units: bigint | null): LoyaltyEvent {
  return { kind: "redeem", redemptionId: "R1", customerId: "7", rewardId: "sliding", code: null, units };
}

const CREDIT = { id: "credit", kind: "store-credit", cost: 50, value: "5.00" };
const SLIDING = { id: "sliding", kind: "store-credit", costPer: 10, value: "8.00" };
const FIVE_OFF = { id: "five-off", kind: "amount", cost: 50, value: "5.00" };

function shopWith(available: bigint, debt: "owe" | "forgive" = "owe") {
  const shop = aShop({ points: { debt }, rewards: [CREDIT, SLIDING, FIVE_OFF] });
  shop.at("2026-02-01T12:00:00Z", adjusted(available, "a"));
  return shop;
}

test("points of a reward without a code stay held, however long, until the benefit is granted", () => {
  const shop = shopWith(80n);
  shop.at("2026-02-02T12:00:00Z", redeemed("R1", "credit"));
  shop.at("2027-02-02T12:00:00Z");
  expect(shop.figures()).toEqual({ available: 30n, held: 50n });
  const granted = shop.at("2027-02-03T12:00:00Z", { kind: "granted", redemptionId: "R1" });
  expect(granted).toEqual({ outcome: "taken", redemptionId: "R1" });
  expect(shop.figures()).toEqual({ available: 30n, redeemed: 50n });
});

test("word that it was granted may come twice", () => {
  const shop = shopWith(80n);
  shop.at("2026-02-02T12:00:00Z", redeemed("R1", "credit"));
  shop.at("2026-02-03T12:00:00Z", { kind: "granted", redemptionId: "R1" });
  const again = shop.at("2026-02-03T12:00:01Z", { kind: "granted", redemptionId: "R1" });
  expect(again).toEqual({ outcome: "unchanged" });
  expect(shop.figures()).toEqual({ available: 30n, redeemed: 50n });
});

test.each([
  ["owe", { available: 0n, owed: 20n, redeemed: 50n }],
  ["forgive", { available: 0n, redeemed: 50n }],
] as const)("granted after it was given up, the cost is taken like a late code (%s)", (debt, figures) => {
  const shop = shopWith(80n, debt);
  shop.at("2026-02-02T12:00:00Z", redeemed("R1", "credit"));
  shop.at("2026-02-03T12:00:00Z", { kind: "release", redemptionId: "R1", because: "not-made" });
  expect(shop.figures()).toEqual({ available: 80n });
  shop.at("2026-02-04T12:00:00Z", adjusted(-50n, "b"));
  shop.at("2026-02-05T12:00:00Z", { kind: "granted", redemptionId: "R1" });
  expect(shop.figures()).toEqual(figures);
});

test("a discount code is taken by an order that carries it, never by a grant", () => {
  const shop = shopWith(80n);
  shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"));
  expect(shop.at("2026-02-03T12:00:00Z", { kind: "granted", redemptionId: "R1" })).toEqual({
    outcome: "unchanged",
  });
  expect(shop.figures()).toEqual({ available: 30n, held: 50n });
});

test("cancelling an order does not bring store credit back", () => {
  const shop = shopWith(80n);
  shop.at("2026-02-02T12:00:00Z", redeemed("R1", "credit"));
  shop.at("2026-02-03T12:00:00Z", { kind: "granted", redemptionId: "R1" });
  shop.at("2026-02-04T12:00:00Z", ordered(10, "2026-02-04T12:00:00Z"));
  shop.at(
    "2026-02-05T12:00:00Z",
    ordered(10, "2026-02-04T12:00:00Z", {
      cancelledAt: Date.parse("2026-02-05T12:00:00Z"),
      updatedAt: Date.parse("2026-02-05T12:00:00Z"),
    }),
  );
  expect(shop.figures()).toEqual({ available: 30n, redeemed: 50n });
});

test("a sliding cost holds as many points as units were asked for", () => {
  const shop = shopWith(80n);
  expect(shop.at("2026-02-02T12:00:00Z", slidingBy(7n))).toMatchObject({ outcome: "held" });
  expect(shop.figures()).toEqual({ available: 10n, held: 70n });
  expect(shop.book.redemptions.get("R1")).toMatchObject({ cost: 70n, units: 7n, code: null });
});

test.each([
  [null, { because: "no-fixed-cost" }],
  [0n, { because: "no-sliding-cost" }],
  [9n, { because: "beyond-value" }],
  [8n, { outcome: "held" }],
])("%s units of a sliding cost that ends at 8", (units, outcome) => {
  const shop = shopWith(80n);
  expect(shop.at("2026-02-02T12:00:00Z", slidingBy(units))).toMatchObject(outcome);
});
