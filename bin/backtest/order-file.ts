import { closeSync, openSync, readSync } from "node:fs";
import { parseExactJson } from "../../app/commerce/shopify/json.ts";
import { translateWebhook } from "../../app/commerce/shopify/translate.ts";
import { UnreadableDelivery } from "../../app/commerce/platform.ts";
import type { Order } from "../../app/loyalty/order.ts";
import { parseInstant } from "../../app/loyalty/time.ts";
import { notReadable } from "../programme/read-programme.ts";

/** A line that is no order, by its number in the file. */
export interface BadLine {
  line: number;
  why: string;
}

export class BadOrders extends Error {
  override name = "BadOrders";
  readonly lines: BadLine[];

  constructor(file: string, lines: BadLine[]) {
    super(lines.map(({ line, why }) => `${file}: line ${line}: ${why}`).join("\n"));
    this.lines = lines;
  }
}

/** Where an order stands in the file, and when it was processed. */
interface Place {
  line: number;
  start: number;
  length: number;
  at: number;
}

const CHUNK = 1 << 20;
/** A line longer than any order is refused before it is read whole. */
const LONGEST_LINE = 64 << 20;
const LINE_FEED = 10;
const MOST_TOLD = 20;

/**
 * A file of orders, one payload a line, read in the order in which they were processed. Kept are only the places of the
 * lines: the file is read twice, and however large it is, one line of it is in memory at a time.
 */
export class OrderFile {
  readonly #file: string;
  readonly #places: Place[] = [];
  readonly #repeated = new Set<string>();

  /** Throws BadOrders where lines cannot be read at all; of the others `orders` says what is wrong. */
  constructor(file: string) {
    this.#file = file;
    const bad: BadLine[] = [];
    const seen = new Set<string>();
    for (const { line, start, bytes } of linesOf(file)) {
      if (bytes.length === 0) continue;
      try {
        const { id, at } = glance(bytes);
        this.#places.push({ line, start, length: bytes.length, at });
        if (seen.has(id)) this.#repeated.add(id);
        seen.add(id);
      } catch (error) {
        bad.push({ line, why: reasonOf(error) });
        if (bad.length === MOST_TOLD) break;
      }
    }
    if (bad.length > 0) throw new BadOrders(file, bad);
    // Those of one instant follow each other as they stand in the file.
    this.#places.sort((a, b) => a.at - b.at || a.line - b.line);
  }

  get length(): number {
    return this.#places.length;
  }

  /** Whether the file tells of the order more than once. */
  isRepeated(orderId: string): boolean {
    return this.#repeated.has(roughId(orderId));
  }

  /** The orders as they were processed. `check` answers what is wrong with one. Throws BadOrders at the end. */
  *orders(check: (order: Order) => string | null): Generator<Order> {
    const bad: BadLine[] = [];
    const handle = openToRead(this.#file);
    const read = readerOf(handle);
    try {
      for (const { line, start, length } of this.#places) {
        const order = orderIn(read(start, length));
        const why = typeof order === "string" ? order : check(order);
        if (why !== null) bad.push({ line, why });
        if (bad.length === MOST_TOLD) break;
        // What follows a bad line is only read to tell of all of them.
        if (typeof order !== "string" && bad.length === 0) yield order;
      }
    } finally {
      closeSync(handle);
    }
    if (bad.length > 0)
      throw new BadOrders(
        this.#file,
        bad.sort((a, b) => a.line - b.line),
      );
  }
}

/** Reads ahead where one line follows another, for a file is mostly sorted as it is asked for. */
function readerOf(handle: number): (start: number, length: number) => string {
  let bytes = Buffer.alloc(0);
  let from = 0;
  let end = 0;
  return (start, length) => {
    const follows = start >= end && start - end < CHUNK;
    end = start + length;
    if (start < from || end > from + bytes.length) {
      bytes = Buffer.allocUnsafe(follows ? Math.max(length, CHUNK) : length);
      bytes = bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, start));
      from = start;
    }
    return bytes.toString("utf8", start - from, start - from + length);
  };
}

function orderIn(text: string): Order | string {
  try {
    const { kind, ...news } = translateWebhook("orders/updated", parseExactJson(text));
    if (kind === "points" && "event" in news && news.event.kind === "order") return news.event.order;
    return "is no order";
  } catch (error) {
    return reasonOf(error);
  }
}

function* linesOf(file: string): Generator<{ line: number; start: number; bytes: Buffer }> {
  const handle = openToRead(file);
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let rest: Buffer = Buffer.alloc(0);
    let start = 0;
    let line = 0;
    for (;;) {
      const read = readSync(handle, chunk, 0, CHUNK, null);
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      let from = 0;
      for (let to = bytes.indexOf(LINE_FEED); to !== -1; to = bytes.indexOf(LINE_FEED, from)) {
        line += 1;
        yield { line, start: start + from, bytes: trimmed(bytes.subarray(from, to)) };
        from = to + 1;
      }
      rest = bytes.subarray(from);
      start += from;
      if (rest.length > LONGEST_LINE)
        throw new BadOrders(file, [{ line: line + 1, why: "is longer than 64 MB" }]);
      if (read === 0) break;
    }
    if (rest.length > 0) yield { line: line + 1, start, bytes: trimmed(rest) };
  } finally {
    closeSync(handle);
  }
}

function openToRead(file: string): number {
  try {
    return openSync(file, "r");
  } catch (error) {
    throw notReadable(file, error);
  }
}

/** Without white space at the end, which a file from another system has. */
function trimmed(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 32) end -= 1;
  return bytes.subarray(0, end);
}

function glance(bytes: Buffer): { id: string; at: number } {
  const order: unknown = JSON.parse(bytes.toString("utf8"));
  if (typeof order !== "object" || order === null || Array.isArray(order))
    throw new UnreadableDelivery("is not an order: a JSON object is expected");
  const { id, processed_at: processedAt, created_at: createdAt } = order as Record<string, unknown>;
  const written = processedAt ?? createdAt;
  if (typeof written !== "string")
    throw new UnreadableDelivery("the order has neither processed_at nor created_at");
  return { id: roughId(id), at: parseInstant(written) };
}

/** Ids beyond 2^53 lose their last digits at a glance: enough to know which may come again. */
function roughId(id: unknown): string {
  return String(Number(id));
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return `is not JSON: ${error.message}`;
  if (error instanceof UnreadableDelivery || error instanceof RangeError) return error.message;
  throw error;
}
