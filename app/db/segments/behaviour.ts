import type { MemberId } from "../../loyalty/ids.ts";
import type { Day } from "../../insight/days.ts";
import type { ShopTransaction } from "../database.ts";
import { dayIn } from "../figures/shop-days.ts";
import type { Sql } from "../sql.ts";

/** How a member buys, by the names that insight has for it; NaN for what is not known, money in minor units. */
export interface BehaviourRow {
  memberId: MemberId;
  lastOn: Day;
  purchases: number;
  spent: number;
  gap: number;
  /** Different products on a day of purchase. */
  pieces: number;
  repeats: number;
  till: number;
  returns: number;
  rewards: number;
}

type Row = Omit<BehaviourRow, "memberId" | "spent"> & { id: bigint; spent: bigint };

/** Everybody who is in a group, in the order of their numbers. */
export async function readBehaviour(
  sql: Pick<Sql, "query">,
  shopId: number,
  timezone: string,
): Promise<BehaviourRow[]> {
  const day = dayIn("$2::text", "f.at");
  const rows = await sql.query<Row>(
    `SELECT g.member_id AS id, g.last_on AS "lastOn", g.orders AS purchases, g.spent,
       coalesce(rhythm.gap, 'NaN'::float8) AS gap,
       coalesce(things.mentions::float8 / g.orders, 0) AS pieces,
       coalesce(1 - things.different::float8 / things.mentions, 0) AS repeats,
       sums.till, sums.returns, coalesce(chosen.rewards, 0)::float8 * 10 / g.orders AS rewards
     FROM member_group g
     JOIN (SELECT f.member_id, avg((f.channel = 'pos')::int)::float8 AS till,
         coalesce(sum(f.refunded)::float8 / nullif(sum(f.value) + sum(f.refunded), 0), 0) AS returns
       FROM figure_order f WHERE f.shop_id = $1 AND f.counts GROUP BY 1) AS sums ON sums.member_id = g.member_id
     LEFT JOIN (SELECT f.member_id, count(*) AS mentions, count(DISTINCT product) AS different
       FROM figure_order f, unnest(f.products) AS product WHERE f.shop_id = $1 AND f.counts GROUP BY 1) AS things
       ON things.member_id = g.member_id
     LEFT JOIN (SELECT member_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) AS gap
       FROM (SELECT member_id, day - lag(day) OVER (PARTITION BY member_id ORDER BY day) AS gap
         FROM (SELECT DISTINCT f.member_id, ${day} AS day FROM figure_order f WHERE f.shop_id = $1 AND f.counts) AS days)
         AS gaps GROUP BY 1) AS rhythm ON rhythm.member_id = g.member_id
     LEFT JOIN (SELECT member_id, count(*) AS rewards FROM redemption
       WHERE shop_id = $1 AND state IN ('held', 'taken') GROUP BY 1) AS chosen ON chosen.member_id = g.member_id
     WHERE g.shop_id = $1 ORDER BY g.member_id`,
    [shopId, timezone],
  );
  return rows.map(({ id, spent, ...row }) => ({ ...row, memberId: id.toString(), spent: Number(spent) }));
}

/** Which cluster each of these is in; everybody else is in none. */
export async function saveClusters(
  tx: ShopTransaction,
  { memberIds, numbers }: { memberIds: readonly MemberId[]; numbers: readonly number[] },
): Promise<void> {
  await tx.query(
    `UPDATE member_group g SET cluster = r.number
     FROM (SELECT o.member_id, n.number FROM member_group o
       LEFT JOIN unnest($2::bigint[], $3::int[]) AS n(member_id, number) ON n.member_id = o.member_id
       WHERE o.shop_id = $1) AS r
     WHERE g.shop_id = $1 AND g.member_id = r.member_id AND g.cluster IS DISTINCT FROM r.number`,
    [tx.shopId, memberIds, numbers],
  );
}
