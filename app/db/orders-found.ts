import type { OrderId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** An order in the few words by which somebody recognises it. */
export interface FoundOrder {
  id: OrderId;
  name: string;
  processedAt: Instant;
  posted: bigint;
}

interface FoundRow {
  id: bigint;
  name: string;
  processed_at: Date;
  posted: bigint;
}

/** Of which nothing but sums is kept, there is nothing to look at. */
const KNOWN = `snapshot IS NOT NULL AND name <> ''`;

/** The newest since then. */
export async function listNewestOrders(
  sql: Sql,
  shopId: number,
  { since, limit }: { since: Instant; limit: number },
): Promise<FoundOrder[]> {
  const rows = await sql.query<FoundRow>(
    `SELECT id, name, processed_at, posted FROM "order" WHERE shop_id = $1 AND processed_at >= $2 AND ${KNOWN}
     ORDER BY processed_at DESC, id DESC LIMIT $3`,
    [shopId, new Date(since), limit],
  );
  return rows.map(orderOf);
}

/** By the name that people call it, with or without the sign before it, or by its number in the store. */
export async function findOrdersNamed(
  sql: Sql,
  shopId: number,
  { name, limit }: { name: string; limit: number },
): Promise<FoundOrder[]> {
  const bare = name.replace(/^#/, "");
  const id = /^\d{1,18}$/.test(bare) ? bare : null;
  const rows = await sql.query<FoundRow>(
    `SELECT id, name, processed_at, posted FROM "order"
     WHERE shop_id = $1 AND (id = $2::bigint OR name = ANY($3::text[])) AND ${KNOWN}
     ORDER BY processed_at DESC LIMIT $4`,
    [shopId, id, [name, bare, `#${bare}`], limit],
  );
  return rows.map(orderOf);
}

function orderOf({ id, name, processed_at: at, posted }: FoundRow): FoundOrder {
  return { id: id.toString(), name, processedAt: at.getTime(), posted };
}
