import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

export interface ErasuresOfDay {
  /** A day of the shop, as 2026-07-01, and when it began. */
  date: string;
  startsAt: Instant;
  people: number;
}

/** On which days how many people were erased, the newest first. Nothing says who they were. */
export async function countErasures(
  sql: Sql,
  shopId: number,
  { timezone, limit }: { timezone: string; limit: number },
): Promise<{ people: number; days: ErasuresOfDay[] }> {
  const rows = await sql.query<{ date: string; starts_at: Date; people: bigint; all: bigint }>(
    `SELECT to_char(redacted_at AT TIME ZONE $2, 'YYYY-MM-DD') AS date,
       date_trunc('day', min(redacted_at), $2) AS starts_at, count(*) AS people, (sum(count(*)) OVER ())::bigint AS all
     FROM member WHERE shop_id = $1 AND redacted_at IS NOT NULL AND merged_into IS NULL
     GROUP BY 1 ORDER BY 1 DESC LIMIT $3`,
    [shopId, timezone, limit],
  );
  return {
    people: Number(rows[0]?.all ?? 0n),
    days: rows.map((row) => ({
      date: row.date,
      startsAt: row.starts_at.getTime(),
      people: Number(row.people),
    })),
  };
}

export interface ConsentsOfPurpose {
  purpose: string;
  given: number;
  refused: number;
}

/** What members said to each purpose, by the word that stands. Who never said anything counts nowhere. */
export async function countConsents(sql: Sql, shopId: number): Promise<ConsentsOfPurpose[]> {
  const rows = await sql.query<{ purpose: string; given: bigint; refused: bigint }>(
    `SELECT purpose, count(*) FILTER (WHERE given) AS given, count(*) FILTER (WHERE NOT given) AS refused
     FROM consent WHERE shop_id = $1 GROUP BY purpose ORDER BY purpose`,
    [shopId],
  );
  return rows.map(({ purpose, given, refused }) => {
    return { purpose, given: Number(given), refused: Number(refused) };
  });
}

export interface ConsentRow {
  memberId: string;
  purpose: string;
  given: boolean;
  at: Instant;
}

/** The words that were last given, the newest first. */
export async function listConsents(sql: Sql, shopId: number, limit: number): Promise<ConsentRow[]> {
  const rows = await sql.query<{ member_id: bigint; purpose: string; given: boolean; at: Date }>(
    `SELECT member_id, purpose, given, at FROM consent WHERE shop_id = $1 ORDER BY at DESC, member_id LIMIT $2`,
    [shopId, limit],
  );
  return rows.map(({ member_id: id, at, ...row }) => ({
    ...row,
    memberId: id.toString(),
    at: at.getTime(),
  }));
}
