import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { Needs } from "../loyalty/needs.ts";
import type { LimitsWanted, PastWanted } from "../loyalty/past.ts";
import type { PastDeed } from "../loyalty/records.ts";
import { DAY } from "../loyalty/time.ts";
import type { MemberRow, OrderRow, RedemptionRow } from "./book-rows.ts";
import type { ShopTransaction } from "./database.ts";

/**
 * What is asked of the database for a book; none of it waits for another, so all of it travels together.
 *
 * What is looked for by a list of keys is looked up key by key: `OFFSET 0` keeps the database from reading all that the
 * shop has instead, as it does where it knows nothing yet of a table that has grown. `(shop_id = $1) IS TRUE` keeps it from
 * doing so where another index than the shop's is to be used.
 */

/** Orders with more people in them than the one they belong to: few of many, and found by an index of their own. */
export const SHARED = `cardinality(member_ids) > CASE WHEN member_id IS NULL THEN 0 ELSE 1 END`;

const MEMBER = `id, pseudonym, merged_into, pending, available, held, owed, earned, redeemed, expired, level, next_due_at,
  seq, head, record`;

export function readMembers(tx: ShopTransaction, ids: Iterable<MemberId>): Promise<MemberRow[]> {
  return tx.query(
    `SELECT m.* FROM unnest($2::bigint[]) AS wanted(id),
       LATERAL (SELECT ${MEMBER} FROM member WHERE shop_id = $1 AND id = wanted.id OFFSET 0) AS m`,
    [tx.shopId, [...ids]],
  );
}

/**
 * Locks those named and those that the named records lead to until the transaction ends, by id, so that fewer wait for
 * each other; and reads them as whoever had them before left them.
 */
export function lockMembers(
  tx: ShopTransaction,
  { members, orders, redemptions, codes }: Needs,
): Promise<MemberRow[]> {
  if (orders.size + redemptions.size + codes.size === 0)
    return tx.query(lockIn(`SELECT unnest($2::bigint[]) AS id`), [tx.shopId, [...members]]);
  return tx.query(
    lockIn(`SELECT unnest($2::bigint[]) AS id
      UNION SELECT unnest(o.member_ids) FROM unnest($3::bigint[]) AS named(id),
        LATERAL (SELECT member_ids FROM "order" WHERE shop_id = $1 AND id = named.id OFFSET 0) AS o
      UNION SELECT r.member_id FROM unnest($4::text[]) AS named(id),
        LATERAL (SELECT member_id FROM redemption WHERE shop_id = $1 AND id = named.id OFFSET 0) AS r
      UNION SELECT r.member_id FROM unnest($5::text[]) AS named(code),
        LATERAL (SELECT member_id FROM redemption WHERE shop_id = $1 AND code = named.code OFFSET 0) AS r
      UNION SELECT r.member_id FROM unnest($3::bigint[]) AS named(order_id),
        LATERAL (SELECT member_id FROM redemption WHERE shop_id = $1 AND order_id = named.order_id OFFSET 0) AS r`),
    [tx.shopId, [...members], [...orders], [...redemptions], [...codes]],
  );
}

function lockIn(ids: string): string {
  return `SELECT m.* FROM (SELECT id FROM (${ids}) AS named ORDER BY id) AS wanted,
    LATERAL (SELECT ${MEMBER} FROM member WHERE shop_id = $1 AND id = wanted.id OFFSET 0 FOR UPDATE) AS m`;
}

/** What of a member may change without being spoken of. A row of a lot says more than its record. */
export interface LivingRow {
  of: "lot" | "order" | "redemption";
  member_id: bigint | null;
  id: string | null;
  remaining: bigint | null;
  held: bigint | null;
  record: unknown;
}

/**
 * Open lots, orders with pending points and those that somebody else has a share of too, and redemptions that hold
 * points: flat and in one, for to begin a statement costs more than to find its few rows.
 */
export function readLiving(tx: ShopTransaction, members: readonly MemberId[]): Promise<LivingRow[]> {
  return tx.query(
    `SELECT living.* FROM unnest($2::bigint[]) AS m(id), LATERAL (
       SELECT 'lot' AS of, member_id, id, remaining, held, record FROM lot
       WHERE shop_id = $1 AND member_id = m.id AND (remaining > 0 OR held > 0)
       UNION ALL SELECT 'order', NULL, NULL, NULL, NULL, record FROM "order"
       WHERE shop_id = $1 AND member_id = m.id AND pending > 0
       UNION ALL SELECT 'order', NULL, NULL, NULL, NULL, record FROM "order"
       WHERE (shop_id = $1) IS TRUE AND member_ids @> ARRAY[m.id] AND ${SHARED}
       UNION ALL SELECT 'redemption', NULL, NULL, NULL, NULL, record FROM redemption
       WHERE shop_id = $1 AND member_id = m.id AND state = 'held' OFFSET 0) AS living`,
    [tx.shopId, members],
  );
}

