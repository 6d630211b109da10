import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** Failures one after another after which a store is left alone. */
const PATIENCE = 3;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Whether the store is left alone for now because it kept failing. */
export async function isPaused(sql: Sql, shopId: number, now: Instant): Promise<boolean> {
  const rows = await sql.again(`SELECT 1 FROM store_pause WHERE shop_id = $1 AND until > $2`, [
    shopId,
    new Date(now),
  ]);
  return rows.length > 0;
}

/** After some of these in a row the store is left alone: once the pause is over, one more failure makes it longer. */
export async function noteStoreFailure(sql: Sql, shopId: number, now: Instant): Promise<void> {
  await sql.query(
    `INSERT INTO store_pause AS p (shop_id, failures, until) VALUES ($1, 1, $2)
     ON CONFLICT (shop_id) DO UPDATE SET failures = p.failures + 1, until = CASE WHEN p.failures + 1 < $3 THEN p.until
       ELSE $2 + interval '1 millisecond' * least($5, $4 * power(2, least(p.failures + 1 - $3, 20))) END`,
    [shopId, new Date(now), PATIENCE, FIRST_PAUSE_MS, LONGEST_PAUSE_MS],
  );
}

/** It answers again, be it with a no. */
export async function noteStoreAnswer(sql: Sql, shopId: number): Promise<void> {
  await sql.again(`DELETE FROM store_pause WHERE shop_id = $1`, [shopId]);
}

export interface StorePause {
  /** One after another. */
  failures: number;
  until: Instant;
}

/** How long the store is left alone; null where it is not. */
export async function findStorePause(sql: Sql, shopId: number, now: Instant): Promise<StorePause | null> {
  const [row] = await sql.query<{ failures: number; until: Date }>(
    `SELECT failures, until FROM store_pause WHERE shop_id = $1 AND until > $2`,
    [shopId, new Date(now)],
  );
  return row === undefined ? null : { failures: row.failures, until: row.until.getTime() };
}
