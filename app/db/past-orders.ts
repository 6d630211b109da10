import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

export interface PastCredited {
  /** That still stand in the line of deliveries. */
  waiting: number;
  /** That could not be settled. */
  dead: number;
  /** That count by now, their members, and what is posted for them. */
  orders: number;
  members: number;
  points: string;
}

/** What became of the past orders that were taken in since then. */
export async function readPastCredited(sql: Sql, shopId: number, since: Instant): Promise<PastCredited> {
  const [row] = await sql.query<
    Record<"waiting" | "dead" | "orders" | "members", number> & { points: string }
  >(
    `WITH taken AS (SELECT state, order_id FROM delivery
       WHERE shop_id = $1 AND received_at >= $2 AND starts_with(webhook_id, 'past-')),
     counting AS (SELECT member_id, posted FROM "order"
       WHERE shop_id = $1 AND counts AND id IN (SELECT order_id FROM taken WHERE state = 'done'))
     SELECT (SELECT count(*) FROM taken WHERE state = 'waiting')::int AS waiting,
       (SELECT count(*) FROM taken WHERE state = 'dead')::int AS dead,
       count(*)::int AS orders, count(DISTINCT member_id)::int AS members,
       coalesce(sum(posted), 0)::text AS points FROM counting`,
    [shopId, new Date(since)],
  );
  if (row === undefined) throw new Error("a sum has one row");
  return row;
}
