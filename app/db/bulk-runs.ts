import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { conditionsOf, parametersFrom, type MemberFilter } from "./member-filter.ts";
import { withFewListed } from "./member-sets.ts";
import type { Sql } from "./sql.ts";
import type { Role } from "./staff-members.ts";

export type BulkKind = "adjust" | "grant";
export type BulkState = "running" | "stopped" | "done" | "undoing" | "undone";
export type BulkRowState = "waiting" | "done" | "refused" | "undone" | "kept";

/** Something that is done to many members at once. What `terms` holds is the use cases' own. */
export interface BulkRun {
  id: string;
  kind: BulkKind;
  state: BulkState;
  terms: unknown;
  /** Whom it was for, as the list's address says it. */
  filters: string;
  search: string;
  members: number;
  startedAt: Instant;
  startedBy: string;
  role: Role;
  finishedAt: Instant | null;
  undoneBy: string | null;
}

interface StoredRun extends Omit<BulkRun, "startedAt" | "finishedAt"> {
  startedAt: Date;
  finishedAt: Date | null;
}

const COLUMNS = `id, kind, state, terms, filters, search, members, started_at AS "startedAt", started_by AS "startedBy", role,
  finished_at AS "finishedAt", undone_by AS "undoneBy"`;

/** Keeps it with everybody who passes the filter now, each once. Answers how many; null where it was begun before. */
export async function insertBulkRun(
  tx: ShopTransaction,
  run: Pick<BulkRun, "id" | "kind" | "terms" | "filters" | "search" | "startedAt" | "startedBy" | "role">,
  filter: MemberFilter,
): Promise<number | null> {
  const rows = await tx.query(
    `INSERT INTO bulk_run (shop_id, id, kind, state, terms, filters, search, members, started_at, started_by, role)
     VALUES ($1, $2, $3, 'running', $4::text::jsonb, $5, $6, 0, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[tx.shopId, run.id, run.kind, JSON.stringify(run.terms), run.filters, run.search],
      ...[new Date(run.startedAt), run.startedBy, run.role],
    ],
  );
  if (rows.length === 0) return null;
  const parameters: unknown[] = [tx.shopId, run.id];
  const listed = await withFewListed(tx, tx.shopId, filter);
  const conditions = conditionsOf(listed, parametersFrom(parameters));
  await tx.query(
    `INSERT INTO bulk_row (shop_id, run_id, number, member_id, state)
     SELECT $1, $2, row_number() OVER (ORDER BY m.id), m.id, 'waiting' FROM member m
     WHERE ${["m.shop_id = $1 AND m.merged_into IS NULL AND m.id > 0", ...conditions].join(" AND ")}`,
    parameters,
  );
  const [counted] = await tx.query<{ members: number }>(
    `UPDATE bulk_run SET members = (SELECT count(*) FROM bulk_row WHERE shop_id = $1 AND run_id = $2)
     WHERE shop_id = $1 AND id = $2 RETURNING members`,
    [tx.shopId, run.id],
  );
  return counted?.members ?? 0;
}

export async function deleteBulkRun(tx: ShopTransaction, id: string): Promise<void> {
  await tx.query(`DELETE FROM bulk_row WHERE shop_id = $1 AND run_id = $2`, [tx.shopId, id]);
  await tx.query(`DELETE FROM bulk_run WHERE shop_id = $1 AND id = $2`, [tx.shopId, id]);
}

export async function findBulkRun(sql: Sql, shopId: number, id: string): Promise<BulkRun | null> {
  const [row] = await sql.query<StoredRun>(`SELECT ${COLUMNS} FROM bulk_run WHERE shop_id = $1 AND id = $2`, [
    shopId,
    id,
  ]);
  return row === undefined ? null : runOf(row);
}

/** The run as it stands, and until the transaction ends nobody else changes it. */
export async function lockBulkRun(tx: ShopTransaction, id: string): Promise<BulkRun | null> {
  const [row] = await tx.query<StoredRun>(
    `SELECT ${COLUMNS} FROM bulk_run WHERE shop_id = $1 AND id = $2 FOR UPDATE`,
    [tx.shopId, id],
  );
  return row === undefined ? null : runOf(row);
}

/** The newest first. */
export async function listBulkRuns(sql: Sql, shopId: number, limit: number): Promise<BulkRun[]> {
  const rows = await sql.query<StoredRun>(
    `SELECT ${COLUMNS} FROM bulk_run WHERE shop_id = $1 ORDER BY started_at DESC, id LIMIT $2`,
    [shopId, limit],
  );
  return rows.map(runOf);
}

/** What somebody has given to many or taken of them since then, gifts as the points they would have cost. */
export async function sumBulkPoints(
  sql: Pick<Sql, "query">,
  shopId: number,
  { staff, since }: { staff: string; since: Instant },
): Promise<bigint> {
  const [row] = await sql.query<{ points: bigint }>(
    `SELECT coalesce(sum(abs((terms->>'points')::numeric) * members), 0) AS points FROM bulk_run
     WHERE shop_id = $1 AND started_by = $2 AND started_at >= $3`,
    [shopId, staff, new Date(since)],
  );
  return row?.points ?? 0n;
}

export async function changeBulkRun(
  tx: ShopTransaction,
  id: string,
  change: { state: BulkState; finishedAt?: Instant; undoneBy?: string },
): Promise<void> {
  await tx.query(
    `UPDATE bulk_run SET state = $3, finished_at = coalesce($4, finished_at), undone_by = coalesce($5, undone_by)
     WHERE shop_id = $1 AND id = $2`,
    [
      ...[tx.shopId, id, change.state],
      change.finishedAt === undefined ? null : new Date(change.finishedAt),
      change.undoneBy ?? null,
    ],
  );
}

function runOf({ startedAt, finishedAt, ...run }: StoredRun): BulkRun {
  return { ...run, startedAt: startedAt.getTime(), finishedAt: finishedAt?.getTime() ?? null };
}
