import type { Sql } from "./sql.ts";

export interface Leftovers {
  shopId: number;
  /** Members whose summary in the store is out of date. */
  summaries: boolean;
  programme: boolean;
  /** Members whose chain grew since it was sealed. */
  unsealed: boolean;
}

/** Of installed shops, those with something left to do. */
export async function listLeftovers(sql: Sql): Promise<Leftovers[]> {
  const rows = await sql.query<{ id: number; summaries: boolean; programme: boolean; unsealed: boolean }>(
    `SELECT * FROM (
       SELECT s.id, s.programme_stale AS programme,
         EXISTS (SELECT 1 FROM member m WHERE m.shop_id = s.id AND m.summary_stale AND m.merged_into IS NULL AND m.id > 0)
           AS summaries,
         EXISTS (SELECT 1 FROM member m WHERE m.shop_id = s.id AND m.seq > m.sealed_seq) AS unsealed
       FROM shop s WHERE s.uninstalled_at IS NULL) AS left_over
     WHERE summaries OR programme OR unsealed ORDER BY id`,
  );
  return rows.map(({ id, ...flags }) => ({ shopId: id, ...flags }));
}
