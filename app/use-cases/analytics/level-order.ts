import { currentVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";

interface LevelMove {
  from: string | null;
  to: string | null;
}

/** What goes up and what goes down by the levels of today. */
export interface LevelOrder {
  up(move: LevelMove): boolean;
  down(move: LevelMove): boolean;
}

export async function orderOfLevels(
  sql: Sql,
  shop: ShopRow,
  now: Instant,
): Promise<LevelOrder & { levels: string[]; rank(level: string | null): number }> {
  const levels =
    versionAt(await currentVersions(sql, shop), now)?.programme.tiers?.levels.map(({ id }) => id) ?? [];
  const rank = (level: string | null) => (level === null ? -1 : levels.indexOf(level));
  return {
    levels,
    rank,
    up: (move) => isBetween(move) && rank(move.to) > rank(move.from),
    down: (move) => isBetween(move) && rank(move.to) < rank(move.from),
  };
}

/** Whoever had no level before begins, and neither rises nor falls. */
function isBetween({ from, to }: LevelMove): boolean {
  return from !== null && to !== null;
}
