import type { MemberId } from "../loyalty/ids.ts";
import type { Points } from "../loyalty/points.ts";
import type { Sql } from "./sql.ts";

export interface Balance {
  available: Points;
  level: string | null;
}

/** Of a `member`: not merged away or erased, and neither gone from the programme nor shut out of it. */
export const IN_PROGRAMME = `id > 0 AND merged_into IS NULL
  AND NOT coalesce(record->'absences' @> '[{"to": null}]', false)`;

/** What these members can spend; whoever was merged away or erased, left or was shut out is missing. */
export async function listBalances(
  sql: Pick<Sql, "query">,
  shopId: number,
  ids: readonly MemberId[],
): Promise<Map<MemberId, Balance>> {
  const rows = await sql.query<{ id: bigint; available: bigint; level: string | null }>(
    `SELECT id, available, level FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[]) AND ${IN_PROGRAMME}`,
    [shopId, ids],
  );
  return new Map(rows.map(({ id, available, level }) => [id.toString(), { available, level }]));
}
