import { describe, expect, test } from "vitest";
import type { LoyaltyEvent } from "./events.ts";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import { PURCHASE } from "./examples.ts";
import { verifyLedger } from "./verify-chain.ts";

const MERGE: LoyaltyEvent = { kind: "customers-merged", keptId: "7", deletedId: "8" };
const FIVE_OFF = { id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 30 };

describe("when a customer is merged into another", () => {
  test("pending points, lots, holds, debts and totals move, and the deleted one has nothing left", () => {
    const shop = aShop({ points: { pendingDays: 14 }, rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(70n, "a", "8"));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off", "8"));
    shop.at("2026-02-03T12:00:00Z", ordered(40, "2026-02-03T12:00:00Z", { customerId: "8" }));
    shop.at("2026-02-04T12:00:00Z", adjusted(5n, "b"));
    shop.at("2026-02-05T12:00:00Z", MERGE);
    expect(shop.figures()).toEqual({ pending: 40n, available: 25n, held: 50n, earned: 40n });
    const { lots, ...deleted } = shop.book.members.get("8") ?? { lots: [] };
    expect(deleted).toMatchObject({
      mergedInto: "7",
      pending: 0n,
      available: 0n,
      held: 0n,
      owed: 0n,
      earned: 0n,
    });
    expect(lots).toEqual([]);
    shop.at("2026-02-06T12:00:00Z", { kind: "release", redemptionId: "R1" });
    shop.at("2026-02-17T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 115n, earned: 40n });
    expect(verifyLedger(shop.book)).toMatchObject({ ok: true });
  });

  test("an order of which nothing was posted names nobody but whose it is", () => {
    const shop = aShop({});
    shop.at(
      "2026-02-01T12:00:00Z",
      ordered(40, "2026-02-01T12:00:00Z", { customerId: "8", status: "pending" }),
    );
    shop.at("2026-02-02T12:00:00Z", MERGE);
    expect(shop.book.orders.get("1001")).toMatchObject({ memberId: "7", shares: [] });
  });

  test("debts of the one are paid from the lots of the other", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", adjusted(-30n, "a", "8"));
    shop.at("2026-02-02T12:00:00Z", adjusted(50n, "b"));
    shop.at("2026-02-03T12:00:00Z", MERGE);
    expect(shop.figures()).toEqual({ available: 20n });
  });

  test("one first order keeps the bonus", () => {
    const first = { id: "first", on: "first-order", bonus: 100 };
    const shop = aShop({ earning: { rules: [PURCHASE, first] } });
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z"));
    shop.at("2026-02-02T12:00:00Z", ordered(20, "2026-01-31T12:00:00Z", { id: "1002", customerId: "8" }));
    shop.at("2026-02-03T12:00:00Z", MERGE);
    expect([shop.posted("1001"), shop.posted("1002")]).toEqual([10n, 120n]);
    expect(shop.figures()).toEqual({ available: 130n, earned: 130n });
  });

  test("later news that names the deleted one means the kept one, and merging again changes nothing", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", adjusted(1n, "a"));
    shop.at("2026-02-03T12:00:00Z", MERGE);
    shop.at("2026-02-04T12:00:00Z", ordered(20, "2026-01-31T12:00:00Z", { customerId: "8" }));
    const transactions = shop.book.journal.length;
    expect(shop.at("2026-02-05T12:00:00Z", MERGE)).toEqual({ outcome: "unchanged" });
    expect(shop.figures()).toEqual({ available: 21n, earned: 20n });
    expect(shop.book.journal).toHaveLength(transactions);
  });

  test("an order that had gone from the one to the other becomes one again", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z"));
    shop.at(
      "2026-02-02T12:00:00Z",
      ordered(10, "2026-02-01T12:00:00Z", { customerId: "8", updatedAt: Infinity }),
    );
    shop.at("2026-02-03T12:00:00Z", MERGE);
    expect(shop.figures()).toEqual({ available: 10n, earned: 10n });
    expect(shop.book.orders.get("1001")?.shares).toHaveLength(1);
  });

  test("what an order dropped with the deleted one is made up for with the kept one", () => {
    const shop = aShop({ points: { debt: "forgive" } });
    const cancelledAt = Date.parse("2026-02-02T12:00:00Z");
    const parts = { customerId: "8", updatedAt: cancelledAt };
    shop.at("2026-02-01T12:00:00Z", ordered(50, "2026-02-01T12:00:00Z", { customerId: "8" }));
    shop.at("2026-02-01T13:00:00Z", adjusted(-50n, "spent", "8"));
    shop.at("2026-02-02T12:00:00Z", ordered(50, "2026-02-01T12:00:00Z", { ...parts, cancelledAt }));
    shop.at("2026-02-03T12:00:00Z", MERGE);
    shop.at(
      "2026-02-04T12:00:00Z",
      ordered(60, "2026-02-01T12:00:00Z", { ...parts, updatedAt: cancelledAt + 1 }),
    );
    expect(shop.figures()).toEqual({ available: 10n, earned: 60n });
  });

  test("the sign-up of the one is that of both", () => {
    const shop = aShop({ earning: { rules: [PURCHASE, { id: "welcome", on: "signup", bonus: 25 }] } });
    shop.at("2026-02-01T12:00:00Z", { kind: "customer-created", customerId: "8", createdAt: 0 });
    shop.at("2026-02-02T12:00:00Z", MERGE);
    shop.at("2026-02-03T12:00:00Z", { kind: "customer-created", customerId: "7", createdAt: 0 });
    expect(shop.figures()).toEqual({ available: 25n, earned: 25n });
  });

  test("of two guarantees that run the one that ends later counts", () => {
    const levels = [
      { id: "bronze", at: "0" },
      { id: "gold", at: "100.00" },
    ];
    const tiers = { basis: "spend", window: { kind: "lifetime" }, guaranteeDays: 10, levels };
    const shop = aShop({ tiers });
    const mine = { id: "1001", customerId: "7", at: "2026-02-02T12:00:00Z" };
    const theirs = { id: "1002", customerId: "8", at: "2026-02-04T12:00:00Z" };
    for (const { id, customerId } of [mine, theirs])
      shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z", { id, customerId }));
    for (const { id, customerId, at } of [mine, theirs]) {
      const cancelledAt = Date.parse(at);
      shop.at(
        at,
        ordered(120, "2026-02-01T12:00:00Z", { id, customerId, updatedAt: cancelledAt, cancelledAt }),
      );
    }
    shop.at("2026-02-06T12:00:00Z", MERGE);
    shop.at("2026-02-14T23:59:59Z");
    expect(shop.figures().tier).toBe("gold");
    shop.at("2026-02-15T00:00:00Z");
    expect(shop.figures().tier).toBe("bronze");
  });

  test("the higher level stays until the next midnight, and the longer guarantee counts", () => {
    const levels = [
      { id: "bronze", at: "0" },
      { id: "gold", at: "100.00" },
    ];
    const tiers = { basis: "spend", window: { kind: "lifetime" }, guaranteeDays: 10, levels };
    const shop = aShop({ tiers });
    const cancelledAt = Date.parse("2026-02-02T12:00:00Z");
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z", { customerId: "8" }));
    shop.at(
      "2026-02-02T12:00:00Z",
      ordered(120, "2026-02-01T12:00:00Z", { customerId: "8", updatedAt: cancelledAt, cancelledAt }),
    );
    shop.at("2026-02-05T12:00:00Z", MERGE);
    shop.at("2026-02-12T23:59:59Z");
    expect(shop.figures().tier).toBe("gold");
    shop.at("2026-02-13T00:00:00Z");
    expect(shop.figures().tier).toBe("bronze");
  });
});
