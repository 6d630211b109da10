import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** What the last reading of a whole ledger found. */
export interface StoredVerification {
  at: Instant;
  transactions: number;
  /** null where everything was right. */
  fault: string | null;
}

export async function saveVerification(sql: Sql, shopId: number, found: StoredVerification): Promise<void> {
  await sql.query(
    `INSERT INTO verification (shop_id, at, transactions, fault) VALUES ($1, $2, $3, $4)
     ON CONFLICT (shop_id) DO UPDATE SET at = excluded.at, transactions = excluded.transactions, fault = excluded.fault`,
    [shopId, new Date(found.at), found.transactions, found.fault],
  );
}

export async function findVerification(sql: Sql, shopId: number): Promise<StoredVerification | null> {
  const [row] = await sql.query<{ at: Date; transactions: number; fault: string | null }>(
    `SELECT at, transactions, fault FROM verification WHERE shop_id = $1`,
    [shopId],
  );
  return row === undefined ? null : { ...row, at: row.at.getTime() };
}
