import { describe, expect, test } from "vitest";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import type { ExampleShop } from "./example-shop.ts";
import { PURCHASE } from "./examples.ts";

const LEVELS = [
  { id: "bronze", at: "0" },
  { id: "silver", at: "100.00", multiplier: "2" },
  { id: "gold", at: "300.00", multiplier: "3" },
];

describe("a level", () => {
  test("is reached at once and multiplies from the next order on", () => {
    const shop = aShop({ tiers: spend({ kind: "lifetime" }) });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    expect(shop.figures()).toMatchObject({ available: 120n, tier: "silver" });
    shop.at("2026-02-02T12:00:00Z", ordered(10, "2026-02-02T12:00:00Z", { id: "1002" }));
    expect(shop.posted("1002")).toBe(20n);
  });

  test("is worked out after every event that names the member, also a release that finds nothing held", () => {
    const tiers = { basis: "spend", levels: [LEVELS[0], { id: "silver", at: "100.00" }] };
    const rewards = [{ id: "ship", kind: "free-shipping", cost: 900 }];
    const higher = { ...tiers, levels: [LEVELS[0], { id: "silver", at: "200.00" }] };
    const shop = aShop({ tiers: higher, rewards }, { tiers, rewards, effectiveFrom: "2026-02-01T15:00:00Z" });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    shop.at("2026-02-01T12:00:00Z", redeemed("R1", "ship"));
    shop.at("2026-02-01T15:00:00Z");
    expect(tier(shop)).toBe("bronze");
    shop.at("2026-02-01T15:00:00Z", { kind: "release", redemptionId: "R1" });
    expect(tier(shop)).toBe("silver");
  });

  test("falls only at a midnight, and what an order fixed stays", () => {
    const shop = aShop({ tiers: spend({ kind: "lifetime" }) });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    shop.at("2026-02-02T12:00:00Z", ordered(10, "2026-02-02T12:00:00Z", { id: "1002" }));
    cancel(shop, "2026-02-03T12:00:00Z");
    shop.at("2026-02-03T23:59:59Z");
    expect(tier(shop)).toBe("silver");
    shop.at("2026-02-04T00:00:00Z");
    expect(tier(shop)).toBe("bronze");
    expect(shop.posted("1002")).toBe(20n);
  });

  test.each([
    [{ kind: "rolling", months: 1 }, "2026-03-02T00:00:00Z"],
    [{ kind: "calendar-year" }, "2027-01-01T00:00:00Z"],
  ])("with the window %j of an order of 1 February is lost at %s", (window, lost) => {
    const shop = aShop({ tiers: spend(window) });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    shop.at(new Date(Date.parse(lost) - 1000).toISOString());
    expect(tier(shop)).toBe("silver");
    shop.at(lost);
    expect(tier(shop)).toBe("bronze");
  });

  test("a rolling window leaves out what happened exactly its months ago", () => {
    const shop = aShop({ tiers: spend({ kind: "rolling", months: 1 }) });
    shop.at("2026-02-03T12:00:00Z", ordered(120, "2026-02-03T00:00:00Z"));
    shop.at("2026-03-02T23:59:59Z");
    expect(tier(shop)).toBe("silver");
    shop.at("2026-03-03T00:00:00Z");
    expect(tier(shop)).toBe("bronze");
  });

  test("is not reached by an order that waits for money and never counted", () => {
    const shop = aShop({ tiers: spend({ kind: "lifetime" }) });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z", { status: "partially_paid" }));
    expect(tier(shop)).toBe("bronze");
  });

  test("is worked out once at a midnight: what happens at that instant comes after", () => {
    const points = { expiry: { kind: "lots", months: 1 }, notice: { days: [0], required: true } };
    const shop = aShop({ points, tiers: spend({ kind: "lifetime" }) });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    cancel(shop, "2026-04-01T23:00:00Z");
    shop.at("2026-04-01T23:00:00Z", adjusted(10n, "a"));
    shop.at("2026-06-01T23:00:00Z", ordered(120, "2026-06-01T23:00:00Z", { id: "1002" }));
    const cancelledAt = Date.parse("2026-06-02T00:00:00Z");
    shop.at(
      "2026-06-01T23:00:00Z",
      ordered(120, "2026-06-01T23:00:00Z", { id: "1002", updatedAt: cancelledAt, cancelledAt }),
    );
    shop.at("2026-06-01T23:00:00Z", { kind: "notice", customerId: "7" });
    shop.at("2026-06-01T23:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 10n, tier: "silver" });
    shop.at("2026-06-02T23:00:00Z");
    expect(tier(shop)).toBe("bronze");
  });

  test("is kept guaranteeDays x 24 h from the first midnight that no longer found it reached", () => {
    const shop = aShop({ tiers: { ...spend({ kind: "lifetime" }), guaranteeDays: 10 } });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    cancel(shop, "2026-02-03T12:00:00Z");
    shop.at("2026-02-13T23:59:59Z");
    expect(tier(shop)).toBe("silver");
    shop.at("2026-02-14T00:00:00Z");
    expect(tier(shop)).toBe("bronze");
  });

  test("falls to the highest that is reached or still guaranteed", () => {
    const shop = aShop({ tiers: { ...spend({ kind: "lifetime" }), guaranteeDays: 10 } });
    shop.at("2026-02-01T12:00:00Z", ordered(350, "2026-02-01T12:00:00Z"));
    const parts = { id: "1002", customerId: "7" };
    shop.at("2026-02-02T12:00:00Z", ordered(120, "2026-02-02T12:00:00Z", parts));
    cancel(shop, "2026-02-03T12:00:00Z");
    cancel(shop, "2026-02-08T12:00:00Z", parts);
    shop.at("2026-02-14T00:00:00Z");
    expect(tier(shop)).toBe("silver");
    shop.at("2026-02-19T00:00:00Z");
    expect(tier(shop)).toBe("bronze");
  });

  test("counts the midnight of the programme's zone", () => {
    const shop = aShop({ timezone: "Asia/Tokyo", tiers: spend({ kind: "lifetime" }) });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    cancel(shop, "2026-02-03T12:00:00Z");
    shop.at("2026-02-03T15:00:00Z");
    expect(tier(shop)).toBe("bronze");
  });
});

describe("a new version", () => {
  test("without tiers takes everybody's tier away, and one with others starts anew", () => {
    const shop = aShop(
      { tiers: spend({ kind: "lifetime" }) },
      { effectiveFrom: "2026-03-01T00:00:00Z" },
      {
        effectiveFrom: "2026-04-01T00:00:00Z",
        tiers: { ...spend({ kind: "lifetime" }), levels: [{ id: "new", at: "0" }] },
      },
    );
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    shop.at("2026-03-01T00:00:00Z");
    expect(shop.figures()).not.toHaveProperty("tier");
    shop.at("2026-04-01T23:00:00Z");
    expect(tier(shop)).toBe("new");
  });

  test("with a lower threshold raises a member at the next midnight, without any event", () => {
    const lower = [
      { id: "bronze", at: "0" },
      { id: "silver", at: "10.00" },
    ];
    const shop = aShop(
      { tiers: spend({ kind: "lifetime" }) },
      { effectiveFrom: "2026-03-01T12:00:00Z", tiers: { ...spend({ kind: "lifetime" }), levels: lower } },
    );
    shop.at("2026-02-01T12:00:00Z", ordered(20, "2026-02-01T12:00:00Z"));
    shop.at("2026-03-01T23:59:59Z");
    expect(tier(shop)).toBe("bronze");
    shop.at("2026-03-02T00:00:00Z");
    expect(tier(shop)).toBe("silver");
  });

  test("that puts a level below the first lets members keep theirs for its guarantee", () => {
    const below = {
      levels: [
        { id: "guest", at: "0" },
        { id: "bronze", at: "50.00" },
      ],
      guaranteeDays: 10,
    };
    const shop = aShop(
      { tiers: spend({ kind: "lifetime" }) },
      { effectiveFrom: "2026-03-01T12:00:00Z", tiers: { ...spend({ kind: "lifetime" }), ...below } },
    );
    shop.at("2026-02-01T12:00:00Z", ordered(20, "2026-02-01T12:00:00Z"));
    shop.at("2026-03-11T23:59:59Z");
    expect(tier(shop)).toBe("bronze");
    shop.at("2026-03-12T00:00:00Z");
    expect(tier(shop)).toBe("guest");
  });

  test("does so too for one who is known by nothing but a key used before", () => {
    const below = {
      levels: [
        { id: "guest", at: "0" },
        { id: "bronze", at: "50.00" },
      ],
      guaranteeDays: 10,
    };
    const shop = aShop(
      { tiers: spend({ kind: "lifetime" }) },
      { effectiveFrom: "2026-03-01T12:00:00Z", tiers: { ...spend({ kind: "lifetime" }), ...below } },
    );
    shop.at("2026-02-01T12:00:00Z", adjusted(20n, "key"));
    shop.at("2026-02-01T12:00:00Z", adjusted(20n, "key", "8"));
    shop.at("2026-03-11T23:59:59Z");
    expect(shop.figures("8")).toEqual({ available: 0n, tier: "bronze" });
  });

  test("raises whoever was woken between its start and that midnight no less", () => {
    const lower = { ...spend({ kind: "lifetime" }), levels: [LEVELS[0], { id: "silver", at: "10.00" }] };
    const shop = aShop(
      { points: { pendingDays: 14 }, tiers: spend({ kind: "lifetime" }) },
      { effectiveFrom: "2026-02-15T12:00:00Z", tiers: lower },
    );
    shop.at("2026-02-01T18:00:00Z", ordered(20, "2026-02-01T18:00:00Z"));
    shop.at("2026-02-16T00:00:00Z");
    expect(shop.figures()).toMatchObject({ available: 20n, tier: "silver" });
  });
});

test.each([
  ["orders", "2", "an order of value 0 is none", "silver"],
  ["points", "130", "order points and activities count, sign-up points do not", "silver"],
  ["points", "131", "not one point more", "bronze"],
])("basis %s at %s: %s", (basis, at, _, expected) => {
  const rules = [
    PURCHASE,
    { id: "review", on: "activity:review", bonus: 10 },
    { id: "welcome", on: "signup", bonus: 1000 },
  ];
  const levels = [
    { id: "bronze", at: "0" },
    { id: "silver", at },
  ];
  const shop = aShop({ earning: { rules }, tiers: { basis, window: { kind: "lifetime" }, levels } });
  shop.at("2026-02-01T12:00:00Z", { kind: "customer-created", customerId: "7", createdAt: 0 });
  shop.at("2026-02-02T12:00:00Z", { kind: "activity", customerId: "7", activity: "review", key: "a" });
  shop.at("2026-02-03T12:00:00Z", ordered(0, "2026-02-03T12:00:00Z"));
  shop.at("2026-02-03T12:00:00Z", ordered(70, "2026-02-03T12:00:00Z", { id: "1002" }));
  expect(tier(shop)).toBe("bronze");
  shop.at("2026-02-04T12:00:00Z", ordered(50, "2026-02-04T12:00:00Z", { id: "1003" }));
  expect(tier(shop)).toBe(expected);
});

function spend(window: Record<string, unknown>) {
  return { basis: "spend", window, levels: LEVELS };
}

function tier(shop: ExampleShop) {
  return shop.figures().tier;
}

function cancel(shop: ExampleShop, at: string, parts: Parameters<typeof ordered>[2] = {}): void {
  const cancelledAt = Date.parse(at);
  shop.at(at, ordered(120, "2026-02-01T12:00:00Z", { updatedAt: cancelledAt, cancelledAt, ...parts }));
}
