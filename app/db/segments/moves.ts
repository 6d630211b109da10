import type { Day } from "../../insight/days.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Sql } from "../sql.ts";
import type { MoveReason } from "./membership.ts";

export interface NamedPerson {
  id: MemberId;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
}

export interface PersonRow {
  member_id: bigint;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
}

export function personOf({ member_id, first_name, last_name, email }: PersonRow): NamedPerson {
  return { id: member_id.toString(), firstName: first_name, lastName: last_name, email };
}

export interface SegmentMoveRow {
  id: string;
  member: NamedPerson;
  at: Instant;
  entered: boolean;
  reason: MoveReason;
}

const NAMES = `LEFT JOIN person p ON p.shop_id = v.shop_id AND p.member_id = v.member_id`;
const NAME_COLUMNS = `v.member_id, p.first_name, p.last_name, p.email`;

/** The newest first. */
export async function listSegmentMoves(
  sql: Pick<Sql, "query">,
  shopId: number,
  { segmentId, limit }: { segmentId: string; limit: number },
): Promise<SegmentMoveRow[]> {
  const rows = await sql.query<PersonRow & { id: bigint; at: Date; entered: boolean; because: MoveReason }>(
    `SELECT v.id, v.at, v.entered, v.because, ${NAME_COLUMNS} FROM segment_move v ${NAMES}
     WHERE v.shop_id = $1 AND v.segment_id = $2 ORDER BY v.id DESC LIMIT $3`,
    [shopId, segmentId, limit],
  );
  return rows.map((row) => ({
    id: row.id.toString(),
    member: personOf(row),
    at: row.at.getTime(),
    entered: row.entered,
    reason: row.because,
  }));
}

export interface SegmentDayRow {
  day: Day;
  members: number;
  entered: number;
  departed: number;
}

/** Days on which it was followed, from `from` on. */
export function listSegmentDays(
  sql: Pick<Sql, "query">,
  shopId: number,
  { segmentId, from }: { segmentId: string; from: Day },
): Promise<SegmentDayRow[]> {
  return sql.query<SegmentDayRow>(
    `SELECT day, members, entered, departed FROM segment_day
     WHERE shop_id = $1 AND segment_id = $2 AND day >= $3 ORDER BY day`,
    [shopId, segmentId, from],
  );
}

/** How many each segment had on its last day up to `day`; of one that is younger, nothing. */
export async function sizesOn(
  sql: Pick<Sql, "query">,
  shopId: number,
  day: Day,
): Promise<Map<string, number>> {
  const rows = await sql.query<{ segment_id: string; members: number }>(
    `SELECT DISTINCT ON (segment_id) segment_id, members FROM segment_day
     WHERE shop_id = $1 AND day <= $2 ORDER BY segment_id, day DESC`,
    [shopId, day],
  );
  return new Map(rows.map(({ segment_id: id, members }) => [id, members]));
}
