import type { Offer } from "../insight/experiments/plan.ts";
import type { MemberId } from "../loyalty/ids.ts";
import { DAY, type Instant } from "../loyalty/time.ts";
import { IN_PROGRAMME } from "./absences.ts";
import type { Sql } from "./sql.ts";

/** Somebody whose days after they were reached are counted. */
export interface Reached {
  memberId: MemberId;
  at: Instant;
}

/** What a member did in those days and in those before; money in minor units, less refunds. */
export interface Outcome {
  orders: number;
  revenue: bigint;
  /** Earned by those orders. */
  points: bigint;
  pastOrders: number;
  pastRevenue: bigint;
}

interface Days {
  windowDays: number;
  /** Before they were reached. */
  pastDays: number;
}

/** Of everybody asked for, in their order: whoever bought nothing has zeros. */
export async function readOutcomes(
  sql: Sql,
  shopId: number,
  { reached, windowDays, pastDays }: Days & { reached: readonly Reached[] },
): Promise<Outcome[]> {
  const rows = await sql.query<{
    orders: number;
    revenue: bigint;
    points: bigint;
    past_orders: number;
    past_revenue: bigint;
  }>(
    `SELECT (count(o.id) FILTER (WHERE o.processed_at >= r.at))::int AS orders,
       coalesce(sum(o.value) FILTER (WHERE o.processed_at >= r.at), 0) AS revenue,
       coalesce(sum(o.posted) FILTER (WHERE o.processed_at >= r.at), 0) AS points,
       (count(o.id) FILTER (WHERE o.processed_at < r.at))::int AS past_orders,
       coalesce(sum(o.value) FILTER (WHERE o.processed_at < r.at), 0) AS past_revenue
     FROM unnest($2::bigint[], $3::timestamptz[]) WITH ORDINALITY AS r(member_id, at, place)
     LEFT JOIN LATERAL (
       SELECT id, processed_at, posted,
         coalesce(div((record->'value'->'n'->>'$n')::numeric, (record->'value'->'d'->>'$n')::numeric), 0) AS value
       FROM "order" WHERE shop_id = $1 AND member_id = r.member_id AND counts
         AND processed_at >= r.at - $4 * interval '1 millisecond' AND processed_at < r.at + $5 * interval '1 millisecond'
         AND NOT coalesce((record->>'away')::boolean, false)) AS o ON true
     GROUP BY r.place ORDER BY r.place`,
    [
      shopId,
      reached.map(({ memberId }) => memberId),
      reached.map(({ at }) => new Date(at)),
      ...[pastDays * DAY, windowDays * DAY],
    ],
  );
  return rows.map(({ past_orders: pastOrders, past_revenue: pastRevenue, ...row }) => ({
    ...row,
    ...{ pastOrders, pastRevenue },
  }));
}

/** Who of these used a code that they were given under one of these issues. */
export async function listCodeUsers(
  sql: Sql,
  shopId: number,
  { issueIds, memberIds }: { issueIds: readonly string[]; memberIds: readonly MemberId[] },
): Promise<Set<MemberId>> {
  const rows = await sql.query<{ member_id: bigint }>(
    `SELECT DISTINCT c.member_id FROM issued_code c
     JOIN "order" o ON o.shop_id = c.shop_id AND o.member_id = c.member_id AND o.counts AND lower(c.code) = ANY(o.codes)
     WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) AND c.issue_id = ANY($3::text[])`,
    [shopId, memberIds, issueIds],
  );
  return new Set(rows.map(({ member_id: id }) => id.toString()));
}

export interface ReachedMember extends Reached {
  number: number;
  arm: string;
  gift: string;
  /** Theirs alone; null where everybody in the arm gets the same. */
  offer: Offer | null;
}

/** Whom an experiment reached before that instant, by number. */
export async function listReached(
  sql: Sql,
  shopId: number,
  asked: { experimentId: string; before: Instant; after: number; limit: number },
): Promise<ReachedMember[]> {
  const rows = await sql.query<{
    number: number;
    member_id: bigint;
    arm: string;
    exposed_at: Date;
    gift: string;
    offer: Offer | null;
  }>(
    `SELECT number, member_id, arm, exposed_at, gift, offer FROM experiment_member
     WHERE shop_id = $1 AND experiment_id = $2 AND exposed_at <= $3 AND number > $4 AND member_id > 0
     ORDER BY number LIMIT $5`,
    [shopId, asked.experimentId, new Date(asked.before), asked.after, asked.limit],
  );
  return rows.map(({ member_id: memberId, exposed_at: at, ...row }) => {
    return { ...row, memberId: memberId.toString(), at: at.getTime() };
  });
}

export interface Reachable {
  /** null for everybody. */
  segmentId: string | null;
  knownBy: Instant;
}

/** Who is in the programme of the shop $1, was known by $2 and is in the segment $3. */
export const REACHABLE = `m.shop_id = $1 AND ${IN_PROGRAMME} AND m.known_since <= $2
  AND ($3::text IS NULL OR EXISTS (
    SELECT 1 FROM segment_member s WHERE s.shop_id = $1 AND s.segment_id = $3 AND s.member_id = m.id))`;

/** Members who can be reached, and were known by then; by id. */
export async function listReachable(
  sql: Sql,
  shopId: number,
  { segmentId, knownBy, after, limit }: Reachable & { after: MemberId; limit: number },
): Promise<MemberId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT m.id FROM member m WHERE ${REACHABLE} AND m.id > $4 ORDER BY m.id LIMIT $5`,
    [shopId, new Date(knownBy), segmentId, after, limit],
  );
  return rows.map(({ id }) => id.toString());
}

/** Who of these is still there and in the programme. */
export async function listPresent(
  sql: Pick<Sql, "query">,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<Set<MemberId>> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT m.id FROM member m WHERE m.shop_id = $1 AND ${IN_PROGRAMME} AND m.id = ANY($2::bigint[])`,
    [shopId, memberIds],
  );
  return new Set(rows.map(({ id }) => id.toString()));
}

export async function countReachable(
  sql: Sql,
  shopId: number,
  { segmentId, knownBy }: Reachable,
): Promise<number> {
  const [row] = await sql.query<{ members: number }>(
    `SELECT count(*)::int AS members FROM member m WHERE ${REACHABLE}`,
    [shopId, new Date(knownBy), segmentId],
  );
  return row?.members ?? 0;
}

/** Who of these no experiment of this id has reached yet. */
export async function listUnreached(
  sql: Sql,
  shopId: number,
  { experimentId, memberIds }: { experimentId: string; memberIds: readonly MemberId[] },
): Promise<MemberId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT asked.id FROM unnest($3::bigint[]) AS asked(id) WHERE NOT EXISTS (
       SELECT 1 FROM experiment_member m WHERE m.shop_id = $1 AND m.experiment_id = $2 AND m.member_id = asked.id)
     ORDER BY asked.id`,
    [shopId, experimentId, memberIds],
  );
  return rows.map(({ id }) => id.toString());
}
