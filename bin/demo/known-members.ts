import type { Sql } from "../../app/db/sql.ts";
import type { MemberId } from "../../app/loyalty/ids.ts";

export interface KnownMember {
  id: MemberId;
  level: string | null;
  available: bigint;
}

/** The members with these addresses, by address. */
export async function membersByEmail(
  sql: Sql,
  shopId: number,
  emails: readonly string[],
): Promise<Map<string, KnownMember>> {
  const rows = await sql.query<{ email: string; id: bigint; level: string | null; available: bigint }>(
    `SELECT p.email, m.id, m.level, m.available FROM person p JOIN member m ON m.shop_id = p.shop_id AND m.id = p.member_id
     WHERE m.shop_id = $1 AND p.email = ANY($2::text[]) AND m.merged_into IS NULL`,
    [shopId, emails],
  );
  return new Map(rows.map(({ id, ...row }) => [row.email, { ...row, id: id.toString() }]));
}
