import { describe, expect, test } from "vitest";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import type { ExampleShop } from "./example-shop.ts";
import { memberStanding } from "./member-standing.ts";
import { formatInstant, parseInstant } from "./time.ts";

const FEBRUARY = "2026-02-01T12:00:00Z";
const LEVELS = [
  { id: "bronze", at: "0" },
  { id: "silver", at: "100.00" },
  { id: "gold", at: "300.00" },
];

describe("progress", () => {
  test.each([
    [0, { value: "0.00", percent: 0, next: { id: "silver", missing: "100.00" } }],
    [62, { value: "62.00", percent: 62, next: { id: "silver", missing: "38.00" } }],
    [100, { value: "100.00", percent: 0, next: { id: "gold", missing: "200.00" } }],
    [133, { value: "133.00", percent: 16, next: { id: "gold", missing: "167.00" } }],
    [299, { value: "299.00", percent: 99, next: { id: "gold", missing: "1.00" } }],
    [300, { value: "300.00", percent: 100, next: null }],
    [9000, { value: "9000.00", percent: 100, next: null }],
  ])("after spending %d stands at %j", (pounds, expected) => {
    const shop = aShop({ tiers: spend({ kind: "lifetime" }) });
    shop.at(FEBRUARY, ordered(pounds, FEBRUARY));
    expect(standingOf(shop).progress).toEqual({ ...expected, keep: null });
  });

  test.each([
    ["points", "30", { value: "20", percent: 66, next: { id: "silver", missing: "10" }, keep: null }],
    ["orders", "3", { value: "1", percent: 33, next: { id: "silver", missing: "2" }, keep: null }],
  ])("counts whole %s", (basis, at, expected) => {
    const levels = [LEVELS[0], { id: "silver", at }];
    const shop = aShop({ tiers: { basis, window: { kind: "lifetime" }, levels } });
    shop.at(FEBRUARY, ordered(20, FEBRUARY));
    expect(standingOf(shop).progress).toEqual(expected);
  });

  test("says what it takes to keep the level, and by when", () => {
    const shop = aShop({ tiers: spend({ kind: "rolling", months: 12 }) });
    shop.at(FEBRUARY, ordered(150, FEBRUARY));
    expect(standingOf(shop).progress?.keep).toEqual({ until: "2027-02-02T00:00:00Z", missing: "100.00" });
  });

  test("of a level that a guarantee alone holds starts at 0 towards the next", () => {
    const window = { kind: "rolling", months: 1 };
    const shop = aShop({ tiers: { ...spend(window), guaranteeDays: 100 } });
    shop.at(FEBRUARY, ordered(150, FEBRUARY));
    expect(standingOf(shop, "2026-03-15T12:00:00Z").progress).toMatchObject({
      value: "0.00",
      percent: 0,
      next: { id: "gold", missing: "300.00" },
    });
  });

  test("counts only what is in the window at that very instant, and says when that changes", () => {
    const shop = aShop({ tiers: spend({ kind: "rolling", months: 1 }) });
    shop.at("2026-01-31T12:00:00Z", ordered(40, "2026-01-31T12:00:00Z"));
    shop.at("2026-02-10T12:00:00Z", ordered(20, "2026-02-10T12:00:00Z", { id: "1002" }));
    const standing = standingOf(shop);
    expect(standing.progress?.value).toBe("60.00");
    // February has no 31st: the month before the 28th begins on 28 January, that before 1 March on 1 February.
    expect(formatInstant(standing.movesAt ?? 0)).toBe("2026-03-01T00:00:00Z");
    expect(standingOf(shop, "2026-02-28T23:59:59.999Z").progress?.value).toBe("60.00");
    expect(standingOf(shop, "2026-03-01T00:00:00Z").progress?.value).toBe("20.00");
  });

  test("with a calendar year changes with the year", () => {
    const shop = aShop({ tiers: spend({ kind: "calendar-year" }) });
    shop.at(FEBRUARY, ordered(40, FEBRUARY));
    expect(formatInstant(standingOf(shop).movesAt ?? 0)).toBe("2027-01-01T00:00:00Z");
  });

  test("is told anew when a version comes into force", () => {
    const shop = aShop(
      { tiers: spend({ kind: "lifetime" }) },
      { tiers: spend({ kind: "lifetime" }), effectiveFrom: "2026-07-01T12:00:00Z" },
    );
    shop.at(FEBRUARY, ordered(40, FEBRUARY));
    expect(formatInstant(standingOf(shop).movesAt ?? 0)).toBe("2026-07-01T12:00:00Z");
  });

  test("is nothing where the programme has no levels", () => {
    const shop = aShop({});
    shop.at(FEBRUARY, ordered(40, FEBRUARY));
    expect(standingOf(shop)).toEqual({
      progress: null,
      expiring: [],
      birthday: null,
      out: false,
      blocked: false,
      movesAt: null,
    });
  });
});

