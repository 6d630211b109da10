import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** What another app may tell with a key. */
export const ACCESS_SCOPES = ["reviews", "activities"] as const;
export type AccessScope = (typeof ACCESS_SCOPES)[number];

export interface AccessKey {
  id: string;
  name: string;
  /** Its last characters. */
  ending: string;
  may: AccessScope[];
  madeAt: Instant;
  madeBy: string;
  usedAt: Instant | null;
  withdrawnAt: Instant | null;
}

interface Row {
  id: string;
  name: string;
  ending: string;
  may: AccessScope[];
  made_at: Date;
  made_by: string;
  used_at: Date | null;
  withdrawn_at: Date | null;
}

const COLUMNS = `k.id, k.name, k.ending, k.may, k.made_at, k.made_by, k.used_at, k.withdrawn_at`;

/** False where the id is there already: the form was sent twice. */
export async function insertAccessKey(
  tx: ShopTransaction,
  key: Pick<AccessKey, "id" | "name" | "ending" | "may" | "madeAt" | "madeBy"> & { hash: string },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO access_key (shop_id, id, name, hash, ending, may, made_at, made_by)
     VALUES ($1, $2, $3, $4, $5, $6::text[], $7, $8) ON CONFLICT (shop_id, id) DO NOTHING RETURNING id`,
    [tx.shopId, key.id, key.name, key.hash, key.ending, key.may, new Date(key.madeAt), key.madeBy],
  );
  return rows.length > 0;
}

/** The newest first; those that were withdrawn last. */
export async function listAccessKeys(sql: Sql, shopId: number): Promise<AccessKey[]> {
  const rows = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM access_key k WHERE k.shop_id = $1 ORDER BY k.withdrawn_at DESC NULLS FIRST, k.made_at DESC, k.id`,
    [shopId],
  );
  return rows.map(keyOf);
}

/** The key of this hash and whose it is; null where there is none, it was withdrawn, or the app is not installed. */
export async function findAccessKey(
  sql: Sql,
  hash: string,
): Promise<{ domain: string; key: AccessKey } | null> {
  const [row] = await sql.again<Row & { domain: string }>(
    `SELECT ${COLUMNS}, s.domain FROM access_key k JOIN shop s ON s.id = k.shop_id
     WHERE k.hash = $1 AND k.withdrawn_at IS NULL AND s.uninstalled_at IS NULL`,
    [hash],
  );
  return row === undefined ? null : { domain: row.domain, key: keyOf(row) };
}

/** That it was used, to the minute. */
export async function noteAccess(
  sql: Sql,
  shopId: number,
  { id, at }: { id: string; at: Instant },
): Promise<void> {
  await sql.query(
    `UPDATE access_key SET used_at = $3
     WHERE shop_id = $1 AND id = $2 AND (used_at IS NULL OR used_at < $3::timestamptz - interval '1 minute')`,
    [shopId, id, new Date(at)],
  );
}

/** Answers false where it was withdrawn before, or never was. */
export async function withdrawAccessKey(
  tx: ShopTransaction,
  { id, at, by }: { id: string; at: Instant; by: string },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE access_key SET withdrawn_at = $3, withdrawn_by = $4
     WHERE shop_id = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING id`,
    [tx.shopId, id, new Date(at), by],
  );
  return rows.length > 0;
}

function keyOf(row: Row): AccessKey {
  return {
    ...{ id: row.id, name: row.name, ending: row.ending, may: row.may, madeBy: row.made_by },
    madeAt: row.made_at.getTime(),
    usedAt: row.used_at?.getTime() ?? null,
    withdrawnAt: row.withdrawn_at?.getTime() ?? null,
  };
}
