import { describe, expect, test } from "vitest";
import { adjusted, aShop, redeemed } from "./example-shop.ts";
import { voidNotices } from "./expiry.ts";
import { parseInstant } from "./time.ts";

const NOTICE: Parameters<ReturnType<typeof aShop>["at"]>[1] = { kind: "notice", customerId: "7" };
const POINTS = { expiry: { kind: "lots", months: 1 }, notice: { days: [20, 7], required: true } };
const GIFT = { id: "gift", kind: "custom", cost: 10, instructions: "send it" };

/** Ten points that a notice lets expire at the beginning of 2 March; nothing of it was worked off since. */
function told(points: object = POINTS) {
  const shop = aShop({ points, rewards: [GIFT] });
  shop.at("2026-02-01T12:00:00Z", adjusted(10n, "a"));
  shop.at("2026-02-15T12:00:00Z", NOTICE);
  return shop;
}

function comeBack(shop: ReturnType<typeof aShop>, from: string, until: string): number {
  const member = shop.book.members.get("7");
  if (member === undefined) throw new Error("no member");
  return voidNotices(shop.book, member, { from: parseInstant(from), until: parseInstant(until) });
}

describe("points that fell due while the shop was away", () => {
  test("stay until a new notice has left its days", () => {
    const shop = told();
    expect(comeBack(shop, "2026-03-01T12:00:00Z", "2026-03-03T09:00:00Z")).toBe(1);
    shop.at("2026-03-20T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 10n });
    shop.at("2026-03-20T12:00:00Z", NOTICE);
    shop.at("2026-03-27T23:59:59Z");
    expect(shop.figures()).toEqual({ available: 10n });
    shop.at("2026-03-28T00:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 10n });
  });

  test("stay though they were held and are given back after it", () => {
    const shop = told();
    shop.at("2026-02-20T12:00:00Z", redeemed("R1", "gift"));
    expect(comeBack(shop, "2026-03-01T12:00:00Z", "2026-03-03T09:00:00Z")).toBe(1);
    shop.at("2026-03-05T12:00:00Z", { kind: "release", redemptionId: "R1" });
    shop.at("2026-06-01T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 10n });
  });
});

describe("points expire at their own date", () => {
  test.each([
    ["that came before the shop left", "2026-03-02T00:00:00Z", "2026-03-03T09:00:00Z"],
    ["that comes after the shop is back", "2026-02-27T12:00:00Z", "2026-03-01T23:59:59Z"],
  ])("%s", (_, from, until) => {
    const shop = told();
    expect(comeBack(shop, from, until)).toBe(0);
    shop.at("2026-03-04T00:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 10n });
  });

  test("where no notice is required", () => {
    const shop = told({ ...POINTS, notice: { days: [20, 7], required: false } });
    expect(comeBack(shop, "2026-03-01T12:00:00Z", "2026-03-03T09:00:00Z")).toBe(0);
    shop.at("2026-03-04T00:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 10n });
  });
});
