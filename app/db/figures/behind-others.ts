import type { Day } from "../../insight/days.ts";
import type { Range } from "../../insight/range.ts";
import type { Parameter } from "../member-filter.ts";
import type { ShopRow } from "../shops.ts";
import { countedIn, NO_MOVE, NOT_PAID, type RowsSource } from "./behind.ts";
import { startIn } from "./shop-days.ts";

type Shop = Pick<ShopRow, "id" | "timezone">;

const millis = (instant: string) => `(extract(epoch FROM ${instant}) * 1000)::bigint`;

/** Moves between levels, also of people who were erased since: they happened. */
export function levelMovesBehind(
  { id, timezone }: Shop,
  { range, pairs }: { range: Range; pairs: readonly { from: string | null; to: string | null }[] },
): RowsSource {
  return {
    addsMore: false,
    text: (parameter) => {
      const start = (day: Day) => startIn(`${parameter(timezone)}::text`, `${parameter(day)}::int`);
      const [from, to] = [pairs.map((pair) => pair.from), pairs.map((pair) => pair.to)].map(parameter);
      return `SELECT ${millis("c.at")} AS sort, c.id::text COLLATE "C" AS id, c.member_id, c.at, NULL::int AS day,
          NULL::text AS thing, true AS is_move, c.from_level, c.to_level, NULL::bigint AS amount, NULL::bigint AS more, ${NOT_PAID}
        FROM level_change c
        WHERE c.shop_id = ${parameter(id)}::int AND c.at >= ${start(range.from)} AND c.at < ${start(range.to + 1)}
          AND EXISTS (SELECT 1 FROM unnest(${from}::text[], ${to}::text[]) AS pair(from_level, to_level)
            WHERE pair.from_level IS NOT DISTINCT FROM c.from_level AND pair.to_level IS NOT DISTINCT FROM c.to_level)`;
    },
  };
}

/** Rewards that were chosen on these days and not given up since, of one kind or of all. */
export function rewardsBehind(
  { id, timezone }: Shop,
  { segment, range, reward }: { segment: string; range: Range; reward: string | null },
): RowsSource {
  const held = `to_timestamp((r.record->>'heldAt')::numeric / 1000)`;
  return {
    addsMore: false,
    text: (parameter) => {
      const start = (day: Day) => startIn(`${parameter(timezone)}::text`, `${parameter(day)}::int`);
      return `SELECT (r.record->>'heldAt')::bigint AS sort, r.id COLLATE "C" AS id, r.member_id, ${held} AS at,
          NULL::int AS day, r.record->>'rewardId' AS thing, ${NO_MOVE}, (r.record->'cost'->>'$n')::bigint AS amount,
          NULL::bigint AS more, ${NOT_PAID}
        FROM redemption r JOIN figure_member m ON m.shop_id = r.shop_id AND m.member_id = r.member_id
        WHERE r.shop_id = ${parameter(id)}::int AND r.state IN ('held', 'taken') AND ${countedIn(segment, parameter)}
          AND ${held} >= ${start(range.from)} AND ${held} < ${start(range.to + 1)}
          AND (${parameter(reward)}::text IS NULL OR r.record->>'rewardId' = ${parameter(reward)}::text)`;
    },
  };
}

/** What members can use or have held for a reward, by when it became available: on these days, or ever. */
export function lotsBehind(
  { id, timezone }: Shop,
  { segment, since }: { segment: string; since: Range | null },
): RowsSource {
  return {
    addsMore: true,
    text: (parameter) => {
      const start = (day: Day) => startIn(`${parameter(timezone)}::text`, `${parameter(day)}::int`);
      const during =
        since === null
          ? ""
          : `AND l.available_at >= ${start(since.from)} AND l.available_at < ${start(since.to + 1)}`;
      return `SELECT ${millis("l.available_at")} AS sort, l.id COLLATE "C" AS id, l.member_id, l.available_at AS at,
          NULL::int AS day, NULL::text AS thing, ${NO_MOVE}, l.remaining AS amount, l.held AS more, ${NOT_PAID}
        FROM lot l WHERE l.shop_id = ${parameter(id)}::int AND (l.remaining > 0 OR l.held > 0) ${during}
          ${ofSegment("l", segment, parameter)}`;
    },
  };
}

/** Members whose points are not available yet. */
export function pendingBehind(shopId: number, { segment }: { segment: string }): RowsSource {
  return {
    addsMore: false,
    text: (
      parameter,
    ) => `SELECT w.pending AS sort, w.id::text COLLATE "C" AS id, w.id AS member_id, NULL::timestamptz AS at,
        NULL::int AS day, NULL::text AS thing, ${NO_MOVE}, w.pending AS amount, NULL::bigint AS more, ${NOT_PAID}
      FROM member w WHERE w.shop_id = ${parameter(shopId)}::int AND w.pending > 0 ${ofSegment("w", segment, parameter, "id")}`,
  };
}

/** Points stay in the sums of all when whoever had them is erased or merged away, and are in no segment then. */
function ofSegment(table: string, segment: string, parameter: Parameter, member = "member_id"): string {
  if (segment === "") return "";
  return `AND EXISTS (SELECT 1 FROM figure_member m WHERE m.shop_id = ${table}.shop_id AND m.member_id = ${table}.${member}
    AND ${countedIn(segment, parameter)})`;
}
