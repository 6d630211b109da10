import type { HttpDoor, Work } from "./protocol.ts";

/** A measurement of ours beside its control. */
export interface Bench {
  /** The word on the command line. */
  group: "ceiling" | "ledger" | "drain" | "intake" | "proxy";
  name: string;
  ours: Task | null;
  control: Task & { name: string };
  clients: number;
  /** Ours over the control, at least; null where there is nothing to hold. */
  goal: number | null;
}

export type Task =
  | { work: Work }
  /** Work that is laid ready and then done to its end. */
  | { work: Work; ready: true }
  /** An HTTP door; first, what must be known for its answers. */
  | { door: HttpDoor; laid?: Work };

const ONE = { name: "single_fn", work: "ceiling-one" } as const;
const BATCH = { name: "batch_100", work: "ceiling-batch" } as const;
const CLIENTS = 8;
const CONNECTIONS = 32;

/** The goals are those of the project's own list of what to prove: P1, P3, P3 with a backlog, P4, P5. */
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