/** With their states, which only events about the order itself look at. */
export function readOrders(tx: ShopTransaction, ids: Iterable<OrderId>): Promise<OrderRow[]> {
  return tx.query(
    `SELECT o.* FROM unnest($2::bigint[]) AS named(id),
       LATERAL (SELECT id, record, snapshot FROM "order" WHERE shop_id = $1 AND id = named.id OFFSET 0) AS o`,
    [tx.shopId, [...ids]],
  );
}

export function readOrderRecords(tx: ShopTransaction, ids: Iterable<OrderId>): Promise<OrderRow[]> {
  return tx.query(
    `SELECT o.* FROM unnest($2::bigint[]) AS named(id),
       LATERAL (SELECT id, record FROM "order" WHERE shop_id = $1 AND id = named.id OFFSET 0) AS o`,
    [tx.shopId, [...ids]],
  );
}

export function readOrdersWithCodes(tx: ShopTransaction, codes: Iterable<string>): Promise<OrderRow[]> {
  return tx.query(
    `SELECT id, record FROM "order" WHERE (shop_id = $1) IS TRUE AND codes <> '{}' AND codes && $2::text[]`,
    [tx.shopId, [...codes]],
  );
}

export function readAllOrdersOf(tx: ShopTransaction, members: readonly MemberId[]): Promise<OrderRow[]> {
  return tx.query(
    `SELECT o.* FROM unnest($2::bigint[]) AS wanted(id),
       LATERAL (SELECT id, record FROM "order" WHERE shop_id = $1 AND member_id = wanted.id OFFSET 0) AS o
     UNION ALL SELECT id, record FROM "order"
     WHERE (shop_id = $1) IS TRUE AND member_ids && $2::bigint[] AND ${SHARED}`,
    [tx.shopId, members],
  );
}

/** Of each member the counting order that is the first besides those named. */
export function readFirstOrdersOf(
  tx: ShopTransaction,
  members: readonly MemberId[],
  named: Iterable<OrderId>,
): Promise<OrderRow[]> {
  return tx.query(
    `SELECT first.id, first.record FROM unnest($2::bigint[]) AS m(id), LATERAL (
       SELECT o.id, o.record FROM "order" o
       WHERE o.shop_id = $1 AND o.member_id = m.id AND o.counts AND o.id <> ALL($3::bigint[])
       ORDER BY o.processed_at, o.id LIMIT 1) AS first`,
    [tx.shopId, members, [...named]],
  );
}

/**
 * What the members' counting orders and activities count towards levels, from so many days before the instant that the
 * member is settled to; null for all of it. A row a member, for there may be many thousand.
 */
export async function readPast(
  tx: ShopTransaction,
  members: readonly MemberId[],
  { days, ofActivities }: PastWanted,
): Promise<Map<MemberId, PastDeed[]>> {
  const rows = await tx.query<{ id: bigint; orders: StoredDeed[] | null; activities: StoredDeed[] | null }>(
    `SELECT m.id,
       (SELECT json_agg(json_build_array(o.id::text, (extract(epoch FROM o.processed_at) * 1000)::bigint,
          o.posted::text, o.record->'value'->'n'->>'$n', o.record->'value'->'d'->>'$n'))
        FROM "order" o WHERE o.shop_id = $1 AND o.member_id = m.id AND o.counts AND o.processed_at > past.since) AS orders,
       CASE WHEN $4 THEN (SELECT json_agg(json_build_array(a.key, (a.record->>'at')::bigint,
          (SELECT coalesce(sum((e->'points'->>'$n')::numeric), 0)::text FROM jsonb_array_elements(a.record->'earned') e),
          '0', '1'))
        FROM activity a WHERE a.shop_id = $1 AND a.member_id = m.id
          AND to_timestamp((a.record->>'at')::bigint / 1000.0) > past.since) END AS activities
     FROM member m, LATERAL (SELECT CASE WHEN $3::int IS NULL THEN '-infinity'::timestamptz
       ELSE to_timestamp((m.record->>'settledTo')::bigint / 1000.0) - make_interval(days => $3::int) END AS since) past
     WHERE m.shop_id = $1 AND m.id = ANY($2::bigint[])`,
    [tx.shopId, members, days, ofActivities],
  );
  return new Map(
    rows.map((row) => [
      row.id.toString(),
      [
        ...(row.orders ?? []).map((deed) => deedOf("order", deed)),
        ...(row.activities ?? []).map((deed) => deedOf("activity", deed)),
      ],
    ]),
  );
}

