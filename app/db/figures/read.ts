import type { Measure } from "../../insight/contribution.ts";
import type { Day } from "../../insight/days.ts";
import type { Sql } from "../sql.ts";

export interface CellRow {
  day: Day;
  key: string;
  amount: bigint;
  count: bigint;
}

export interface CellsOf {
  segment: string;
  measure: Measure;
  /** Both included. */
  from: Day;
  to: Day;
}

/** The sums of a range of days, in the order of the days. */
export function readCells(
  sql: Sql,
  shopId: number,
  { segment, measure, from, to }: CellsOf,
): Promise<CellRow[]> {
  return sql.again<CellRow>(
    `SELECT day, key, amount, count FROM figure_cell
     WHERE shop_id = $1 AND segment = $2 AND measure = $3 AND day BETWEEN $4 AND $5 ORDER BY day, key COLLATE "C"`,
    [shopId, segment, measure, from, to],
  );
}

/** The same, all days together; of the first of them where `day` says so. */
export function sumCells(
  sql: Sql,
  shopId: number,
  { segment, measure, from, to }: CellsOf,
): Promise<Omit<CellRow, "day">[]> {
  return sql.again<Omit<CellRow, "day">>(
    `SELECT key, sum(amount) AS amount, sum(count) AS count FROM figure_cell
     WHERE shop_id = $1 AND segment = $2 AND measure = $3 AND day BETWEEN $4 AND $5 GROUP BY key ORDER BY key COLLATE "C"`,
    [shopId, segment, measure, from, to],
  );
}

/** From before anything to after everything. */
export const ALL_DAYS = { from: -(2 ** 31), to: 2 ** 31 - 1 };

/** The first and the last day of which anything is known; null for an empty shop. */
export async function daysKnown(sql: Sql, shopId: number): Promise<{ from: Day; to: Day } | null> {
  const measures: Measure[] = ["move", "order", "join"];
  const rows = await Promise.all(
    measures.map((measure) =>
      sql.again<{ from: Day | null; to: Day | null }>(
        `SELECT min(day) AS from, max(day) AS to FROM figure_cell WHERE shop_id = $1 AND segment = '' AND measure = $2`,
        [shopId, measure],
      ),
    ),
  );
  const days = rows.flatMap(([row]) =>
    row?.from == null || row.to === null ? [] : [{ from: row.from, to: row.to }],
  );
  if (days.length === 0) return null;
  return { from: Math.min(...days.map(({ from }) => from)), to: Math.max(...days.map(({ to }) => to)) };
}

/** The segments that anybody is in. */
export async function listSegments(sql: Sql, shopId: number): Promise<string[]> {
  const rows = await sql.again<{ segment: string }>(
    `WITH RECURSIVE next AS (
       (SELECT segment FROM figure_cell WHERE shop_id = $1 AND segment > '' ORDER BY segment LIMIT 1)
       UNION ALL
       SELECT (SELECT c.segment FROM figure_cell c WHERE c.shop_id = $1 AND c.segment > next.segment ORDER BY c.segment LIMIT 1)
       FROM next WHERE next.segment IS NOT NULL)
     SELECT segment FROM next WHERE segment IS NOT NULL`,
    [shopId],
  );
  return rows.map(({ segment }) => segment);
}
