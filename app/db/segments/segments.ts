import type { Definition } from "../../insight/segments/definition.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ShopTransaction } from "../database.ts";
import { BASIS } from "../figures/state.ts";
import { toStorableJson } from "../json.ts";
import type { Sql } from "../sql.ts";

export const SYNCS = ["off", "on", "paused", "removing"] as const;
/** Whether the store's customers carry the segment's tag; "removing" while they lose it again. */
export type Sync = (typeof SYNCS)[number];

export interface SegmentRow {
  id: string;
  /** Stands in the store's tag, so it never changes. */
  handle: string;
  name: string;
  /** As it was saved, or restored from a file that somebody wrote: whoever goes by it reads it first. */
  definition: unknown;
  revision: number;
  madeAt: Instant;
  savedAt: Instant;
  savedBy: string;
  deletedAt: Instant | null;
  /** How many were in it when it was last followed; null before the first time. */
  followed: { at: Instant; revision: number; members: number } | null;
  sync: Sync;
  syncFailure: string | null;
  /** The store's id of its own segment of the tag. */
  storeSegment: string | null;
}

interface Row {
  id: string;
  handle: string;
  name: string;
  definition: unknown;
  revision: number;
  made_at: Date;
  saved_at: Date;
  saved_by: string;
  deleted_at: Date | null;
  members: number;
  followed_at: Date | null;
  followed_revision: number;
  sync: Sync;
  sync_failure: string | null;
  store_segment: string | null;
}

const COLUMNS = `id, handle, name, definition, revision, made_at, saved_at, saved_by, deleted_at, members, followed_at,
  followed_revision, sync, sync_failure, store_segment`;

/** Those that were not deleted, by name. */
export async function listSegments(sql: Pick<Sql, "query">, shopId: number): Promise<SegmentRow[]> {
  const rows = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM segment WHERE shop_id = $1 AND deleted_at IS NULL ORDER BY lower(name), id`,
    [shopId],
  );
  return rows.map(segmentOf);
}

/** The same by what they are called, for who chooses among them. */
export function listSegmentNames(
  sql: Pick<Sql, "query">,
  shopId: number,
): Promise<{ id: string; name: string }[]> {
  return sql.query(
    `SELECT id, name FROM segment WHERE shop_id = $1 AND deleted_at IS NULL ORDER BY lower(name), id`,
    [shopId],
  );
}

/** Those of which the store has, or is to have or lose, tags; deleted ones among them. */
export async function listSyncedSegments(sql: Pick<Sql, "query">, shopId: number): Promise<SegmentRow[]> {
  const rows = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM segment WHERE shop_id = $1 AND sync IN ('on', 'removing') ORDER BY id`,
    [shopId],
  );
  return rows.map(segmentOf);
}

/** Also one that was deleted and can be brought back. */
export async function findSegment(
  sql: Pick<Sql, "query">,
  shopId: number,
  id: string,
): Promise<SegmentRow | null> {
  const [row] = await sql.query<Row>(`SELECT ${COLUMNS} FROM segment WHERE shop_id = $1 AND id = $2`, [
    shopId,
    id,
  ]);
  return row === undefined ? null : segmentOf(row);
}

/** The same for whoever changes it, and nobody beside them until the transaction ends. */
export async function lockSegment(tx: ShopTransaction, id: string): Promise<SegmentRow | null> {
  const [row] = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM segment WHERE shop_id = $1 AND id = $2 FOR UPDATE`,
    [tx.shopId, id],
  );
  return row === undefined ? null : segmentOf(row);
}

export interface NewSegment {
  id: string;
  handle: string;
  name: string;
  definition: Definition;
  at: Instant;
  by: string;
}

/** False where the id is there already: the form was sent twice. */
export async function insertSegment(
  tx: ShopTransaction,
  { id, handle, name, definition, at, by }: NewSegment,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO segment (shop_id, id, handle, name, definition, revision, made_at, made_by, saved_at, saved_by)
     VALUES ($1, $2, $3, $4, $5::text::jsonb, 1, $6, $7, $6, $7) ON CONFLICT (shop_id, id) DO NOTHING RETURNING id`,
    [tx.shopId, id, handle, name, toStorableJson(definition), new Date(at), by],
  );
  return rows.length > 0;
}

/** Handles that begin so, also of deleted segments: a tag never comes to mean something else. */
export async function listHandles(tx: ShopTransaction, beginning: string): Promise<Set<string>> {
  const rows = await tx.query<{ handle: string }>(
    `SELECT handle FROM segment WHERE shop_id = $1 AND starts_with(handle, $2)`,
    [tx.shopId, beginning],
  );
  return new Set(rows.map(({ handle }) => handle));
}

export async function updateSegment(
  tx: ShopTransaction,
  id: string,
  change: { name: string; definition: Definition; at: Instant; by: string },
): Promise<void> {
  await tx.query(
    `UPDATE segment SET name = $3, definition = $4::text::jsonb, revision = revision + 1, saved_at = $5, saved_by = $6
     WHERE shop_id = $1 AND id = $2`,
    [tx.shopId, id, change.name, toStorableJson(change.definition), new Date(change.at), change.by],
  );
}

/** Of a deleted segment nobody is kept; brought back, it is followed anew. Answers whether that changed anything. */
export async function markSegmentDeleted(
  tx: ShopTransaction,
  id: string,
  deletedAt: Instant | null,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE segment SET deleted_at = $3, followed_at = NULL, members = 0
     WHERE shop_id = $1 AND id = $2 AND (deleted_at IS NULL) = ($3::timestamptz IS NOT NULL) RETURNING id`,
    [tx.shopId, id, deletedAt === null ? null : new Date(deletedAt)],
  );
  if (rows.length > 0)
    await tx.query(`DELETE FROM segment_member WHERE shop_id = $1 AND segment_id = $2`, [tx.shopId, id]);
  return rows.length > 0;
}

/**
 * Shops that have a segment to follow: not followed as it is saved now, not since `atLatest`, or not since `soon` although
 * something happened.
 */
export async function listShopsToSegment(
  sql: Pick<Sql, "query">,
  { soon, atLatest }: { soon: Instant; atLatest: Instant },
): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT DISTINCT s.id FROM segment g JOIN shop s ON s.id = g.shop_id
     LEFT JOIN figure_state f ON f.shop_id = s.id
     WHERE s.uninstalled_at IS NULL AND g.deleted_at IS NULL AND f.as_of IS NOT NULL AND f.built_to IS NULL AND f.basis = $3
       AND (g.followed_at IS NULL OR g.followed_revision <> g.revision OR g.followed_at < $2
         OR g.followed_at < $1 AND g.followed_at < f.as_of) ORDER BY s.id`,
    [new Date(soon), new Date(atLatest), BASIS],
  );
  return rows.map(({ id }) => id);
}

function segmentOf(row: Row): SegmentRow {
  const { id, handle, name, definition, revision, sync } = row;
  const followed =
    row.followed_at === null
      ? null
      : { at: row.followed_at.getTime(), revision: row.followed_revision, members: row.members };
  return {
    ...{ id, handle, name, definition, revision, sync, followed },
    madeAt: row.made_at.getTime(),
    savedAt: row.saved_at.getTime(),
    savedBy: row.saved_by,
    deletedAt: row.deleted_at?.getTime() ?? null,
    syncFailure: row.sync_failure,
    storeSegment: row.store_segment,
  };
}
