import type { Day } from "../../insight/days.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import { parametersFrom, type Parameter } from "../member-filter.ts";
import type { Sql } from "../sql.ts";
import { inSegment } from "./people.ts";

/** A row that a figure is made of: a person, an order, a move, a reward, or some points. What it has nothing of is null. */
export interface RowBehind {
  id: string;
  memberId: MemberId;
  at: Instant | null;
  /** Of the shop's calendar, where it was a day and no instant. */
  day: Day | null;
  /** What the order is called, or the reward's id. */
  thing: string | null;
  level: { from: string | null; to: string | null } | null;
  /** Points, or minor units of the shop's currency; a person's are what they ordered for so far. */
  amount: bigint | null;
  /** Of points, those that are held; of a person, orders so far; of an order, days since the one before. */
  more: bigint | null;
  /** Of an order that was paid in another currency than the shop's, which, and how much in minor units of it. */
  currency: string | null;
  paid: bigint | null;
  place: RowPlace;
}

/** Where a page ends. */
export interface RowPlace {
  sort: bigint;
  id: string;
}

/** What is behind a figure, all of it; null for what nobody adds up. */
export interface Behind {
  rows: bigint;
  amount: bigint;
  more: bigint | null;
  /** Only where all were paid in the same currency, and that is not the shop's. */
  paid: bigint | null;
}

/** SQL that finds rows; its columns are those of `RowBehind`, and `sort` to put them in order. */
export interface RowsSource {
  text(parameter: Parameter): string;
  /** Whether `more` is a count that can be added up; it is then cheap to know of every row. */
  addsMore: boolean;
}

interface Found {
  sort: bigint;
  id: string;
  member_id: bigint;
  at: Date | null;
  day: Day | null;
  thing: string | null;
  is_move: boolean;
  from_level: string | null;
  to_level: string | null;
  amount: bigint | null;
  more: bigint | null;
  currency: string | null;
  paid: bigint | null;
}

/** A page of them, the newest first. */
export async function listRowsBehind(
  sql: Sql,
  source: RowsSource,
  { after, limit }: { after: RowPlace | null; limit: number },
): Promise<RowBehind[]> {
  const parameters: unknown[] = [];
  const parameter = parametersFrom(parameters);
  const from = source.text(parameter);
  const later =
    after === null
      ? ""
      : `WHERE (sort, id) < (${parameter(after.sort)}::bigint, ${parameter(after.id)}::text COLLATE "C")`;
  const rows = await sql.query<Found>(
    `SELECT * FROM (${from}) AS found ${later} ORDER BY sort DESC, id DESC LIMIT ${parameter(limit)}::int`,
    parameters,
  );
  return rows.map(({ member_id, at, is_move, from_level, to_level, sort, id, ...rest }) => ({
    ...rest,
    id,
    memberId: member_id.toString(),
    at: at?.getTime() ?? null,
    level: is_move ? { from: from_level, to: to_level } : null,
    place: { sort, id },
  }));
}

/** How many there are and what they sum to, read from the rows themselves. */
export async function sumRowsBehind(sql: Sql, source: RowsSource): Promise<Behind> {
  const parameters: unknown[] = [];
  const from = source.text(parametersFrom(parameters));
  const [row] = await sql.query<Behind>(
    `SELECT count(*) AS rows, coalesce(sum(amount), 0) AS amount,
       ${source.addsMore ? "coalesce(sum(more), 0)" : "NULL::bigint"} AS more,
       CASE WHEN min(coalesce(currency, '')) = max(currency) THEN sum(paid) END AS paid FROM (${from}) AS found`,
    parameters,
  );
  return row ?? { rows: 0n, amount: 0n, more: null, paid: null };
}

/** Columns that a source has nothing for. */
export const NO_MOVE = `false AS is_move, NULL::text AS from_level, NULL::text AS to_level`;

export const NOT_PAID = `NULL::text AS currency, NULL::bigint AS paid`;

/** What must hold of `figure_member m` for its member to be counted among a segment. */
export function countedIn(segment: string, parameter: Parameter): string {
  if (segment === "") return "m.counted";
  const name = `${parameter(inSegment(segment, "").value)}::text`;
  return `m.counted AND ${inSegment(segment, name).holds}`;
}
