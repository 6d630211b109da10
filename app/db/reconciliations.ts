import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export type RunCause = "schedule" | "installation" | "staff";
/** In this order: people first, for it depends on them whose an order is. */
export const RUN_STEPS = [
  "members",
  "customers",
  "orders",
  "gone-orders",
  "products",
  "codes",
  "tags",
] as const;
export type RunStep = (typeof RUN_STEPS)[number];

/** How much was looked at, and how much of it was not as it is in the store. */
export interface RunCounts {
  members: number;
  customers: number;
  orders: number;
  products: number;
  codes: number;
  /** Made up for. */
  missed: number;
  /** Left to people. */
  doubtful: number;
}

/** A comparison of what is known with what the store holds. */
export interface Run {
  number: number;
  cause: RunCause;
  /** Where the first of all began: what was before us is not ours to find missing. */
  since: Instant;
  /** What changed in the store from here to there is compared. */
  from: Instant;
  to: Instant;
  startedAt: Instant;
  touchedAt: Instant;
  finishedAt: Instant | null;
  /** "stopped" by an uninstallation; null while it is under way. */
  outcome: "done" | "stopped" | null;
  step: RunStep;
  /** Where the step goes on; null for its beginning. */
  cursor: string | null;
  /** How often its progress was saved. */
  turns: number;
  counts: RunCounts;
  failures: number;
  lastFailure: string | null;
  /** Whether it failed since its progress was last saved. */
  isStuck: boolean;
}

interface RunRow {
  number: number;
  cause: RunCause;
  since: Date;
  window_from: Date;
  window_to: Date;
  started_at: Date;
  touched_at: Date;
  finished_at: Date | null;
  outcome: Run["outcome"];
  step: RunStep;
  cursor: string | null;
  turns: number;
  counts: RunCounts;
  failures: number;
  last_failure: string | null;
  stuck: boolean;
}

const COLUMNS = `number, cause, since, window_from, window_to, started_at, touched_at, finished_at, outcome, step, cursor,
  turns, counts, failures, last_failure, stuck`;
const NOTHING_YET: RunCounts = {
  members: 0,
  customers: 0,
  orders: 0,
  products: 0,
  codes: 0,
  missed: 0,
  doubtful: 0,
};
const KEPT_RUNS = 50;

/** The newest first. */
export async function listRuns(sql: Sql, shopId: number, limit: number): Promise<Run[]> {
  const rows = await sql.query<RunRow>(
    `SELECT ${COLUMNS} FROM reconciliation WHERE shop_id = $1 ORDER BY number DESC LIMIT $2`,
    [shopId, limit],
  );
  return rows.map(runOf);
}

export async function findOpenRun(sql: Sql, shopId: number): Promise<Run | null> {
  const [row] = await sql.query<RunRow>(
    `SELECT ${COLUMNS} FROM reconciliation WHERE shop_id = $1 AND finished_at IS NULL`,
    [shopId],
  );
  return row === undefined ? null : runOf(row);
}

/** How it went on: the newest of all, whatever became of it. */
export async function findNewestRun(sql: Sql, shopId: number): Promise<Run | null> {
  const [run] = await listRuns(sql, shopId, 1);
  return run ?? null;
}

/** The last that was brought to its end: everything up to its `to` was compared. */
export async function findLastDone(sql: Sql, shopId: number): Promise<Run | null> {
  const [row] = await sql.query<RunRow>(
    `SELECT ${COLUMNS} FROM reconciliation WHERE shop_id = $1 AND outcome = 'done' ORDER BY number DESC LIMIT 1`,
    [shopId],
  );
  return row === undefined ? null : runOf(row);
}

export type NewRun = Pick<Run, "cause" | "since" | "from" | "to" | "startedAt"> & { askedBy: string | null };

/** Opens a run, unless one is under way: false then. What is older than the last fifty is forgotten. */
export async function openRun(tx: ShopTransaction, run: NewRun): Promise<boolean> {
  const opened = await tx.query(
    `INSERT INTO reconciliation (shop_id, number, cause, asked_by, since, window_from, window_to, started_at, touched_at,
       step, counts)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $7, $8, $9::text::jsonb
     FROM reconciliation WHERE shop_id = $1
     ON CONFLICT (shop_id) WHERE finished_at IS NULL DO NOTHING RETURNING number`,
    [
      tx.shopId,
      run.cause,
      run.askedBy,
      new Date(run.since),
      new Date(run.from),
      new Date(run.to),
      new Date(run.startedAt),
      RUN_STEPS[0],
      JSON.stringify(NOTHING_YET),
    ],
  );
  if (opened.length === 0) return false;
  await forgetOldRuns(tx);
  return true;
}

