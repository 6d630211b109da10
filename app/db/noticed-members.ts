import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** Members who were told that points of theirs, which they still have, are gone by then. */
export async function listNoticedMembers(sql: Sql, shopId: number, by: Instant): Promise<MemberId[]> {
  const rows = await sql.query<{ member_id: bigint }>(
    `SELECT DISTINCT member_id FROM lot WHERE shop_id = $1 AND (remaining > 0 OR held > 0)
       AND (record->'notice'->>'about')::bigint <= $2 ORDER BY member_id`,
    [shopId, by],
  );
  return rows.map((row) => row.member_id.toString());
}
