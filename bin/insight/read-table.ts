import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse, type InfoRecord } from "csv-parse/sync";
import { BadInput } from "./bad-input.ts";

/** A row of a table, and how to say where it stands. */
export interface Row<C extends string> {
  cells: Record<C, string>;
  fault(reason: string): BadInput;
}

interface Columns<C extends string, O extends string> {
  columns: readonly C[];
  /** May be missing, and are empty then. */
  optional?: readonly O[];
  /** Takes quotes within a cell for what people typed. */
  asTyped?: boolean;
}

/**
 * Visits the rows of a CSV file with a heading, UTF-8 or UTF-16, packed with gzip or not, and keeps none of them: a file
 * of millions of rows would fill the memory. Columns that nobody asked for are passed over.
 */
export function eachRow<C extends string, O extends string = never>(
  file: string,
  { columns, optional = [], asTyped = false }: Columns<C, O>,
  visit: (row: Row<C | O>) => void,
): void {
  let places: [C | O, number][] | null = null;
  parsed(file, asTyped, (record, lines) => {
    if (places === null) {
      places = [...placesOf(file, columns, record), ...optional.map(placeIn(record))];
      return;
    }
    const cells = {} as Record<C | O, string>;
    for (const [column, place] of places) cells[column] = record[place] ?? "";
    visit({ cells, fault: (reason) => new BadInput(`${file}: line ${lines}: ${reason}`) });
  });
  if (places === null) throw new BadInput(`${file}: the file is empty; its first line names the columns`);
}

/** All rows at once. */
export function readTable<C extends string>(file: string, columns: readonly C[]): Row<C>[] {
  const rows: Row<C>[] = [];
  eachRow(file, { columns }, (row) => rows.push(row));
  return rows;
}

const NO_COMMAS = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
] as const;

function placesOf<C extends string>(
  file: string,
  columns: readonly C[],
  heading: readonly string[],
): [C, number][] {
  const places = columns.map(placeIn(heading));
  const missing = places.filter(([, place]) => place < 0).map(([column]) => column);
  if (missing.length === 0) return places;
  const found = heading.map((name) => name.trim()).join(", ");
  const apart = heading.length === 1 && NO_COMMAS.find(([sign]) => found.includes(sign));
  if (apart)
    throw new BadInput(`${file}: line 1: ${apart[1]} between columns; save the file with commas instead`);
  throw new BadInput(`${file}: line 1: no column ${missing.join(", ")}; found ${found}`);
}

function placeIn(heading: readonly string[]) {
  const names = heading.map((name) => name.trim());
  return <C extends string>(column: C): [C, number] => [column, names.indexOf(column)];
}

function parsed(file: string, asTyped: boolean, take: (record: string[], lines: number) => void): void {
  const lenient = { relax_column_count: true, relax_quotes: asTyped, skip_empty_lines: true } as const;
  const onRecord = (record: string[], { lines }: InfoRecord) => {
    take(record, lines);
    return null;
  };
  const bytes = bytesOf(file);
  try {
    parse(bytes, { bom: true, on_record: onRecord, ...lenient });
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * What is neither UTF-8 nor marked as UTF-16 is read as Windows-1252, as imports do it: so write spreadsheets in the
 * west. Said, since it is a guess, and letters of other languages would be wrong.
 */
function asUtf8(bytes: Buffer, file: string): Buffer {
  const isMarked = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isMarked || isUtf8(bytes)) return bytes;
  process.stderr.write(
    `note: ${file} is no UTF-8; read as Windows-1252. Save it as UTF-8 to be sure of letters\n`,
  );
  return Buffer.from(new TextDecoder("windows-1252").decode(bytes), "utf8");
}

function bytesOf(file: string): Buffer {
  try {
    const bytes = readFileSync(file);
    return asUtf8(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes, file);
  } catch (error) {
    throw new BadInput(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}
