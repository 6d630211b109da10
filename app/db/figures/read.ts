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

export type CellSum = Omit<CellRow, "day">;

/** The same, all days together. */
export function sumCells(
  sql: Sql,
  shopId: number,
  { segment, measure, from, to }: CellsOf,
): Promise<CellSum[]> {
  return sql.again<CellSum>(
    `SELECT key, sum(amount) AS amount, sum(count) AS count FROM figure_cell
     WHERE shop_id = $1 AND segment = $2 AND measure = $3 AND day BETWEEN $4 AND $5 GROUP BY key ORDER BY key COLLATE "C"`,
    [shopId, segment, measure, from, to],
  );
}

/** From before anything to after everything. */
export const ALL_DAYS = { from: -(2 ** 31), to: 2 ** 31 - 1 };
