import { describe, expect, test } from "vitest";
import type { LoyaltyEvent } from "./events.ts";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import { PURCHASE } from "./examples.ts";

const LEAVE: LoyaltyEvent = { kind: "leave", customerId: "7" };
const JOIN: LoyaltyEvent = { kind: "join", customerId: "7" };
const FIVE_OFF = { id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 30 };

/** Somebody who was out from 1 to 10 March. */
function aShopLeft(programme: Record<string, unknown> = {}) {
  const shop = aShop(programme);
  shop.at("2026-02-01T12:00:00Z", adjusted(70n, "start"));
  shop.at("2026-03-01T12:00:00Z", LEAVE);
  shop.at("2026-03-10T12:00:00Z", JOIN);
  return shop;
}

const order = (id: string, placed: string, more = {}) => ordered(40, placed, { id, ...more });

describe("an order placed while its member was out", () => {
  test.each([
    ["just before leaving", "2026-03-01T11:59:59Z", 40n],
    ["at the instant of leaving", "2026-03-01T12:00:00Z", 0n],
    ["just before coming back", "2026-03-10T11:59:59Z", 0n],
    ["at the instant of coming back", "2026-03-10T12:00:00Z", 40n],
  ])("%s earns by when it was placed, however late it arrives", (_, placed, points) => {
    const shop = aShopLeft();
    shop.at("2026-04-01T12:00:00Z", order("1", placed));
    expect(shop.posted("1")).toBe(points);
  });

  test("earns nothing by later news of it either, nor by being paid after the member came back", () => {
    const shop = aShop({});
    shop.at("2026-03-01T12:00:00Z", LEAVE);
    shop.at("2026-03-05T12:00:00Z", order("1", "2026-03-05T12:00:00Z", { status: "pending" }));
    shop.at("2026-03-10T12:00:00Z", JOIN);
    shop.at(
      "2026-03-11T12:00:00Z",
      order("1", "2026-03-05T12:00:00Z", { updatedAt: Date.parse("2026-03-11T12:00:00Z") }),
    );
    expect(shop.posted("1")).toBe(0n);
  });

  test("counts towards no level and is nobody's first order", () => {
    const shop = aShop({
      earning: { rules: [PURCHASE, { id: "first", on: "first-order", bonus: 100 }] },
      tiers: {
        basis: "spend",
        window: { kind: "lifetime" },
        levels: [
          { id: "bronze", at: "0" },
          { id: "silver", at: "40" },
        ],
      },
    });
    shop.at("2026-03-01T12:00:00Z", LEAVE);
    shop.at("2026-03-05T12:00:00Z", order("1", "2026-03-05T12:00:00Z"));
    expect(shop.figures()).toEqual({ available: 0n, tier: "bronze" });
    shop.at("2026-03-10T12:00:00Z", JOIN);
    shop.at("2026-03-11T12:00:00Z", order("2", "2026-03-11T12:00:00Z"));
    expect([shop.posted("1"), shop.posted("2")]).toEqual([0n, 140n]);
  });

  test("takes the reward whose code it carries: its discount was given", () => {
    const shop = aShop({ rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(70n, "start"));
    shop.at("2026-03-01T12:00:00Z", LEAVE);
    shop.at("2026-03-02T12:00:00Z", redeemed("R1", "five-off"));
    shop.at("2026-03-03T12:00:00Z", order("1", "2026-03-03T12:00:00Z", { codes: ["CODE-R1"] }));
    expect(shop.figures()).toEqual({ available: 20n, redeemed: 50n });
    shop.at(
      "2026-03-04T12:00:00Z",
      order("1", "2026-03-03T12:00:00Z", {
        codes: ["CODE-R1"],
        cancelledAt: Date.parse("2026-03-04T12:00:00Z"),
        updatedAt: Date.parse("2026-03-04T12:00:00Z"),
      }),
    );
    expect(shop.figures(), "and gives it back").toEqual({ available: 70n });
  });

  test("of which nothing was paid takes nothing", () => {
    const shop = aShop({ rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(70n, "start"));
    shop.at("2026-03-01T12:00:00Z", LEAVE);
    shop.at("2026-03-02T12:00:00Z", redeemed("R1", "five-off"));
    const pending = { codes: ["CODE-R1"], status: "pending" };
    shop.at("2026-03-03T12:00:00Z", order("1", "2026-03-03T12:00:00Z", pending));
    expect(shop.figures()).toEqual({ available: 20n, held: 50n });
  });
});

describe("whoever is out", () => {
  test("keeps what they have, and what they earned before becomes available", () => {
    const shop = aShop({ points: { pendingDays: 14 } });
    shop.at("2026-02-25T12:00:00Z", order("1", "2026-02-25T12:00:00Z"));
    shop.at("2026-03-01T12:00:00Z", LEAVE);
    shop.at("2026-03-20T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 40n, earned: 40n });
  });

  test("loses what is refunded of an order placed before", () => {
    const shop = aShop({});
    shop.at("2026-02-25T12:00:00Z", order("1", "2026-02-25T12:00:00Z"));
    shop.at("2026-03-01T12:00:00Z", LEAVE);
    const updatedAt = Date.parse("2026-03-02T12:00:00Z");
    shop.at(
      "2026-03-02T12:00:00Z",
      order("1", "2026-02-25T12:00:00Z", { updatedAt, cancelledAt: updatedAt }),
    );
    expect(shop.figures()).toEqual({ available: 0n });
  });

  test("earns nothing by what they do, by signing up or by their birthday", () => {
    const shop = aShop({
      earning: {
        rules: [
          { id: "review", on: "activity:review", bonus: 10 },
          { id: "welcome", on: "signup", bonus: 25 },
          { id: "cake", on: "birthday", bonus: 200 },
        ],
      },
    });
    shop.at("2026-01-05T12:00:00Z", { kind: "birthday", customerId: "7", month: 3, day: 5 });
    shop.at("2026-03-01T12:00:00Z", LEAVE);
    shop.at("2026-03-02T12:00:00Z", { kind: "activity", customerId: "7", activity: "review", key: "r1" });
    shop.at("2026-03-03T12:00:00Z", { kind: "customer-created", customerId: "7", createdAt: 0 });
    shop.at("2026-03-06T12:00:00Z", JOIN);
    shop.at("2026-03-07T12:00:00Z", { kind: "activity", customerId: "7", activity: "review", key: "r1" });
    expect(shop.figures()).toEqual({ available: 0n });
    shop.at("2026-03-08T12:00:00Z", { kind: "activity", customerId: "7", activity: "review", key: "r2" });
    expect(shop.figures()).toEqual({ available: 10n, earned: 10n });
  });

  test("changes nothing by leaving or coming back twice", () => {
    const shop = aShop({});
    expect(shop.at("2026-03-01T12:00:00Z", JOIN)).toEqual({ outcome: "unchanged" });
    expect(shop.at("2026-03-02T12:00:00Z", LEAVE)).toEqual({ outcome: "noted" });
    expect(shop.at("2026-03-03T12:00:00Z", LEAVE)).toEqual({ outcome: "unchanged" });
    expect(shop.book.members.get("7")?.absences).toEqual([
      { from: Date.parse("2026-03-02T12:00:00Z"), to: null },
    ]);
  });
});

describe("whoever the shop has blocked", () => {
  const BLOCK: LoyaltyEvent = { kind: "block", customerId: "7" };
  const UNBLOCK: LoyaltyEvent = { kind: "unblock", customerId: "7" };

  /** Somebody with 70 points, blocked on 1 March. */
  function aShopBlocked() {
    const shop = aShop({ rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(70n, "start"));
    shop.at("2026-03-01T12:00:00Z", BLOCK);
    return shop;
  }

  test("keeps what they have, earns nothing and redeems nothing", () => {
    const shop = aShopBlocked();
    shop.at("2026-03-02T12:00:00Z", order("1", "2026-03-02T12:00:00Z"));
    expect(shop.at("2026-03-03T12:00:00Z", redeemed("R1", "five-off"))).toMatchObject({
      outcome: "refused",
      because: "blocked",
    });
    expect(shop.figures()).toEqual({ available: 70n });
  });

  test("still has the reward whose code was given before", () => {
    const shop = aShop({ rewards: [FIVE_OFF] });
    shop.at("2026-02-01T12:00:00Z", adjusted(70n, "start"));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"));
    shop.at("2026-03-01T12:00:00Z", BLOCK);
    shop.at("2026-03-02T12:00:00Z", order("1", "2026-03-02T12:00:00Z", { codes: ["CODE-R1"] }));
    expect(shop.figures()).toEqual({ available: 20n, redeemed: 50n });
  });

  test("earns and redeems again once they are let in, but nothing for what they bought meanwhile", () => {
    const shop = aShopBlocked();
    shop.at("2026-03-10T12:00:00Z", UNBLOCK);
    shop.at("2026-03-11T12:00:00Z", order("1", "2026-03-05T12:00:00Z"));
    shop.at("2026-03-11T12:00:00Z", order("2", "2026-03-11T12:00:00Z"));
    expect([shop.posted("1"), shop.posted("2")]).toEqual([0n, 40n]);
    expect(shop.at("2026-03-12T12:00:00Z", redeemed("R1", "five-off"))).toMatchObject({ outcome: "held" });
  });

  test("does not come back by joining, and being let in does not bring back who left", () => {
    const shop = aShopBlocked();
    expect(shop.at("2026-03-02T12:00:00Z", JOIN)).toEqual({ outcome: "unchanged" });
    shop.at("2026-03-03T12:00:00Z", LEAVE);
    shop.at("2026-03-04T12:00:00Z", UNBLOCK);
    shop.at("2026-03-05T12:00:00Z", order("1", "2026-03-05T12:00:00Z"));
    expect(shop.posted("1")).toBe(0n);
    shop.at("2026-03-06T12:00:00Z", JOIN);
    shop.at("2026-03-07T12:00:00Z", order("2", "2026-03-07T12:00:00Z"));
    expect(shop.posted("2")).toBe(40n);
  });

  test("changes nothing by being blocked or let in twice", () => {
    const shop = aShopBlocked();
    expect(shop.at("2026-03-02T12:00:00Z", BLOCK)).toEqual({ outcome: "unchanged" });
    expect(shop.at("2026-03-03T12:00:00Z", UNBLOCK)).toEqual({ outcome: "noted" });
    expect(shop.at("2026-03-04T12:00:00Z", UNBLOCK)).toEqual({ outcome: "unchanged" });
    const [from, to] = ["2026-03-01T12:00:00Z", "2026-03-03T12:00:00Z"].map(Date.parse);
    expect(shop.book.members.get("7")?.absences).toEqual([{ from, to, because: "blocked" }]);
  });

  test.each(["7", "8"])("stays so when they are merged, whichever of the two was: %s", (blocked) => {
    const shop = aShop({});
    shop.at("2026-03-01T12:00:00Z", adjusted(10n, "a", "7"));
    shop.at("2026-03-01T12:00:00Z", adjusted(10n, "b", "8"));
    shop.at("2026-03-02T12:00:00Z", { kind: "block", customerId: blocked });
    shop.at("2026-03-03T12:00:00Z", { kind: "customers-merged", keptId: "7", deletedId: "8" });
    shop.at("2026-03-04T12:00:00Z", order("1", "2026-03-04T12:00:00Z"));
    expect(shop.figures()).toEqual({ available: 20n });
    shop.at("2026-03-05T12:00:00Z", UNBLOCK);
    shop.at("2026-03-06T12:00:00Z", order("2", "2026-03-06T12:00:00Z"));
    expect(shop.posted("2")).toBe(40n);
  });
});

describe("two who are merged", () => {
  const MERGE: LoyaltyEvent = { kind: "customers-merged", keptId: "7", deletedId: "8" };

  test.each<[string, [string, LoyaltyEvent][], boolean]>([
    [
      "one left, the other never said a word",
      [["2026-03-01T12:00:00Z", { kind: "leave", customerId: "8" }]],
      true,
    ],
    [
      "one left, and the other came back later",
      [
        ["2026-03-01T12:00:00Z", LEAVE],
        ["2026-03-02T12:00:00Z", { kind: "leave", customerId: "8" }],
        ["2026-03-03T12:00:00Z", JOIN],
      ],
      false,
    ],
  ])("are out by the later word of the two: %s", (_, words, out) => {
    const shop = aShop({});
    for (const [instant, word] of words) shop.at(instant, word);
    shop.at("2026-03-10T12:00:00Z", MERGE);
    shop.at("2026-03-11T12:00:00Z", order("1", "2026-03-11T12:00:00Z"));
    expect(shop.posted("1")).toBe(out ? 0n : 40n);
  });

  test("keep of each order what it was worth to whoever placed it", () => {
    const shop = aShop({});
    shop.at("2026-03-01T12:00:00Z", { kind: "leave", customerId: "8" });
    shop.at("2026-03-02T12:00:00Z", order("1", "2026-03-02T12:00:00Z"));
    shop.at("2026-03-02T12:00:00Z", order("2", "2026-03-02T12:00:00Z", { customerId: "8" }));
    shop.at("2026-03-10T12:00:00Z", MERGE);
    const updatedAt = Date.parse("2026-03-11T12:00:00Z");
    for (const id of ["1", "2"])
      shop.at("2026-03-11T12:00:00Z", order(id, "2026-03-02T12:00:00Z", { updatedAt }));
    expect([shop.posted("1"), shop.posted("2")]).toEqual([40n, 0n]);
  });
});
