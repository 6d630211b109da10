/**
 * Figures are worked out as the ledger grows, in whatever steps. However a history was followed, they are the very same
 * as those worked out from nothing, and as those counted entry by entry.
 *
 * `FIGURE_RUNS=200 vitest run tests/flow/figures.test.ts` follows more histories.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startOfDay } from "../../app/loyalty/calendar.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import {
  followLedger,
  listShopsToFollow,
  rebuildFigures,
} from "../../app/use-cases/analytics/follow-ledger.ts";
import { glanceAtFigures } from "../../app/use-cases/analytics/glance.ts";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { reportFile } from "../../app/use-cases/analytics/report-file.ts";
import { REPORTS } from "../../app/use-cases/analytics/report.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { EARNING, histories, START, type Happening } from "../helpers/random-histories.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const RUNS = Number(process.env.FIGURE_RUNS ?? 8);
const CUSTOMERS = ["7", "8", "9"];

let app: TestPerennial;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const TIERS = {
  basis: "points",
  window: { kind: "rolling", months: 1 },
  levels: [
    { id: "low", at: "0" },
    { id: "top", at: "60", multiplier: "2" },
  ],
};
const PURCHASE = { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } };
const REWARDS = [
  { id: "five", kind: "amount", cost: 50, value: "5.00", codeDays: 20 },
  { id: "gift", kind: "custom", cost: 30, instructions: "send it" },
];

async function openShop({
  points = { pendingDays: 0 },
  ...rest
}: { points?: object; earning?: object } = {}): Promise<{
  id: number;
  domain: string;
}> {
  const domain = `figures-${++shops}.myshopify.com`;
  app.clock.now = START;
  const document = programme({ ...EARNING, points, tiers: TIERS, rewards: REWARDS, ...rest });
  return app.install(domain, document);
}

/** A step of a history: something happens, somebody is erased, or the figures catch up. */
type Step = Happening | { after: number; erase: string } | { after: number; follow: true };

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

async function play(shopId: number, domain: string, history: readonly Step[]): Promise<void> {
  for (const [place, step] of history.entries()) {
    app.clock.now += step.after * HOUR;
    const shop = await app.requireShop(domain);
    while ((await workOffDueOf(app.services, shop)) > 0);
    if ("follow" in step) await followLedger(app.services, shopId);
    else if ("erase" in step)
      await app.db.inShop(shopId, (tx) => eraseCustomer(tx, { shop, customerId: step.erase, orderIds: [] }));
    else
      await handleEvent(app.services, shop, {
        event: unique(step.event, shopId),
        actor: "test",
        eventId: `${place}`,
      });
  }
}

/** Numbers of redemptions are the shop's own here, and nobody else's. */
function unique(event: LoyaltyEvent, shopId: number): LoyaltyEvent {
  return "redemptionId" in event ? { ...event, redemptionId: `${shopId} ${event.redemptionId}` } : event;
}

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

