import type { MemberId } from "../loyalty/ids.ts";
import type { Absence, MemberRecord } from "../loyalty/records.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** What a member told of themselves. */
export type Membership = Pick<MemberRecord, "absences" | "birthday">;

/** Of whoever the shop does not know, or was merged away: nothing was told. */
export async function findMembership(sql: Sql, shopId: number, memberId: MemberId): Promise<Membership> {
  const [row] = await sql.again<{ absences: Absence[] | null; birthday: MemberRecord["birthday"] }>(
    `SELECT record->'absences' AS absences, record->'birthday' AS birthday FROM member
     WHERE shop_id = $1 AND id = $2 AND merged_into IS NULL`,
    [shopId, memberId],
  );
  return { absences: row?.absences ?? [], birthday: row?.birthday ?? null };
}

/**
 * What whoever stands for the id told, which nothing else can change until the transaction ends. To be asked for before
 * anything of theirs is written: members are locked first everywhere. null for nobody, and for one who was erased, also
 * while it waited.
 */
export async function lockMembership(tx: ShopTransaction, memberId: MemberId): Promise<Membership | null> {
  for (;;) {
    const standing = await findStandingMember(tx, tx.shopId, memberId);
    if (standing === null) return null;
    const [row] = await tx.query<{ record: string; merged: boolean }>(
      `SELECT record::text, merged_into IS NOT NULL AS merged FROM member WHERE shop_id = $1 AND id = $2 FOR UPDATE`,
      [tx.shopId, standing],
    );
    if (row !== undefined && !row.merged) return JSON.parse(row.record) as Membership;
  }
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
