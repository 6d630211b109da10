import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";

/** A line of UCI's "Online Retail" (Chen 2015), the layout in which many shops' histories are published. */
export interface SourceLine {
  /** Line of the file, from 1. */
  at: number;
  invoice: string;
  item: string;
  description: string;
  quantity: number;
  /** Minutes in the file's own time, read as UTC: "2010-12-01T08:26:00Z". */
  instant: string;
  /** Pence for one unit. */
  price: bigint;
  /** "" for a guest. */
  customer: string;
}

export class BadSource extends Error {
  override name = "BadSource";
}

const COLUMNS = ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"] as const;

/** Reads FILE.csv or FILE.csv.gz line by line; says the line and the reason where it cannot. */
export async function* readSource(file: string): AsyncGenerator<SourceLine> {
  const raw = createReadStream(file);
  const text = file.endsWith(".gz") ? raw.pipe(createGunzip()) : raw;
  const rows = text.pipe(parse({ columns: true, bom: true, trim: true, relax_quotes: true }));
  for (const stream of [raw, text]) stream.on("error", (error: Error) => rows.destroy(error));
  let at = 1;
  for await (const row of rows as AsyncIterable<Record<string, string | undefined>>) {
    at += 1;
    yield lineOf(row, at);
  }
}

function lineOf(row: Record<string, string | undefined>, at: number): SourceLine {
  const missing = COLUMNS.find((column) => row[column] === undefined);
  if (missing !== undefined) throw new BadSource(`line ${at}: there is no column ${missing}`);
  const quantity = Number(row.Quantity);
  if (!Number.isSafeInteger(quantity))
    throw new BadSource(`line ${at}: the quantity "${row.Quantity}" is not a whole number`);
  return {
    at,
    invoice: row.InvoiceNo ?? "",
    item: row.StockCode ?? "",
    description: row.Description ?? "",
    quantity,
    instant: instantOf(row.InvoiceDate ?? "", at),
    price: penceOf(row.UnitPrice ?? "", at),
    customer: (row.CustomerID ?? "").replace(/\.0$/, ""),
  };
}

/** "2010-12-01 08:26" or, as the original spreadsheet has it, "12/1/2010 8:26". */
function instantOf(text: string, at: number): string {
  const iso = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d?):(\d\d)/.exec(text);
  const american = /^(\d\d?)\/(\d\d?)\/(\d{4}) (\d\d?):(\d\d)/.exec(text);
  const [year, month, day, hour, minute] =
    iso !== null ? iso.slice(1, 6) : american !== null ? [3, 1, 2, 4, 5].map((n) => american[n]) : [];
  if (year === undefined) throw new BadSource(`line ${at}: "${text}" is not a date and a time`);
  const two = (part: string | undefined) => (part ?? "").padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
}

/** Whole pence, more decimals rounded half-even ("0.001" is 0.00, "2.345" is 2.34, "2.355" is 2.36). */
export function penceOf(text: string, at: number): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) throw new BadSource(`line ${at}: the price "${text}" is not a decimal number`);
  const [, sign, whole = "0", decimals = ""] = parts;
  const pence = BigInt(whole + decimals.slice(0, 2).padEnd(2, "0"));
  const rest = decimals.slice(2).replace(/0+$/, "");
  const isHalf = rest === "5";
  const up = isHalf ? pence % 2n === 1n : rest > "5";
  const rounded = pence + (up ? 1n : 0n);
  return sign === "-" ? -rounded : rounded;
}
