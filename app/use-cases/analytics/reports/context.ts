import type { Database } from "../../../db/database.ts";
import { ALL_DAYS, readCells, sumCells, type CellRow, type CellSum } from "../../../db/figures/read.ts";
import type { ShopRow } from "../../../db/shops.ts";
import { EVERYBODY, type Measure } from "../../../insight/contribution.ts";
import type { Day } from "../../../insight/days.ts";
import type { Booked, Move } from "../../../insight/flows.ts";
import { dateOf } from "../../../insight/days.ts";
import { partsOf, stepOf, type Range } from "../../../insight/range.ts";
import type { Instant } from "../../../loyalty/time.ts";
import { formatMoney } from "../../../loyalty/money.ts";
import type { FigureView, Label, Quantity, Report, ReportName, ReportTerms, Unit } from "../report.ts";
import { reportQuery } from "../report-query.ts";
import { rowsAddress, type RowsOf, type RowsQuestion } from "../rows-question.ts";

/** What a report is worked out from. */
export interface ReportContext {
  db: Database;
  shop: ShopRow;
  terms: ReportTerms;
  now: Instant;
  today: Day;
  /** Of which anything is known. */
  first: Day;
}

export type BuildReport = (context: ReportContext) => Promise<Report>;

export function cellsIn(
  { db, shop, terms }: ReportContext,
  measure: Measure,
  range: Range,
): Promise<CellRow[]> {
  return readCells(db.sql, shop.id, { segment: terms.segment, measure, ...range });
}

/** All days together. */
export function sumsIn(
  { db, shop, terms }: ReportContext,
  measure: Measure,
  range: Range,
): Promise<CellSum[]> {
  return sumCells(db.sql, shop.id, { segment: terms.segment, measure, ...range });
}

export async function movesIn(context: ReportContext, range: Range): Promise<Move[]> {
  return (await cellsIn(context, "move", range)).map(({ day, key, amount }) => ({
    day,
    key,
    points: amount,
  }));
}

/** Everything that moved up to the end of a day, summed. */
export async function movesUpTo({ db, shop, terms }: ReportContext, day: Day): Promise<Move[]> {
  const cells = { segment: terms.segment, measure: "move", from: ALL_DAYS.from, to: day } as const;
  return (await sumCells(db.sql, shop.id, cells)).map(({ key, amount }) => ({ day, key, points: amount }));
}

/** Sums of all members, whatever the segment. */
export function cellsOfAll({ db, shop }: ReportContext, measure: Measure, range: Range): Promise<CellRow[]> {
  return readCells(db.sql, shop.id, { segment: EVERYBODY, measure, ...range });
}

/** The parts in which the range is drawn, as rows. */
export function partsIn({ terms: { range } }: ReportContext): { parts: Range[]; labels: Label[] } {
  const parts = partsOf(range, stepOf(range));
  return { parts, labels: parts.map(({ from, to }) => ({ kind: "days", from, to })) };
}

export function daily<Cell extends CellRow>(
  range: Range,
  cells: readonly Cell[],
  amount: (cell: Cell) => bigint,
): bigint[] {
  const sums = new Array<bigint>(range.to - range.from + 1).fill(0n);
  for (const cell of cells) {
    const place = cell.day - range.from;
    sums[place] = (sums[place] ?? 0n) + amount(cell);
  }
  return sums;
}

export function moneyOf({ shop }: ReportContext, minorUnits: bigint): string {
  return formatMoney(minorUnits, shop.currency);
}

/** Where the entries of some days stand, and the report to go back to as it was asked: that of points, where it says none. */
export function entriesOf(
  { terms }: ReportContext,
  { from, to }: Range,
  { flow, report }: { flow?: Booked; report?: ReportName } = {},
): string {
  const query = new URLSearchParams({ from: dateOf(from), to: dateOf(to), back: reportQuery(terms) });
  if (flow !== undefined) query.set("flow", flow);
  if (report !== undefined) query.set("report", report);
  if (terms.segment !== "") query.set("segment", terms.segment);
  return `/app/analytics/rows?${query.toString()}`;
}

/** What there is at the end of a day is made of every entry up to then. */
export function entriesUpTo(context: ReportContext, to: Day, report: ReportName): string {
  return entriesOf(context, { from: Math.min(context.first, to), to }, { report });
}

/** Addresses of rows behind the figures of a report: of its range, segment and currency, where nothing else is said. */
export function rowsIn(
  { terms }: ReportContext,
  report: ReportName,
): (of: RowsOf, more?: Partial<RowsQuestion>) => string {
  const { range, segment, currency } = terms;
  const back = new URLSearchParams({ back: reportQuery(terms) }).toString();
  return (of, more = {}) => `${rowsAddress({ of, report, range, segment, currency, ...more })}&${back}`;
}

export function quantity(unit: Unit, value: bigint | string): Quantity {
  return { unit, value: value.toString() };
}

/** A figure of the range beside that of the time it is compared with, and where its rows stand. */
export function figure(
  id: FigureView["id"],
  unit: Unit,
  value: bigint | string | null,
  before: bigint | string | null | undefined,
  rows?: string,
): FigureView {
  const view: FigureView = { id, unit, value: value?.toString() ?? null, before: before?.toString() ?? null };
  return rows === undefined ? view : { ...view, rows };
}

export function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
