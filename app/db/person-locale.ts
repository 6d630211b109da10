import type { MemberId } from "../loyalty/ids.ts";
import type { Sql } from "./sql.ts";

/** The language that the customer last bought in; null where nobody knows. */
export async function findLocale(sql: Sql, shopId: number, memberId: MemberId): Promise<string | null> {
  const [row] = await sql.again<{ locale: string | null }>(
    `SELECT locale FROM person WHERE shop_id = $1 AND member_id = $2`,
    [shopId, memberId],
  );
  return row?.locale ?? null;
}
