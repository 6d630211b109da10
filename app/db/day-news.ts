import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** What the ledger tells of a time up to now, in sums. */
export interface LedgerNews {
  /** Orders that points were posted for, and how many. */
  ordersEarned: bigint;
  earned: bigint;
  /** Orders of which points were taken back, and how many. */
  ordersTakenBack: bigint;
  takenBack: bigint;
  /** Rewards chosen and not released within the time again, and what they cost. */
  rewards: bigint;
  redeemed: bigint;
  membersExpired: bigint;
  expired: bigint;
  adjustments: bigint;
}

/** From inclusive, to exclusive; null is open. */
export interface Span {
  from: Instant;
  to: Instant | null;
}

const WITHIN = (column: string) => `${column} >= $2 AND ($3::timestamptz IS NULL OR ${column} < $3)`;

function valuesOf(shopId: number, { from, to }: Span): unknown[] {
  return [shopId, new Date(from), to === null ? null : new Date(to)];
}

/** Holds whose points did not go back within the time; the keys of both name the redemption. */
const KEPT = `t.kind = 'hold' AND substring(t.key FROM '^redeem:(.*)$') NOT IN (SELECT redemption FROM released)`;

/** By the ranges of time that the ledger is kept in, so that only what is asked for is read. */
export async function sumLedger(sql: Sql, shopId: number, span: Span): Promise<LedgerNews> {
  const [row] = await sql.query<LedgerNews>(
    `WITH released AS (
       SELECT substring(t.key FROM '^release:(.*):[0-9]+$') AS redemption FROM ledger_transaction t
       WHERE t.shop_id = $1 AND t.kind = 'release' AND ${WITHIN("t.at")})
     SELECT count(DISTINCT p.order_id) FILTER (WHERE t.kind = 'order' AND p.debit = 'earnings') AS "ordersEarned",
       coalesce(sum(p.points) FILTER (WHERE t.kind = 'order' AND p.debit = 'earnings'), 0) AS earned,
       count(DISTINCT p.order_id) FILTER (WHERE t.kind = 'order' AND p.credit = 'earnings') AS "ordersTakenBack",
       coalesce(sum(p.points) FILTER (WHERE t.kind = 'order' AND p.credit = 'earnings'), 0) AS "takenBack",
       count(DISTINCT t.id) FILTER (WHERE ${KEPT}) AS rewards,
       coalesce(sum(p.points) FILTER (WHERE ${KEPT} AND p.credit = 'held'), 0) AS redeemed,
       count(DISTINCT t.member_id) FILTER (WHERE t.kind = 'expire') AS "membersExpired",
       coalesce(sum(p.points) FILTER (WHERE t.kind = 'expire'), 0) AS expired,
       count(DISTINCT t.id) FILTER (WHERE t.kind = 'adjust') AS adjustments
     FROM ledger_transaction t JOIN posting p ON p.shop_id = t.shop_id AND p.transaction_id = t.id
     WHERE t.shop_id = $1 AND ${WITHIN("t.at")}`,
    valuesOf(shopId, span),
  );
  if (row === undefined) throw new Error("a sum has no row");
  return row;
}

export async function countNewMembers(sql: Sql, shopId: number, span: Span): Promise<bigint> {
  const [row] = await sql.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM member
     WHERE shop_id = $1 AND ${WITHIN("known_since")} AND merged_into IS NULL AND id > 0`,
    valuesOf(shopId, span),
  );
  return row?.count ?? 0n;
}

/** Rewards given without points, one for each member, less those that were taken back. */
export async function countGiven(sql: Sql, shopId: number, span: Span): Promise<bigint> {
  const [row] = await sql.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM reward_issue i
     JOIN issued_code c ON c.shop_id = i.shop_id AND c.issue_id = i.id
     WHERE i.shop_id = $1 AND ${WITHIN("i.at")} AND i.cancelled_at IS NULL AND c.state <> 'refused'`,
    valuesOf(shopId, span),
  );
  return row?.count ?? 0n;
}

/** Moves between levels by where from and where to. */
export async function countLevelChanges(
  sql: Sql,
  shopId: number,
  span: Span,
): Promise<{ from: string | null; to: string | null; members: number }[]> {
  const rows = await sql.query<{ from: string | null; to: string | null; members: bigint }>(
    `SELECT from_level AS from, to_level AS to, count(DISTINCT member_id) AS members FROM level_change
     WHERE shop_id = $1 AND ${WITHIN("at")} GROUP BY from_level, to_level`,
    valuesOf(shopId, span),
  );
  return rows.map((row) => ({ ...row, members: Number(row.members) }));
}
