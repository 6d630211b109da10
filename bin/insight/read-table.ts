import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { BadInput } from "./bad-input.ts";

/** A row of a table, and how to say where it stands. */
export interface Row<C extends string> {
  cells: Record<C, string>;
  fault(reason: string): BadInput;
}

/**
 * The rows of a CSV file with a heading, UTF-8, packed with gzip or not. Columns that nobody asked for
 * are passed over; those in `optional` may be missing and are empty then. `asTyped` takes quotes within a cell for what
 * people typed.
 */
export function readTable<C extends string, O extends string = never>(
  file: string,
  columns: readonly C[],
  optional: readonly O[] = [],
  { asTyped = false } = {},
): Row<C | O>[] {
  const rows = parsed(file, asTyped);
  const [heading] = rows;
  if (heading === undefined)
    throw new BadInput(`${file}: the file is empty; its first line names the columns`);
  const names = heading.record.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new BadInput(`${file}: line 1: no column ${missing.join(", ")}; found ${names.join(", ")}`);
  const places = [...columns, ...optional].map((column): [C | O, number] => [column, names.indexOf(column)]);
  return rows.slice(1).map(({ record, info: { lines } }) => ({
    cells: Object.fromEntries(places.map(([column, place]) => [column, record[place] ?? ""])) as Record<
      C | O,
      string
    >,
    fault: (reason) => new BadInput(`${file}: line ${lines}: ${reason}`),
  }));
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

function parsed(file: string, asTyped: boolean): Parsed[] {
  const lenient = { relax_column_count: true, relax_quotes: asTyped, skip_empty_lines: true } as const;
  const options = { bom: true, info: true, ...lenient } as const;
  try {
    return parse(textOf(file), options) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function textOf(file: string): Buffer {
  try {
    const bytes = readFileSync(file);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch (error) {
    throw new BadInput(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}