async function forgetOldRuns(tx: ShopTransaction): Promise<void> {
  const [row] = await tx.query<{ last: number | null }>(
    `SELECT max(number) - $2 AS last FROM reconciliation WHERE shop_id = $1`,
    [tx.shopId, KEPT_RUNS],
  );
  const old = [tx.shopId, row?.last ?? 0];
  await tx.query(`DELETE FROM reconciliation_finding WHERE shop_id = $1 AND run <= $2`, old);
  await tx.query(`DELETE FROM reconciliation WHERE shop_id = $1 AND number <= $2`, old);
}

export interface Progress {
  step: RunStep;
  cursor: string | null;
  counts: RunCounts;
  touchedAt: Instant;
  isDone: boolean;
}

/** Saves how far a run is; false where another process has saved something meanwhile, or the run was stopped. */
export async function saveProgress(tx: ShopTransaction, run: Run, progress: Progress): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE reconciliation SET step = $4, cursor = $5, counts = $6::text::jsonb, touched_at = $7, turns = turns + 1, stuck = false,
       finished_at = CASE WHEN $8 THEN $7::timestamptz END, outcome = CASE WHEN $8 THEN 'done' END
     WHERE shop_id = $1 AND number = $2 AND turns = $3 AND finished_at IS NULL RETURNING number`,
    [
      tx.shopId,
      run.number,
      run.turns,
      progress.step,
      progress.cursor,
      JSON.stringify(progress.counts),
      new Date(progress.touchedAt),
      progress.isDone,
    ],
  );
  return rows.length > 0;
}

export async function noteRunFailure(
  sql: Sql,
  { shopId, number }: { shopId: number; number: number },
  reason: string,
): Promise<void> {
  await sql.query(
    `UPDATE reconciliation SET failures = failures + 1, last_failure = $3, stuck = true WHERE shop_id = $1 AND number = $2`,
    [shopId, number, reason],
  );
}

/** Whatever is under way ends here: the store that it compares with is gone, or is a new beginning. */
export async function stopRuns(tx: ShopTransaction, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE reconciliation SET finished_at = $2, outcome = 'stopped', cursor = NULL
     WHERE shop_id = $1 AND finished_at IS NULL`,
    [tx.shopId, new Date(now)],
  );
}

/**
 * Installed shops that should be at it and are not: their last run began before `startedBefore`, or is open and was
 * not touched since `touchedBefore`, because its job is gone.
 */
export async function listShopsToReconcile(
  sql: Sql,
  { startedBefore, touchedBefore }: { startedBefore: Instant; touchedBefore: Instant },
): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT s.id FROM shop s LEFT JOIN LATERAL (
       SELECT started_at, touched_at, finished_at FROM reconciliation r WHERE r.shop_id = s.id
       ORDER BY number DESC LIMIT 1) AS last ON true
     WHERE s.uninstalled_at IS NULL AND (last.started_at IS NULL
       OR (last.finished_at IS NOT NULL AND last.started_at < $1)
       OR (last.finished_at IS NULL AND last.touched_at < $2)) ORDER BY s.id`,
    [new Date(startedBefore), new Date(touchedBefore)],
  );
  return rows.map(({ id }) => id);
}

function runOf(row: RunRow): Run {
  return {
    number: row.number,
    cause: row.cause,
    since: row.since.getTime(),
    from: row.window_from.getTime(),
    to: row.window_to.getTime(),
    startedAt: row.started_at.getTime(),
    touchedAt: row.touched_at.getTime(),
    finishedAt: row.finished_at?.getTime() ?? null,
    outcome: row.outcome,
    step: row.step,
    cursor: row.cursor,
    turns: row.turns,
    counts: { ...NOTHING_YET, ...row.counts },
    failures: row.failures,
    lastFailure: row.last_failure,
    isStuck: row.stuck,
  };
}
