import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { storableText, toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

/** A programme that somebody is writing. The document may be faulty: it is whatever tree was typed. */
export interface StoredDraft {
  id: string;
  name: string;
  document: unknown;
  /** Its text where it was written as code. */
  written: string | null;
  /** The version it was begun from; 0 for none. */
  basedOn: number;
  /** 1 when it is begun, and one more with every save. */
  revision: number;
  savedAt: Instant;
  /** A staff member's id, or a word for what began it. */
  savedBy: string;
}

interface DraftRecord {
  id: string;
  name: string;
  document: string;
  written: string | null;
  based_on: number;
  revision: number;
  saved_at: Date;
  saved_by: string;
}

const COLUMNS = `id, name, document::text AS document, written, based_on, revision, saved_at, saved_by`;

/** Answers whether it is new: the id comes from whoever begins it, so that asking twice begins one. */
export async function insertDraft(tx: ShopTransaction, draft: StoredDraft): Promise<boolean> {
  const { id, name, document, written, basedOn, revision, savedAt, savedBy } = draft;
  const rows = await tx.query(
    `INSERT INTO programme_draft (shop_id, id, name, document, based_on, revision, saved_at, saved_by, written)
     VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.shopId,
      id,
      storableText(name),
      toStorableJson(document),
      basedOn,
      revision,
      new Date(savedAt),
      savedBy,
      written === null ? null : storableText(written),
    ],
  );
  return rows.length > 0;
}

/** null where there is none, or it was thrown away. */
export async function findDraft(sql: Sql, shopId: number, id: string): Promise<StoredDraft | null> {
  const [row] = await sql.query<DraftRecord>(
    `SELECT ${COLUMNS} FROM programme_draft WHERE shop_id = $1 AND id = $2 AND discarded_at IS NULL`,
    [shopId, id],
  );
  return row === undefined ? null : draftOf(row);
}

/** The draft as it stands, and until the transaction ends nobody else changes it. */
export async function lockDraft(tx: ShopTransaction, id: string): Promise<StoredDraft | null> {
  const [row] = await tx.query<DraftRecord>(
    `SELECT ${COLUMNS} FROM programme_draft WHERE shop_id = $1 AND id = $2 AND discarded_at IS NULL FOR UPDATE`,
    [tx.shopId, id],
  );
  return row === undefined ? null : draftOf(row);
}

/** The one saved last first. */
export async function listStoredDrafts(sql: Sql, shopId: number, limit: number): Promise<StoredDraft[]> {
  const rows = await sql.query<DraftRecord>(
    `SELECT ${COLUMNS} FROM programme_draft WHERE shop_id = $1 AND discarded_at IS NULL
     ORDER BY saved_at DESC, id LIMIT $2`,
    [shopId, limit],
  );
  return rows.map(draftOf);
}

export async function updateDraft(tx: ShopTransaction, draft: StoredDraft): Promise<void> {
  const { id, name, document, written, basedOn, revision, savedAt, savedBy } = draft;
  await tx.query(
    `UPDATE programme_draft SET name = $3, document = $4::text::jsonb, based_on = $5, revision = $6, saved_at = $7,
       saved_by = $8, written = $9
     WHERE shop_id = $1 AND id = $2`,
    [
      tx.shopId,
      id,
      storableText(name),
      toStorableJson(document),
      basedOn,
      revision,
      new Date(savedAt),
      savedBy,
      written === null ? null : storableText(written),
    ],
  );
}

/** Throws it away, or takes that back (null); answers whether there was anything to do. */
export async function markDraftDiscarded(
  tx: ShopTransaction,
  id: string,
  at: Instant | null,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE programme_draft SET discarded_at = $3
     WHERE shop_id = $1 AND id = $2 AND (discarded_at IS NULL) <> ($3::timestamptz IS NULL) RETURNING id`,
    [tx.shopId, id, at === null ? null : new Date(at)],
  );
  return rows.length > 0;
}

/** For one that became a version: its document is kept there. */
export async function deleteDraft(tx: ShopTransaction, id: string): Promise<void> {
  await tx.query(`DELETE FROM programme_draft WHERE shop_id = $1 AND id = $2`, [tx.shopId, id]);
}

export async function deleteDraftsDiscardedBefore(tx: ShopTransaction, instant: Instant): Promise<void> {
  await tx.query(`DELETE FROM programme_draft WHERE shop_id = $1 AND discarded_at < $2`, [
    tx.shopId,
    new Date(instant),
  ]);
}

function draftOf(row: DraftRecord): StoredDraft {
  return {
    id: row.id,
    name: row.name,
    document: JSON.parse(row.document) as unknown,
    written: row.written,
    basedOn: row.based_on,
    revision: row.revision,
    savedAt: row.saved_at.getTime(),
    savedBy: row.saved_by,
  };
}
