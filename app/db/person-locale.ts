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

const LANGUAGE = `split_part(lower(p.locale), '-', 1)`;

/** The languages that people of the shop speak, "de" for "de-CH" too; read from entry to entry of the index. */
export async function listLanguages(sql: Sql, shopId: number): Promise<string[]> {
  const next = (after: string) => `SELECT ${LANGUAGE} FROM person p
    WHERE p.shop_id = $1 AND ${LANGUAGE} > ${after} ORDER BY ${LANGUAGE} LIMIT 1`;
  const rows = await sql.again<{ language: string }>(
    `WITH RECURSIVE known AS (
       (SELECT (${next("''")}) AS language)
       UNION ALL SELECT (${next("known.language")}) FROM known WHERE known.language IS NOT NULL)
     SELECT language FROM known WHERE language IS NOT NULL LIMIT ${MOST_LANGUAGES}`,
    [shopId],
  );
  return rows.map(({ language }) => language);
}
