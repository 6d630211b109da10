import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aShop, ordered } from "./example-shop.ts";
import type { ExampleShop } from "./example-shop.ts";
import { aLine } from "./examples.ts";
import { levelLoss } from "./level-loss.ts";
import type { LevelLoss } from "./level-loss.ts";
import { rankOf, tiersAt } from "./tiers.ts";
import { DAY, formatInstant, parseInstant } from "./time.ts";
import type { Instant } from "./time.ts";

const LEVELS = [
  { id: "bronze", at: "0" },
  { id: "silver", at: "100.00" },
  { id: "gold", at: "300.00" },
];
const YEAR = { kind: "rolling", months: 12 };

describe("a level is lost when what it rests on has left the window", () => {
  test("at the first midnight after that, unless what is missing counts by then", () => {
    const shop = aShop({ tiers: spend(YEAR) });
    shop.at("2026-02-01T12:00:00Z", ordered(80, "2026-02-01T12:00:00Z"));
    shop.at("2026-03-01T12:00:00Z", ordered(30, "2026-03-01T12:00:00Z", { id: "1002" }));
    expect(lossOf(shop)).toEqual({ at: "2027-02-02T00:00:00Z", missing: 7000n });
  });

  test("not before the guarantee is over, which begins to run at that midnight", () => {
    const shop = aShop({ tiers: { ...spend(YEAR), guaranteeDays: 30 } });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    expect(lossOf(shop)).toEqual({ at: "2027-03-04T00:00:00Z", missing: 10000n });
    shop.at("2027-02-15T12:00:00Z");
    expect(lossOf(shop)).toEqual({ at: "2027-03-04T00:00:00Z", missing: 10000n });
  });

  test("with a calendar year when it ends: nothing in this one keeps it, but for a guarantee", () => {
    const shop = aShop({ tiers: spend({ kind: "calendar-year" }) });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    expect(lossOf(shop)).toEqual({ at: "2027-01-01T00:00:00Z", missing: null });
    const kind = aShop({ tiers: { ...spend({ kind: "calendar-year" }), guaranteeDays: 365 } });
    kind.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    kind.at("2027-05-01T12:00:00Z", ordered(30, "2027-05-01T12:00:00Z", { id: "1002" }));
    expect(lossOf(kind)).toEqual({ at: "2028-01-01T00:00:00Z", missing: 7000n });
  });

  test("never by time where everything counts for ever, and at the next midnight after a cancellation", () => {
    const shop = aShop({ tiers: spend({ kind: "lifetime" }) });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    expect(lossOf(shop)).toBeNull();
    const cancelledAt = parseInstant("2026-06-01T12:00:00Z");
    const cancelled = ordered(120, "2026-02-01T12:00:00Z", { cancelledAt, updatedAt: cancelledAt });
    shop.at("2026-06-01T12:00:00Z", cancelled);
    // London is an hour ahead in summer.
    expect(lossOf(shop)).toEqual({ at: "2026-06-01T23:00:00Z", missing: 10000n });
  });

  test("that was brought along when its date comes", () => {
    const shop = aShop({ tiers: spend(YEAR) });
    const level = { id: "gold", until: parseInstant("2026-09-15T12:00:00Z") };
    const opening = { key: "o", source: "elsewhere", lots: [], owed: 0n, signedUp: true, level };
    shop.at("2026-02-01T12:00:00Z", { kind: "import", customerId: "7", ...opening });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    expect(lossOf(shop)).toEqual({ at: "2026-09-15T23:00:00Z", missing: 18000n });
  });

  test("and the first one never is, nor by one who has none", () => {
    const shop = aShop({ tiers: spend(YEAR) });
    shop.at("2026-02-01T12:00:00Z", ordered(20, "2026-02-01T12:00:00Z"));
    expect(lossOf(shop)).toBeNull();
    const plain = aShop({});
    plain.at("2026-02-01T12:00:00Z", ordered(20, "2026-02-01T12:00:00Z"));
    expect(lossOf(plain)).toBeNull();
  });

  test("by a version to come that asks for more, or that has no such level", () => {
    const asksMore = { ...spend(YEAR), levels: [LEVELS[0], { id: "silver", at: "150.00" }] };
    const shop = aShop({ tiers: spend(YEAR) }, { tiers: asksMore, effectiveFrom: "2026-05-01T12:00:00Z" });
    shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    expect(lossOf(shop)).toEqual({ at: "2026-05-01T23:00:00Z", missing: 3000n });
    const renamed = { ...spend(YEAR), levels: [LEVELS[0], { id: "argent", at: "100.00" }] };
    const other = aShop({ tiers: spend(YEAR) }, { tiers: renamed, effectiveFrom: "2026-05-01T12:00:00Z" });
    other.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
    expect(lossOf(other)).toEqual({ at: "2026-05-01T23:00:00Z", missing: null });
  });
});

