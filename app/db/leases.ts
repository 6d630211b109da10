import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "./sql.ts";

const HELD_AT_MOST_MS = 20_000;
const ASK_AGAIN_MS = 50;

/**
 * Lets one process at a time do something that must not happen twice at once, such as rotating a refresh token. Whoever
 * dies with it loses it after 20 seconds.
 */
export async function withLease<T>(sql: Sql, name: string, work: () => Promise<T>): Promise<T> {
  const until = await acquire(sql, name);
  try {
    return await work();
  } finally {
    await sql.query(`DELETE FROM lease WHERE name = $1 AND until = $2`, [name, until]);
  }
}

async function acquire(sql: Sql, name: string): Promise<Date> {
  const deadline = performance.now() + 2 * HELD_AT_MOST_MS;
  while (performance.now() < deadline) {
    const [row] = await sql.query<{ until: Date }>(
      `INSERT INTO lease AS l (name, until) VALUES ($1, date_trunc('milliseconds', now()) + $2 * interval '1 millisecond')
       ON CONFLICT (name) DO UPDATE SET until = excluded.until WHERE l.until < now() RETURNING until`,
      [name, HELD_AT_MOST_MS],
    );
    if (row !== undefined) return row.until;
    await sleep(ASK_AGAIN_MS);
  }
  throw new Error(`the lease "${name}" could not be had`);
}
