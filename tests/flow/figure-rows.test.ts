/**
 * Every figure can be opened to the rows behind it, and there are as many of them as it says.
 *
 * `FIGURE_RUNS=100 vitest run tests/flow/figure-rows.test.ts` opens the figures of more histories.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { askedRows, type RowsBehindView } from "../../app/use-cases/analytics/list-rows-behind.ts";
import { reportFile } from "../../app/use-cases/analytics/report-file.ts";
import type { ReportName } from "../../app/use-cases/analytics/report.ts";
import { writeRowsOfFigure } from "../../app/use-cases/analytics/rows-file.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { histories, START } from "../helpers/random-histories.ts";
import { deliver } from "../support/deliver.ts";
import { expectAllRows, expectRowsOf, openRows } from "../support/figure-rows.ts";
import { app, openShop, play, startFollowed, type FollowedShop } from "../support/followed-shop.ts";
import { customer, order } from "../support/payloads.ts";

startFollowed();

const RUNS = Number(process.env.FIGURE_RUNS ?? 1);
const EXPIRING = {
  points: { pendingDays: 3, expiry: { kind: "lots", months: 3 }, notice: { days: [10], required: false } },
};

test("whatever has happened, every figure opens to as many rows as it says", async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.constantFrom("range=all", "range=last-30&segment=buyer:once", "range=all&currency=EUR"),
      async (history, address) => {
        const { id, domain } = await openShop(EXPIRING);
        await play(id, domain, history);
        await followLedger(app.services, id);
        const shop = await app.requireShop(domain);
        await app.db.inShop(id, (tx) =>
          eraseCustomer(tx, { shop, customerId: "9", orderIds: [], now: app.clock.now }),
        );
        await followLedger(app.services, id);
        expect(await expectAllRows(domain, address)).toBeGreaterThan(10);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});

test("who bought first on a day that is not ours yet, by another clock, is among those of the month", async () => {
  const { id, domain } = await openShop(EXPIRING);
  const at = new Date(START + 24 * HOUR).toISOString();
  await deliver(app.door, { shop: domain, topic: "orders/paid", payload: order({ id: 1, customer: 7, at }) });
  await app.settle(domain);
  await followLedger(app.services, id);
  expect(await expectRowsOf(domain, "cohorts", "range=last-30")).toBeGreaterThan(0);
});

let past: Promise<FollowedShop> | undefined;

/** Sixty orders of three members, a day and a half apart. */
function shopPaidInCurrencies(): Promise<FollowedShop> {
  return (past ??= makeShopPaidInCurrencies());
}

async function makeShopPaidInCurrencies(): Promise<FollowedShop> {
  const shop = await openShop(EXPIRING);
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
  const { domain } = await shopPaidInCurrencies();
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
        const view = await openRows(shop.domain, url);
        if (each !== null && view !== null)
          expect(sum(view.sums) / Number(cells[0]), url).toBeCloseTo(Number(each), places);
      }
  };
  await quotients(retention, 3, ({ rows }) => Number(rows));
  await quotients(value, 1, ({ amount, paid }) => Number(currency === "EUR" ? (paid ?? 0) : amount));
}

test("orders of one currency are told in it and in the shop's, never added to those of another", async () => {
  const { domain } = await shopPaidInCurrencies();
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

test("rows come page by page, each once, and all of them as a file that says so in the log", async () => {
  const { id, domain } = await shopPaidInCurrencies();
  const shop = await app.requireShop(domain);
  const address = "of=again&from=2026-01-01&to=2026-12-31&report=repeat";
  const seen: string[] = [];
  for (let after: string | null = ""; after !== null;) {
    const view = await openRows(domain, `?${address}&after=${after}`);
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
  const { domain } = await shopPaidInCurrencies();
  expect(await openRows(domain, "?of=everything")).toBeNull();
  expect(await openRows(domain, "?")).toBeNull();
  expect(await openRows(domain, "?of=members&segment=tier:none")).toBeNull();
  const odd = await openRows(domain, "?of=gap&gap=x&from=2026-99-99&month=abc&later=-1&after=!");
  const asked = "report=redemption&range=all&after=1.%00";
  for (const of of ["rewards&reward=%00", "moves&was=%00&is=%00", "members"])
    expect(await openRows(domain, `?of=${of}&${asked}`), of).toMatchObject({ question: { reward: null } });
  expect(odd?.question).toMatchObject({ misread: true, month: null, later: 0, segment: "" });
});
