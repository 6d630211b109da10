/** What the processes of a bench say to each other. Each side under test has a process of its own. */

import { REPORTS } from "../app/use-cases/analytics/report.ts";

/** More than there are clients: each client's work goes to a shop of its own. */
export const SHOPS = 50;

export function shopDomain(place: number): string {
  return `bench-${place + 1}.myshopify.com`;
}

/** What a shop sells where recommendations are served. */
export const SOLD_PRODUCTS = 5_000;

export function productId(place: number): string {
  return String(1_000 + place);
}

export type DatabaseKind = "pg" | "pglite";

export interface Side {
  /** Where its database is: a PostgreSQL address, or a folder. */
  url: string | undefined;
  folder: string;
  seed: number;
  /** Members of each shop. */
  members: number;
  secret: string;
}

/** Reports of the admin, what home shows of them, and the entries behind a figure. */
export const SHOWN = [...REPORTS, "home", "entries"] as const;
export type Shown = (typeof SHOWN)[number];

export type Work = ControlWorkName | OurWorkName;
export type ControlWorkName =
  | "ceiling-one"
  | "ceiling-batch"
  | "ceiling-read"
  | "ceiling-hold"
  | "ceiling-hold-hot"
  | "ceiling-hash"
  | "count-pairs"
  | "look-up-pairs";
export type OurWorkName =
  | "accrual"
  | "accrual-one-shop"
  | "accrual-50-shops"
  | "accrual-batch"
  | "accrual-chained"
  | "accrual-unchained"
  | "redeem"
  | "redeem-hot"
  | "order-long-past"
  | "order-no-past"
  | "verify"
  | "recommend-train"
  | "recommend-beside"
  | "recommend-member"
  | "recommend-door"
  | "sum-ledger"
  | `show-${Shown}`
  | "drain-each"
  | "drain-backlog"
  | "balance";

/** Units of work and how long each call took. */
export interface Sample {
  units: number;
  wallMs: number;
  /** Ascending. */
  callMs: number[];
}

export interface Terms {
  clients: number;
  /** How long to go on, where the work does not end by itself. */
  ms: number;
  /** How much to lay ready, where work is laid ready. */
  units: number;
  /** Transactions of the ledger that is verified. */
  transactions: number;
}

export type HttpDoor = "intake" | "proxy" | "recommendations";

/** What can be asked of a side. */
export interface Requests {
  /** Not measured: lays ready what the work takes. */
  prepare: { input: { work: Work; terms: Terms }; output: null };
  run: { input: { work: Work; terms: Terms }; output: Sample };
  /** The port of its HTTP server. */
  listen: { input: null; output: number };
  /** Processor time of the process so far, in milliseconds. */
  cpu: { input: null; output: number };
  /** Works off what waits; then the first fault of the books, or null. */
  verify: { input: null; output: string | null };
  facts: { input: null; output: { version: string; fsync: string } };
  close: { input: null; output: null };
}

/** What can be asked of the process that makes the HTTP load. */
export interface LoadRequests {
  load: {
    input: { door: HttpDoor; port: number; terms: Terms; members: number; seed: number; secret: string };
    output: Sample;
  };
  cpu: { input: null; output: number };
  close: { input: null; output: null };
}

export interface Asked {
  id: number;
  name: string;
  input: unknown;
}

export type Answered = { id: number; output: unknown } | { id: number; fault: string };
