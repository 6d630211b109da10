import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { decoderOf, detectEncoding, type Encoding } from "./encoding.ts";

/** A file that can be read from its beginning again and again. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

export interface CsvFile {
  /** Hex SHA-256 of the bytes: the file's name for itself. */
  hash: string;
  bytes: number;
  encoding: Encoding;
  delimiter: string;
  header: string[];
  records(): AsyncIterable<CsvRecord>;
}

export interface CsvRecord {
  /** As a spreadsheet counts: the heading is row 1, and an empty row is one. */
  row: number;
  cells: string[];
}

/** The file as a whole cannot be taken in. The message says why, and what to do. */
export class UnreadableFile extends Error {
  override name = "UnreadableFile";
}

const DELIMITERS = [",", ";", "\t", "|"];
const HEAD_CHARACTERS = 64 * 1024;
/** A quote that is never closed must not swallow the file. */
const LONGEST_RECORD = 64 * 1024;
const MOST_COLUMNS = 200;

/** Looks at the whole file once: what it is written in, and its heading. Its records are read when asked for. */
export async function openCsv(open: OpenFile): Promise<CsvFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = async function* () {
    for await (const chunk of open()) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const encoding = await detectEncoding(counted());
  if (bytes === 0) throw new UnreadableFile("The file is empty. Export it again, and choose the file anew.");
  const head = await headOf(open, encoding);
  if (head.startsWith("PK\u0003\u0004"))
    throw new UnreadableFile(
      "This is a spreadsheet or an archive, not a CSV file. Save it as CSV, then choose that.",
    );
  if (head.includes("\u0000"))
    throw new UnreadableFile("This is not a text file. Save it as CSV, then choose that.");
  const hint = /^sep=(.)\r?\n/i.exec(head)?.[1];
  const delimiter = hint ?? delimiterOf(head);
  const read = () => readRecords(open, { encoding, delimiter, skip: hint === undefined ? 0 : 1 });
  const header = await headerOf(read());
  return {
    hash: hash.digest("hex"),
    bytes,
    encoding,
    delimiter,
    header,
    async *records() {
      let isHeading = true;
      for await (const record of read()) {
        if (isHeading) isHeading = false;
        else yield record;
      }
    },
  };
}

async function headOf(open: OpenFile, encoding: Encoding): Promise<string> {
  const decode = decoderOf(encoding);
  let head = "";
  for await (const chunk of open()) {
    head += decode.decode(chunk, { stream: true });
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS).replace(/^\ufeff/, "");
}

/** The one that the heading has most of, outside quotes. */
function delimiterOf(head: string): string {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === "\n" && [...counts.values()].some((count) => count > 0)) break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined || most[1] === 0 ? "," : most[0];
}

async function headerOf(records: AsyncIterable<CsvRecord>): Promise<string[]> {
  for await (const { cells } of records) {
    const header = cells.map((cell) => cell.trim());
    if (header.length > MOST_COLUMNS)
      throw new UnreadableFile(
        `The file has ${header.length} columns; ${MOST_COLUMNS} can be taken in. Remove what is not needed.`,
      );
    if (header.some((cell) => /^\S+@\S+\.\S+$/.test(cell)))
      throw new UnreadableFile(
        "The first row holds an e-mail address where the names of the columns should stand. Add a row with their names above it.",
      );
    return header;
  }
  throw new UnreadableFile("There is no row in the file. Export it again, and choose the file anew.");
}

interface Written {
  encoding: Encoding;
  delimiter: string;
  /** Lines before the heading. */
  skip: number;
}

async function* readRecords(
  open: OpenFile,
  { encoding, delimiter, skip }: Written,
): AsyncIterable<CsvRecord> {
  const parser = Readable.from(textOf(open, encoding)).pipe(
    parse({
      bom: true,
      delimiter,
      from_line: skip + 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: LONGEST_RECORD,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { row: info.records + info.empty_lines + skip, cells: record };
    }
  } catch (error) {
    throw unreadable(error, skip);
  }
}

interface Parsed {
  record: string[];
  info: { records: number; empty_lines: number };
}

async function* textOf(open: OpenFile, encoding: Encoding): AsyncIterable<string> {
  const decoder = decoderOf(encoding);
  for await (const chunk of open()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function unreadable(error: unknown, skip: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const { records = 0, empty_lines = 0, lines = 0 } = error as CsvError & Partial<Counted>;
  const before = records + empty_lines + skip;
  const isOneLine = error.code === "CSV_MAX_RECORD_SIZE" && lines <= before + 1;
  return new UnreadableFile(
    isOneLine
      ? `The file cannot be read after row ${before}: the next one is longer than 64 KB. Shorten it, and choose the file anew.`
      : `The file cannot be read after row ${before}: a quote (") opens there that is not closed. Close or remove it, and choose the file anew.`,
  );
}

interface Counted {
  records: number;
  empty_lines: number;
  /** That were begun: more than rows where a cell goes on over several. */
  lines: number;
}
