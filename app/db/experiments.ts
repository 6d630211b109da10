import type { Slots } from "../insight/experiments/assign.ts";
import type { ExperimentKind, ExperimentPlan } from "../insight/experiments/plan.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { storableText, toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

export type ExperimentState = "draft" | "running" | "stopped";
export const DECISIONS = ["keep", "drop", "unclear"] as const;
export type Decision = (typeof DECISIONS)[number];

export interface StoredExperiment {
  id: string;
  kind: ExperimentKind;
  state: ExperimentState;
  /** 1 when it is made, and one more with every change. */
  revision: number;
  question: string;
  plan: ExperimentPlan;
  layer: string;
  /** Its places in the layer; none before it starts. */
  slots: Slots[];
  salt: string;
  createdAt: Instant;
  createdBy: string;
  startedAt: Instant | null;
  stoppedAt: Instant | null;
  nextTurnAt: Instant | null;
  decision: Decision | null;
  note: string;
  decidedAt: Instant | null;
  decidedBy: string | null;
}

type Dates = "createdAt" | "startedAt" | "stoppedAt" | "nextTurnAt" | "decidedAt";
type Stored = Omit<StoredExperiment, Dates> & {
  createdAt: Date;
} & Record<Exclude<Dates, "createdAt">, Date | null>;

const COLUMNS = `id, kind, state, revision, question, plan, layer, slots, salt, created_at AS "createdAt",
  created_by AS "createdBy", started_at AS "startedAt", stopped_at AS "stoppedAt", next_turn_at AS "nextTurnAt", decision,
  note, decided_at AS "decidedAt", decided_by AS "decidedBy"`;

/** False where it was made before. */
export async function insertExperiment(tx: ShopTransaction, made: StoredExperiment): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO experiment (shop_id, id, kind, state, revision, question, plan, layer, slots, salt, created_at, created_by,
       started_at, next_turn_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9::text::jsonb, $10, $11, $12, $13, $14)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[tx.shopId, made.id, made.kind, made.state, made.revision, storableText(made.question)],
      ...[toStorableJson(made.plan), made.layer, toStorableJson(made.slots), made.salt],
      ...[new Date(made.createdAt), made.createdBy, dateOf(made.startedAt), dateOf(made.nextTurnAt)],
    ],
  );
  return rows.length > 0;
}

export async function findExperiment(sql: Sql, shopId: number, id: string): Promise<StoredExperiment | null> {
  const [row] = await sql.query<Stored>(`SELECT ${COLUMNS} FROM experiment WHERE shop_id = $1 AND id = $2`, [
    shopId,
    id,
  ]);
  return row === undefined ? null : experimentOf(row);
}

/** The same, and until the transaction ends nobody else changes it. */
export async function lockExperiment(tx: ShopTransaction, id: string): Promise<StoredExperiment | null> {
  const [row] = await tx.query<Stored>(
    `SELECT ${COLUMNS} FROM experiment WHERE shop_id = $1 AND id = $2 FOR UPDATE`,
    [tx.shopId, id],
  );
  return row === undefined ? null : experimentOf(row);
}

/** The newest first. */
export async function listExperiments(sql: Sql, shopId: number, limit: number): Promise<StoredExperiment[]> {
  const rows = await sql.query<Stored>(
    `SELECT ${COLUMNS} FROM experiment WHERE shop_id = $1 ORDER BY created_at DESC, id LIMIT $2`,
    [shopId, limit],
  );
  return rows.map(experimentOf);
}

