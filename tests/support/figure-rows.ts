import { expect } from "vitest";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { listRowsOfFigure } from "../../app/use-cases/analytics/list-rows-behind.ts";
import { REPORTS, type ReportName, type Unit } from "../../app/use-cases/analytics/report.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { app } from "./followed-shop.ts";

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

/** Shares and money per member are no counts themselves: what they are made of is looked at by itself. */
const COUNTED: readonly Unit[] = ["members", "orders", "rewards", "points", "money"];

/** Opens every figure of every report, and answers how many there were. */
export async function expectAllRows(domain: string, address: string): Promise<number> {
  let opened = 0;
  for (const report of REPORTS) opened += await expectRowsOf(domain, report, address);
  return opened;
}

/** The same of one report. */
export async function expectRowsOf(domain: string, report: ReportName, address: string): Promise<number> {
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

/** The rows behind an address; null where it asks for no figure. */
export async function openRows(domain: string, url: string) {
  const asked = new URLSearchParams(url.split("?")[1]);
  return listRowsOfFigure(app.services, await app.requireShop(domain), asked);
}
