import type { PGlite } from "@electric-sql/pglite";
import { fromPglite, PgBoss, type ConstructorOptions, type Db } from "pg-boss";
import { JOB_NAMES, JOBS, type JobName, type JobPayload } from "./contracts.ts";

/** What a job is enqueued with: the transaction that makes it necessary, so that neither is without the other. */
export interface JobTransaction {
  query<Row extends object>(text: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface JobQueue {
  /** A job of the same shop (and the same import) that still waits is enough: a second is not made. */
  enqueue<Name extends JobName>(tx: JobTransaction, name: Name, payload: JobPayload<Name>): Promise<void>;
  /**
   * The same a moment later, once for all that ask for it until then, and with no transaction: for work that a mark in
   * the database makes necessary already, so that it is found even if this process ends first. Members of a shop who
   * change at once would wait for each other at the one job that they all enqueue.
   */
  soon<Name extends JobName>(name: Name, payload: JobPayload<Name>): void;
}

export interface RunningJobQueue extends JobQueue {
  work<Name extends JobName>(name: Name, handle: (payload: JobPayload<Name>) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export type QueueConnection = { pglite: PGlite } | { connectionString: string };

/**
 * How many of a kind are done at once, so that a store that does not answer delays no other, and how often each of them
 * asks for work. To ask is cheap and not for nothing: in an embedded database a hundred questions a second are a fifth of
 * a processor. What somebody waits for is asked for twice a second, for long work goes on in many small jobs; what the
 * clock brings about is asked for seldom.
 */
const SHOPPERS_WAIT = { localConcurrency: 4, pollingIntervalSeconds: 0.5 };
const STAFF_WAIT = { localConcurrency: 2, pollingIntervalSeconds: 0.5 };
const NOBODY_WAITS = { localConcurrency: 2, pollingIntervalSeconds: 2 };
const PACES: Record<JobName, typeof STAFF_WAIT> = {
  "publish-summaries": SHOPPERS_WAIT,
  "publish-picks": NOBODY_WAITS,
  "make-picks": { localConcurrency: 1, pollingIntervalSeconds: 2 },
  "make-benefits": SHOPPERS_WAIT,
  ...{ "publish-programme": STAFF_WAIT, "publish-perks": STAFF_WAIT, "issue-codes": STAFF_WAIT },
  ...{ "check-ledger": STAFF_WAIT, reconcile: STAFF_WAIT, "import-members": STAFF_WAIT },
  ...{ "bulk-members": STAFF_WAIT, study: STAFF_WAIT, "follow-ledger": STAFF_WAIT },
  ...{ "follow-segments": STAFF_WAIT, "sync-segments": STAFF_WAIT },
  "train-models": { localConcurrency: 1, pollingIntervalSeconds: 1 },
  "go-on-with-experiments": STAFF_WAIT,
  ...{ "seal-ledger": NOBODY_WAITS, "prove-ledger": NOBODY_WAITS, "forget-old": NOBODY_WAITS },
};
/** A job whose process died is had again by another after this. */
const HEARTBEAT = { heartbeatSeconds: 30 };
/** Long enough to gather, too short to be noticed. */
const SOON_MS = 100;
const RETRY = { retryLimit: 50, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 };

export async function startJobQueue(
  connection: QueueConnection,
  onError: (error: Error) => void,
): Promise<RunningJobQueue> {
  const boss = new PgBoss(optionsOf(connection));
  boss.on("error", onError);
  await boss.start();
  // "stately": of the same key at most one job waits and one runs.
  for (const name of JOB_NAMES) {
    await boss.createQueue(name, { policy: "stately", ...RETRY, ...HEARTBEAT });
    // Looked up now and remembered: a look at the first send would wait, in an embedded database, for the very
    // transaction that sends.
    await boss.findJobs(name, { key: "" });
  }
  const send = async (name: JobName, payload: JobPayload<JobName>, db?: Db): Promise<void> => {
    await boss.send(name, payload, {
      singletonKey: keyOf(payload),
      ...(db === undefined ? {} : { db }),
    });
  };
  const gathered = gatherJobs(async (name, payloads) => {
    const jobs = payloads.map((data) => ({ data, singletonKey: keyOf(data) }));
    await boss.insert(name, jobs).catch(onError);
  });
  return {
    enqueue: (tx, name, payload) => send(name, payload, databaseOf(tx)),
    soon: (name, payload) => gathered.add(name, payload),
    async work(name, handle) {
      const schema = JOBS[name];
      const pace: typeof STAFF_WAIT = PACES[name];
      await boss.work(name, pace, async (jobs) => {
        for (const job of jobs) await handle(schema.parse(job.data) as JobPayload<typeof name>);
      });
    },
    async stop() {
      await gathered.sendAll();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

/** What a job is about: of the same at most one waits. */
function keyOf(payload: JobPayload<JobName>): string {
  if ("importId" in payload) return `${payload.shopId} ${payload.importId}`;
  if ("studyId" in payload) return `${payload.shopId} ${payload.studyId}`;
  if ("runId" in payload) return `${payload.shopId} ${payload.runId}`;
  return String(payload.shopId);
}

/** All that wait go in one statement for each kind of job: to make a job costs as much as to settle an order. */
function gatherJobs(insert: (name: JobName, payloads: JobPayload<JobName>[]) => Promise<void>) {
  const waiting = new Map<JobName, Map<string, JobPayload<JobName>>>();
  let timer: NodeJS.Timeout | undefined;

  async function sendAll(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const jobs = [...waiting];
    waiting.clear();
    await Promise.all(jobs.map(([name, payloads]) => insert(name, [...payloads.values()])));
  }

  return {
    sendAll,
    add(name: JobName, payload: JobPayload<JobName>): void {
      const payloads = waiting.get(name) ?? new Map<string, JobPayload<JobName>>();
      waiting.set(name, payloads.set(keyOf(payload), payload));
      timer ??= setTimeout(() => void sendAll(), SOON_MS);
    },
  };
}

function optionsOf(connection: QueueConnection): ConstructorOptions {
  if ("pglite" in connection) return { db: fromPglite(connection.pglite), backend: "pglite" };
  return { connectionString: connection.connectionString, max: 4 };
}

function databaseOf(tx: JobTransaction): Db {
  return { executeSql: async (text, values) => ({ rows: await tx.query(text, values) }) };
}
