import type { MemberId } from "../loyalty/ids.ts";
import { IS_BLOCKED } from "./absences.ts";
import type { BulkRowState } from "./bulk-runs.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export interface BulkRow {
  number: number;
  memberId: MemberId;
}

/** The next ones in this state. */
export async function nextBulkRows(
  tx: ShopTransaction,
  runId: string,
  { state, limit }: { state: BulkRowState; limit: number },
): Promise<BulkRow[]> {
  const rows = await tx.query<{ number: number; member_id: bigint }>(
    `SELECT number, member_id FROM bulk_row WHERE shop_id = $1 AND run_id = $2 AND state = $3 ORDER BY number LIMIT $4`,
    [tx.shopId, runId, state, limit],
  );
  return rows.map((row) => ({ number: row.number, memberId: row.member_id.toString() }));
}

export interface SettledRow {
  number: number;
  state: BulkRowState;
  reason: string | null;
}

export async function settleBulkRows(
  tx: ShopTransaction,
  runId: string,
  rows: readonly SettledRow[],
): Promise<void> {
  await tx.query(
    `UPDATE bulk_row b SET state = r.state, reason = r.reason
     FROM jsonb_to_recordset($3::text::jsonb) AS r(number int, state text, reason text)
     WHERE b.shop_id = $1 AND b.run_id = $2 AND b.number = r.number`,
    [tx.shopId, runId, JSON.stringify(rows)],
  );
}

/** All that are in one state go into another. */
export async function moveBulkRows(
  tx: ShopTransaction,
  runId: string,
  { from, to, reason = null }: { from: BulkRowState; to: BulkRowState; reason?: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE bulk_row SET state = $4, reason = $5 WHERE shop_id = $1 AND run_id = $2 AND state = $3`,
    [tx.shopId, runId, from, to, reason],
  );
}

/** Who was blocked, or became somebody else, since the list was drawn up. */
export async function refuseBarred(tx: ShopTransaction, runId: string): Promise<void> {
  await tx.query(
    `UPDATE bulk_row b SET state = 'refused', reason = CASE WHEN m.merged_into IS NULL THEN 'blocked' ELSE 'merged' END
     FROM member m WHERE b.shop_id = $1 AND b.run_id = $2 AND b.state = 'waiting' AND m.shop_id = $1 AND m.id = b.member_id
       AND (m.merged_into IS NOT NULL OR ${IS_BLOCKED})`,
    [tx.shopId, runId],
  );
}

export async function countBulkRows(
  sql: Sql,
  shopId: number,
  runId: string,
): Promise<Record<BulkRowState, number>> {
  const rows = await sql.query<{ state: BulkRowState; members: number }>(
    `SELECT state, count(*)::int AS members FROM bulk_row WHERE shop_id = $1 AND run_id = $2 GROUP BY state`,
    [shopId, runId],
  );
  const counts = { waiting: 0, done: 0, refused: 0, undone: 0, kept: 0 };
  for (const { state, members } of rows) counts[state] = members;
  return counts;
}

export interface RefusedRow {
  number: number;
  memberId: MemberId;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  /** "refused" as it was done, "kept" as it was undone. */
  state: "refused" | "kept";
  reason: string | null;
}

/** With whom it was not done, or not undone, and why; in the order of their numbers. */
export async function listRefusedRows(
  sql: Sql,
  shopId: number,
  runId: string,
  { after, limit }: { after: number; limit: number },
): Promise<RefusedRow[]> {
  const rows = await sql.query<Omit<RefusedRow, "memberId"> & { memberId: bigint }>(
    `SELECT b.number, b.member_id AS "memberId", p.first_name AS "firstName", p.last_name AS "lastName", p.email, b.state, b.reason
     FROM bulk_row b LEFT JOIN person p ON p.shop_id = b.shop_id AND p.member_id = b.member_id
     WHERE b.shop_id = $1 AND b.run_id = $2 AND b.state IN ('refused', 'kept') AND b.number > $3
     ORDER BY b.number LIMIT $4`,
    [shopId, runId, after, limit],
  );
  return rows.map((row) => ({ ...row, memberId: row.memberId.toString() }));
}
