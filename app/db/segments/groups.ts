import type { Day } from "../../insight/days.ts";
import type { GroupReason, Standing } from "../../insight/segments/group-moves.ts";
import type { Segment } from "../../insight/segments/rfm.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ShopTransaction } from "../database.ts";
import { dayIn } from "../figures/shop-days.ts";
import { toStorableJson } from "../json.ts";
import { LISTED } from "../member-list.ts";
import type { Sql } from "../sql.ts";
import { personOf, type NamedPerson, type PersonRow } from "./moves.ts";

/** What somebody bought, in sum. */
export interface BuyerRow {
  memberId: MemberId;
  purchases: number;
  spent: number;
  lastOn: Day;
  /** The middle of the gaps between days of purchase, and how many gaps there are; 0 for none. */
  usual: number;
  gaps: number;
}

/** Everybody who has bought, in the order of their numbers. */
export async function listBuyers(
  sql: Pick<Sql, "query">,
  shopId: number,
  timezone: string,
): Promise<BuyerRow[]> {
  const rows = await sql.query<{
    id: bigint;
    purchases: number;
    spent: bigint;
    last_on: Day;
    usual: number | null;
  }>(
    `SELECT m.id, b.purchases, b.spent, b.last_on, b.usual FROM member m JOIN (
       SELECT member_id, count(*)::int AS purchases, sum(spent)::bigint AS spent, max(day) AS last_on,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) AS usual
       FROM (SELECT member_id, day, spent, day - lag(day) OVER (PARTITION BY member_id ORDER BY day) AS gap
         FROM (SELECT f.member_id, ${dayIn("$2::text", "f.at")} AS day, sum(f.value) AS spent FROM figure_order f
           WHERE f.shop_id = $1 AND f.counts GROUP BY 1, 2) AS days) AS gaps
       GROUP BY member_id) AS b ON b.member_id = m.id
     WHERE ${LISTED} ORDER BY m.id`,
    [shopId, timezone],
  );
  return rows.map((row) => ({
    memberId: row.id.toString(),
    purchases: row.purchases,
    spent: Number(row.spent),
    lastOn: row.last_on,
    usual: row.usual ?? 0,
    gaps: row.purchases - 1,
  }));
}

interface GroupRow {
  member_id: bigint;
  rfm: Segment;
  recency: number;
  frequency: number;
  money: number;
  orders: number;
  spent: bigint;
  last_on: Day;
}

/** How everybody stood when it was last worked out. */
export async function readStandings(
  sql: Pick<Sql, "query">,
  shopId: number,
): Promise<Map<MemberId, Standing>> {
  const rows = await sql.query<GroupRow>(
    `SELECT member_id, rfm, recency, frequency, money, orders, spent, last_on FROM member_group WHERE shop_id = $1`,
    [shopId],
  );
  return new Map(
    rows.map(({ member_id: id, rfm: group, orders: purchases, spent, last_on: lastOn, ...score }) => [
      id.toString(),
      { group, purchases, spent: Number(spent), lastOn, ...score },
    ]),
  );
}

export interface GroupMove {
  memberId: MemberId;
  from: Segment | null;
  /** null for whoever buys no more, or is gone. */
  to: Segment | null;
  because: GroupReason | { kind: "gone" };
}

/**
 * Keeps how these stand now, but for whoever was erased or merged since that was worked out; since when they are in their
 * group changes with the group alone.
 */
