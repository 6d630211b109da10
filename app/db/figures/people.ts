import type { Day } from "../../insight/days.ts";
import type { Sql } from "../sql.ts";
import { savedIdOf } from "./saved-segments.ts";

export interface People {
  /** Who joined by the end of the range. */
  members: bigint;
  /** Who did something of their own in the range. */
  active: bigint;
  /** Who bought in it. */
  buyers: bigint;
  /** Of those, whose order by its end was not their first. */
  returning: bigint;
  /** Members by its end who have chosen a reward at some time. */
  engaged: bigint;
}

const COLUMNS: Record<string, string> = {
  tier: "m.tier",
  language: "m.language",
  channel: "m.channel",
  buyer: "m.buyer",
  engaged: "CASE WHEN m.engaged THEN 'yes' ELSE 'no' END",
};

/** SQL that holds for a row `m` of figure_member in the segment whose `value` stands in the parameter; "" is everybody. */
export function inSegment(segment: string, parameter: string): { holds: string; value: string } {
  const saved = savedIdOf(segment);
  if (saved !== null)
    return {
      holds: `EXISTS (SELECT 1 FROM figure_segment_member f WHERE f.shop_id = m.shop_id AND f.segment_id = ${parameter}
        AND f.member_id = m.member_id)`,
      value: saved,
    };
  const { column, value } = segmentFilter(segment);
  return { holds: `${column} = ${parameter}`, value };
}

/** The column of a row `m` of figure_member that a segment goes by, and what must stand there; "" for everybody. */
function segmentFilter(segment: string): { column: string; value: string } {
  const [dimension = "", value = ""] = segment.split(/:(.*)/s);
  const column = COLUMNS[dimension];
  return column === undefined ? { column: "''", value: "" } : { column, value };
}

/** Whether the bits of a column have a 1 among the days; the first bit stands for `joined`. */
const happened = (bits: string) =>
  `position(B'1' in substring(${bits} from $3::int - joined + 1 for $4::int - $3::int + 1)) > 0`;

/**
 * How many people: that is no sum of days, for whoever did something on two of them counts once. One pass over a narrow
 * table that holds one row for each member.
 */
export async function countPeople(
  sql: Sql,
  shopId: number,
  { segment, from, to }: { segment: string; from: Day; to: Day },
): Promise<People> {
  const { holds, value } = inSegment(segment, "$2");
  const [row] = await sql.again<People>(
    `SELECT count(*) FILTER (WHERE joined_by) AS members, count(*) FILTER (WHERE active) AS active,
       count(*) FILTER (WHERE bought) AS buyers,
       count(*) FILTER (WHERE bought AND second_order <= $4) AS returning,
       count(*) FILTER (WHERE joined_by AND engaged) AS engaged
     FROM (SELECT second_order, engaged, joined <= $4 AS joined_by,
             ${happened("deeds")} AS active, ${happened("orders")} AS bought
           FROM figure_member m WHERE m.shop_id = $1 AND m.counted AND ${holds}) AS people`,
    [shopId, value, from, to],
  );
  return row ?? { members: 0n, active: 0n, buyers: 0n, returning: 0n, engaged: 0n };
}
