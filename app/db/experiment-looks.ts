import type { Day } from "../insight/days.ts";
import type { Reading } from "../insight/experiments/reading.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** What was seen on a day. */
export interface Look {
  day: Day;
  at: Instant;
  reading: Reading;
}

/** In the place of an earlier one of the same day. */
export async function saveLook(
  sql: Pick<Sql, "query">,
  shopId: number,
  { experimentId, day, at, reading }: Look & { experimentId: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO experiment_look (shop_id, experiment_id, day, at, figures) VALUES ($1, $2, $3, $4, $5::text::jsonb)
     ON CONFLICT (shop_id, experiment_id, day) DO UPDATE SET at = excluded.at, figures = excluded.figures`,
    [shopId, experimentId, day, new Date(at), JSON.stringify(reading)],
  );
}

/** The oldest first. */
export async function listLooks(sql: Sql, shopId: number, experimentId: string): Promise<Look[]> {
  const rows = await sql.query<{ day: Day; at: Date; figures: Reading }>(
    `SELECT day, at, figures FROM experiment_look WHERE shop_id = $1 AND experiment_id = $2 ORDER BY day`,
    [shopId, experimentId],
  );
  return rows.map(({ day, at, figures }) => ({ day, at: at.getTime(), reading: figures }));
}

/** The newest of each, of these. */
export async function latestLooks(
  sql: Sql,
  shopId: number,
  experimentIds: readonly string[],
): Promise<Map<string, Look>> {
  const rows = await sql.query<{ experiment_id: string; day: Day; at: Date; figures: Reading }>(
    `SELECT DISTINCT ON (experiment_id) experiment_id, day, at, figures FROM experiment_look
     WHERE shop_id = $1 AND experiment_id = ANY($2::text[]) ORDER BY experiment_id, day DESC`,
    [shopId, experimentIds],
  );
  return new Map(
    rows.map(({ experiment_id: id, day, at, figures }) => [id, { day, at: at.getTime(), reading: figures }]),
  );
}
