import { GraphQLError } from "graphql";
import { matcherOf, type SearchFields } from "./search.ts";
import { notInTheSandbox, type View } from "./resolve.ts";

const LARGEST_PAGE = 250;

/** Arguments of a connection. */
export type ListArgs = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
  sortKey?: string | null;
  query?: string | null;
};

export type CountArgs = { query?: string | null; limit?: number | null };

/** A page of a connection: views in order, and where the page stands in the whole. */
type Page<T> = { items: T[]; hasNextPage: boolean; hasPreviousPage: boolean };

export type Listing<T> = {
  resource: string;
  docs: readonly T[];
  idOf: (doc: T) => string;
  view: (doc: T) => View;
  search?: SearchFields<T>;
  /** What `sortKey` sorts by, beside ID. */
  sortKeys?: Record<string, (doc: T) => string | number>;
};

/** A connection over documents, with `first`/`last`, cursors, `reverse`, `sortKey` and `query`. */
export function connect<T>(args: ListArgs, listing: Listing<T>): View {
  const { docs, view, search, resource } = listing;
  checkPageArguments(args);
  const found = args.query && search ? docs.filter(matcherOf(args.query, search, resource)) : [...docs];
  const order = orderBy(args, listing);
  found.sort((a, b) => order.compare(order.positionOf(a), order.positionOf(b)));
  const page = pageOf(found, args, order);
  const edges = page.items.map((doc) => ({ cursor: writeCursor(order.positionOf(doc)), node: view(doc) }));
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** As many as a query finds; Shopify counts exactly to the limit and says so. */
export function count<T>(args: CountArgs, { docs, search, resource }: Listing<T>): View {
  const found = args.query && search ? docs.filter(matcherOf(args.query, search, resource)) : docs;
  const limit = args.limit ?? Infinity;
  const beyond = found.length > limit;
  return { count: beyond ? limit : found.length, precision: beyond ? "AT_LEAST" : "EXACT" };
}

/** Throws where a page is asked for without a size, or larger than Shopify gives. */
export function checkPageArguments({ first, last }: ListArgs): void {
  if (first == null && last == null) throw badRequest("you must provide one of first or last");
  if (first != null && last != null) throw badRequest("providing both first and last is not supported");
  const size = first ?? last ?? 0;
  if (size < 0 || size > LARGEST_PAGE)
    throw badRequest(`${first == null ? "last" : "first"} must be between 0 and ${LARGEST_PAGE}`);
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

/** Where a document stands in an order: what it is sorted by, then its id. Cursors hold just that. */
type Position = { last_value: string | number; last_id: number };

type Order<T> = { positionOf: (doc: T) => Position; compare: (a: Position, b: Position) => number };

function orderBy<T>({ sortKey, reverse }: ListArgs, { sortKeys, idOf, resource }: Listing<T>): Order<T> {
  const byId = sortKey == null || sortKey === "ID" || sortKey === "RELEVANCE";
  const valueOf = byId ? () => 0 : sortKeys?.[sortKey];
  if (!valueOf) throw notInTheSandbox(`sorting ${resource} by ${sortKey}`);
  const direction = reverse ? -1 : 1;
  return {
    positionOf: (doc) => ({ last_value: valueOf(doc), last_id: Number(idOf(doc)) }),
    compare: (a, b) => direction * (compare(a.last_value, b.last_value) || a.last_id - b.last_id),
  };
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A cursor need not name a document that is still there: the page begins behind the place where it stood. */
function pageOf<T>(docs: T[], args: ListArgs, order: Order<T>): Page<T> {
  const { first, last, after, before } = args;
  const start =
    after == null ? 0 : docs.findLastIndex((doc) => isAtOrBefore(doc, readCursor(after), order)) + 1;
  const end =
    before == null ? docs.length : docs.findLastIndex((doc) => isBefore(doc, readCursor(before), order)) + 1;
  const from = last == null ? start : Math.max(start, end - last);
  const to = first == null ? end : Math.min(end, start + first);
  return { items: docs.slice(from, to), hasPreviousPage: from > 0, hasNextPage: to < docs.length };
}

function isAtOrBefore<T>(doc: T, place: Position, { positionOf, compare }: Order<T>): boolean {
  return compare(positionOf(doc), place) <= 0;
}

function isBefore<T>(doc: T, place: Position, { positionOf, compare }: Order<T>): boolean {
  return compare(positionOf(doc), place) < 0;
}

function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString("base64");
}

function readCursor(cursor: string): Position {
  try {
    return JSON.parse(Buffer.from(cursor, "base64").toString()) as Position;
  } catch {
    throw badRequest(`Invalid cursor: ${cursor}`);
  }
}
