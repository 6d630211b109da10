import { ACCOUNT_OF, listEntryPlaces, type EntryPlace } from "../../db/figures/entries.ts";
import { readCells, type CellRow } from "../../db/figures/read.ts";
import { readReadiness } from "../../db/figures/readiness.ts";
import { savedName } from "../../db/figures/saved-segments.ts";
import { listTransactionsById } from "../../db/ledger.ts";
import { listSegmentNames } from "../../db/segments/segments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { daysFrom, type Day } from "../../insight/days.ts";
import {
  accountsOf,
  BOOKED,
  bookedOf,
  GOING_OFF,
  outstanding,
  type Booked,
  type Move,
} from "../../insight/flows.ts";
import type { Range } from "../../insight/range.ts";
import { describeTransactions, type LedgerEntry } from "../ledger-entries.ts";
import type { Services } from "../services.ts";
import { lookAtSaved } from "./look-at-saved.ts";
import { readReportTerms } from "./read-terms.ts";
import { REPORTS, type ReportName, type ReportView } from "./report.ts";
import { total } from "./reports/context.ts";
import { todayIn } from "./today.ts";

const PAGE = 50;

/** An entry and what it adds to the figure: points of the kind that is asked for, or else to the points out. */
export type EntryRow = LedgerEntry & { adds: string };

export interface EntriesView {
  /** That has the figure, to go back to. */
  report: ReportName;
  range: Range;
  segment: string;
  /** Segments that were saved, as they are called. */
  saved: ReportView["saved"];
  flow: Booked | null;
  /** What all entries add, on however many pages, as the figures have it. */
  sum: string;
  /** The dates in the address meant nothing, so others are shown. */
  misread: boolean;
  entries: EntryRow[];
  /** Names the last one shown where there are more. */
  next: string | null;
}

/** What figures are made of: the entries of the ledger of these days and of this kind, the newest first; null for a segment that is not there. */
export async function listEntries(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  asked: URLSearchParams,
): Promise<EntriesView | null> {
  const { sql } = db;
  const today = todayIn(shop.timezone, clock());
  const [{ asOf, firstDay, segments }, named] = await Promise.all([
    readReadiness(sql, { shopId: shop.id, now: clock() }),
    listSegmentNames(sql, shop.id),
  ]);
  const saved = named.map(({ id, name }) => ({ segment: savedName(id), name }));
  const { range, segment, segmentGone, misread } = readReportTerms(asked, {
    today,
    first: firstDay ?? today,
    segments: [...segments, ...saved.map((one) => one.segment)],
  });
  if (segmentGone) return null;
  await lookAtSaved({ db, clock }, shop, segment);
  const flow = BOOKED.find((one) => one === asked.get("flow")) ?? null;
  const after = readPlace(asked.get("after"));
  const newest = after === null ? range.to : Math.min(range.to, todayIn(shop.timezone, after.at));
  const counted = todayIn(shop.timezone, asOf ?? 0);
  const cells = await readCells(sql, shop.id, { segment, measure: "move", ...range });
  const busy = busyDays(cells, { range: { from: range.from, to: newest }, flow, counted });
  const places: EntryPlace[] = [];
  for (const days of handfulsOf(busy)) {
    const limit = PAGE + 1 - places.length;
    places.push(
      ...(await listEntryPlaces(sql, shop, { ...days, segment, flow, after: places.at(-1) ?? after, limit })),
    );
    if (places.length > PAGE) break;
  }
  const shown = places.slice(0, PAGE);
  const transactions = await listTransactionsById(
    sql,
    shop.id,
    shown.map(({ id }) => id),
  );
  const last = shown.at(-1);
  const report = REPORTS.find((one) => one === asked.get("report")) ?? "points";
  const adds = addingTo(flow, report);
  const described = await describeTransactions(sql, shop.id, transactions);
  return {
    report,
    range,
    segment,
    saved,
    flow,
    sum: total(cells.map(({ key, amount }) => adds({ key, points: amount }))).toString(),
    misread,
    entries: described.map((entry) => ({
      ...entry,
      adds: total(
        entry.postings.map(({ from, to, points }) => adds({ key: `${from}>${to}`, points: BigInt(points) })),
      ).toString(),
    })),
    next: places.length > PAGE && last !== undefined ? `${last.at}.${last.id}` : null,
  };
}

function readPlace(text: string | null): EntryPlace | null {
  const [, at, id] = /^(\d{1,15})\.(\d{1,18})$/.exec(text ?? "") ?? [];
  return at === undefined || id === undefined ? null : { at: Number(at), id: BigInt(id) };
}

interface BusyDay {
  day: Day;
  postings: bigint;
}

/** What a move adds to the points of a kind, as the report has them, or else to the points out. */
function addingTo(flow: Booked | null, report: ReportName): (move: Pick<Move, "key" | "points">) => bigint {
  if (flow === null) return (move) => outstanding([{ day: 0, ...move }]);
  const sign = report === "journal" && GOING_OFF.has(flow) ? -1n : 1n;
  return (move) => sign * bookedOf(move, flow);
}

/** Days that have entries of the kind, the newest first: a range of years is then not read for one page of it. */
function busyDays(
  cells: readonly CellRow[],
  { range, flow, counted }: { range: Range; flow: Booked | null; counted: Day },
): BusyDay[] {
  const account = flow === null ? null : ACCOUNT_OF[flow];
  const postings = new Map<Day, bigint>();
  // What was posted since the figures were last worked out is in none of them.
  for (const day of daysFrom(Math.max(range.from, counted), range.to)) postings.set(day, BigInt(PAGE));
  for (const { day, key, count } of cells) {
    const { debit, credit } = accountsOf(key);
    if (day <= range.to && (account === null || account === debit || account === credit))
      postings.set(day, (postings.get(day) ?? 0n) + count);
  }
  return [...postings].map(([day, sum]) => ({ day, postings: sum })).sort((a, b) => b.day - a.day);
}

/** Days together that are likely to fill a page. */
function* handfulsOf(days: readonly BusyDay[]): Generator<Range> {
  let from: Day | null = null;
  let to: Day | null = null;
  let sum = 0n;
  for (const { day, postings } of days) {
    from = day;
    to ??= day;
    sum += postings;
    if (sum < 4n * BigInt(PAGE)) continue;
    yield { from, to };
    [from, to, sum] = [null, null, 0n];
  }
  if (from !== null && to !== null) yield { from, to };
}
