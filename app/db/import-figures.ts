import type { Sql } from "./sql.ts";

/** What an import's rows come to; sums are exact whatever their size. */
export interface ImportFigures {
  byState: Record<string, number>;
  /** Of the rows that are or were ready: */
  members: number;
  newMembers: number;
  /** Points above 0, and what is owed. */
  points: bigint;
  owed: bigint;
  rounded: number;
  birthdays: number;
  referralCodes: number;
  lots: { expiresAt: Date | null; rows: number; points: bigint }[];
  /** By what the other app calls them. */
  tiers: { tier: string; members: number }[];
  /** The commonest, with a row that has each. */
  faults: { column: string; problem: string; mend: string; rows: number; first: number }[];
}

const MOST_LISTED = 50;
const ACCEPTED = `shop_id = $1 AND import_id = $2 AND state IN ('ready', 'posted')`;

export async function readImportFigures(sql: Sql, shopId: number, importId: string): Promise<ImportFigures> {
  const parameters = [shopId, importId];
  const [sums] = await sql.query<Omit<ImportFigures, "byState" | "lots" | "tiers" | "faults" | "newMembers">>(
    `SELECT count(DISTINCT member_id)::int AS members,
       coalesce(sum(points) FILTER (WHERE points > 0), 0) AS points,
       coalesce(-sum(points) FILTER (WHERE points < 0), 0) AS owed,
       count("values"->>'dropped')::int AS rounded,
       count(DISTINCT member_id) FILTER (WHERE jsonb_typeof("values"->'birthday') = 'object')::int AS birthdays,
       count("values"->>'referralCode')::int AS "referralCodes"
     FROM import_row WHERE ${ACCEPTED}`,
    parameters,
  );
  const [fresh] = await sql.query<{ members: number }>(
    `SELECT count(DISTINCT member_id)::int AS members FROM import_row i WHERE ${ACCEPTED}
       AND NOT EXISTS (SELECT 1 FROM member m WHERE m.shop_id = i.shop_id AND m.id = i.member_id)`,
    parameters,
  );
  const lots = await sql.query<{ expires_at: string | null; rows: number; points: bigint }>(
    `SELECT "values"->>'expiresAt' AS expires_at, count(*)::int AS rows, sum(points) AS points
     FROM import_row WHERE ${ACCEPTED} AND points > 0 GROUP BY 1 ORDER BY 1 NULLS LAST LIMIT ${MOST_LISTED}`,
    parameters,
  );
  const tiers = await sql.query<{ tier: string; members: number }>(
    `SELECT "values"->>'tier' AS tier, count(DISTINCT member_id)::int AS members FROM import_row
     WHERE ${ACCEPTED} AND "values"->>'tier' IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_LISTED}`,
    parameters,
  );
  const faults = await sql.query<ImportFigures["faults"][number]>(
    `SELECT fault->>'column' AS column, fault->>'problem' AS problem, fault->>'mend' AS mend, count(*)::int AS rows,
       min(number) AS first
     FROM import_row, jsonb_array_elements(faults) AS fault
     WHERE shop_id = $1 AND import_id = $2 AND state = 'faulty' GROUP BY 1, 2, 3 ORDER BY 4 DESC, 5 LIMIT ${MOST_LISTED}`,
    parameters,
  );
  return {
    byState: await countRows(sql, shopId, importId),
    members: sums?.members ?? 0,
    newMembers: fresh?.members ?? 0,
    points: sums?.points ?? 0n,
    owed: sums?.owed ?? 0n,
    rounded: sums?.rounded ?? 0,
    birthdays: sums?.birthdays ?? 0,
    referralCodes: sums?.referralCodes ?? 0,
    lots: lots.map(({ expires_at: expiresAt, rows, points }) => {
      return { expiresAt: expiresAt === null ? null : new Date(Number(expiresAt)), rows, points };
    }),
    tiers,
    faults,
  };
}

/** What the ledger says came in by an import: over the very transactions that its rows name. */
export async function sumPosted(
  sql: Sql,
  shopId: number,
  importId: string,
): Promise<{ transactions: number; points: bigint; rows: bigint }> {
  const [row] = await sql.query<{ transactions: number; points: bigint; rows: bigint }>(
    `WITH moved AS (SELECT leader, sum(points) AS points FROM import_row
       WHERE shop_id = $1 AND import_id = $2 AND state = 'posted' AND leader IS NOT NULL GROUP BY leader),
     posted AS (SELECT t.id FROM moved JOIN ledger_transaction t
       ON t.shop_id = $1 AND t.key = 'import:' || $2 || ':' || moved.leader)
     SELECT (SELECT count(*)::int FROM posted) AS transactions,
       coalesce((SELECT sum(CASE WHEN p.debit = 'imports' THEN p.points WHEN p.credit = 'imports' THEN -p.points ELSE 0 END)
         FROM posted JOIN posting p ON p.shop_id = $1 AND p.transaction_id = posted.id), 0) AS points,
       coalesce((SELECT sum(points) FROM moved), 0) AS rows`,
    [shopId, importId],
  );
  return row ?? { transactions: 0, points: 0n, rows: 0n };
}

/** Members who have used something of what an import brought, or lost it, so that it is no longer whole. */
export async function countUsed(sql: Sql, shopId: number, importId: string): Promise<number> {
  const [row] = await sql.query<{ members: number }>(
    `WITH brought AS (
       SELECT leader, points, row_number() OVER (PARTITION BY leader ORDER BY number) AS n FROM import_row
       WHERE shop_id = $1 AND import_id = $2 AND state = 'posted' AND points > 0 AND leader IS NOT NULL)
     SELECT count(DISTINCT b.leader)::int AS members FROM brought b
     LEFT JOIN lot l ON l.shop_id = $1 AND l.id = 'import:' || $2 || ':' || b.leader || '/' || b.n
     WHERE l.id IS NULL OR l.remaining <> b.points OR l.held <> 0`,
    [shopId, importId],
  );
  return row?.members ?? 0;
}

export async function countRows(sql: Sql, shopId: number, importId: string): Promise<Record<string, number>> {
  const rows = await sql.query<{ state: string; rows: number }>(
    `SELECT state, count(*)::int AS rows FROM import_row WHERE shop_id = $1 AND import_id = $2 GROUP BY state`,
    [shopId, importId],
  );
  return Object.fromEntries(rows.map(({ state, rows: count }) => [state, count]));
}
