import type { MemberId } from "../loyalty/ids.ts";
import type { ExpiryToReverse } from "../loyalty/reinstatement.ts";
import { orderOf } from "./book-rows.ts";
import type { Sql } from "./sql.ts";

export interface KnownExpiry extends ExpiryToReverse {
  /** In whose chain it stands: perhaps somebody's who was merged away since. */
  memberId: MemberId;
}

interface ExpiryRow {
  key: string;
  member_id: bigint;
  at: Date;
  points: bigint;
  order_id: bigint | null;
}

/** Expiries by their keys, as the ledger has them. */
export async function findExpiries(sql: Sql, shopId: number, keys: string[]): Promise<KnownExpiry[]> {
  if (keys.length === 0) return [];
  const rows = await sql.query<ExpiryRow>(
    `SELECT t.key, t.member_id, t.at, sum(p.points)::bigint AS points, max(p.order_id) AS order_id
     FROM ledger_transaction t JOIN posting p ON p.shop_id = t.shop_id AND p.transaction_id = t.id
     WHERE t.shop_id = $1 AND t.key = ANY($2::text[]) AND t.kind = 'expire'
     GROUP BY t.key, t.member_id, t.at`,
    [shopId, keys],
  );
  return rows.map(({ key, member_id, at, points, order_id }) => ({
    key,
    memberId: member_id.toString(),
    at: at.getTime(),
    points,
    orderId: order_id?.toString() ?? null,
  }));
}

/** Of these keys those that are used up. */
export async function findUsedKeys(sql: Sql, shopId: number, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await sql.query<{ key: string }>(
    `SELECT key FROM adjustment_key WHERE shop_id = $1 AND key = ANY($2::text[])`,
    [shopId, keys],
  );
  return new Set(rows.map(({ key }) => key));
}

/** What of these orders is gone for the member, by order. */
export async function findExpiredOf(
  sql: Sql,
  shopId: number,
  { memberId, orders }: { memberId: MemberId; orders: string[] },
): Promise<Map<string, bigint>> {
  if (orders.length === 0) return new Map();
  const rows = await sql.query<{ id: bigint; record: unknown }>(
    `SELECT id, record FROM "order" WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
    [shopId, orders],
  );
  return new Map(
    rows.map((row) => {
      const share = orderOf(row).shares.find((one) => one.memberId === memberId);
      return [row.id.toString(), share?.expired ?? 0n];
    }),
  );
}
