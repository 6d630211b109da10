import type { MemberId } from "../loyalty/ids.ts";
import type { Lot, MemberRecord } from "../loyalty/records.ts";
import { lotOf, memberOf, type LotRow, type MemberRow } from "./book-rows.ts";
import type { Sql } from "./sql.ts";

/** A member without lots, and what stands apart from the books about them. */
export interface LeavingRow {
  record: MemberRecord;
  email: string | null;
  referralCode: string | null;
}

/** By id; neither those merged away nor those erased. */
export async function listLeaving(
  sql: Sql,
  shopId: number,
  page: { after: MemberId | null; limit: number },
): Promise<LeavingRow[]> {
  const rows = await sql.query<MemberRow & { email: string | null; code: string | null }>(
    `SELECT m.*, p.email, (SELECT min(code) FROM referral_code r WHERE r.shop_id = $1 AND r.member_id = m.id) AS code
     FROM member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     WHERE m.shop_id = $1 AND m.id > $2 AND m.merged_into IS NULL ORDER BY m.id LIMIT $3`,
    [shopId, page.after ?? "0", page.limit],
  );
  return rows.map((row) => ({ record: memberOf(row, []), email: row.email, referralCode: row.code }));
}

export async function listLotsOf(
  sql: Sql,
  shopId: number,
  members: readonly LeavingRow[],
): Promise<Map<MemberId, Lot[]>> {
  const rows = await sql.query<LotRow>(
    `SELECT id, member_id, remaining, held, record FROM lot
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND (remaining > 0 OR held > 0)`,
    [shopId, members.map(({ record }) => record.id)],
  );
  const lots = new Map<MemberId, Lot[]>();
  for (const [id, own] of Map.groupBy(rows, (row) => row.member_id.toString())) lots.set(id, own.map(lotOf));
  return lots;
}
