import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export const IMPORT_STATES = [
  "reading",
  "read",
  "checking",
  "checked",
  "applying",
  "applied",
  "flagged",
  "undoing",
  "undone",
] as const;

export type ImportState = (typeof IMPORT_STATES)[number];

/** A file of another loyalty app on its way into the books. What `settings` and `receipt` hold is the use cases' own. */
export interface StoredImport {
  id: string;
  fileHash: string;
  fileName: string;
  state: ImportState;
  header: string[];
  settings: unknown;
  rows: number;
  startedAt: Instant;
  startedBy: string;
  finishedAt: Instant | null;
  receipt: unknown;
  /** Why it stands still; null while nothing holds it up. */
  reason: string | null;
}

interface ImportRecord {
  id: string;
  file_hash: string;
  file_name: string;
  state: ImportState;
  header: string[];
  settings: unknown;
  rows: number;
  started_at: Date;
  started_by: string;
  finished_at: Date | null;
  receipt: unknown;
  reason: string | null;
}

const COLUMNS = `id, file_hash, file_name, state, header, settings, rows, started_at, started_by, finished_at, receipt, reason`;

export async function insertImport(
  tx: ShopTransaction,
  made: Pick<
    StoredImport,
    "id" | "fileHash" | "fileName" | "header" | "settings" | "startedAt" | "startedBy"
  >,
): Promise<void> {
  await tx.query(
    `INSERT INTO member_import (shop_id, id, file_hash, file_name, state, header, settings, started_at, started_by)
     VALUES ($1, $2, $3, $4, 'reading', $5::text[], $6::text::jsonb, $7, $8)`,
    [
      tx.shopId,
      made.id,
      made.fileHash,
      made.fileName,
      made.header,
      JSON.stringify(made.settings),
      new Date(made.startedAt),
      made.startedBy,
    ],
  );
}

export async function findImport(sql: Sql, shopId: number, id: string): Promise<StoredImport | null> {
  const [row] = await sql.query<ImportRecord>(
    `SELECT ${COLUMNS} FROM member_import WHERE shop_id = $1 AND id = $2`,
    [shopId, id],
  );
  return row === undefined ? null : importOf(row);
}

/** The import as it stands, and until the transaction ends nobody else changes it. */
export async function lockImport(tx: ShopTransaction, id: string): Promise<StoredImport | null> {
  const [row] = await tx.query<ImportRecord>(
    `SELECT ${COLUMNS} FROM member_import WHERE shop_id = $1 AND id = $2 FOR UPDATE`,
    [tx.shopId, id],
  );
  return row === undefined ? null : importOf(row);
}

/** Whether balances of this shop are on their way into the books. */
export async function isMovingIn(tx: ShopTransaction): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM member_import WHERE shop_id = $1 AND state = 'applying' AND settings->>'kind' = 'members' LIMIT 1`,
    [tx.shopId],
  );
  return rows.length > 0;
}

/** The newest first. */
export async function listImports(sql: Sql, shopId: number, limit: number): Promise<StoredImport[]> {
  const rows = await sql.query<ImportRecord>(
    `SELECT ${COLUMNS} FROM member_import WHERE shop_id = $1 ORDER BY started_at DESC, id LIMIT $2`,
    [shopId, limit],
  );
  return rows.map(importOf);
}

/** Every import of this very file, undone ones too, in the order in which they were begun. */
export async function listImportsOfFile(sql: Sql, shopId: number, fileHash: string): Promise<StoredImport[]> {
  const rows = await sql.query<ImportRecord>(
    `SELECT ${COLUMNS} FROM member_import WHERE shop_id = $1 AND file_hash = $2 ORDER BY started_at, id`,
    [shopId, fileHash],
  );
  return rows.map(importOf);
}

export interface ImportChange {
  state?: ImportState;
  settings?: unknown;
  rows?: number;
  finishedAt?: Instant;
  receipt?: unknown;
  /** null takes it away. */
  reason?: string | null;
}

export async function changeImport(tx: ShopTransaction, id: string, change: ImportChange): Promise<void> {
  await tx.query(
    `UPDATE member_import SET state = coalesce($3, state), settings = coalesce($4::text::jsonb, settings),
       rows = coalesce($5, rows), finished_at = coalesce($6, finished_at),
       receipt = coalesce($7::text::jsonb, receipt), reason = CASE WHEN $8 THEN $9 ELSE reason END
     WHERE shop_id = $1 AND id = $2`,
    [
      tx.shopId,
      id,
      change.state ?? null,
      change.settings === undefined ? null : JSON.stringify(change.settings),
      change.rows ?? null,
      change.finishedAt === undefined ? null : new Date(change.finishedAt),
      change.receipt === undefined ? null : JSON.stringify(change.receipt),
      change.reason !== undefined,
      change.reason ?? null,
    ],
  );
}

/** The import with its rows; what it has brought into the books stays there. */
export async function deleteImport(tx: ShopTransaction, id: string): Promise<void> {
  await tx.query(`DELETE FROM import_row WHERE shop_id = $1 AND import_id = $2`, [tx.shopId, id]);
  await tx.query(`DELETE FROM member_import WHERE shop_id = $1 AND id = $2`, [tx.shopId, id]);
}

function importOf(row: ImportRecord): StoredImport {
  return {
    id: row.id,
    fileHash: row.file_hash,
    fileName: row.file_name,
    state: row.state,
    header: row.header,
    settings: row.settings,
    rows: row.rows,
    startedAt: row.started_at.getTime(),
    startedBy: row.started_by,
    finishedAt: row.finished_at?.getTime() ?? null,
    receipt: row.receipt,
    reason: row.reason,
  };
}
