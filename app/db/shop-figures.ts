import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

export interface ShopFigures {
  members: bigint;
  pending: bigint;
  available: bigint;
  held: bigint;
  owed: bigint;
  /** Of these, points that people had who were erased: nobody can redeem them. */
  erased: bigint;
}

export async function sumShop(sql: Sql, shopId: number): Promise<ShopFigures> {
  const [row] = await sql.query<ShopFigures>(
    `SELECT count(*) FILTER (WHERE id > 0) AS members, coalesce(sum(pending), 0) AS pending,
       coalesce(sum(available), 0) AS available, coalesce(sum(held), 0) AS held, coalesce(sum(owed), 0) AS owed,
       coalesce(sum(pending + available + held) FILTER (WHERE id < 0), 0) AS erased
     FROM member WHERE shop_id = $1 AND merged_into IS NULL`,
    [shopId],
  );
  return row ?? { members: 0n, pending: 0n, available: 0n, held: 0n, owed: 0n, erased: 0n };
}

export async function hasOrders(sql: Sql, shopId: number): Promise<boolean> {
  const rows = await sql.query(`SELECT 1 FROM "order" WHERE shop_id = $1 LIMIT 1`, [shopId]);
  return rows.length > 0;
}

export interface LineHealth {
  today: bigint;
  waiting: bigint;
  oldestWaitingAt: Instant | null;
  dead: bigint;
  lastReceivedAt: Instant | null;
}

/** How the line of deliveries is doing; `dayStart` is the midnight at which the shop's day began. */
export async function measureLine(sql: Sql, shopId: number, dayStart: Instant): Promise<LineHealth> {
  const [row] = await sql.query<{
    today: bigint;
    waiting: bigint;
    oldest: Date | null;
    dead: bigint;
    last: Date | null;
  }>(
    `SELECT
       (SELECT count(*) FROM delivery WHERE shop_id = $1 AND received_at >= $2) AS today,
       (SELECT count(*) FROM delivery WHERE shop_id = $1 AND state = 'waiting') AS waiting,
       (SELECT min(received_at) FROM delivery WHERE shop_id = $1 AND state = 'waiting') AS oldest,
       (SELECT count(*) FROM delivery WHERE shop_id = $1 AND state = 'dead') AS dead,
       (SELECT max(received_at) FROM (${["done", "waiting", "dead"].map(newestOf).join(" UNION ALL ")}) AS newest) AS last`,
    [shopId, new Date(dayStart)],
  );
  return {
    today: row?.today ?? 0n,
    waiting: row?.waiting ?? 0n,
    oldestWaitingAt: row?.oldest?.getTime() ?? null,
    dead: row?.dead ?? 0n,
    lastReceivedAt: row?.last?.getTime() ?? null,
  };
}

/** By the index on state and order of arrival: the last of each state instead of all of all. */
function newestOf(state: string): string {
  return `(SELECT received_at FROM delivery WHERE shop_id = $1 AND state = '${state}' ORDER BY seq DESC LIMIT 1)`;
}
