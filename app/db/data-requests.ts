import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

export interface ListedDataRequest {
  id: string;
  memberId: string;
  requestedAt: Instant;
}

/** The newest first. */
export async function listDataRequests(
  sql: Sql,
  shopId: number,
  limit: number,
): Promise<ListedDataRequest[]> {
  const rows = await sql.query<{ id: string; member_id: bigint; requested_at: Date }>(
    `SELECT id, member_id, requested_at FROM data_request WHERE shop_id = $1 ORDER BY requested_at DESC, id LIMIT $2`,
    [shopId, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id.toString(),
    requestedAt: row.requested_at.getTime(),
  }));
}

/** The file as JSON text; null where the shop has no such request. */
export async function findDataRequestFile(sql: Sql, shopId: number, id: string): Promise<string | null> {
  const [row] = await sql.query<{ file: string }>(
    `SELECT jsonb_pretty(file) AS file FROM data_request WHERE shop_id = $1 AND id = $2`,
    [shopId, id],
  );
  return row?.file ?? null;
}
