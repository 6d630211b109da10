import type { MemberId } from "../loyalty/ids.ts";
import type { Points } from "../loyalty/points.ts";
import { IN_PROGRAMME } from "./absences.ts";
import type { Sql } from "./sql.ts";

export interface Balance {
  available: Points;
  level: string | null;
}

/** What these members can spend; whoever was merged away or erased, left or was shut out is missing. */
export async function listBalances(
  sql: Pick<Sql, "query">,
  shopId: number,
  ids: readonly MemberId[],
): Promise<Map<MemberId, Balance>> {
  const rows = await sql.query<{ id: bigint; available: bigint; level: string | null }>(
    `SELECT m.id, m.available, m.level FROM member m
     WHERE m.shop_id = $1 AND m.id = ANY($2::bigint[]) AND ${IN_PROGRAMME}`,
    [shopId, ids],
  );
  return new Map(rows.map(({ id, available, level }) => [id.toString(), { available, level }]));
}
