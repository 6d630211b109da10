/**
 * Every figure can be opened to the rows behind it, and there are as many of them as it says.
 *
 * `FIGURE_RUNS=100 vitest run tests/flow/figure-rows.test.ts` opens the figures of more histories.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import {
  askedRows,
  listRowsOfFigure,
  type RowsBehindView,
} from "../../app/use-cases/analytics/list-rows-behind.ts";
import { reportFile } from "../../app/use-cases/analytics/report-file.ts";
import { REPORTS, type ReportName, type Unit } from "../../app/use-cases/analytics/report.ts";
import { writeRowsOfFigure } from "../../app/use-cases/analytics/rows-file.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { EARNING, histories, START, type Happening } from "../helpers/random-histories.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const RUNS = Number(process.env.FIGURE_RUNS ?? 1);

let app: TestPerennial;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const DOCUMENT = {
  ...EARNING,
  points: { pendingDays: 3, expiry: { kind: "lots", months: 3 }, notice: { days: [10], required: false } },
  tiers: {
    basis: "points",
    window: { kind: "rolling", months: 1 },
    levels: [
      { id: "low", at: "0" },
      { id: "top", at: "60", multiplier: "2" },
    ],
  },
  rewards: [
    { id: "five", kind: "amount", cost: 50, value: "5.00", codeDays: 20 },
    { id: "gift", kind: "custom", cost: 30, instructions: "send it" },
  ],
};

function openShop(): Promise<{ id: number; domain: string }> {
  app.clock.now = START;
  return app.install(`figure-rows-${++shops}.myshopify.com`, programme(DOCUMENT));
}

async function play(shopId: number, domain: string, history: readonly Happening[]): Promise<void> {
  for (const [place, { after, event }] of history.entries()) {
    app.clock.now += after * HOUR;
    const shop = await app.requireShop(domain);
    while ((await workOffDueOf(app.services, shop)) > 0);
    const eventId = `${place}`;
    await handleEvent(app.services, shop, { event: ofShop(event, shopId), actor: "test", eventId });
  }
  await followLedger(app.services, shopId);
}

/** Numbers of redemptions are the shop's own here, and nobody else's. */
function ofShop(event: LoyaltyEvent, shopId: number): LoyaltyEvent {
  return "redemptionId" in event ? { ...event, redemptionId: `${shopId} ${event.redemptionId}` } : event;
}

/** Opens what an address leads to and expects a value of it. */
async function expectRows(domain: string, { url, unit, currency, value }: Opened): Promise<number> {
  if (url.startsWith("/app/analytics/rows?")) return expectEntries(domain, { url, value });
  const asked = new URLSearchParams(url.split("?")[1]);
  const view = await listRowsOfFigure(app.services, await app.requireShop(domain), asked);
  if (view === null) throw new Error(`nothing behind ${url}`);
  const { rows, amount, more, paid } = view.sums;
  expect(view.rows.length, url).toBe(Math.min(Number(rows), 50));
  if (unit === "points") expect([amount, more, String(BigInt(amount) + BigInt(more))], url).toContain(value);
  else if (currency !== undefined) expect(Number(paid ?? 0), url).toBe(Number(value));
  else if (unit === "money") expect(amount, url).toBe(value);
  else expect(rows, url).toBe(value);
  return 1;
}

const added = new Map<string, Promise<string>>();

async function expectEntries(domain: string, { url, value }: Pick<Opened, "url" | "value">): Promise<number> {
  // The report to go back to makes no difference to what stands there.
  const name = `${domain}${url.replace(/&back=[^&]*/, "")}`;
  const sum = added.get(name) ?? addUp(domain, url);
  added.set(name, sum);
  expect(await sum, url).toBe(value);
  return 1;
}

/** Entry by entry, on however many pages: what ends a month begins the next, so an address is opened once. */
async function addUp(domain: string, url: string): Promise<string> {
  const shop = await app.requireShop(domain);
  const asked = new URLSearchParams(url.split("?")[1]);
  let sum = 0n;
  for (let after: string | null = ""; after !== null;) {
    asked.set("after", after);
    const view = await listEntries(app.services, shop, asked);
    if (view === null) throw new Error(`nothing behind ${url}`);
    sum += view.entries.reduce((total, { adds }) => total + BigInt(adds), 0n);
    after = view.next;
    if (after === null) expect(view.sum, url).toBe(String(sum));
  }
  return String(sum);
}

interface Opened {
  url: string;
  unit: Unit;
  /** Of money that is not the shop's. */
  currency?: string | undefined;
  value: string;
}

/** Shares and money per member are no counts themselves: what they are made of is looked at below. */
const COUNTED: readonly Unit[] = ["members", "orders", "rewards", "points", "money"];