describe("what ends next", () => {
  const lots = (notice: Record<string, unknown>) => ({
    points: { expiry: { kind: "lots", months: 12 }, notice },
  });
  const FREE = { days: [30, 7], required: false };
  const TOLD = { days: [30, 7], required: true };

  test("is added up by date, the earliest first, at most three dates, without what is held", () => {
    const rewards = [{ id: "ship", kind: "free-shipping", cost: 25 }];
    const shop = aShop({ ...lots(FREE), rewards });
    shop.at("2026-02-01T08:00:00Z", adjusted(30n, "a"));
    shop.at("2026-02-01T20:00:00Z", adjusted(10n, "b"));
    for (const day of ["02", "03", "04"]) shop.at(`2026-02-${day}T08:00:00Z`, adjusted(5n, day));
    shop.at("2026-02-05T08:00:00Z", redeemed("R1", "ship"));
    expect(endsOf(shop)).toEqual([
      { points: 15n, at: "2027-02-02T00:00:00Z" },
      { points: 5n, at: "2027-02-03T00:00:00Z" },
      { points: 5n, at: "2027-02-04T00:00:00Z" },
    ]);
  });

  test("with inactivity is all of it, and moves with what the member does", () => {
    const shop = aShop({ points: { expiry: { kind: "inactivity", months: 6 }, notice: FREE } });
    shop.at("2026-02-01T08:00:00Z", adjusted(30n, "a"));
    shop.at("2026-03-01T08:00:00Z", adjusted(10n, "b"));
    expect(endsOf(shop)).toEqual([{ points: 40n, at: "2026-09-01T23:00:00Z" }]);
  });

  test("is said of points that nobody was told of only as long as there is time to tell", () => {
    const shop = aShop(lots(TOLD));
    shop.at(FEBRUARY, adjusted(30n, "a"));
    expect(endsOf(shop)).toEqual([{ points: 30n, at: "2027-02-02T00:00:00Z" }]);
    expect(formatInstant(standingOf(shop).movesAt ?? 0)).toBe("2027-01-26T00:00:00.001Z");
    shop.at("2027-01-26T00:00:00Z");
    expect(endsOf(shop)).toHaveLength(1);
    shop.at("2027-01-26T00:00:00.001Z");
    expect(standingOf(shop)).toMatchObject({ expiring: [], movesAt: null });
  });

  test("is said again once a notice was delivered late, never less than its days ahead", () => {
    const shop = aShop(lots(TOLD));
    shop.at(FEBRUARY, adjusted(30n, "a"));
    shop.at("2027-01-30T12:00:00Z", { kind: "notice", customerId: "7" });
    expect(endsOf(shop)).toEqual([{ points: 30n, at: "2027-02-07T00:00:00Z" }]);
    shop.at("2027-02-06T23:59:59Z");
    expect(shop.figures().available).toBe(30n);
    shop.at("2027-02-07T00:00:00Z");
    expect(endsOf(shop)).toEqual([]);
  });
});

describe("besides", () => {
  const BIRTHDAY = { earning: { rules: [{ id: "day", on: "birthday", bonus: 10 }] } };

  test("the birthday is told to be known or missing where something is given for it", () => {
    const shop = aShop(BIRTHDAY);
    shop.at(FEBRUARY, adjusted(1n, "a"));
    expect(standingOf(shop).birthday).toBe("missing");
    shop.at(FEBRUARY, { kind: "birthday", customerId: "7", month: 5, day: 1 });
    expect(standingOf(shop).birthday).toBe("given");
  });

  test("a birthday is asked for only while a rule gives something for it", () => {
    const day = {
      id: "day",
      on: "birthday",
      bonus: 10,
      from: "2026-03-01T00:00:00Z",
      to: "2026-04-01T00:00:00Z",
    };
    const shop = aShop({ earning: { rules: [day] } });
    shop.at(FEBRUARY, adjusted(1n, "a"));
    const before = standingOf(shop);
    expect(before.birthday).toBeNull();
    expect(formatInstant(before.movesAt ?? 0)).toBe("2026-03-01T00:00:00Z");
    const during = standingOf(shop, "2026-03-01T00:00:00Z");
    expect(during.birthday).toBe("missing");
    expect(formatInstant(during.movesAt ?? 0)).toBe("2026-04-01T00:00:00Z");
    expect(standingOf(shop, "2026-04-01T00:00:00Z")).toMatchObject({ birthday: null, movesAt: null });
  });

  test("whoever has left is told to be out, until they join again", () => {
    const shop = aShop({});
    shop.at(FEBRUARY, adjusted(1n, "a"));
    shop.at(FEBRUARY, { kind: "leave", customerId: "7" });
    expect(standingOf(shop).out).toBe(true);
    shop.at(FEBRUARY, { kind: "join", customerId: "7" });
    expect(standingOf(shop).out).toBe(false);
  });
});

function standingOf({ book }: ExampleShop, at?: string) {
  const member = book.members.get("7");
  if (member === undefined) throw new Error("customer 7 is not known");
  return memberStanding(book, member, at === undefined ? member.settledTo : parseInstant(at));
}

function endsOf(shop: ExampleShop) {
  return standingOf(shop).expiring.map(({ points, at }) => ({ points, at: formatInstant(at) }));
}

function spend(window: Record<string, unknown>) {
  return { basis: "spend", window, levels: LEVELS };
}