async function sumsOf(shopId: number, measure: string, segment = ""): Promise<Map<string, bigint>> {
  const rows = await app.db.sql.query<{ day: number; key: string; amount: bigint }>(
    `SELECT day, key, amount FROM figure_cell WHERE shop_id = $1 AND measure = $2 AND segment = $3`,
    [shopId, measure, segment],
  );
  return new Map(rows.map(({ day, key, amount }) => [`${day} ${key}`, amount]));
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

const tell = async (shop: string, topic: string, payload: unknown) =>
  expect(await deliver(app.door, { shop, topic, payload })).toBe(200);

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

test("home is told what happened in thirty days, beside the thirty before, and what members have by now", async () => {
  const { id, domain } = await openShop({ earning: { rules: [PURCHASE] } });
  const glanceNow = async () => glanceAtFigures(app.services, await app.requireShop(domain));
  await followLedger(app.services, id);
  // Nothing has happened yet: zeros are right.
  expect(await glanceNow()).toMatchObject({ asOf: START, earned: { value: "0" } });
  for (const [number, day, total] of [
    [1, "2026-01-05", "30.00"],
    [2, "2026-02-20", "20.00"],
    [3, "2026-02-20", "7.00"],
    [4, "2026-03-01", "5.00"],
  ] as const) {
    app.clock.now = Date.parse(`${day}T12:00:00Z`);
    const payload = order({ id: number, customer: number === 3 ? 8 : 7, total, at: `${day}T11:00:00Z` });
    await tell(domain, "orders/paid", payload);
    await app.settle(domain);
  }
  // Figures of an empty shop say nothing of one that has sold.
  expect((await glanceNow()).asOf).toBeNull();
  await followLedger(app.services, id);
  const glance = await glanceNow();
  expect(glance).toMatchObject({
    asOf: app.clock.now,
    active: { value: "2", before: "1" },
    earned: { value: "32", before: "30" },
    redeemed: { value: "0", before: "0" },
    liability: { value: "62", before: "30" },
    // A point may cost 10 p at most: five pounds for 50.
    liabilityMoney: { value: "6.20", before: "3.00" },
  });
  expect(glance.active.daily.slice(-10)).toEqual(["2", "0", "0", "0", "0", "0", "0", "0", "0", "1"]);
  expect(glance.liability.daily.slice(-2)).toEqual(["57", "62"]);
});

/** A line of a file, by the names of its columns. */
function readCsv(lines: Iterable<string>): Record<string, string>[] {
  const [heading = "", ...rest] = [...lines].map((line) => line.trimEnd());
  return rest.map((line) =>
    Object.fromEntries(heading.split(",").map((name, n) => [name, line.split(",")[n] ?? ""])),
  );
}

let past: Promise<{ id: number; domain: string }> | undefined;

/** A shop that several promises are kept with: made once, and changed by the last of them only. */
function shopWithPast(): Promise<{ id: number; domain: string }> {
  return (past ??= makeShopWithPast());
}

async function makeShopWithPast(): Promise<{ id: number; domain: string }> {
  const shop = await openShop({ earning: { rules: [PURCHASE] } });
  for (let n = 1; n <= 60; n++) {
    app.clock.now = START + n * 36 * HOUR;
    const at = new Date(app.clock.now).toISOString();
    await tell(
      shop.domain,
      "orders/paid",
      order({ id: n, customer: 7 + (n % 3), total: `${20 + n}.00`, at }),
    );
    await app.settle(shop.domain);
  }
  const row = await app.requireShop(shop.domain);
  for (const [place, event] of [
    { kind: "redeem", redemptionId: `${shop.id} R1`, customerId: "7", rewardId: "five", code: "A" },
    { kind: "redeem", redemptionId: `${shop.id} R2`, customerId: "8", rewardId: "gift", code: null },
    { kind: "granted", redemptionId: `${shop.id} R2` },
    { kind: "adjust", customerId: "9", points: -7n, reason: "", key: "a" },
  ].entries() as Iterable<[number, LoyaltyEvent]>)
    await handleEvent(app.services, row, { event, actor: "test", eventId: `deed ${place}` });
  await followLedger(app.services, shop.id);
  return shop;
}

test("every report has something to say of a shop with a past, and of one without", async () => {
  const { domain } = await shopWithPast();
  const empty = await openShop();
  app.clock.now = START + 100 * 24 * HOUR;
  for (const report of REPORTS) {
    for (const address of [
      "range=all",
      "range=custom&from=2026-02-01&to=2026-02-01",
      "segment=tier:top",
      "range=custom&from=2999-01-01&to=2999-02-01",
    ]) {
      const asked = new URLSearchParams(address);
      const view = await showReport(app.services, await app.requireShop(domain), { report, asked });
      expect(view).toMatchObject({ isEmpty: false, report });
      expect(view.sections.length).toBeGreaterThan(0);
      for (const { rows, columns } of view.sections)
        for (const { cells } of rows) expect(cells.length, `${report}?${address}`).toBe(columns.length);
      const none = await showReport(app.services, await app.requireShop(empty.domain), { report, asked });
      expect(none).toMatchObject({ isEmpty: true, asOf: null });
    }
  }
});

test("how many had chosen a reward before is not told, for only whether they ever did is kept", async () => {
  const { domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  const asked = new URLSearchParams({ range: "custom", from: "2026-02-01", to: "2026-02-28" });
  const { figures } = await showReport(app.services, shop, { report: "members", asked });
  const before = new Map(figures.map((figure) => [figure.id, figure.before]));
  expect(before.get("members")).not.toBeNull();
  expect(before.get("engaged")).toBeNull();
});

test("the journal balances and ends at what members have", async () => {
  const { id, domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  const asked = new URLSearchParams({ range: "all" });
  const file = await reportFile(app.services, shop, { report: "journal", section: "entries", asked });
  const lines = readCsv(file ?? []);
  const sum = (rows: typeof lines, column: string) =>
    rows.reduce((total, row) => total + Math.round(Number(row[column]) * 100), 0);
  for (const entry of Map.groupBy(lines, (line) => line.entry ?? "").values()) {
    expect(sum(entry, "debit_points")).toBe(sum(entry, "credit_points"));
    expect(sum(entry, "debit_amount")).toBe(sum(entry, "credit_amount"));
  }
  const bookings = lines.filter(({ entry }) => !entry?.startsWith("closing"));
  const [ledger] = await app.db.sql.query<{ points: bigint }>(
    `SELECT sum(points) AS points FROM posting WHERE shop_id = $1`,
    [id],
  );
  expect(sum(bookings, "debit_points")).toBe(Number(ledger?.points) * 100);
  const last = lines.at(-1)?.entry;
  const closing = lines.filter(
    ({ entry, account }) => entry === last && ["available", "held"].includes(account ?? ""),
  );
  const [out] = await app.db.sql.query<{ points: bigint }>(
    `SELECT sum(pending + available + held) AS points FROM member WHERE shop_id = $1`,
    [id],
  );
  expect(sum(closing, "credit_points")).toBe(Number(out?.points) * 100);
});

test("accounting speaks of the days that were asked for and no other, adds up, and is the same as a file", async () => {
  const { domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  // The segment comes along from another report: the books of a group of people are nobody's.
  const asked = new URLSearchParams({ from: "2026-01-14", to: "2026-03-10", segment: "buyer:once" });
  const { sections, figures } = await showReport(app.services, shop, { report: "journal", asked });
  const [section] = sections;
  const columns = section?.columns.map(({ id }) => id) ?? [];
  const file = readCsv(
    (await reportFile(app.services, shop, { report: "journal", section: "journal", asked })) ?? [],
  );
  expect(file.map(({ from, to }) => `${from} ${to}`)).toEqual([
    "2026-01-14 2026-01-31",
    "2026-02-01 2026-02-28",
    "2026-03-01 2026-03-10",
  ]);
  let left: bigint | null = null;
  for (const [place, { cells }] of section?.rows.entries() ?? []) {
    const of = (id: string) => BigInt(cells[columns.indexOf(id as never)] ?? "0");
    // From left to right, in the page and in its file alike: nobody has to know which of them go off.
    const [first = "0", ...moved] = cells.slice(0, columns.indexOf("outstanding"));
    const sum = moved.reduce((total, cell) => total + BigInt(cell ?? "0"), BigInt(first ?? "0"));
    expect(sum).toBe(of("outstanding"));
    expect(of("redeemed") <= 0n && of("expired") <= 0n).toBe(true);
    expect(of("opening")).toBe(left ?? of("opening"));
    expect(Object.values(file[place] ?? {}).slice(2)).toEqual(cells.map((cell) => cell ?? ""));
    left = of("outstanding");
  }
  expect(figures[0]?.value).toBe(String(left));
  const bookings = readCsv(
    (await reportFile(app.services, shop, { report: "journal", section: "entries", asked })) ?? [],
  );
  const closing = bookings.filter(
    ({ date, entry, account }) =>
      date === "2026-03-10" &&
      entry === "closing 2026-03" &&
      ["pending", "available", "held"].includes(account ?? ""),
  );
  expect(closing.reduce((sum, line) => sum + BigInt(line.credit_points ?? "0"), 0n)).toBe(left);
});

test("what accounting tells below zero is below zero in the entries behind it as well", async () => {
  const { domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  const asked = new URLSearchParams({ range: "all" });
  const { sections } = await showReport(app.services, shop, { report: "journal", asked });
  const [section] = sections;
  const place = section?.columns.findIndex(({ id }) => id === "redeemed") ?? -1;
  const row = section?.rows.find(({ cells }) => cells[place]?.startsWith("-"));
  const link = new URL(row?.links?.[place] ?? "", "https://shop.example");
  const behind = await listEntries(app.services, shop, link.searchParams);
  expect(behind?.sum).toBe(row?.cells[place]);
  expect(behind?.entries.length).toBeGreaterThan(0);
});

test("a figure is opened to the entries that it is made of, each once, page by page", async () => {
  const { id, domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  const keys: string[] = [];
  let points = 0n;
  for (let after: string | null = ""; after !== null;) {
    const asked = new URLSearchParams({ from: "2026-01-01", to: "2026-12-31", flow: "earned", after });
    const view = await listEntries(app.services, shop, asked);
    if (view === null) throw new Error("the address names a segment that is not there");
    keys.push(...view.entries.map(({ key }) => key));
    points += view.entries.reduce((sum, entry) => sum + BigInt(entry.points), 0n);
    after = view.next;
  }
  expect(keys).toHaveLength(60);
  expect(new Set(keys).size).toBe(60);
  const earned = [...(await sumsOf(id, "move"))].filter(([key]) => key.includes("earnings>"));
  expect(points).toBe(earned.reduce((sum, [, amount]) => sum + amount, 0n));
});

test("whoever was erased is counted no more, and what they moved still is", async () => {
  const { id, domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  const asked = new URLSearchParams({ range: "all" });
  const show = (report: "members" | "points") => showReport(app.services, shop, { report, asked });
  const [members, points] = [await show("members"), await show("points")];
  await app.db.inShop(id, (tx) => eraseCustomer(tx, { shop, customerId: "8", orderIds: [] }));
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