describe("whatever happened before", () => {
  const RUNS = Number(process.env["RUNS"] ?? 150);

  test("the level is held up to that midnight and no longer", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { shop, held, loss } = played(scene);
        if (loss === null) {
          shop.at("2032-01-01T12:00:00Z");
          expect(isHeld(shop, held)).toBe(true);
          return;
        }
        shop.at(formatInstant(loss.at - 1));
        expect(isHeld(shop, held)).toBe(true);
        shop.at(formatInstant(loss.at));
        expect(isHeld(shop, held)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  test("what is missing, counted just before, keeps it, and one unit less does not", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { loss } = played(scene);
        if (loss === null) return;
        expect(keptBy(scene, loss, loss.missing ?? ENOUGH[scene.basis])).toBe(loss.missing !== null);
        if (loss.missing !== null) expect(keptBy(scene, loss, loss.missing - 1n)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });
});

interface Scene {
  basis: "spend" | "points" | "orders";
  versions: Record<string, unknown>[];
  orders: { id: string; day: number; pence: number; cancelledAfter: number | null }[];
  kept: { id: string; days: number | null } | null;
  /** Days after the last order. */
  asked: number;
}

/** More than any level of these asks for. */
const ENOUGH = { orders: 5n, points: 1_000n, spend: 100_000n };
const BEGIN = parseInstant("2026-01-05T09:30:00Z");

const tierWindow = fc.oneof(
  fc.record({ kind: fc.constant("rolling"), months: fc.integer({ min: 1, max: 4 }) }),
  fc.constantFrom({ kind: "calendar-year" }, { kind: "lifetime" }),
);

const scenes: fc.Arbitrary<Scene> = fc
  .constantFrom("spend" as const, "points" as const, "orders" as const)
  .chain((basis) =>
    fc.record({
      basis: fc.constant(basis),
      versions: fc
        .array(versionParts(basis), { minLength: 1, maxLength: 2 })
        .map((parts) =>
          parts.map((part, index) =>
            index === 0
              ? part
              : { ...part, effectiveFrom: formatInstant(BEGIN + 70 * DAY + index * 3_600_000) },
          ),
        ),
      orders: fc
        .array(
          fc.record({
            day: fc.integer({ min: 0, max: 100 }),
            pence: fc.integer({ min: 0, max: 16_000 }),
            cancelledAfter: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 5 }),
          }),
          { minLength: 1, maxLength: 6 },
        )
        .map((orders) =>
          orders.sort((a, b) => a.day - b.day).map((order, n) => ({ ...order, id: String(1001 + n) })),
        ),
      kept: fc.option(
        fc.record({ id: fc.constantFrom("silver", "gold"), days: fc.option(fc.nat({ max: 200 })) }),
        { freq: 3 },
      ),
      asked: fc.nat({ max: 60 }),
    }),
  );

function versionParts(basis: Scene["basis"]): fc.Arbitrary<Record<string, unknown>> {
  const thresholds =
    basis === "orders" ? ["2", "4"] : basis === "points" ? ["100", "220"] : ["100.00", "220.50"];
  return fc.record({
    timezone: fc.constantFrom("Europe/London", "Asia/Kathmandu", "America/Santiago"),
    tiers: fc.record({
      basis: fc.constant(basis),
      window: tierWindow,
      guaranteeDays: fc.constantFrom(0, 0, 5, 40, 365),
      levels: fc.constantFrom(
        [
          { id: "bronze", at: "0" },
          { id: "silver", at: thresholds[0] },
          { id: "gold", at: thresholds[1] },
        ],
        [
          { id: "bronze", at: "0" },
          { id: "gold", at: thresholds[0] },
        ],
      ),
    }),
  });
}

function played({ versions, orders, kept, asked }: Scene): {
  shop: ExampleShop;
  held: string | null;
  loss: LevelLoss | null;
} {
  const shop = aShop(...versions);
  const level =
    kept === null ? null : { id: kept.id, until: kept.days === null ? null : BEGIN + kept.days * DAY };
  const opening = { key: "o", source: "elsewhere", lots: [], owed: 0n, signedUp: true, level };
  shop.at(formatInstant(BEGIN), { kind: "import", customerId: "7", ...opening });
  const states = orders.flatMap(({ id, day, pence, cancelledAfter }) => {
    const at = BEGIN + day * DAY;
    const lines = [aLine({ price: BigInt(pence) })];
    const placed = { at, event: ordered(0, formatInstant(at), { id, lines }) };
    if (cancelledAfter === null) return [placed];
    const cancelledAt = at + cancelledAfter * DAY + 1000;
    return [
      placed,
      {
        at: cancelledAt,
        event: ordered(0, formatInstant(at), { id, lines, cancelledAt, updatedAt: cancelledAt }),
      },
    ];
  });
  let last: Instant = BEGIN;
  for (const { at, event } of states.sort((a, b) => a.at - b.at)) {
    shop.at(formatInstant(at), event);
    last = at;
  }
  shop.at(formatInstant(last + asked * DAY));
  return { shop, held: memberOf(shop).level, loss: levelLoss(shop.book, memberOf(shop)) };
}

function keptBy(scene: Scene, loss: LevelLoss, units: bigint): boolean {
  const { shop, held } = played(scene);
  const before = formatInstant(loss.at - 1);
  const isOrders = scene.basis === "orders";
  const pence = scene.basis === "points" ? units * 100n : units;
  for (let n = 0n; n < (isOrders ? units : 1n); n++)
    shop.at(
      before,
      ordered(0, before, { id: String(5000n + n), lines: [aLine({ price: isOrders ? 100n : pence })] }),
    );
  shop.at(formatInstant(loss.at));
  return isHeld(shop, held);
}

/** Whether it is still that level, or a higher one. */
function isHeld(shop: ExampleShop, level: string | null): boolean {
  const { settledTo, level: now } = memberOf(shop);
  if (now === level) return true;
  const tiers = tiersAt(shop.book, settledTo);
  if (tiers === null) return false;
  const rank = rankOf(tiers, level);
  return rank !== -1 && rankOf(tiers, now) >= rank;
}

function memberOf({ book }: ExampleShop) {
  const member = book.members.get("7");
  if (member === undefined) throw new Error("customer 7 is not known");
  return member;
}

function lossOf(shop: ExampleShop) {
  const loss = levelLoss(shop.book, memberOf(shop));
  return loss === null ? null : { at: formatInstant(loss.at), missing: loss.missing };
}

function spend(window: Record<string, unknown>) {
  return { basis: "spend", window, levels: LEVELS };
}