async function expectAllRows(domain: string, address: string): Promise<number> {
  let opened = 0;
  for (const report of REPORTS) opened += await expectRowsOf(domain, report, address);
  return opened;
}

async function expectRowsOf(domain: string, report: ReportName, address: string): Promise<number> {
  let opened = 0;
  const asked = new URLSearchParams(address);
  const view = await showReport(app.services, await app.requireShop(domain), { report, asked });
  for (const { rows: url, unit, currency, value } of view.figures)
    if (url !== undefined && value !== null && COUNTED.includes(unit))
      opened += await expectRows(domain, { url, unit, currency, value });
  for (const { id, columns, rows } of view.sections)
    for (const { cells, links } of rows)
      for (const [place, url] of (links ?? []).entries()) {
        const { unit, currency } = columns[place] ?? { unit: "entries" };
        const value = cells[place] ?? null;
        if (url === null || value === null || !COUNTED.includes(unit)) continue;
        // What a member is worth is a part of the sum of their orders.
        if (id === "cohort-value" && unit === "money") continue;
        opened += await expectRows(domain, { url, unit, currency, value });
      }
  return opened;
}

test("whatever has happened, every figure opens to as many rows as it says", async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.constantFrom("range=all", "range=last-30&segment=buyer:once", "range=all&currency=EUR"),
      async (history, address) => {
        const { id, domain } = await openShop();
        await play(id, domain, history);
        const shop = await app.requireShop(domain);
        await app.db.inShop(id, (tx) => eraseCustomer(tx, { shop, customerId: "9", orderIds: [] }));
        await followLedger(app.services, id);
        expect(await expectAllRows(domain, address)).toBeGreaterThan(10);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("who bought first on a day that is not ours yet, by another clock, is among those of the month", async () => {
  const { id, domain } = await openShop();
  const at = new Date(START + 24 * HOUR).toISOString();
  await deliver(app.door, { shop: domain, topic: "orders/paid", payload: order({ id: 1, customer: 7, at }) });
  await app.settle(domain);
  await followLedger(app.services, id);
  expect(await expectRowsOf(domain, "cohorts", "range=last-30")).toBeGreaterThan(0);
});

let past: Promise<{ id: number; domain: string }> | undefined;

/** Sixty orders of three members, a day and a half apart. */
function shopWithPast(): Promise<{ id: number; domain: string }> {
  return (past ??= makeShopWithPast());
}

async function makeShopWithPast(): Promise<{ id: number; domain: string }> {
  const shop = await openShop();
  const tell = (topic: string, payload: unknown) => deliver(app.door, { shop: shop.domain, topic, payload });
  await tell("customers/create", customer({ id: 7, firstName: "=SUM(1)" }));
  for (let n = 1; n <= 60; n++) {
    app.clock.now = START + n * 36 * HOUR;
    const at = new Date(app.clock.now).toISOString();
    // Every fourth is paid in euros, and one in yen, which have no smaller unit.
    const paid = n === 30 ? { paid: "5120.00 JPY" } : n % 4 === 0 ? { paid: `${30 + n}.50 EUR` } : {};
    await tell("orders/paid", order({ id: n, customer: 7 + (n % 3), total: `${20 + n}.00`, at, ...paid }));
    await app.settle(shop.domain);
  }
  await followLedger(app.services, shop.id);
  return shop;
}

test("cells of cohorts, tiers, gaps and groups open to what they are made of", async () => {
  const { domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  expect(await expectAllRows(domain, "range=all")).toBeGreaterThan(40);
  for (const currency of ["", "EUR", "GBP"]) await expectCohorts(shop, currency);
});

/** Shares and values of a member are no counts themselves, but quotients of what their rows come to. */
async function expectCohorts(shop: ShopRow, currency: string): Promise<void> {
  const asked = new URLSearchParams({ currency });
  const { sections } = await showReport(app.services, shop, { report: "cohorts", asked });
  const [retention, value] = sections;
  const quotients = async (
    section: typeof value,
    places: number,
    sum: (sums: RowsBehindView["sums"]) => number,
  ) => {
    for (const { cells, links } of section?.rows ?? [])
      for (const [place, each] of cells.slice(1).entries()) {
        const url = links?.[place + 1] ?? "";
        const view = await open(shop.domain, url);
        if (each !== null && view !== null)
          expect(sum(view.sums) / Number(cells[0]), url).toBeCloseTo(Number(each), places);
      }
  };
  await quotients(retention, 3, ({ rows }) => Number(rows));
  await quotients(value, 1, ({ amount, paid }) => Number(currency === "EUR" ? (paid ?? 0) : amount));
}

test("orders of one currency are told in it and in the shop's, never added to those of another", async () => {
  const { domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  const show = async (report: ReportName, currency: string) => {
    const asked = new URLSearchParams({ range: "all", currency });
    const view = await showReport(app.services, shop, { report, asked });
    return { ...view, of: new Map(view.figures.map(({ id, value }) => [id, value])) };
  };
  for (const currency of ["EUR", "GBP", "CHF"])
    for (const report of ["repeat", "engaged"] as const)
      expect(await expectRowsOf(domain, report, `range=all&currency=${currency}`)).toBeGreaterThan(5);
  const euros = await show("repeat", "EUR");
  expect(euros.currencies).toEqual(["GBP", "EUR", "JPY"]);
  // 34.50, 38.50 … 90.50
  expect([euros.of.get("orders"), euros.of.get("paid")]).toEqual(["15", "937.50"]);
  const yen = await show("repeat", "JPY");
  expect([yen.of.get("orders"), yen.of.get("paid"), yen.of.get("buyers")]).toEqual(["1", "5120", "1"]);
  const own = await show("repeat", "GBP");
  expect([own.of.get("orders"), own.of.has("paid")]).toEqual(["44", false]);
  const values = await Promise.all(
    ["EUR", "JPY", "GBP", ""].map(async (one) => (await show("engaged", one)).of),
  );
  const [eur, jpy, gbp, all] = values.map((of) => Number(of.get("value")));
  expect((eur ?? 0) + (jpy ?? 0) + (gbp ?? 0)).toBe(all);
  // Points have no currency.
  expect((await show("liability", "EUR")).figures).toEqual((await show("liability", "")).figures);
  expect((await show("repeat", "euros")).of.get("orders")).toBe("60");
  const lines = [...((await reportFile(app.services, shop, repeatFile("EUR"))) ?? [])];
  expect(lines[0]?.trimEnd()).toBe("from,to,first (orders),again (orders),paid (EUR),value (GBP)");
});

function repeatFile(currency: string) {
  const asked = new URLSearchParams({ range: "all", currency });
  return { report: "repeat", section: "repeat-rate", asked } as const;
}

async function open(domain: string, url: string) {
  const asked = new URLSearchParams(url.split("?")[1]);
  return listRowsOfFigure(app.services, await app.requireShop(domain), asked);
}

test("rows come page by page, each once, and all of them as a file that says so in the log", async () => {
  const { id, domain } = await shopWithPast();
  const shop = await app.requireShop(domain);
  const address = "of=again&from=2026-01-01&to=2026-12-31&report=repeat";
  const seen: string[] = [];
  for (let after: string | null = ""; after !== null;) {
    const view = await open(domain, `?${address}&after=${after}`);
    seen.push(...(view?.rows.map((row) => row.id) ?? []));
    after = view?.next ?? null;
  }
  expect(new Set(seen).size).toBe(57);
  expect(seen).toHaveLength(57);

  const found = await askedRows(app.services, shop, new URLSearchParams(address));
  if (found === null) throw new Error("the address asks for nothing");
  let file = "";
  await writeRowsOfFigure(app.services, shop, {
    question: found.question,
    by: { staff: "1", role: "manager" },
    write: async (text) => void (file += text),
  });
  const lines = file.trimEnd().split("\n");
  expect(lines).toHaveLength(58);
  expect(lines[0]).toContain("customer_id,first_name,last_name,email,placed_at,order,value,currency");
  expect(lines[0]?.trimEnd()).toMatch(/,paid,paid_in$/);
  expect(lines.filter((line) => /,\d+\.50,EUR$/.test(line.trimEnd()))).toHaveLength(15);
  expect(lines.some((line) => line.trimEnd().endsWith(",5120,JPY"))).toBe(true);
  expect(file).toContain("'=SUM(1)");
  const log = await app.db.sql.query(`SELECT action, detail FROM staff_action WHERE shop_id = $1`, [id]);
  expect(log).toContainEqual({ action: "figure-rows.exported", detail: { of: "again", rows: "57" } });
});

test("what asks for no figure that there is finds nothing, and what asks badly something", async () => {
  const { domain } = await shopWithPast();
  expect(await open(domain, "?of=everything")).toBeNull();
  expect(await open(domain, "?")).toBeNull();
  expect(await open(domain, "?of=members&segment=tier:none")).toBeNull();
  const odd = await open(domain, "?of=gap&gap=x&from=2026-99-99&month=abc&later=-1&after=!");
  const asked = "report=redemption&range=all&after=1.%00";
  for (const of of ["rewards&reward=%00", "moves&was=%00&is=%00", "members"])
    expect(await open(domain, `?of=${of}&${asked}`), of).toMatchObject({ question: { reward: null } });
  expect(odd?.question).toMatchObject({ misread: true, month: null, later: 0, segment: "" });
});
