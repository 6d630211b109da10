import { describe, expect, test } from "vitest";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import type { ExampleShop } from "./example-shop.ts";

const FIVE_OFF = { id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 30 };
const LOTS = { expiry: { kind: "lots", months: 1 }, notice: { required: false } };

describe("a redemption is refused, and nothing moves,", () => {
  const rewards = [
    { ...FIVE_OFF },
    { ...FIVE_OFF, id: "once", perMember: 1 },
    { ...FIVE_OFF, id: "single", total: 1 },
    { ...FIVE_OFF, id: "march", from: "2026-03-01T00:00:00Z" },
    { ...FIVE_OFF, id: "gold-only", tiers: ["gold"] },
    { id: "sliding", kind: "amount", costPer: 100 },
  ];
  const levels = [
    { id: "bronze", at: "0" },
    { id: "gold", at: "1000" },
  ];
  const tiers = { basis: "spend", window: { kind: "lifetime" }, levels };

  test.each([
    ["five-off", { because: "short", missing: 20n }, 30n],
    ["no-such", { because: "unknown-reward" }, 500n],
    ["march", { because: "not-now" }, 500n],
    ["gold-only", { because: "not-this-tier" }, 500n],
    ["sliding", { because: "no-fixed-cost" }, 500n],
  ])("for %s because %o", (rewardId, refusal, points) => {
    const shop = aShop({ rewards, tiers });
    shop.at("2026-02-01T12:00:00Z", adjusted(points, "a"));
    const outcome = shop.at("2026-02-02T12:00:00Z", redeemed("R1", rewardId));
    expect(outcome).toEqual({ outcome: "refused", redemptionId: "R1", ...refusal });
    expect(shop.figures()).toEqual({ available: points, tier: "bronze" });
  });

  test.each([
    ["once", "7", "member-limit"],
    ["single", "8", "none-left"],
  ])("where %s has been given as often as it may be", (rewardId, secondMember, because) => {
    const shop = aShop({ rewards, tiers });
    for (const id of ["7", "8"]) shop.at("2026-02-01T12:00:00Z", adjusted(500n, id, id));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", rewardId));
    expect(shop.at("2026-02-03T12:00:00Z", redeemed("R2", rewardId, secondMember))).toMatchObject({
      because,
    });
    shop.at("2026-02-04T12:00:00Z", { kind: "release", redemptionId: "R1" });
    expect(shop.at("2026-02-05T12:00:00Z", redeemed("R3", rewardId, secondMember))).toMatchObject({
      outcome: "held",
    });
  });
});

