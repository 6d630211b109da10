import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { DAY_MS, addMonths, dayOf, startOfDay } from "../model/calendar.ts";
import type { OrderPayload, Programme } from "../model/case-format.ts";
import { openOutside, type Outside } from "../support/outside.ts";
import { order } from "../support/payloads.ts";
import { startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { figure, PATIENCE } from "../support/scale.ts";
import { listUnsound, verifyAll } from "../support/verify-all.ts";

/** F14, F24, F25: clocks that jump, years that end, days of 23, 24½ and 25 hours, and one that never was. */

const HOUR_MS = 3_600_000;
let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const iso = (at: number) => new Date(at).toISOString();
let shops = 0;
const open = (parts: Partial<Programme>) =>
  openOutside(app, `clock-${++shops}.myshopify.com`, [
    {
      programme: "Clocks",
      currency: "GBP",
      timezone: "Europe/London",
      effectiveFrom: "2011-01-01T00:00:00Z",
      earning: { rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1.00" } }] },
      rewards: [{ id: "ship", kind: "free-shipping", cost: 10 }],
      ...parts,
    },
  ]);

let orders = 0;
function buy(outside: Outside, customer: number, total: string, at: number): Promise<unknown> {
  const id = ++orders;
  const payload = order({ id, customer, total, at: iso(at) }) as OrderPayload;
  return outside.tell({ at: iso(at), webhook: "orders/paid", id: `paid-${id}`, payload });
}

const look = (outside: Outside, at: number) => outside.tell({ at: iso(at), do: "clock" });

async function levelsOf({ shopId }: Outside): Promise<(string | null)[]> {
  const rows = await app.db.sql.query<{ level: string | null }>(
    `SELECT level FROM member WHERE shop_id = $1 ORDER BY id`,
    [shopId],
  );
  return rows.map(({ level }) => level);
}

async function expiredOf({ shopId }: Outside): Promise<bigint> {
  const [row] = await app.db.sql.query<{ expired: bigint }>(
    `SELECT coalesce(sum(expired), 0)::bigint AS expired FROM member WHERE shop_id = $1`,
    [shopId],
  );
  return row?.expired ?? 0n;
}

test(
  "F14: a clock that jumps by a day, forwards and backwards, neither expires twice nor mixes up the order",
  { timeout: PATIENCE },
  async () => {
    const outside = await open({
      points: { expiry: { kind: "lots", months: 1 }, notice: { required: false } },
    });
    let now = Date.parse("2026-03-01T12:00:00Z");
    for (const jump of [25, -25, 25, -1, 25, -25, 25, -1].map((hours) => hours * HOUR_MS)) {
      for (const customer of [1, 2, 3]) await buy(outside, customer, "10.00", now);
      await outside.settle();
      app.clock.now = now += jump;
      await outside.settle();
    }
    app.clock.now = now = Date.parse("2026-06-01T00:00:00Z");
    await outside.settle();
    app.clock.now = now - 25 * HOUR_MS;
    await outside.settle();
    expect(await expiredOf(outside)).toBe(BigInt(3 * 8 * 10));
    const steps = await app.db.sql.query<{ backwards: bigint; gaps: bigint; expiries: bigint; lots: bigint }>(
      `SELECT count(*) FILTER (WHERE at < before) AS backwards, count(*) FILTER (WHERE seq <> place) AS gaps,
       count(*) FILTER (WHERE kind = 'expire') AS expiries, count(*) FILTER (WHERE kind = 'order') AS lots
     FROM (SELECT *, lag(at) OVER chain AS before, row_number() OVER chain AS place FROM ledger_transaction
       WHERE shop_id = $1 WINDOW chain AS (PARTITION BY member_id ORDER BY seq)) t`,
      [outside.shopId],
    );
    expect(steps).toEqual([{ backwards: 0n, gaps: 0n, expiries: 24n, lots: 24n }]);
    expect(await listUnsound(outside)).toEqual([]);
  },
);

test("F14: what fell due is not worked off before a delivery that came earlier and still waits", async () => {
  const outside = await open({
    points: { expiry: { kind: "inactivity", months: 1 }, notice: { required: false } },
  });
  await buy(outside, 1, "10.00", Date.parse("2026-01-01T12:00:00Z"));
  await outside.settle();
  await buy(outside, 1, "10.00", Date.parse("2026-01-20T12:00:00Z"));
  app.clock.now = Date.parse("2026-02-10T12:00:00Z");
  await workOffDueOf(app.services, await app.requireShop(outside.domain));
  expect(await expiredOf(outside)).toBe(0n);
  await verifyAll(outside);
});

const ZONES = [
  ...[
    "Pacific/Kiritimati",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Australia/Lord_Howe",
    "Asia/Tokyo",
    "Asia/Kathmandu",
  ],
  ...[
    "Asia/Kolkata",
    "Europe/Berlin",
    "Europe/London",
    "America/St_Johns",
    "America/New_York",
    "Pacific/Niue",
  ],
];

describe("F24: a level falls once, at the first midnight of the zone that no longer finds it reached", () => {
  const tiers = (window: NonNullable<Programme["tiers"]>["window"]): NonNullable<Programme["tiers"]> => ({
    basis: "spend",
    ...(window ? { window } : {}),
    levels: [
      { id: "bronze", at: "0" },
      { id: "gold", at: "100.00", multiplier: "2" },
    ],
  });

  test.each(ZONES)("where a year ends in %s", { timeout: PATIENCE }, async (timezone) => {
    const outside = await open({ timezone, tiers: tiers({ kind: "calendar-year" }) });
    const newYear = startOfDay(timezone, Date.UTC(2027, 0, 1) / DAY_MS);
    await buy(outside, 1, "150.00", newYear - 40 * DAY_MS);
    await buy(outside, 2, "150.00", newYear);
    await look(outside, newYear - 1);
    expect(await levelsOf(outside)).toEqual(["gold"]);
    await look(outside, newYear);
    expect(await levelsOf(outside)).toEqual(["bronze", "gold"]);
    expect(await workOffDueOf(app.services, await app.requireShop(outside.domain))).toBe(0);
    await buy(outside, 1, "10.00", newYear + 1);
    await verifyAll(outside);
  });

  test.each(ZONES)(
    "where an order of 29 February leaves the twelve months in %s",
    { timeout: PATIENCE },
    async (timezone) => {
      const outside = await open({ timezone, tiers: tiers({ kind: "rolling", months: 12 }) });
      const leapDay = startOfDay(timezone, Date.UTC(2028, 1, 29) / DAY_MS);
      await buy(outside, 1, "150.00", leapDay + 12 * HOUR_MS);
      const lastIn = startOfDay(timezone, Date.UTC(2029, 1, 28) / DAY_MS);
      for (const at of [lastIn, lastIn + 12 * HOUR_MS, startOfDay(timezone, Date.UTC(2029, 2, 1) / DAY_MS)]) {
        await look(outside, at);
        await verifyAll(outside);
      }
      expect(await levelsOf(outside)).toEqual(["bronze"]);
    },
  );
});

/** Zones, and a day on which their clocks do something. */
const ODD_DAYS: [zone: string, day: string][] = [
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Europe/Berlin", "2026-03-29"],
  ["Europe/Berlin", "2026-10-25"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Pacific/Apia", "2011-12-29"],
  ["Pacific/Apia", "2011-12-30"],
];

describe("F25: points expire once, at the end of their day, oldest first, whatever the clocks do", () => {
  test.each(ODD_DAYS)("in %s around %s", { timeout: PATIENCE }, async (timezone, day) => {
    const outside = await open({
      timezone,
      points: { expiry: { kind: "lots", months: 1 }, notice: { required: false } },
    });
    const last = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
    const start = startOfDay(timezone, addMonths(last, -1));
    for (const hours of [0, 11, 23, 24, 25, 47, 49]) await buy(outside, 1, "10.00", start + hours * HOUR_MS);
    const from = startOfDay(timezone, last) - 2 * HOUR_MS;
    let before = 0n;
    for (let at = from; at < from + 124 * HOUR_MS; at += figure(2, 1) * HOUR_MS) {
      await look(outside, at);
      const expired = await expiredOf(outside);
      expect(expired).toBeGreaterThanOrEqual(before);
      before = expired;
    }
    expect(before).toBe(70n);
    await verifyAll(outside);
  });

  test.each(ODD_DAYS.slice(0, 6))(
    "in %s, %s: a wish at that midnight comes too late, whoever is first at the books",
    { timeout: PATIENCE },
    async (timezone, day) => {
      const outside = await open({
        timezone,
        points: { expiry: { kind: "lots", months: 1 }, notice: { required: false } },
      });
      const last = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
      const start = startOfDay(timezone, addMonths(last, -1)) + 12 * HOUR_MS;
      const members = Array.from({ length: figure(6, 40) }, (_, n) => n + 1);
      for (const member of members) await buy(outside, member, "10.00", start);
      const midnight = startOfDay(timezone, addMonths(dayOf(timezone, start), 1) + 1);
      await look(outside, midnight - 1);
      expect(await expiredOf(outside)).toBe(0n);
      const redeem = (customer: number) =>
        outside.tell({ at: iso(midnight), do: "redeem", customer, reward: "ship", as: `R${customer}` });
      const outcomes = await Promise.all([...members.map(redeem), look(outside, midnight)]);
      expect(
        outcomes.slice(0, -1).every((outcome) => (outcome as { outcome: string }).outcome === "refused"),
      ).toBe(true);
      expect(await expiredOf(outside)).toBe(BigInt(members.length * 10));
      await verifyAll(outside);
    },
  );
});
