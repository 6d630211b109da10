import type { Cell, CellFault, Field, Mapping, Notation } from "./fields.ts";
import { readBirthdayCell, type Birthday } from "./read-birthday-cell.ts";
import { endOf, readDateCell, startOf, type DateCell } from "./read-date-cell.ts";
import { readPointsCell } from "./read-points-cell.ts";

export interface RowTerms extends Notation {
  header: readonly string[];
  mapping: Mapping;
  kind: "members" | "history";
  now: number;
}

/** One row of a file in our words. Instants in milliseconds. */
export interface RowValues {
  customerId: string | null;
  /** In lower case. */
  email: string | null;
  points: bigint;
  /** The fraction that rounding down left behind, behind its mark; null for none. */
  dropped: string | null;
  expiresAt: number | null;
  earnedAt: number | null;
  /** As the other app calls it. */
  tier: string | null;
  tierUntil: number | null;
  referralCode: string | null;
  birthday: Birthday | null;
  history: { at: number; reason: string } | null;
}

export type ReadRow = { ok: true; values: RowValues } | { ok: false; faults: CellFault[] };

const LONGEST_TEXT = 200;

/** Reads a row by the mapping; every fault of it at once, so that it is mended once. */
export function readRow(cells: readonly string[], terms: RowTerms): ReadRow {
  const row = new RowReader(cells, terms);
  const { kind } = terms;
  const customerId = row.read("customerId", readCustomerId);
  const email = row.read("email", readEmail);
  if (customerId === null && email === null && row.faults.length === 0) row.missCustomer();
  const points = row.read(kind === "history" ? "historyPoints" : "points", (text) =>
    readPointsCell(text, terms),
  );
  if (kind === "history" && points === null)
    row.miss("historyPoints", "write what the points changed by, such as -50");
  const values: RowValues = {
    customerId,
    email,
    points: points?.points ?? 0n,
    dropped: points?.dropped ?? null,
    expiresAt: row.read("expiresAt", (text) => readExpiry(text, terms)),
    earnedAt: row.read("earnedAt", (text) => instantOf(readDateCell(text, terms), startOf, terms)),
    tier: row.read("tier", readText),
    tierUntil: row.read("tierUntil", (text) => instantOf(readDateCell(text, terms), endOf, terms)),
    referralCode: row.read("referralCode", readReferralCode),
    birthday: row.read("birthday", (text) => readBirthdayCell(text, terms)),
    history: kind === "history" ? historyOf(row, terms) : null,
  };
  return row.faults.length === 0 ? { ok: true, values } : { ok: false, faults: row.faults };
}

class RowReader {
  readonly faults: CellFault[] = [];
  readonly #cells: readonly string[];
  readonly #terms: RowTerms;

  constructor(cells: readonly string[], terms: RowTerms) {
    this.#cells = cells;
    this.#terms = terms;
  }

  /** null for what is not in the file, is empty or is at fault. */
  read<Value>(field: Field, readCell: (text: string) => Cell<Value>): Value | null {
    const column = this.#terms.mapping[field];
    const value = column === undefined ? "" : (this.#cells[column] ?? "").trim();
    if (column === undefined || value === "") return null;
    const cell = readCell(value);
    if (cell.ok) return cell.value;
    const { problem, mend } = cell;
    this.faults.push({ column: this.#terms.header[column] ?? `column ${column + 1}`, value, problem, mend });
    return null;
  }

  miss(field: Field, mend: string): void {
    const column = this.#terms.header[this.#terms.mapping[field] ?? -1] ?? "";
    if (this.faults.some((fault) => fault.column === column)) return;
    this.faults.push({ column, value: "", problem: "is empty", mend });
  }

  missCustomer(): void {
    const field = this.#terms.mapping.email === undefined ? "customerId" : "email";
    this.miss(field, "write the customer's e-mail address or their Shopify customer id");
  }
}

function historyOf(row: RowReader, terms: RowTerms): RowValues["history"] {
  const at = row.read("historyAt", (text) => instantOf(readDateCell(text, terms), startOf, terms));
  if (at === null) {
    row.miss("historyAt", "write the day on which it happened");
    return null;
  }
  return { at, reason: row.read("historyReason", readText) ?? "" };
}

function readCustomerId(text: string): Cell<string> {
  const bare = text.replace(/^'/, "").replace(/^gid:\/\/shopify\/Customer\//, "");
  const id = /^([1-9]\d{0,17})(?:\.0+)?$/.exec(bare)?.[1];
  if (id !== undefined) return { ok: true, value: id };
  return /^\d([.,]\d+)?e\+?\d+$/i.test(bare)
    ? {
        ok: false,
        problem: "was shortened by a spreadsheet, so its last digits are lost",
        mend: "format the column as text and export it again, or match by e-mail address",
      }
    : {
        ok: false,
        problem: "is not a Shopify customer id",
        mend: "write the number that ends the customer's address in Shopify",
      };
}

function readEmail(text: string): Cell<string> {
  const email = text.toLowerCase();
  return email.length <= 254 &&
    /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+\.[^\s@"(),:;<>[\]\\]+$/.test(email)
    ? { ok: true, value: email }
    : { ok: false, problem: "is not an e-mail address", mend: "write the address as it stands in Shopify" };
}

function readExpiry(text: string, terms: RowTerms): Cell<number> {
  const expiry = instantOf(readDateCell(text, terms), endOf, terms);
  if (!expiry.ok || expiry.value > terms.now) return expiry;
  return {
    ok: false,
    problem: "is over, so these points are gone already",
    mend: "remove the row, or write the later date until which the points should hold",
  };
}

/** The code alone, also of an address that carries it. */
function readReferralCode(text: string): Cell<string> {
  const code = /^https?:\/\//i.test(text) ? codeInAddress(text) : text;
  return code !== null && code.length <= LONGEST_TEXT
    ? { ok: true, value: code }
    : {
        ok: false,
        problem: "is not a referral code or link",
        mend: "write the code alone, or leave it empty",
      };
}

function codeInAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname, searchParams } = new URL(address);
  const [, named] = [...searchParams].find(([name]) => /ref|code|invite|share/i.test(name)) ?? [];
  const last = pathname.split("/").findLast((part) => part !== "");
  return named ?? last ?? null;
}

function readText(text: string): Cell<string> {
  return { ok: true, value: text.slice(0, LONGEST_TEXT) };
}

function instantOf(
  cell: Cell<DateCell>,
  side: (date: DateCell, timezone: string) => number,
  { timezone }: Notation,
): Cell<number> {
  return cell.ok ? { ok: true, value: side(cell.value, timezone) } : cell;
}