/** Those that a merchant planned; the control group is none of them. */
export async function countExperiments(sql: Sql, shopId: number): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM experiment WHERE shop_id = $1 AND kind <> 'control-group'`,
    [shopId],
  );
  return row?.count ?? 0;
}

/** Those that run, the control group among them: few, and asked for often. */
export async function listRunning(sql: Sql, shopId: number): Promise<StoredExperiment[]> {
  const rows = await sql.again<Stored>(
    `SELECT ${COLUMNS} FROM experiment WHERE shop_id = $1 AND state = 'running' ORDER BY started_at, id`,
    [shopId],
  );
  return rows.map(experimentOf);
}

/** Stopped ones too, for as long as the days of whoever they reached are counted: until then the arms stay what they are. */
export const IN_FORCE = `(e.state = 'running' OR e.state = 'stopped' AND e.next_turn_at IS NOT NULL)`;

/** Every issue that gave codes in an experiment begins with its name, by which they are found. */
export function issuesOf(experimentId: string): string {
  return `experiment-${experimentId}-`;
}

/** Personal offers that end at a time which has not come, with what members read of them. */
export async function listEndingOffers(
  sql: Sql,
  shopId: number,
  now: Instant,
): Promise<{ issuesBegin: string; reason: string }[]> {
  const rows = await sql.again<{ id: string; reason: string }>(
    `SELECT id, plan->>'reason' AS reason FROM experiment
     WHERE shop_id = $1 AND kind = 'offers' AND (plan->'offers'->>'endsAt')::numeric > $2::bigint`,
    [shopId, now],
  );
  return rows.map(({ id, reason }) => ({ issuesBegin: issuesOf(id), reason }));
}

/** Those that hold their places. */
export async function listInForce(tx: ShopTransaction): Promise<StoredExperiment[]> {
  const rows = await tx.query<Stored>(
    `SELECT ${COLUMNS} FROM experiment e WHERE shop_id = $1 AND ${IN_FORCE} ORDER BY started_at, id`,
    [tx.shopId],
  );
  return rows.map(experimentOf);
}

/** Those of a shop that are to be gone on with by now. */
export async function listDue(sql: Sql, shopId: number, now: Instant): Promise<StoredExperiment[]> {
  const rows = await sql.query<Stored>(
    `SELECT ${COLUMNS} FROM experiment WHERE shop_id = $1 AND next_turn_at <= $2 ORDER BY next_turn_at, id`,
    [shopId, new Date(now)],
  );
  return rows.map(experimentOf);
}

/** Puts down what can change; the revision counts up. */
export async function updateExperiment(tx: ShopTransaction, changed: StoredExperiment): Promise<void> {
  await tx.query(
    `UPDATE experiment SET state = $3, revision = revision + 1, question = $4, plan = $5::text::jsonb, layer = $6,
       slots = $7::text::jsonb, started_at = $8, stopped_at = $9, next_turn_at = $10, decision = $11, note = $12,
       decided_at = $13, decided_by = $14, kind = $15
     WHERE shop_id = $1 AND id = $2`,
    [
      ...[tx.shopId, changed.id, changed.state, storableText(changed.question), toStorableJson(changed.plan)],
      ...[changed.layer, toStorableJson(changed.slots), dateOf(changed.startedAt), dateOf(changed.stoppedAt)],
      ...[dateOf(changed.nextTurnAt), changed.decision, storableText(changed.note)],
      ...[dateOf(changed.decidedAt), changed.decidedBy, changed.kind],
    ],
  );
}

/** When it is gone on with next; nothing that a page shows has changed. */
export async function noteTurn(tx: ShopTransaction, id: string, nextTurnAt: Instant | null): Promise<void> {
  await tx.query(`UPDATE experiment SET next_turn_at = $3 WHERE shop_id = $1 AND id = $2`, [
    ...[tx.shopId, id, dateOf(nextTurnAt)],
  ]);
}

/** Only one that never ran: of others there are figures. */
export async function deleteExperimentDraft(tx: ShopTransaction, id: string): Promise<boolean> {
  const rows = await tx.query(
    `DELETE FROM experiment WHERE shop_id = $1 AND id = $2 AND state = 'draft' RETURNING id`,
    [tx.shopId, id],
  );
  return rows.length > 0;
}

/** Shops of which an experiment is to be gone on with by now. */
export async function listShopsWithTurns(sql: Sql, now: Instant): Promise<number[]> {
  const rows = await sql.query<{ shop_id: number }>(
    `SELECT DISTINCT e.shop_id FROM experiment e JOIN shop s ON s.id = e.shop_id AND s.uninstalled_at IS NULL
     WHERE e.next_turn_at <= $1 ORDER BY 1`,
    [new Date(now)],
  );
  return rows.map(({ shop_id: shopId }) => shopId);
}

function experimentOf(row: Stored): StoredExperiment {
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    startedAt: row.startedAt?.getTime() ?? null,
    stoppedAt: row.stoppedAt?.getTime() ?? null,
    nextTurnAt: row.nextTurnAt?.getTime() ?? null,
    decidedAt: row.decidedAt?.getTime() ?? null,
  };
}

function dateOf(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant);
}