test("two redemptions never hold the same points", () => {
  const shop = aShop({ rewards: [FIVE_OFF] });
  shop.at("2026-02-01T12:00:00Z", adjusted(99n, "a"));
  expect(shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"))).toMatchObject({ outcome: "held" });
  expect(shop.at("2026-02-02T12:00:00Z", redeemed("R2", "five-off"))).toMatchObject({ missing: 1n });
  expect(shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"))).toEqual({ outcome: "unchanged" });
  expect(shop.figures()).toEqual({ available: 49n, held: 50n });
});

describe("a hold that is given up", () => {
  test("goes back to its lots, pays what is owed, and expires where the date is past", () => {
    const shop = aShop({ points: LOTS, rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(60n, "a"));
    shop.at("2026-02-20T12:00:00Z", redeemed("R1", "five-off"));
    shop.at("2026-02-21T12:00:00Z", adjusted(-25n, "b"));
    expect(shop.figures()).toEqual({ available: 0n, held: 50n, owed: 15n });
    shop.at("2026-03-10T12:00:00Z", { kind: "release", redemptionId: "R1" });
    expect(shop.figures()).toEqual({ available: 0n, expired: 35n });
  });

  test("ends codeDays x 24 h after it was made, and not a second earlier", () => {
    const shop = aShop({ rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(60n, "a"));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"));
    shop.at("2026-03-04T11:59:59Z");
    expect(shop.figures()).toEqual({ available: 10n, held: 50n });
    shop.at("2026-03-04T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 60n });
  });
});

describe("an order that carries the code", () => {
  test.each([["cancelled"], ["voided"]])("takes the points, and gives them back when it is %s", (how) => {
    const shop = shopWithCode();
    shop.at("2026-02-10T12:00:00Z", withCode("2026-02-10T12:00:00Z"));
    expect(shop.figures()).toMatchObject({ available: 20n, redeemed: 50n });
    shop.at("2026-02-11T12:00:00Z", undone("2026-02-11T12:00:00Z", how));
    expect(shop.figures()).toEqual({ available: 60n });
    expect(shop.book.redemptions.get("R1")).toMatchObject({ state: "released", orderId: null });
  });

  test("and is cancelled moves no date of inactivity", () => {
    const points = { expiry: { kind: "inactivity", months: 1 }, notice: { required: false } };
    const shop = aShop({ points, rewards: [FIVE_OFF] });
    const codes = { codes: ["CODE-R1"] };
    shop.at("2026-02-01T12:00:00Z", adjusted(60n, "a"));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"));
    shop.at("2026-02-10T12:00:00Z", ordered(0, "2026-02-10T12:00:00Z", codes));
    const cancelledAt = Date.parse("2026-02-20T12:00:00Z");
    const parts = { ...codes, cancelledAt, updatedAt: cancelledAt };
    shop.at("2026-02-20T12:00:00Z", ordered(0, "2026-02-10T12:00:00Z", parts));
    expect(shop.figures()).toMatchObject({ available: 60n });
    shop.at("2026-03-03T00:00:00Z");
    expect(shop.figures()).toMatchObject({ available: 50n, expired: 10n });
  });

  test("and is refunded in full, but not cancelled, does not give them back", () => {
    const shop = shopWithCode();
    shop.at("2026-02-10T12:00:00Z", withCode("2026-02-10T12:00:00Z"));
    const parts = { updatedAt: Infinity, status: "refunded" } as const;
    shop.at("2026-02-11T12:00:00Z", withCode("2026-02-10T12:00:00Z", parts));
    expect(shop.figures()).toMatchObject({ redeemed: 50n });
    expect(shop.book.redemptions.get("R1")).toMatchObject({ state: "taken", moves: 1 });
  });

  test("that has only lost its customer or its payment does not give them back", () => {
    const shop = shopWithCode();
    shop.at("2026-02-10T12:00:00Z", withCode("2026-02-10T12:00:00Z"));
    shop.at(
      "2026-02-11T12:00:00Z",
      withCode("2026-02-10T12:00:00Z", { updatedAt: Infinity, status: "pending" }),
    );
    expect(shop.figures()).toEqual({ available: 10n, redeemed: 50n });
  });

  test("gives points back with their old date, but not before the end of the 30th day", () => {
    const shop = aShop({ points: LOTS, rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(60n, "a"));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"));
    shop.at("2026-02-10T12:00:00Z", withCode("2026-02-10T12:00:00Z"));
    shop.at("2026-02-20T12:00:00Z", undone("2026-02-20T12:00:00Z", "cancelled"));
    shop.at("2026-03-22T23:59:59Z");
    expect(shop.figures()).toEqual({ available: 50n, expired: 10n });
    shop.at("2026-03-23T00:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 60n });
  });

  test("takes the cost late where the hold was released meanwhile; what was owed comes back as a new lot", () => {
    const shop = shopWithCode();
    shop.at("2026-02-03T12:00:00Z", { kind: "release", redemptionId: "R1" });
    shop.at("2026-02-04T12:00:00Z", adjusted(-40n, "b"));
    shop.at("2026-02-10T12:00:00Z", withCode("2026-02-10T12:00:00Z"));
    expect(shop.figures()).toEqual({ available: 0n, owed: 20n, earned: 10n, redeemed: 50n });
    shop.at("2026-02-11T12:00:00Z", undone("2026-02-11T12:00:00Z", "cancelled"));
    expect(shop.figures()).toEqual({ available: 20n });
  });

  test("leaves a code alone that another order has taken, and takes it when that one is undone", () => {
    const shop = shopWithCode();
    shop.at("2026-02-10T12:00:00Z", withCode("2026-02-10T12:00:00Z"));
    shop.at("2026-02-11T12:00:00Z", withCode("2026-02-09T12:00:00Z", { id: "1002", customerId: "8" }));
    expect(shop.book.redemptions.get("R1")).toMatchObject({ state: "taken", orderId: "1001" });
    shop.at("2026-02-12T12:00:00Z", undone("2026-02-12T12:00:00Z", "cancelled"));
    expect(shop.book.redemptions.get("R1")).toMatchObject({ state: "taken", orderId: "1002" });
    expect(shop.figures()).toEqual({ available: 10n, redeemed: 50n });
    expect(shop.figures("8")).toEqual({ available: 10n, earned: 10n });
  });
});

/** 60 points, 50 of them held by R1. */
function shopWithCode(): ExampleShop {
  const shop = aShop({ rewards: [FIVE_OFF] });
  shop.at("2026-02-01T12:00:00Z", adjusted(60n, "a"));
  shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"));
  return shop;
}

function withCode(processedAt: string, parts: Parameters<typeof ordered>[2] = {}) {
  return ordered(10, processedAt, { codes: ["Code-r1"], ...parts });
}

function undone(at: string, how: string) {
  const updatedAt = Date.parse(at);
  const state = how === "voided" ? ({ status: "voided" } as const) : { cancelledAt: updatedAt };
  return withCode("2026-02-10T12:00:00Z", { updatedAt, ...state });
}
