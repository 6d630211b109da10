import { ALL_DAYS, readCells } from "../../db/figures/read.ts";
import type { ShopRow } from "../../db/shops.ts";
import { EVERYBODY } from "../../insight/contribution.ts";
import { dateOf, type Day } from "../../insight/days.ts";
import type { Move } from "../../insight/flows.ts";
import { journalOf, type JournalLine } from "../../insight/journal.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { csvLine } from "../../moving/write-csv.ts";
import type { Services } from "../services.ts";
import { pointValue } from "./point-value.ts";
import type { Label, ReportName, ReportView, Section } from "./report.ts";
import { showReport } from "./show-report.ts";

/** The bookings of the ledger, which are a file and no section. */
export const JOURNAL_ENTRIES = "entries";

interface FileWish {
  report: ReportName;
  section: string;
  asked: URLSearchParams;
}

/**
 * The lines of a file; null for nothing that there is. Its words and numbers are the same whatever language staff speak, so
 * that other programs can read it.
 */
export async function reportFile(
  services: Pick<Services, "db" | "clock" | "jobs" | "rewardTitle">,
  shop: ShopRow,
  { report, section: wanted, asked }: FileWish,
): Promise<Iterable<string> | null> {
  const view = await showReport(services, shop, { report, asked });
  if (report === "journal" && wanted === JOURNAL_ENTRIES) return journalLines(services, shop, view);
  const section = view.sections.find(({ id }) => id === wanted);
  return section === undefined ? null : sectionLines(section, view.currency);
}

/** Every column says its unit; of money that is the currency: the shop's, where the column has none of its own. */
function* sectionLines({ columns, rows }: Section, own: string): Generator<string> {
  const labels = rows.map(({ label }) => labelCells(label));
  yield csvLine([
    ...Object.keys(labels[0] ?? {}),
    ...columns.map(({ id, unit, currency = own }) => `${id} (${unit === "money" ? currency : unit})`),
  ]);
  for (const [place, { cells }] of rows.entries())
    yield csvLine([...Object.values(labels[place] ?? {}), ...cells.map((cell) => cell ?? "")]);
}

function labelCells(label: Label): Record<string, string> {
  switch (label.kind) {
    case "days":
      return { from: dateOf(label.from), to: dateOf(label.to) };
    case "month":
      return { month: dateOf(label.month).slice(0, 7) };
    case "reward":
      return { reward: label.id };
    case "level":
      return { from: label.from ?? "", to: label.to ?? "" };
    case "word":
      return { group: label.word };
    case "gap":
      return { from: String(label.from), to: label.to === null ? "" : String(label.to) };
  }
}

const JOURNAL_COLUMNS = [
  "date",
  "entry",
  "account",
  "debit_points",
  "credit_points",
  "debit_amount",
  "credit_amount",
  "currency",
];

/**
 * All members, whatever the segment: the books of a group of people do not balance with anybody's. What was before goes
 * in day by day as well, so that a closing is the same to the penny wherever a journal begins.
 */
async function journalLines(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { terms: { range } }: ReportView,
): Promise<string[]> {
  const movesIn = async (from: number, to: number): Promise<Move[]> => {
    const cells = await readCells(db.sql, shop.id, { segment: EVERYBODY, measure: "move", from, to });
    return cells.map(({ day, key, amount }) => ({ day, key, points: amount }));
  };
  const [opening, moves, value] = await Promise.all([
    movesIn(ALL_DAYS.from, range.from - 1),
    movesIn(range.from, range.to),
    pointValue(db, shop, clock()),
  ]);
  const worth = value === null ? null : value.minorUnits;
  const lines = journalOf({ opening, moves, to: range.to, worth });
  return [csvLine(JOURNAL_COLUMNS), ...lines.map((line) => csvLine(cellsOf(line, shop.currency)))];
}

function cellsOf(
  { day, entry, account, debit, credit, debitAmount, creditAmount }: JournalLine,
  currency: string,
): string[] {
  const amount = (minorUnits: bigint | null) =>
    minorUnits === null ? "" : formatMoney(minorUnits, currency);
  return [
    dateOf(day),
    nameOf(day, entry),
    account,
    String(debit),
    String(credit),
    amount(debitAmount),
    amount(creditAmount),
    currency,
  ];
}

function nameOf(day: Day, entry: JournalLine["entry"]): string {
  if (entry.kind === "closing") return `closing ${dateOf(entry.month).slice(0, 7)}`;
  return `${dateOf(day)} ${entry.kind === "rounding" ? "rounding" : entry.key}`;
}
