import { describe, expect, test } from "vitest";
import type { LoyaltyEvent } from "./events.ts";
import { adjusted, aShop, ordered } from "./example-shop.ts";
import { aRefund, aRefundLine, PURCHASE } from "./examples.ts";

const LIMITED = { id: "review", on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } };
const UNLIMITED = { id: "thanks", on: "activity:review", bonus: 1 };

describe("activities", () => {
  test("each rule has its own limit, in days of the zone", () => {
    const shop = aShop({ timezone: "Asia/Tokyo", earning: { rules: [PURCHASE, LIMITED, UNLIMITED] } });
    expect(shop.at("2026-02-01T14:58:00Z", reviewed("a"))).toEqual({ outcome: "earned", points: 11n });
    expect(shop.at("2026-02-01T14:59:00Z", reviewed("b"))).toEqual({ outcome: "earned", points: 1n });
    expect(shop.at("2026-02-01T15:00:00Z", reviewed("c"))).toEqual({ outcome: "earned", points: 11n });
  });

  test("a key counts once in the shop, also where nothing was earned, and makes known whom it names", () => {
    const shop = aShop({});
    expect(shop.at("2026-02-01T12:00:00Z", reviewed("a"))).toEqual({ outcome: "earned", points: 0n });
    expect(shop.at("2026-02-01T12:00:00Z", reviewed("a", "8"))).toEqual({ outcome: "unchanged" });
    expect(shop.figures("8")).toEqual({ available: 0n });
  });
});

describe("keys of adjustments", () => {
  test("count once, apart from those of activities", () => {
    const shop = aShop({ earning: { rules: [PURCHASE, UNLIMITED] } });
    shop.at("2026-02-01T12:00:00Z", reviewed("a"));
    expect(shop.at("2026-02-01T12:00:00Z", adjusted(5n, "a"))).toEqual({ outcome: "adjusted", points: 5n });
    expect(shop.at("2026-02-01T12:00:00Z", adjusted(5n, "a"))).toEqual({ outcome: "unchanged" });
    expect(shop.figures()).toEqual({ available: 6n, earned: 1n });
  });

  test("are used up by a deduction of nothing too", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", adjusted(0n, "a"));
    expect(shop.at("2026-02-01T12:00:00Z", adjusted(5n, "a"))).toEqual({ outcome: "unchanged" });
    expect(shop.book.journal).toEqual([]);
  });
});

describe("sign-up", () => {
  const signup: LoyaltyEvent = { kind: "customer-created", customerId: "7", createdAt: 0 };
  const rules = [PURCHASE, { id: "welcome", on: "signup", bonus: 25, from: "2026-03-01T00:00:00Z" }];

  test("is rewarded once, also for a member who had ordered before", () => {
    const shop = aShop({ earning: { rules } });
    shop.at("2026-03-01T12:00:00Z", ordered(10, "2026-03-01T12:00:00Z"));
    expect(shop.at("2026-03-02T12:00:00Z", signup)).toEqual({ outcome: "signed-up", points: 25n });
    expect(shop.at("2026-03-03T12:00:00Z", signup)).toEqual({ outcome: "known" });
  });

  test("is over with the first customers/create, also where that one gave nothing", () => {
    const shop = aShop({ earning: { rules } });
    expect(shop.at("2026-02-02T12:00:00Z", signup)).toEqual({ outcome: "signed-up", points: 0n });
    expect(shop.at("2026-03-03T12:00:00Z", signup)).toEqual({ outcome: "known" });
  });

  test("an update makes nobody a member", () => {
    const shop = aShop({});
    shop.at("2026-02-02T12:00:00Z", { kind: "customer-updated", customerId: "7" });
    expect(shop.book.members.size).toBe(0);
  });
});

describe("an order", () => {
  test("of a test, unpaid or before the first version makes its customer known and earns nothing", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z", { test: true }));
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2025-12-31T23:59:59Z", { id: "1002", customerId: "8" }));
    expect([shop.figures("7"), shop.figures("8")]).toEqual([{ available: 0n }, { available: 0n }]);
  });

  test("of which only a refund was told is not known yet; the refund counts once the order is", () => {
    const shop = aShop({});
    const refund = aRefund({ lines: [aRefundLine({ subtotal: 400n })] });
    shop.at("2026-02-02T12:00:00Z", { kind: "refund", refund });
    expect(shop.book.orders.get("1001")?.told).toBe(false);
    shop.at("2026-02-02T13:00:00Z", ordered(10, "2026-02-01T12:00:00Z"));
    expect(shop.posted("1001")).toBe(6n);
  });

  test("that was deleted does not count any more, whatever is still delivered of it", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z"));
    shop.at("2026-02-02T12:00:00Z", { kind: "order-deleted", orderId: "1001" });
    expect(shop.figures()).toEqual({ available: 0n });
    shop.at("2026-02-03T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z", { updatedAt: Infinity }));
    expect(shop.figures()).toEqual({ available: 0n });
  });

  test("that waits for money keeps what it had and earns the rest when it is paid", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z"));
    const edited = Date.parse("2026-02-02T12:00:00Z");
    shop.at(
      "2026-02-02T12:00:00Z",
      ordered(30, "2026-02-01T12:00:00Z", { status: "partially_paid", updatedAt: edited }),
    );
    expect(shop.posted("1001")).toBe(10n);
    shop.at("2026-02-03T12:00:00Z", ordered(30, "2026-02-01T12:00:00Z", { updatedAt: edited + 1 }));
    expect(shop.posted("1001")).toBe(30n);
  });

  test("that never counted earns nothing while it waits for money", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z", { status: "partially_paid" }));
    expect(shop.posted("1001")).toBe(0n);
  });

  test("dated earlier by a later state vests at once where that date is past", () => {
    const shop = aShop({ points: { pendingDays: 14 } });
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z"));
    expect(shop.figures()).toEqual({ pending: 10n, available: 0n, earned: 10n });
    shop.at("2026-02-02T12:00:00Z", ordered(10, "2026-01-02T12:00:00Z", { updatedAt: Infinity }));
    expect(shop.figures()).toEqual({ available: 10n, earned: 10n });
  });
});

function reviewed(key: string, customerId = "7"): LoyaltyEvent {
  return { kind: "activity", customerId, activity: "review", key };
}
