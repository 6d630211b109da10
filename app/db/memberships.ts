import type { MemberId } from "../loyalty/ids.ts";
import type { Absence, MemberRecord } from "../loyalty/records.ts";
import type { Sql } from "./sql.ts";

/** What a member told of themselves. */
export type Membership = Pick<MemberRecord, "absences" | "birthday">;

/** Of whoever the shop does not know, or was merged away: nothing was told. */
export async function findMembership(sql: Sql, shopId: number, memberId: MemberId): Promise<Membership> {
  const [row] = await sql.again<{ absences: Absence[] | null; birthday: MemberRecord["birthday"] }>(
    `SELECT record->'absences' AS absences, nullif(record->'birthday', 'null') AS birthday FROM member
     WHERE shop_id = $1 AND id = $2 AND merged_into IS NULL`,
    [shopId, memberId],
  );
  return { absences: row?.absences ?? [], birthday: row?.birthday ?? null };
}

/** Who stands for the id since customers were merged; null for nobody, and for one who was erased. */
export async function findStandingMember(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
): Promise<MemberId | null> {
  const [row] = await sql.again<{ id: bigint }>(
    `WITH RECURSIVE up AS (
       SELECT id, merged_into FROM member WHERE shop_id = $1 AND id = $2
       UNION SELECT m.id, m.merged_into FROM member m JOIN up ON m.shop_id = $1 AND m.id = up.merged_into)
     SELECT id FROM up WHERE merged_into IS NULL AND id > 0`,
    [shopId, memberId],
  );
  return row?.id.toString() ?? null;
}
