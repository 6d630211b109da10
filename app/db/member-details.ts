import type { Fraction } from "../loyalty/fraction.ts";
import type { MemberId } from "../loyalty/ids.ts";
import type { MemberRecord } from "../loyalty/records.ts";
import type { Instant } from "../loyalty/time.ts";
import { lotOf, memberOf, orderOf, type LotRow, type MemberRow } from "./book-rows.ts";
import type { Sql } from "./sql.ts";

export interface MemberDetails {
  record: MemberRecord;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  /** Of the store's customer, BCP 47. */
  locale: string | null;
  knownSince: Instant;
  erasedAt: Instant | null;
  /** Whether the store still shows figures of before. */
  isStale: boolean;
}

type DetailsRow = MemberRow & {
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  locale: string | null;
  known_since: Date;
  redacted_at: Date | null;
  summary_stale: boolean;
};

/** The member with their open lots, to look at; nothing is locked. null where the shop has nobody of this id. */
export async function findMemberDetails(
  sql: Sql,
  shopId: number,
  id: MemberId,
): Promise<MemberDetails | null> {
  const [row] = await sql.query<DetailsRow>(
    `SELECT m.id, m.pseudonym, m.merged_into, m.pending, m.available, m.held, m.owed, m.earned, m.redeemed, m.expired,
       m.level, m.next_due_at, m.seq, m.head, m.record, m.known_since, m.redacted_at, m.summary_stale, p.first_name, p.last_name,
       p.email, p.locale
     FROM member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     WHERE m.shop_id = $1 AND m.id = $2`,
    [shopId, id],
  );
  if (row === undefined) return null;
  const lots = await sql.query<LotRow>(
    `SELECT id, member_id, remaining, held, record FROM lot
     WHERE shop_id = $1 AND member_id = $2 AND (remaining > 0 OR held > 0)`,
    [shopId, id],
  );
  return {
    record: memberOf(row, lots.map(lotOf)),
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    locale: row.locale,
    knownSince: row.known_since.getTime(),
    erasedAt: row.redacted_at?.getTime() ?? null,
    isStale: row.summary_stale,
  };
}

export interface MemberOrder {
  id: string;
  name: string;
  processedAt: Instant;
  counts: boolean;
  /** Minor units; 0 while it does not count. */
  value: Fraction;
  /** Posted for it to this member. */
  posted: bigint;
  pending: bigint;
  vestsAt: Instant;
}

export interface OrderPlace {
  processedAt: Instant;
  id: string;
}

interface OrderListRow {
  id: bigint;
  record: unknown;
}

/** The newest first; `before` pages on. */
export async function listMemberOrders(
  sql: Sql,
  shopId: number,
  page: { memberId: MemberId; before: OrderPlace | null; limit: number },
): Promise<MemberOrder[]> {
  const { memberId, before, limit } = page;
  const rows = await sql.query<OrderListRow>(
    `SELECT id, record FROM "order" WHERE shop_id = $1 AND member_id = $2
       AND ($3::timestamptz IS NULL OR (processed_at, id) < ($3, $4::bigint))
     ORDER BY processed_at DESC, id DESC LIMIT $5`,
    [shopId, memberId, before === null ? null : new Date(before.processedAt), before?.id ?? null, limit],
  );
  return rows.map((row) => memberOrderOf(row, memberId));
}

/** Orders of the member whose points wait, what comes first in front. */
export async function listPendingOrders(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
): Promise<MemberOrder[]> {
  const rows = await sql.query<OrderListRow>(
    `SELECT id, record FROM "order" WHERE shop_id = $1 AND member_id = $2 AND pending > 0
     ORDER BY processed_at, id LIMIT 100`,
    [shopId, memberId],
  );
  return rows.map((row) => memberOrderOf(row, memberId));
}

function memberOrderOf(row: OrderListRow, memberId: MemberId): MemberOrder {
  const order = orderOf(row);
  const share = order.shares.find((one) => one.memberId === memberId);
  return {
    id: row.id.toString(),
    name: order.name,
    processedAt: order.processedAt,
    counts: order.counts,
    value: order.value,
    posted: share?.posted ?? 0n,
    pending: share?.pending ?? 0n,
    vestsAt: order.vestsAt,
  };
}

export async function findOrderNames(sql: Sql, shopId: number, ids: string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: bigint; name: string }>(
    `SELECT id, name FROM "order" WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
    [shopId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id.toString(), name]));
}
