import { expect, test } from "vitest";
import { HOUR } from "../../app/loyalty/time.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { glanceAtFigures } from "../../app/use-cases/analytics/glance.ts";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { REPORTS } from "../../app/use-cases/analytics/report.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { START } from "../helpers/random-histories.ts";
import {
  app,
  openShop,
  PURCHASE,
  shopWithPast,
  startFollowed,
  sumsOf,
  tell,
} from "../support/followed-shop.ts";
import { order } from "../support/payloads.ts";

startFollowed();

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
