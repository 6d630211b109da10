import type { Range } from "../../insight/range.ts";
import type { ShopRow } from "../shops.ts";
import type { Sql } from "../sql.ts";
import { startIn } from "./shop-days.ts";

export interface LevelMoves {
  from: string | null;
  to: string | null;
  members: bigint;
}

/** Moves between levels in a range of days, each kind once; of one member as often as it happened. */
export function listLevelMoves(
  sql: Sql,
  shop: Pick<ShopRow, "id" | "timezone">,
  { from, to }: Range,
): Promise<LevelMoves[]> {
  return sql.again<LevelMoves>(
    `SELECT from_level AS from, to_level AS to, count(*) AS members FROM level_change
     WHERE shop_id = $1 AND at >= ${startIn("$2::text", "$3::int")} AND at < ${startIn("$2::text", "($4::int + 1)")}
     GROUP BY from_level, to_level ORDER BY from_level COLLATE "C", to_level COLLATE "C"`,
    [shop.id, shop.timezone, from, to],
  );
}
