import type { PGlite } from "@electric-sql/pglite";
import { fromPglite, PgBoss, type ConstructorOptions, type Db } from "pg-boss";
import { JOB_NAMES, JOBS, type JobName, type JobPayload } from "./contracts.ts";

/** What a job is enqueued with: the transaction that makes it necessary, so that neither is without the other. */
export interface JobTransaction {
  query<Row extends object>(text: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface JobQueue {
  /** A job of the same shop that still waits is enough: a second is not made. */
  enqueue<Name extends JobName>(tx: JobTransaction, name: Name, payload: JobPayload<Name>): Promise<void>;
}

export interface RunningJobQueue extends JobQueue {
  work<Name extends JobName>(name: Name, handle: (payload: JobPayload<Name>) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export type QueueConnection = { pglite: PGlite } | { connectionString: string };

/** Of each kind of job: a store that does not answer delays no other. */
const SHOPS_AT_ONCE = 4;
/** A job whose process died is had again by another after this. */
const HEARTBEAT = { heartbeatSeconds: 30 };
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
  return {
    async enqueue(tx, name, payload) {
      await boss.send(name, payload, { singletonKey: String(payload.shopId), db: databaseOf(tx) });
    },
    async work(name, handle) {
      const schema = JOBS[name];
      await boss.work(
        name,
        { pollingIntervalSeconds: 0.5, localConcurrency: SHOPS_AT_ONCE },
        async (jobs) => {
          for (const job of jobs) await handle(schema.parse(job.data) as JobPayload<typeof name>);
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}

function optionsOf(connection: QueueConnection): ConstructorOptions {
  if ("pglite" in connection) return { db: fromPglite(connection.pglite), backend: "pglite" };
  return { connectionString: connection.connectionString, max: 4 };
}

function databaseOf(tx: JobTransaction): Db {
  return { executeSql: async (text, values) => ({ rows: await tx.query(text, values) }) };
}