export async function saveStandings(
  tx: ShopTransaction,
  standings: readonly (Standing & { memberId: MemberId })[],
  at: Instant,
): Promise<void> {
  const column = <Name extends keyof (typeof standings)[number]>(name: Name) =>
    standings.map((standing) => standing[name]);
  await tx.query(
    `INSERT INTO member_group AS g (shop_id, member_id, rfm, recency, frequency, money, orders, spent, last_on, since)
     SELECT $1, r.*, $2 FROM unnest($3::bigint[], $4::text[], $5::smallint[], $6::smallint[], $7::smallint[], $8::int[],
       $9::bigint[], $10::int[]) AS r(member_id) JOIN member m ON ${LISTED} AND m.id = r.member_id
     FOR KEY SHARE OF m
     ON CONFLICT (shop_id, member_id) DO UPDATE SET rfm = excluded.rfm, recency = excluded.recency,
       frequency = excluded.frequency, money = excluded.money, orders = excluded.orders, spent = excluded.spent,
       last_on = excluded.last_on, since = CASE WHEN g.rfm = excluded.rfm THEN g.since ELSE excluded.since END`,
    [
      ...[tx.shopId, new Date(at), column("memberId"), column("group"), column("recency")],
      ...[column("frequency"), column("money"), column("purchases"), column("spent"), column("lastOn")],
    ],
  );
}

export async function forgetStandings(tx: ShopTransaction, memberIds: readonly MemberId[]): Promise<void> {
  await tx.query(`DELETE FROM member_group WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`, [
    tx.shopId,
    memberIds,
  ]);
}

/** Of whoever was erased meanwhile nothing is kept. */
export async function insertGroupMoves(
  tx: ShopTransaction,
  moves: readonly GroupMove[],
  at: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO group_move (shop_id, member_id, at, from_group, to_group, because)
     SELECT $1, r.member_id, $2, r.from_group, r.to_group, r.because::jsonb
     FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[]) AS r(member_id, from_group, to_group, because)
     JOIN member m ON m.shop_id = $1 AND m.id = r.member_id FOR KEY SHARE OF m`,
    [
      tx.shopId,
      new Date(at),
      moves.map(({ memberId }) => memberId),
      moves.map(({ from }) => from),
      moves.map(({ to }) => to),
      moves.map(({ because }) => toStorableJson(because)),
    ],
  );
}

export interface GroupSize {
  group: Segment;
  members: number;
  /** Of the median member. */
  purchases: number;
  spent: number;
  lastOn: Day;
}

/** Groups that anybody is in. */
export async function sizeGroups(sql: Pick<Sql, "query">, shopId: number): Promise<GroupSize[]> {
  const median = (column: string) => `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column})`;
  return sql.query<GroupSize>(
    `SELECT rfm AS group, count(*)::int AS members, ${median("orders")} AS purchases, ${median("spent")} AS spent,
       ${median("last_on")}::int AS "lastOn"
     FROM member_group WHERE shop_id = $1 GROUP BY rfm`,
    [shopId],
  );
}

export interface GroupMoveRow extends Omit<GroupMove, "memberId"> {
  id: string;
  member: NamedPerson;
  at: Instant;
}

/** The newest first; whoever bought for the first time came from no group, and is left out. */
export async function listGroupMoves(
  sql: Pick<Sql, "query">,
  shopId: number,
  limit: number,
): Promise<GroupMoveRow[]> {
  const rows = await sql.query<
    PersonRow & {
      id: bigint;
      at: Date;
      from_group: Segment | null;
      to_group: Segment | null;
      because: GroupMove["because"];
    }
  >(
    `SELECT v.id, v.at, v.from_group, v.to_group, v.because, v.member_id, p.first_name, p.last_name, p.email
     FROM group_move v LEFT JOIN person p ON p.shop_id = v.shop_id AND p.member_id = v.member_id
     WHERE v.shop_id = $1 AND v.from_group IS NOT NULL ORDER BY v.id DESC LIMIT $2`,
    [shopId, limit],
  );
  return rows.map((row) => ({
    ...{ id: row.id.toString(), member: personOf(row), at: row.at.getTime() },
    ...{ from: row.from_group, to: row.to_group, because: row.because },
  }));
}

/** How many went from which group to which since then. */
export function countGroupMoves(
  sql: Pick<Sql, "query">,
  shopId: number,
  since: Instant,
): Promise<{ from: Segment | null; to: Segment | null; members: number }[]> {
  return sql.query(
    `SELECT from_group AS "from", to_group AS "to", count(*)::int AS members FROM group_move
     WHERE shop_id = $1 AND at >= $2 GROUP BY 1, 2`,
    [shopId, new Date(since)],
  );
}
