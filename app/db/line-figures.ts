import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** A day of the shop, as 2026-07-01, and what came and was worked off on it. */
export interface DayOfLine {
  date: string;
  /** When it began. */
  startsAt: Instant;
  received: number;
  done: number;
}

/** How much came each day, the newest first, and how much of that is worked off by now; days without any are missing. */
export async function countByDay(
  sql: Sql,
  shopId: number,
  { timezone, since }: { timezone: string; since: Instant },
): Promise<DayOfLine[]> {
  const rows = await sql.query<{ date: string; starts_at: Date; received: bigint; done: bigint }>(
    `SELECT to_char(received_at AT TIME ZONE $2, 'YYYY-MM-DD') AS date,
       date_trunc('day', min(received_at), $2) AS starts_at, count(*) AS received,
       count(*) FILTER (WHERE state = 'done') AS done
     FROM delivery WHERE shop_id = $1 AND received_at >= $3 GROUP BY 1 ORDER BY 1 DESC`,
    [shopId, timezone, new Date(since)],
  );
  return rows.map((row) => ({
    date: row.date,
    startsAt: row.starts_at.getTime(),
    received: Number(row.received),
    done: Number(row.done),
  }));
}

export interface DeadReason {
  topic: string;
  reason: string;
  count: number;
  /** The newest of them. */
  webhookId: string;
}

/** Dead letters by topic and reason, the most frequent first. */
export async function countDeadReasons(sql: Sql, shopId: number, limit: number): Promise<DeadReason[]> {
  const rows = await sql.query<{ topic: string; reason: string; count: bigint; webhook_id: string }>(
    `SELECT topic, coalesce(reason, '') AS reason, count(*) AS count,
       (array_agg(webhook_id ORDER BY seq DESC))[1] AS webhook_id
     FROM delivery WHERE shop_id = $1 AND state = 'dead' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT $2`,
    [shopId, limit],
  );
  return rows.map((row) => ({
    topic: row.topic,
    reason: row.reason,
    count: Number(row.count),
    webhookId: row.webhook_id,
  }));
}
