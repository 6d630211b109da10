import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** A reading of the whole ledger that somebody asked for. */
export interface LedgerCheck {
  askedBy: string;
  askedAt: Instant;
  /** null while it is under way. */
  finishedAt: Instant | null;
  done: number;
  /** 0 before it has begun. */
  steps: number;
  transactions: number | null;
  head: string | null;
  /** null where everything was right. */
  fault: string | null;
}

/** The last one of the shop; null before the first. */
export async function findLedgerCheck(sql: Sql, shopId: number): Promise<LedgerCheck | null> {
  const [row] = await sql.query<{
    asked_by: string;
    asked_at: Date;
    finished_at: Date | null;
    done: number;
    steps: number;
    transactions: number | null;
    head: string | null;
    fault: string | null;
  }>(
    `SELECT asked_by, asked_at, finished_at, done, steps, transactions, head, fault FROM ledger_check WHERE shop_id = $1`,
    [shopId],
  );
  if (row === undefined) return null;
  const { asked_by: askedBy, asked_at: askedAt, finished_at: finishedAt, ...rest } = row;
  return { askedBy, askedAt: askedAt.getTime(), finishedAt: finishedAt?.getTime() ?? null, ...rest };
}

/** Begins one in the place of the last. False where one is under way that was asked for since `lostBefore`. */
export async function beginLedgerCheck(
  tx: ShopTransaction,
  { askedBy, at, lostBefore }: { askedBy: string; at: Instant; lostBefore: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO ledger_check AS c (shop_id, asked_by, asked_at) VALUES ($1, $2, $3)
     ON CONFLICT (shop_id) DO UPDATE SET asked_by = excluded.asked_by, asked_at = excluded.asked_at,
       finished_at = NULL, done = 0, steps = 0, transactions = NULL, head = NULL, fault = NULL
     WHERE c.finished_at IS NOT NULL OR c.asked_at < $4 RETURNING shop_id`,
    [tx.shopId, askedBy, new Date(at), new Date(lostBefore)],
  );
  return rows.length > 0;
}

export async function noteLedgerCheck(
  sql: Sql,
  shopId: number,
  { done, steps }: { done: number; steps: number },
): Promise<void> {
  await sql.query(
    `UPDATE ledger_check SET done = greatest(done, $2), steps = $3 WHERE shop_id = $1 AND finished_at IS NULL`,
    [shopId, done, steps],
  );
}

export async function finishLedgerCheck(
  sql: Sql,
  shopId: number,
  found: { at: Instant; transactions: number | null; head: string | null; fault: string | null },
): Promise<void> {
  await sql.query(
    `UPDATE ledger_check SET finished_at = $2, transactions = $3, head = $4, fault = $5, done = steps
     WHERE shop_id = $1 AND finished_at IS NULL`,
    [shopId, new Date(found.at), found.transactions, found.head, found.fault],
  );
}
