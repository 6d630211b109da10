/**
 * Figures are worked out as the ledger grows, in whatever steps. However a history was followed, they are the very same
 * as those worked out from nothing, and as those counted entry by entry.
 *
 * `FIGURE_RUNS=200 vitest run tests/flow/figures.test.ts` follows more histories.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { startOfDay } from "../../app/loyalty/calendar.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import {
  followLedger,
  listShopsToFollow,
  rebuildFigures,
} from "../../app/use-cases/analytics/follow-ledger.ts";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { histories, START } from "../helpers/random-histories.ts";
import {
  app,
  openShop,
  play,
  PURCHASE,
  shopWithPast,
  startFollowed,
  sumsOf,
  tell,
  type Step,
} from "../support/followed-shop.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";

startFollowed();

const RUNS = Number(process.env.FIGURE_RUNS ?? 8);
const CUSTOMERS = ["7", "8", "9"];

const steps: fc.Arbitrary<Step[]> = histories.chain((happenings) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant({ after: 0, follow: true } as const) },
        { weight: 1, arbitrary: fc.constantFrom(...CUSTOMERS).map((erase) => ({ after: 1, erase })) },
      ),
      { maxLength: 6 },
    )
    .chain((others) =>
      fc
        .array(fc.nat({ max: happenings.length }), { minLength: others.length, maxLength: others.length })
        .map((places) => {
          const all: Step[] = [...happenings];
          others.forEach((other, n) => all.splice(places[n] ?? 0, 0, other));
          return all;
        }),
    ),
);

const TABLES = ["figure_cell", "figure_member", "figure_share", "figure_order"];

/** All figures of a shop. Whoever was erased has another number each time, so they are known by their chain. */
async function figuresOf(shopId: number): Promise<unknown> {
  const tables = await Promise.all(
    TABLES.map(async (table) => {
      const rows = await app.db.sql.query<{ row: unknown }>(
        `SELECT to_jsonb(f) AS row FROM ${table} f WHERE shop_id = $1 ORDER BY to_jsonb(f)::text`,
        [shopId],
      );
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(tables);
}

/** Entry by entry, and day by day of the calendar that the core goes by. */
async function countedByHand(shopId: number): Promise<Map<string, bigint>> {
  const rows = await app.db.sql.query<{ at: Date; debit: string; credit: string; points: bigint }>(
    `SELECT t.at, p.debit, p.credit, p.points FROM posting p
     JOIN ledger_transaction t ON t.shop_id = p.shop_id AND t.id = p.transaction_id WHERE p.shop_id = $1`,
    [shopId],
  );
  const sums = new Map<string, bigint>();
  for (const { at, debit, credit, points } of rows) {
    const key = `${dayOf(at.getTime())} ${debit}>${credit}`;
    sums.set(key, (sums.get(key) ?? 0n) + points);
  }
  return sums;
}

function dayOf(at: number): number {
  return Math.floor((startOfDay("Europe/London", at) + 2 * HOUR) / (24 * HOUR));
}

async function expectSameAnyway(shopId: number): Promise<void> {
  await followLedger(app.services, shopId);
  const followed = await figuresOf(shopId);
  expect(await sumsOf(shopId, "move")).toEqual(await countedByHand(shopId));
  await rebuildFigures(app.services, shopId);
  expect(followed).toEqual(await figuresOf(shopId));
}

test("figures that followed a history are those worked out from nothing, and those counted by hand", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom(0, 3, 14), async (history, pendingDays) => {
      const { id, domain } = await openShop({
        points: { pendingDays, expiry: { kind: "lots", months: 1 }, notice: { days: [10], required: false } },
      });
      await play(id, domain, history);
      await expectSameAnyway(id);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("late, edited, refunded, moved and merged orders leave the figures as if they had been so from the first", async () => {
  const { id, domain } = await openShop({ earning: { rules: [PURCHASE] } });
  const follow = async () => {
    await app.settle(domain);
    await followLedger(app.services, id);
  };
  await tell(domain, "customers/create", customer({ id: 7, firstName: "Anna" }));
  await tell(domain, "orders/paid", order({ id: 1, customer: 7, total: "0.40", at: "2026-01-05T10:00:00Z" }));
  await follow();
  // Worth no point to either, so that the ledger tells nothing of the one who loses it.
  await tell(
    domain,
    "orders/updated",
    order({
      id: 1,
      customer: 8,
      total: "0.45",
      at: "2026-01-05T10:00:00Z",
      updatedAt: "2026-01-06T00:00:00Z",
    }),
  );
  await follow();
  await expectSameAnyway(id);
  await tell(
    domain,
    "orders/paid",
    order({ id: 2, customer: 7, total: "30.00", at: "2026-01-02T10:00:00Z" }),
  );
  await tell(domain, "refunds/create", refund({ id: 5, order: 2, lines: [{ subtotal: "10.20" }] }));
  await follow();
  await tell(domain, "customers/merge", merge(8, 7));
  await follow();
  const orders = await sumsOf(id, "order", "buyer:again");
  expect([...orders.values()].reduce((sum, value) => sum + value, 0n)).toBe(2025n);
  expect(await sumsOf(id, "order", "buyer:once")).toEqual(new Map());
  await expectSameAnyway(id);
});

test("a change of the zone has the days counted anew", async () => {
  const { id, domain } = await openShop();
  await tell(
    domain,
    "orders/paid",
    order({ id: 1, customer: 7, total: "30.00", at: "2026-01-05T22:00:00Z" }),
  );
  app.clock.now = START + 13 * HOUR;
  await app.settle(domain);
  await followLedger(app.services, id);
  const before = [...(await sumsOf(id, "order")).keys()];
  await app.db.sql.query(`UPDATE shop SET timezone = 'Asia/Kathmandu' WHERE id = $1`, [id]);
  expect(await listShopsToFollow(app.services)).toContain(id);
  await followLedger(app.services, id);
  const day = (keys: string[]) => Number(keys[0]?.split(" ")[0]);
  expect(day([...(await sumsOf(id, "order")).keys()])).toBe(day(before) + 1);
});

test("once everything is followed there is nothing left to follow", async () => {
  const { id, domain } = await openShop();
  await tell(domain, "orders/paid", order({ id: 1, customer: 7, total: "30.00" }));
  await app.settle(domain);
  expect(await listShopsToFollow(app.services)).toContain(id);
  // Whatever is under way on the same server, in other databases too, holds the mark back until it is over.
  const left = async () => {
    await followLedger(app.services, id);
    return listShopsToFollow(app.services);
  };
  await expect.poll(left, { timeout: 10_000 }).not.toContain(id);
});

test("whoever was erased is counted no more, and what they moved still is", async () => {
  const { id, domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  const asked = new URLSearchParams({ range: "all" });
  const show = (report: "members" | "points") => showReport(app.services, shop, { report, asked });
  const [members, points] = [await show("members"), await show("points")];
  await app.db.inShop(id, (tx) =>
    eraseCustomer(tx, { shop, customerId: "8", orderIds: [], now: app.clock.now }),
  );
  await followLedger(app.services, id);
  expect((await show("points")).figures).toEqual(points.figures);
  const counts = (view: typeof members) => view.figures.map(({ value }) => Number(value));
  expect(counts(await show("members"))).toEqual(counts(members).map((count) => count - 1));
  const entries = await listEntries(
    app.services,
    shop,
    new URLSearchParams({ range: "all", segment: "engaged:yes" }),
  );
  expect(new Set(entries?.entries.map(({ member }) => member.id))).toEqual(new Set(["7"]));
  await expectSameAnyway(id);
});
