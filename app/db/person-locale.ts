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

const MOST_LANGUAGES = 40;

/** The languages that people of the shop speak, "de" for "de-CH" too; read from entry to entry of the index. */
export async function listLanguages(sql: Sql, shopId: number): Promise<string[]> {
  const rows = await sql.again<{ language: string }>(
    `WITH RECURSIVE known AS (
       (SELECT locale FROM person WHERE shop_id = $1 AND locale IS NOT NULL ORDER BY locale LIMIT 1)
       UNION ALL SELECT (SELECT p.locale FROM person p WHERE p.shop_id = $1 AND p.locale > known.locale ORDER BY p.locale LIMIT 1)
       FROM known WHERE known.locale IS NOT NULL)
     SELECT DISTINCT split_part(lower(locale), '-', 1) AS language FROM known
     WHERE locale IS NOT NULL ORDER BY language LIMIT ${MOST_LANGUAGES}`,
    [shopId],
  );
  return rows.map(({ language }) => language);
}
