import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

export interface SavedVersion {
  number: number;
  effectiveFrom: Instant;
  savedAt: Instant;
  /** A staff member's id, or a word for what saved it. */
  savedBy: string;
}

/** The newest first, without their documents. */
export async function listSavedVersions(sql: Sql, shopId: number, limit: number): Promise<SavedVersion[]> {
  const rows = await sql.query<{ number: number; effective_from: Date; saved_at: Date; saved_by: string }>(
    `SELECT number, effective_from, saved_at, saved_by FROM programme_version WHERE shop_id = $1
     ORDER BY number DESC LIMIT $2`,
    [shopId, limit],
  );
  return rows.map((row) => ({
    number: row.number,
    effectiveFrom: row.effective_from.getTime(),
    savedAt: row.saved_at.getTime(),
    savedBy: row.saved_by,
  }));
}

/** Whether anybody else than this has saved a version. */
export async function hasVersionNotBy(sql: Sql, shopId: number, savedBy: string): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 FROM programme_version WHERE shop_id = $1 AND saved_by <> $2 LIMIT 1`,
    [shopId, savedBy],
  );
  return rows.length > 0;
}

/** Whether the first version begins well before it was saved: it then takes past orders in. */
export async function reachesBack(sql: Sql, shopId: number): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 FROM programme_version WHERE shop_id = $1 AND number = 1 AND effective_from < saved_at - interval '1 hour'`,
    [shopId],
  );
  return rows.length > 0;
}
