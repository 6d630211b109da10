import { expect, test } from "vitest";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { reportFile } from "../../app/use-cases/analytics/report-file.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { app, shopWithPast, startFollowed } from "../support/followed-shop.ts";

startFollowed();

/** A line of a file, by the names of its columns. */
function readCsv(lines: Iterable<string>): Record<string, string>[] {
  const [heading = "", ...rest] = [...lines].map((line) => line.trimEnd());
  return rest.map((line) =>
    Object.fromEntries(heading.split(",").map((name, n) => [name, line.split(",")[n] ?? ""])),
  );
}

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
  // In money to the penny as well.
  const worth = closing.reduce((sum, line) => sum + Math.round(Number(line.credit_amount) * 100), 0);
  expect(worth).toBe(Math.round(Number(figures.find(({ id }) => id === "worth")?.value) * 100));
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
