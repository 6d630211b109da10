import type { MemberId } from "../loyalty/ids.ts";
import type { Bought } from "../insight/offers/long-gone.ts";
import { DAY, type Instant } from "../loyalty/time.ts";
import { BOUGHT } from "./bought.ts";
import { REACHABLE, type Reachable } from "./experiment-outcomes.ts";
import type { Sql } from "./sql.ts";

/** What is known of somebody who may be made an offer. Money in units of the shop's currency, as predictions are. */
export interface ProspectRow extends Bought {
  memberId: MemberId;
  /** null where nothing is expected of them. */
  expected: { value: number; orders: number; risk: number } | null;
  orders: number;
  /** Of these, with a discount code. */
  discounted: number;
}

/** Members who can be reached and were made no offer since then, by id. */
export async function listProspects(
  sql: Sql,
  shopId: number,
  asked: Reachable & { noOfferSince: Instant; after: MemberId; limit: number },
): Promise<ProspectRow[]> {
  const rows = await sql.query<{
    id: bigint;
    value: number | null;
    expected: number | null;
    risk: number | null;
    orders: number;
    discounted: number;
    days: number;
    first_at: Date | null;
    last_at: Date | null;
  }>(
    `SELECT m.id, p.expected_value AS value, p.expected_orders AS expected, p.churn_risk AS risk, o.orders, o.discounted,
       o.days, o.first_at, o.last_at
     FROM member m LEFT JOIN member_prediction p ON p.shop_id = m.shop_id AND p.member_id = m.id
     CROSS JOIN LATERAL (
       SELECT (count(*) FILTER (WHERE o.counts))::int AS orders,
         (count(*) FILTER (WHERE o.counts AND o.codes <> '{}'))::int AS discounted,
         count(DISTINCT processed_at::date)::int AS days, min(processed_at) AS first_at, max(processed_at) AS last_at
       FROM "order" o WHERE o.shop_id = $1 AND o.member_id = m.id AND ${BOUGHT}) AS o
     WHERE ${REACHABLE} AND m.id > $4 AND NOT EXISTS (
       SELECT 1 FROM experiment_member em JOIN experiment e ON e.shop_id = em.shop_id AND e.id = em.experiment_id
       WHERE em.shop_id = $1 AND em.member_id = m.id AND e.kind = 'offers' AND em.exposed_at > $5)
     ORDER BY m.id LIMIT $6`,
    [
      ...[shopId, new Date(asked.knownBy), asked.segmentId, asked.after, new Date(asked.noOfferSince)],
      asked.limit,
    ],
  );
  return rows.map(({ id, value, expected, risk, orders, discounted, days, first_at, last_at }) => ({
    memberId: id.toString(),
    expected: value === null || expected === null || risk === null ? null : { value, orders: expected, risk },
    ...{ orders, discounted, buyingDays: days },
    ...{ firstBoughtAt: first_at?.getTime() ?? null, lastBoughtAt: last_at?.getTime() ?? null },
  }));
}

/** What earlier offers of each choice came to, of members whose days are over. */
export async function listTried(
  sql: Sql,
  shopId: number,
  { now, windowDays }: { now: Instant; windowDays: number },
): Promise<{ choiceId: string; members: number; bought: number }[]> {
  const length = windowDays * DAY;
  return sql.query(
    `SELECT m.offer->>'choiceId' AS "choiceId", count(*)::int AS members, (count(*) FILTER (WHERE EXISTS (
       SELECT 1 FROM "order" o WHERE o.shop_id = m.shop_id AND o.member_id = m.member_id AND o.counts
         AND o.processed_at >= m.exposed_at AND o.processed_at < m.exposed_at + $3 * interval '1 millisecond')))::int AS bought
     FROM experiment_member m JOIN experiment e ON e.shop_id = m.shop_id AND e.id = m.experiment_id AND e.kind = 'offers'
     WHERE m.shop_id = $1 AND m.gift = 'given' AND m.offer IS NOT NULL AND m.exposed_at <= $2 GROUP BY 1 ORDER BY 1`,
    [shopId, new Date(now - length), length],
  );
}

export interface OfferedMember {
  number: number;
  memberId: MemberId;
  arm: string;
  gift: string;
  offer: unknown;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
}

/** To whom what was offered, a page by number. */
export async function listOffered(
  sql: Sql,
  shopId: number,
  { experimentId, after, limit }: { experimentId: string; after: number; limit: number },
): Promise<OfferedMember[]> {
  const rows = await sql.query<Omit<OfferedMember, "memberId"> & { memberId: bigint }>(
    `SELECT m.number, m.member_id AS "memberId", m.arm, m.gift, m.offer, p.first_name AS "firstName",
       p.last_name AS "lastName", p.email
     FROM experiment_member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.member_id
     WHERE m.shop_id = $1 AND m.experiment_id = $2 AND m.number > $3 AND m.offer IS NOT NULL ORDER BY m.number LIMIT $4`,
    [shopId, experimentId, after, limit],
  );
  return rows.map((row) => ({ ...row, memberId: row.memberId.toString() }));
}

/** Names of members, for a page that shows some of them. */
export async function namesOf(
  sql: Sql,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, Pick<OfferedMember, "firstName" | "lastName" | "email">>> {
  const rows = await sql.query<{
    id: bigint;
    firstName: string | null;
    lastName: string | null;
    email: string | null;
  }>(
    `SELECT member_id AS id, first_name AS "firstName", last_name AS "lastName", email FROM person
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [shopId, memberIds],
  );
  return new Map(rows.map(({ id, ...name }) => [id.toString(), name]));
}

/** Of how many members something is expected. */
export async function countPredictions(sql: Sql, shopId: number): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM member_prediction WHERE shop_id = $1`,
    [shopId],
  );
  return row?.count ?? 0;
}

/** Enough for a share of them; a page waits for it. */
const MOST_ORDERS = 5_000;

/** What this share of the newest orders since then were worth at most, in minor units; null where there are none. */
export async function findOrderValue(
  sql: Sql,
  shopId: number,
  { since, share }: { since: Instant; share: number },
): Promise<bigint | null> {
  const [row] = await sql.query<{ value: bigint | null }>(
    `SELECT percentile_disc($3::float8) WITHIN GROUP (ORDER BY value) AS value FROM (
       SELECT div((record->'value'->'n'->>'$n')::numeric, (record->'value'->'d'->>'$n')::numeric) AS value FROM "order"
       JOIN (SELECT id FROM "order" WHERE shop_id = $1 AND counts AND member_id IS NOT NULL AND processed_at >= $2
         ORDER BY processed_at DESC LIMIT $4) AS newest USING (id) WHERE shop_id = $1) AS valued`,
    [shopId, new Date(since), share, MOST_ORDERS],
  );
  return row?.value ?? null;
}
