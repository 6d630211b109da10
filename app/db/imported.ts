import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** A line of another app's history; nothing of it is counted. */
export interface ImportedEntry {
  importId: string;
  number: number;
  memberId: MemberId;
  at: Instant;
  points: bigint;
  reason: string;
}

export async function insertImportedEntries(tx: ShopTransaction, entries: ImportedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `INSERT INTO imported_entry (shop_id, import_id, number, member_id, at, points, reason)
     SELECT $1, r.* FROM jsonb_to_recordset($2::text::jsonb)
       AS r(import_id text, number int, member_id bigint, at timestamptz, points bigint, reason text)`,
    [
      tx.shopId,
      JSON.stringify(
        entries.map(({ importId, number, memberId, at, points, reason }) => ({
          import_id: importId,
          number,
          member_id: memberId,
          at: new Date(at),
          points: points.toString(),
          reason,
        })),
      ),
    ],
  );
}

export async function deleteImportedEntries(tx: ShopTransaction, importId: string): Promise<void> {
  await tx.query(`DELETE FROM imported_entry WHERE shop_id = $1 AND import_id = $2`, [tx.shopId, importId]);
}

/** A code that somebody has already stays theirs. */
export async function insertReferralCodes(
  tx: ShopTransaction,
  importId: string,
  codes: { code: string; memberId: MemberId }[],
): Promise<void> {
  if (codes.length === 0) return;
  await tx.query(
    `INSERT INTO referral_code (shop_id, code, member_id, import_id)
     SELECT $1, r.code, r.member_id, $2 FROM unnest($3::text[], $4::bigint[]) AS r(code, member_id)
     ON CONFLICT DO NOTHING`,
    [tx.shopId, importId, codes.map(({ code }) => code.toLowerCase()), codes.map(({ memberId }) => memberId)],
  );
}

export async function deleteReferralCodes(tx: ShopTransaction, importId: string): Promise<void> {
  await tx.query(`DELETE FROM referral_code WHERE shop_id = $1 AND import_id = $2`, [tx.shopId, importId]);
}

/** Customers of these addresses that the shop knows, by address in lower case. */
export async function findByEmail(
  sql: Sql,
  shopId: number,
  emails: string[],
): Promise<Map<string, MemberId[]>> {
  if (emails.length === 0) return new Map();
  const rows = await sql.query<{ email: string; member_id: bigint }>(
    `SELECT lower(email) AS email, member_id FROM person WHERE shop_id = $1 AND lower(email) = ANY($2::text[])`,
    [shopId, emails],
  );
  const found = new Map<string, MemberId[]>();
  for (const { email, member_id: id } of rows) found.set(email, [...(found.get(email) ?? []), id.toString()]);
  return found;
}

/** Which of these customers are members. */
export async function findMembers(sql: Sql, shopId: number, ids: MemberId[]): Promise<Set<MemberId>> {
  if (ids.length === 0) return new Set();
  const rows = await sql.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
    [shopId, ids],
  );
  return new Set(rows.map(({ id }) => id.toString()));
}