/** Its id, instant and points, and its value as numerator and denominator. */
type StoredDeed = [id: string, at: number, points: string, n: string, d: string];

function deedOf(of: PastDeed["of"], [id, at, points, n, d]: StoredDeed): PastDeed {
  return { of, id, at, points: BigInt(points), value: { n: BigInt(n), d: BigInt(d) } };
}

/** Those named, and those that orders have taken or carry the code of; one may come twice. */
export function readRedemptions(
  tx: ShopTransaction,
  { redemptions, codes, orders }: Pick<Needs, "redemptions" | "codes" | "orders">,
): Promise<RedemptionRow[]> {
  return tx.query(
    `SELECT r.* FROM unnest($2::text[]) AS named(id),
       LATERAL (SELECT id, record FROM redemption WHERE shop_id = $1 AND id = named.id OFFSET 0) AS r
     UNION ALL SELECT r.* FROM unnest($3::text[]) AS named(code),
       LATERAL (SELECT id, record FROM redemption WHERE shop_id = $1 AND code = named.code OFFSET 0) AS r
     UNION ALL SELECT r.* FROM unnest($4::bigint[]) AS named(order_id),
       LATERAL (SELECT id, record FROM redemption WHERE shop_id = $1 AND order_id = named.order_id OFFSET 0) AS r`,
    [tx.shopId, [...redemptions], [...codes], [...orders]],
  );
}

export function readAllRedemptionsOf(
  tx: ShopTransaction,
  members: readonly MemberId[],
): Promise<RedemptionRow[]> {
  return tx.query(`SELECT id, record FROM redemption WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`, [
    tx.shopId,
    members,
  ]);
}

/** What the members have of these rewards, for what a member may have at most. */
export function readRewardsOf(
  tx: ShopTransaction,
  members: readonly MemberId[],
  rewards: Iterable<string>,
): Promise<RedemptionRow[]> {
  return tx.query(
    `SELECT id, record FROM redemption WHERE shop_id = $1 AND member_id = ANY($2::bigint[])
       AND record->>'rewardId' = ANY($3::text[]) AND state IN ('held', 'taken')`,
    [tx.shopId, members, [...rewards]],
  );
}

export function readActivities(tx: ShopTransaction, keys: Iterable<string>): Promise<{ record: unknown }[]> {
  return tx.query(
    `SELECT a.record FROM unnest($2::text[]) AS named(key),
       LATERAL (SELECT record FROM activity WHERE shop_id = $1 AND key = named.key OFFSET 0) AS a`,
    [tx.shopId, [...keys]],
  );
}

export function readAllActivitiesOf(
  tx: ShopTransaction,
  members: readonly MemberId[],
): Promise<{ record: unknown }[]> {
  return tx.query(`SELECT record FROM activity WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`, [
    tx.shopId,
    members,
  ]);
}

/** What these rules rewarded, from so many days before the instant that the member is settled to. */
export function readRewardedActivitiesOf(
  tx: ShopTransaction,
  members: readonly MemberId[],
  { rules, days }: LimitsWanted,
): Promise<{ record: unknown }[]> {
  return tx.query(
    `SELECT a.record FROM member m JOIN activity a ON a.shop_id = $1 AND a.member_id = m.id
     WHERE m.shop_id = $1 AND m.id = ANY($2::bigint[])
       AND ($4::int IS NULL
         OR (a.record->>'at')::bigint > (m.record->>'settledTo')::bigint - $4::int * ${DAY}::bigint)
       AND EXISTS (SELECT 1 FROM jsonb_array_elements(a.record->'earned') e WHERE e->>'ruleId' = ANY($3::text[]))`,
    [tx.shopId, members, rules, days],
  );
}

export async function readUsedKeys(tx: ShopTransaction, keys: Iterable<string>): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(
    `SELECT used.key FROM unnest($2::text[]) AS named(key),
       LATERAL (SELECT key FROM adjustment_key WHERE shop_id = $1 AND key = named.key OFFSET 0) AS used`,
    [tx.shopId, [...keys]],
  );
  return rows.map(({ key }) => key);
}
