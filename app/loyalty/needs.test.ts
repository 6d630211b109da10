import { describe, expect, test } from "vitest";
import type { LoyaltyEvent } from "./events.ts";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import { anOrder, aRefund } from "./examples.ts";
import { needs, noNeeds } from "./needs.ts";

const FIVE_OFF = { id: "five-off", kind: "amount", cost: 50, value: "5.00" };

describe("an event needs", () => {
  test("what it names, once, and nothing of an empty shop more", () => {
    const { book } = aShop({});
    const asked = noNeeds();
    const event: LoyaltyEvent = { kind: "order", order: anOrder({ codes: ["SAVE"] }) };
    const first = needs(book, event, asked);
    expect([first?.orders, first?.members, first?.codes]).toEqual([
      new Set(["1001"]),
      new Set(["7"]),
      new Set(["save"]),
    ]);
    expect(needs(book, event, asked)).toBeNull();
  });

  test("the members an order was and is with, merged ones and those they were merged into", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", ordered(10, "2026-02-01T12:00:00Z"));
    shop.at(
      "2026-02-02T12:00:00Z",
      ordered(10, "2026-02-01T12:00:00Z", { customerId: "8", updatedAt: Infinity }),
    );
    shop.at("2026-02-03T12:00:00Z", { kind: "customers-merged", keptId: "9", deletedId: "8" });
    const found = needs(shop.book, { kind: "refund", refund: aRefund() }, noNeeds());
    expect(found?.members).toEqual(new Set(["7", "8", "9"]));
  });

  test("whoever pays for a code that the order carries or has taken", () => {
    const shop = aShop({ rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(50n, "a", "8"));
    shop.at("2026-02-01T12:00:00Z", redeemed("R1", "five-off", "8"));
    shop.at("2026-02-02T12:00:00Z", ordered(10, "2026-02-02T12:00:00Z", { codes: ["code-r1"] }));
    shop.at("2026-02-03T12:00:00Z", ordered(10, "2026-02-02T12:00:00Z", { codes: [], updatedAt: Infinity }));
    const found = needs(shop.book, { kind: "order-deleted", orderId: "1001" }, noNeeds());
    expect([found?.members, found?.codes]).toEqual([new Set(["7", "8"]), new Set(["code-r1"])]);
  });

  test.each<[LoyaltyEvent, object]>([
    [{ kind: "release", redemptionId: "R1" }, { redemptions: new Set(["R1"]) }],
    [
      redeemed("R1", "five-off"),
      { redemptions: new Set(["R1"]), rewards: new Set(["five-off"]), members: new Set(["7"]) },
    ],
    [adjusted(5n, "a"), { adjustments: new Set(["a"]), members: new Set(["7"]) }],
    [
      { kind: "activity", customerId: "7", activity: "review", key: "a" },
      { activities: new Set(["a"]), members: new Set(["7"]) },
    ],
    [{ kind: "customers-merged", keptId: "7", deletedId: "8" }, { members: new Set(["7", "8"]) }],
  ])("%o", (event, expected) => {
    expect(needs(aShop({}).book, event, noNeeds())).toMatchObject(expected);
  });
});
