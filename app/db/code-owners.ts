import type { MemberId } from "../loyalty/ids.ts";
import type { Sql } from "./sql.ts";

/** Whose code it is, in whatever case: of a reward that they redeemed or were given, or of their old referral link. */
export async function listCodeOwners(sql: Sql, shopId: number, code: string): Promise<MemberId[]> {
  const rows = await sql.again<{ member_id: bigint }>(
    `SELECT member_id FROM redemption WHERE shop_id = $1 AND code = $2
     UNION SELECT member_id FROM issued_code WHERE shop_id = $1 AND lower(code) = $2
     UNION SELECT member_id FROM referral_code WHERE shop_id = $1 AND code = $2`,
    [shopId, code.toLowerCase()],
  );
  return rows.map((row) => row.member_id.toString());
}
