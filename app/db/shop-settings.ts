import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export interface StoredSettings {
  /** Counts the savings. */
  revision: number;
  /** As it was written; what it says is read by use-cases/settings. */
  settings: unknown;
  savedAt: Instant;
  savedBy: string;
}

/** null where nothing was ever saved. */
export async function findStoredSettings(sql: Sql, shopId: number): Promise<StoredSettings | null> {
  const [row] = await sql.again<{ revision: number; settings: unknown; saved_at: Date; saved_by: string }>(
    `SELECT revision, settings, saved_at, saved_by FROM shop_settings WHERE shop_id = $1`,
    [shopId],
  );
  if (row === undefined) return null;
  return {
    revision: row.revision,
    settings: row.settings,
    savedAt: row.saved_at.getTime(),
    savedBy: row.saved_by,
  };
}

export async function saveStoredSettings(tx: ShopTransaction, saved: StoredSettings): Promise<void> {
  await tx.query(
    `INSERT INTO shop_settings (shop_id, revision, settings, saved_at, saved_by) VALUES ($1, $2, $3::text::jsonb, $4, $5)
     ON CONFLICT (shop_id) DO UPDATE SET revision = excluded.revision, settings = excluded.settings,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [tx.shopId, saved.revision, JSON.stringify(saved.settings), new Date(saved.savedAt), saved.savedBy],
  );
}
