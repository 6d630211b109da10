import { describe, expect, test } from "vitest";
import type { LoyaltyEvent } from "./events.ts";
import { why } from "./explain.ts";
import type { ExampleShop } from "./example-shop.ts";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import type { ExpiryToReverse } from "./reinstatement.ts";

const ONE_MONTH = { expiry: { kind: "lots", months: 1 }, notice: { required: false } };
const EXPIRED = "2026-03-10T00:00:00Z";

/** 60 points by an order and 40 by hand, all of which expired on 2 March. */
function aShopExpired(points: Record<string, unknown> = {}): ExampleShop {
  const shop = aShop({ points: { ...ONE_MONTH, ...points } });
  shop.at("2026-02-01T12:00:00Z", ordered(60, "2026-02-01T12:00:00Z", { id: "1" }));
  shop.at("2026-02-01T12:00:00Z", adjusted(40n, "start"));
  shop.at(EXPIRED);
  return shop;
}

function expiriesOf({ book }: ExampleShop): ExpiryToReverse[] {
  return book.journal
    .filter(({ kind }) => kind === "expire")
    .map(({ key, at, postings }) => {
      const points = postings.reduce((sum, posting) => sum + posting.points, 0n);
      return { key, at, points, orderId: postings[0]?.orderId ?? null };
    });
}

function back(shop: ExampleShop, of: "order" | "hand", points: bigint): LoyaltyEvent {
  const expiry = expiriesOf(shop).find(({ orderId }) => (orderId === null) === (of === "hand"));
  if (expiry === undefined) throw new Error("nothing expired");
  return { kind: "reinstate", customerId: "7", expiry, points, reason: "Was on holiday" };
}

describe("expired points that are given back", () => {
  test("are available again, are no longer among the expired, and say whose opposite they are", () => {
    const shop = aShopExpired();
    expect(shop.figures()).toEqual({ available: 0n, earned: 60n, expired: 100n });
    expect(shop.at("2026-03-11T12:00:00Z", back(shop, "order", 50n))).toEqual({
      outcome: "reinstated",
      points: 50n,
    });
    expect(shop.figures()).toEqual({ available: 50n, earned: 60n, expired: 50n });
    const last = shop.book.journal.at(-1);
    expect(last).toMatchObject({
      kind: "adjust",
      explanation: { kind: "reinstate", expired: "60", points: "50", reason: "Was on holiday" },
    });
    expect(last && "expiry" in last.explanation && last.explanation.expiry).toBe(expiriesOf(shop)[0]?.key);
    expect(last && why(last)).toContain("50 points that had expired on 2026-03-02T00:00:00Z reinstated");
  });

  test.each<["order" | "hand", bigint, bigint]>([
    ["order", 1n, 1n],
    ["order", 60n, 60n],
    ["order", 61n, 60n],
    ["hand", 40n, 40n],
    ["hand", 9_999n, 40n],
  ])("of the %s's are never more than had expired: %i gives %i", (of, wished, given) => {
    const shop = aShopExpired();
    shop.at("2026-03-11T12:00:00Z", back(shop, of, wished));
    expect(shop.figures().available).toBe(given);
  });

  test("come back once: another time, and the rest of a part, are nothing new", () => {
    const shop = aShopExpired();
    shop.at("2026-03-11T12:00:00Z", back(shop, "order", 10n));
    expect(shop.at("2026-03-11T12:00:00Z", back(shop, "order", 10n))).toEqual({ outcome: "unchanged" });
    expect(shop.at("2026-03-12T12:00:00Z", back(shop, "order", 50n))).toEqual({ outcome: "unchanged" });
    expect(shop.figures().available).toBe(10n);
  });

  test("expire anew by the rules, counted from the day on which they came back", () => {
    const shop = aShopExpired();
    shop.at("2026-03-11T12:00:00Z", back(shop, "hand", 40n));
    shop.at("2026-04-11T00:00:00Z");
    expect(shop.figures().available).toBe(40n);
    shop.at("2026-04-12T00:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, earned: 60n, expired: 100n });
  });

  test("do not expire at once where the inactivity of their owner had ended them", () => {
    const shop = aShopExpired({ expiry: { kind: "inactivity", months: 1 } });
    shop.at("2026-03-11T12:00:00Z", back(shop, "order", 60n));
    shop.at("2026-04-01T12:00:00Z");
    expect(shop.figures().available).toBe(60n);
  });

  test("are taken by a refund of the order that had earned them", () => {
    const shop = aShopExpired();
    shop.at("2026-03-11T12:00:00Z", back(shop, "order", 60n));
    const at = Date.parse("2026-03-12T12:00:00Z");
    shop.at(
      "2026-03-12T12:00:00Z",
      ordered(60, "2026-02-01T12:00:00Z", { id: "1", updatedAt: at, cancelledAt: at }),
    );
    expect(shop.figures()).toEqual({ available: 0n, expired: 40n });
  });

  test("are only what a refund has left: what it found gone is not given back", () => {
    const shop = aShopExpired();
    const at = Date.parse("2026-03-11T12:00:00Z");
    shop.at(
      "2026-03-11T12:00:00Z",
      ordered(60, "2026-02-01T12:00:00Z", { id: "1", updatedAt: at, cancelledAt: at }),
    );
    expect(shop.at("2026-03-12T12:00:00Z", back(shop, "order", 60n))).toEqual({
      outcome: "reinstated",
      points: 0n,
    });
    expect(shop.figures()).toEqual({ available: 0n, expired: 40n });
  });

  test("pay first what is owed", () => {
    const shop = aShopExpired();
    shop.at("2026-03-11T12:00:00Z", adjusted(-15n, "mistake"));
    shop.at("2026-03-12T12:00:00Z", back(shop, "order", 60n));
    expect(shop.figures()).toEqual({ available: 45n, earned: 60n, expired: 40n });
  });

  test("go to whoever their owner was merged into", () => {
    const shop = aShopExpired();
    shop.at("2026-03-11T12:00:00Z", adjusted(5n, "other", "8"));
    shop.at("2026-03-12T12:00:00Z", { kind: "customers-merged", keptId: "8", deletedId: "7" });
    shop.at("2026-03-13T12:00:00Z", back(shop, "order", 60n));
    expect(shop.figures("8")).toEqual({ available: 65n, earned: 60n, expired: 40n });
  });

  test("are nothing where the history, played by other rules, let nothing expire", () => {
    const event = back(aShopExpired(), "order", 60n);
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", ordered(60, "2026-02-01T12:00:00Z", { id: "1" }));
    expect(shop.at("2026-03-11T12:00:00Z", event)).toEqual({ outcome: "reinstated", points: 0n });
    expect(shop.figures()).toEqual({ available: 60n, earned: 60n });
  });

  test("can be redeemed", () => {
    const five = { id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 30 };
    const shop = aShop({ points: ONE_MONTH, rewards: [five] });
    shop.at("2026-02-01T12:00:00Z", adjusted(60n, "start"));
    shop.at(EXPIRED);
    shop.at("2026-03-11T12:00:00Z", back(shop, "hand", 60n));
    expect(shop.at("2026-03-12T12:00:00Z", redeemed("R1", "five-off"))).toMatchObject({ outcome: "held" });
  });
});
