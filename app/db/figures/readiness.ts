import type { Day } from "../../insight/days.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Sql } from "../sql.ts";
import { IS_BEHIND } from "./news.ts";
import { savedIdOf } from "./saved-segments.ts";
import { BASIS } from "./state.ts";

/** What a report must know before it is read. */
export interface Readiness {
  /** What the figures are true of; null while they are worked out for the first time. */
  asOf: Instant | null;
  /** Something has happened since. */
  isBehind: boolean;
  /** The first day of which anything is known; null for an empty shop. */
  firstDay: Day | null;
  /** The segments that anybody is in, saved ones left out. */
  segments: string[];
}

const firstOf = (measure: string) =>
  `(SELECT min(day) FROM figure_cell WHERE shop_id = $2 AND segment = '' AND measure = '${measure}')`;

/** From each segment to the next by the index: a shop has few of them, and many sums in each. */
const SEGMENTS = `ARRAY(WITH RECURSIVE found AS (
    SELECT (SELECT min(c.segment) FROM figure_cell c WHERE c.shop_id = $2 AND c.segment > '') AS segment
    UNION ALL
    SELECT (SELECT min(c.segment) FROM figure_cell c WHERE c.shop_id = $2 AND c.segment > found.segment) FROM found
    WHERE found.segment IS NOT NULL)
  SELECT segment FROM found WHERE segment IS NOT NULL)`;

export async function readReadiness(
  sql: Sql,
  { shopId, now }: { shopId: number; now: Instant },
): Promise<Readiness> {
  const [row] = await sql.again<{
    as_of: Date | null;
    behind: boolean;
    first_day: Day | null;
    segments: string[];
  }>(
    `SELECT CASE WHEN f.built_to IS NULL THEN f.as_of END AS as_of, coalesce(${IS_BEHIND}, false) AS behind,
       least(${firstOf("move")}, ${firstOf("order")}, ${firstOf("join")}) AS first_day, ${SEGMENTS} AS segments
     FROM shop s LEFT JOIN figure_state f ON f.shop_id = s.id WHERE s.id = $2`,
    [BASIS, shopId],
  );
  const isBehind = row?.behind ?? true;
  return {
    // Where nothing has happened since, they are true of now.
    asOf: row?.as_of == null ? null : isBehind ? row.as_of.getTime() : now,
    isBehind,
    firstDay: row?.first_day ?? null,
    segments: (row?.segments ?? []).filter((name) => savedIdOf(name) === null),
  };
}
