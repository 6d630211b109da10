import type { RetailHistory } from "./history.ts";
import type { LoadedLedger } from "./read-ledger.ts";

const UNMATCHED_SHOWN = 20;

/** Every cancellation that was left out, for a spreadsheet. */
export function unmatchedCsv({ unmatched: lines }: RetailHistory): string {
  const rows = lines.map(({ line, units }) =>
    [line.at, line.invoice, line.item, units, line.customer].join(","),
  );
  return ["line,invoice,item,units,customer", ...rows, ""].join("\n");
}

interface Outcome {
  history: RetailHistory;
  ledger: LoadedLedger;
  expected: { points: bigint; orders: number };
  seconds: number;
  /** Where all cancellations that were left out stand. */
  unmatchedFile: string;
}

/** The table at the end of a load, and whether ledger and file agree. */
export function report({ history, ledger, expected, seconds, unmatchedFile }: Outcome): string {
  const rows: [string, string][] = [
    ["Orders", `${count(history.orders)}, of them ${count(history.guestOrders)} of guests`],
    ["Orders the app knows", count(ledger.orders)],
    ["Refunds", count(history.refunds)],
    ["Customers", count(history.customers)],
    ["Members", count(ledger.members)],
    ["Points in the ledger", count(ledger.points)],
    ["Points by the file", count(expected.points)],
    ["Ledger transactions", count(ledger.transactions)],
    ["Dead letters", count(ledger.dead)],
    ["Seconds", seconds.toFixed(1)],
    ["Lines that sell nothing", count(history.skipped.length)],
    ["Cancelled, never bought", count(history.unmatched.length)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const table = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
  return `\n${table}\n\n${unmatched(history, unmatchedFile)}${verdict(ledger, expected.points)}\n`;
}

function unmatched({ unmatched: lines }: RetailHistory, file: string): string {
  if (lines.length === 0) return "";
  const shown = lines.slice(0, UNMATCHED_SHOWN).map(({ line, units }) => {
    const who = line.customer === "" ? "a guest" : `customer ${line.customer}`;
    return `  line ${line.at}: ${line.invoice}, ${units} x ${line.item}, ${who}`;
  });
  const more = lines.length - shown.length;
  const rest = more > 0 ? `\n  and ${count(more)} more; all of them in ${file}` : "";
  return `Cancellations of what was not bought before, left out:\n${shown.join("\n")}${rest}\n\n`;
}

function verdict(ledger: LoadedLedger, expected: bigint): string {
  if (ledger.fault !== null) return `FAIL: the ledger does not verify: ${ledger.fault}`;
  if (ledger.points !== expected) {
    return `FAIL: the ledger holds ${count(ledger.points)} points, the file makes ${count(expected)}`;
  }
  return "ok: the points in the ledger equal the independent sum over the file, and the ledger verifies";
}

function count(value: number | bigint): string {
  return value.toLocaleString("en-GB");
}
