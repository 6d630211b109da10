import { SHOWN, type HttpDoor, type Work } from "./protocol.ts";

/** A measurement of ours beside its control. */
export interface Bench {
  /** The word on the command line. */
  group:
    | "ceiling"
    | "ledger"
    | "redeem"
    | "past"
    | "verify"
    | "analytics"
    | "recommend"
    | "drain"
    | "intake"
    | "proxy";
  name: string;
  ours: Task | null;
  /** On the bare database; or, where `ofOurs`, something else of ours. */
  control: Task & { name: string; ofOurs?: true };
  clients: number;
  /** So many transactions or orders, whatever the scale. */
  transactions?: number;
  /** Ours over the control, at least; null where there is nothing to hold. */
  goal: number | null;
  /** What it must keep by itself. A busy machine alone may break one by the clock, so none makes a bench fail. */
  limit?: Limit;
}

/** At most so long, or at least so much. */
export type Limit =
  { p50Ms: number } | { p95Ms: number } | { p99Ms: number } | { opsPerS: number } | { perCpuS: number };

export type Task =
  | { work: Work }
  /** Once before the first time, what it takes is laid ready. */
  | { work: Work; laid: true }
  /** Work that is laid ready and then done to its end. */
  | { work: Work; ready: true }
  /** An HTTP door; first, what must be known for its answers. */
  | { door: HttpDoor; laid?: Work };

const ONE = { name: "single_fn", work: "ceiling-one" } as const;
const BATCH = { name: "batch_100", work: "ceiling-batch" } as const;
const HOLD = { name: "hold_fn", work: "ceiling-hold" } as const;
const CLIENTS = 8;
const WRITERS = 32;
const CONNECTIONS = 32;
const TRAINED_BY = 1_000_000;

/** The goals are those of the project's own list of what to prove: P1 to P8, P10 and P11. */
export const BENCHES: Bench[] = [
  { group: "ceiling", name: "single_fn", ours: null, control: ONE, clients: CLIENTS, goal: null },
  { group: "ceiling", name: "batch_100", ours: null, control: BATCH, clients: CLIENTS, goal: null },
  {
    group: "ceiling",
    name: "point_read",
    ours: null,
    control: { name: "point_read", work: "ceiling-read" },
    clients: CLIENTS,
    goal: null,
  },
  { group: "ledger", name: "accrual", ours: { work: "accrual" }, control: ONE, clients: CLIENTS, goal: 0.35 },
  {
    group: "ledger",
    name: "batch",
    ours: { work: "accrual-batch" },
    control: BATCH,
    clients: CLIENTS,
    goal: 0.25,
  },
  {
    group: "ledger",
    name: "one shop",
    ours: { work: "accrual-one-shop" },
    control: { name: "50 shops", work: "accrual-50-shops", ofOurs: true },
    clients: WRITERS,
    goal: 0.8,
  },
  {
    group: "ledger",
    name: "chained",
    ours: { work: "accrual-chained", laid: true },
    control: { name: "no chain", work: "accrual-unchained", ofOurs: true, laid: true },
    clients: CLIENTS,
    // At most 30 % more.
    goal: 0.77,
  },
  {
    group: "redeem",
    name: "many",
    ours: { work: "redeem", laid: true },
    control: HOLD,
    clients: CLIENTS,
    goal: null,
    limit: { p99Ms: 100 },
  },
  {
    group: "redeem",
    name: "one member",
    ours: { work: "redeem-hot", laid: true },
    control: { name: "hold_fn", work: "ceiling-hold-hot" },
    clients: WRITERS,
    goal: null,
    limit: { opsPerS: 200 },
  },
  {
    group: "past",
    name: "10,000 orders",
    ours: { work: "order-long-past", laid: true },
    control: { name: "few orders", work: "order-no-past", ofOurs: true, laid: true },
    clients: 1,
    goal: null,
    limit: { p50Ms: 50 },
  },
  {
    group: "verify",
    name: "ledger",
    ours: { work: "verify", laid: true },
    control: { name: "sha256", work: "ceiling-hash" },
    clients: 1,
    goal: null,
    limit: { perCpuS: 1_000_000 },
  },
  ...SHOWN.map((shown): Bench => ({
    group: "analytics",
    name: shown,
    ours: { work: `show-${shown}`, laid: true },
    control: { name: "the ledger summed", work: "sum-ledger", ofOurs: true, laid: true },
    clients: 1,
    goal: null,
    limit: { p95Ms: 300 },
  })),
  ...[TRAINED_BY, 100_000].map((orders): Bench => ({
    group: "recommend",
    name: orders === TRAINED_BY ? "train" : "train on 100,000",
    ours: { work: "recommend-train", laid: true },
    control: { name: "count + top 50", work: "count-pairs" },
    clients: 1,
    transactions: orders,
    // At most three times as long, of a shop of the size that P11 names; a smaller one is shown beside it.
    goal: orders === TRAINED_BY ? 0.33 : null,
    limit: { p99Ms: 20_000 },
  })),
  ...(["beside", "member"] as const).map((name): Bench => ({
    group: "recommend",
    name,
    ours: { work: `recommend-${name}`, laid: true },
    control: { name: "look up", work: "look-up-pairs" },
    clients: 1,
    goal: null,
    limit: { p99Ms: 1 },
  })),
  {
    group: "recommend",
    name: "over HTTP",
    ours: { door: "recommendations", laid: "recommend-door" },
    control: { name: "http+hmac+read", door: "recommendations" },
    // A page waits for its answer: with many at once the waiting would be measured.
    clients: 2,
    goal: null,
    limit: { p99Ms: 15 },
  },
  { group: "drain", name: "each", ours: { work: "drain-each" }, control: ONE, clients: CLIENTS, goal: 0.15 },
  {
    group: "drain",
    name: "backlog",
    ours: { work: "drain-backlog", ready: true },
    control: BATCH,
    clients: CLIENTS,
    goal: 0.1,
  },
  {
    group: "intake",
    name: "intake",
    ours: { door: "intake" },
    control: { name: "http+hmac+insert", door: "intake" },
    clients: CONNECTIONS,
    goal: 0.5,
  },
  {
    group: "proxy",
    name: "balance",
    ours: { door: "proxy", laid: "balance" },
    control: { name: "http+hmac+read", door: "proxy" },
    clients: CONNECTIONS,
    goal: 0.6,
  },
];
