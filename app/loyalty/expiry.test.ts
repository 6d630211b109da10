import { describe, expect, test } from "vitest";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";

const NOTICE: Parameters<ReturnType<typeof aShop>["at"]>[1] = { kind: "notice", customerId: "7" };

describe("with lots", () => {
  const points = { expiry: { kind: "lots", months: 1 }, notice: { required: false } };

  test.each([
    ["2026-01-31T10:00:00Z", "2026-03-01T00:00:00Z", "the month has no such day: its last"],
    ["2026-02-10T10:00:00Z", "2026-03-11T00:00:00Z", "the end of that day"],
    ["2026-03-05T10:00:00Z", "2026-04-05T23:00:00Z", "a midnight of the zone, after the clocks went forward"],
  ])("what became available at %s is gone at %s: %s", (since, gone) => {
    const shop = aShop({ points });
    shop.at(since, adjusted(10n, "a"));
    shop.at(new Date(Date.parse(gone) - 1000).toISOString());
    expect(shop.figures()).toEqual({ available: 10n });
    shop.at(gone);
    expect(shop.figures()).toEqual({ available: 0n, expired: 10n });
  });

  test("at one instant what expires comes before what vests", () => {
    const shop = aShop({ points: { ...points, pendingDays: 30 } });
    shop.at("2026-02-01T00:00:00Z", adjusted(-40n, "debt"));
    shop.at("2026-02-01T00:00:00Z", ordered(50, "2026-02-01T00:00:00Z"));
    shop.at("2026-02-02T00:00:00Z", adjusted(90n, "pays"));
    expect(shop.figures()).toMatchObject({ pending: 50n, available: 50n });
    shop.at("2026-03-03T00:00:00Z");
    expect(shop.figures()).toMatchObject({ available: 50n, expired: 50n });
  });
});

describe("with inactivity", () => {
  const points = { expiry: { kind: "inactivity", months: 1 }, notice: { required: false } };
  const gift = { id: "gift", kind: "custom", cost: 5, instructions: "send it" };

  test("points that are earned and pending move it, and so does their vesting", () => {
    const shop = aShop({ points: { ...points, pendingDays: 20 } });
    shop.at("2026-02-01T12:00:00Z", adjusted(20n, "a"));
    shop.at("2026-02-20T12:00:00Z", ordered(5, "2026-02-20T12:00:00Z"));
    shop.at("2026-03-20T23:59:59Z");
    expect(shop.figures()).toMatchObject({ available: 25n });
    shop.at("2026-04-12T22:59:59Z");
    expect(shop.figures()).toMatchObject({ available: 25n });
    shop.at("2026-04-12T23:00:00Z");
    expect(shop.figures()).toMatchObject({ available: 0n, expired: 25n });
  });

  test("what expires at an instant comes before what vests then and would have moved the date", () => {
    const shop = aShop({ points: { ...points, pendingDays: 28 } });
    shop.at("2026-01-28T12:00:00Z", adjusted(20n, "a"));
    shop.at("2026-01-30T12:00:00Z", ordered(5, "2026-02-01T00:00:00Z"));
    shop.at("2026-03-01T00:00:00Z");
    expect(shop.figures()).toMatchObject({ available: 5n, expired: 20n });
  });

  test("every gain and redemption moves the date, a deduction and a release do not", () => {
    const shop = aShop({ points, rewards: [gift] });
    shop.at("2026-02-01T12:00:00Z", adjusted(20n, "a"));
    shop.at("2026-02-20T12:00:00Z", redeemed("R1", "gift"));
    shop.at("2026-03-10T12:00:00Z", adjusted(-1n, "b"));
    shop.at("2026-03-15T12:00:00Z", { kind: "release", redemptionId: "R1" });
    shop.at("2026-03-20T23:59:59Z");
    expect(shop.figures()).toEqual({ available: 19n });
    shop.at("2026-03-21T00:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 19n });
  });
});

describe("where a notice is required", () => {
  const points = { expiry: { kind: "lots", months: 1 }, notice: { days: [20, 7], required: true } };

  test.each<[string[], string | null, string]>([
    [[], null, "without one nothing expires"],
    [["2026-02-09T23:59:59Z"], null, "one too early to be about the lot is none"],
    [["2026-02-22T00:00:00Z"], "2026-03-02T00:00:00Z", "one in time lets it expire at its date"],
    [["2026-02-23T12:00:00Z"], "2026-03-03T00:00:00Z", "a late one leaves the fewest days, up to a midnight"],
    [["2026-04-01T12:00:00Z"], "2026-04-08T23:00:00Z", "so does one long after the date, in summer time"],
    [["2026-02-23T12:00:00Z", "2026-02-26T12:00:00Z"], "2026-03-03T00:00:00Z", "of two the first counts"],
  ])("notices at %j: gone at %s: %s", (notices, gone) => {
    const shop = aShop({ points });
    shop.at("2026-02-01T12:00:00Z", adjusted(10n, "a"));
    for (const notice of notices) shop.at(notice, NOTICE);
    if (gone !== null) shop.at(new Date(Date.parse(gone) - 1000).toISOString());
    if (gone === null) shop.at("2027-01-01T00:00:00Z");
    expect(shop.figures()).toEqual({ available: 10n });
    if (gone === null) return;
    shop.at(gone);
    expect(shop.figures()).toEqual({ available: 0n, expired: 10n });
  });

  test("a notice covers what is held, so that it expires at once when it is given back too late", () => {
    const gift = { id: "gift", kind: "custom", cost: 10, instructions: "send it" };
    const shop = aShop({ points, rewards: [gift] });
    shop.at("2026-02-01T12:00:00Z", adjusted(10n, "a"));
    shop.at("2026-02-02T12:00:00Z", redeemed("R1", "gift"));
    shop.at("2026-02-15T12:00:00Z", NOTICE);
    shop.at("2026-03-05T12:00:00Z", { kind: "release", redemptionId: "R1" });
    expect(shop.figures()).toEqual({ available: 0n, expired: 10n });
  });

  test("a notice about a date that moved is worth nothing", () => {
    const shop = aShop({ points: { ...points, expiry: { kind: "inactivity", months: 1 } } });
    shop.at("2026-02-01T12:00:00Z", adjusted(10n, "a"));
    shop.at("2026-02-15T12:00:00Z", NOTICE);
    shop.at("2026-02-20T12:00:00Z", adjusted(1n, "b"));
    shop.at("2026-06-01T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 11n });
  });
});
