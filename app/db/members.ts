import type { MemberId } from "../loyalty/ids.ts";
import type { Points } from "../loyalty/points.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export async function listDueMembers(
  tx: ShopTransaction,
  until: Instant,
  limit: number,
): Promise<MemberId[]> {
  const rows = await tx.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND next_due_at <= $2 AND merged_into IS NULL AND id > 0
     ORDER BY next_due_at LIMIT $3`,
    [tx.shopId, new Date(until), limit],
  );
  return rows.map((row) => row.id.toString());
}

export interface Figures {
  available: bigint;
  pending: bigint;
  held: bigint;
  owed: bigint;
  level: string | null;
}

type FiguresRow = Figures & { shop_id: number; known: boolean; merged_into: bigint | null };

/**
 * What a customer has in the shop with this domain; `member` is null for one that the shop does not know. null where
 * the app is not installed. One statement, but for those who were merged away.
 */
export async function findFigures(
  sql: Sql,
  domain: string,
  memberId: MemberId | null,
): Promise<{ member: Figures | null } | null> {
  const [row] = await sql.again<FiguresRow>(
    `SELECT s.id AS shop_id, m.id IS NOT NULL AS known, m.merged_into, m.available, m.pending, m.held, m.owed, m.level
     FROM shop s LEFT JOIN member m ON m.shop_id = s.id AND m.id = $2
     WHERE s.domain = $1 AND s.uninstalled_at IS NULL`,
    [domain, memberId],
  );
  if (row === undefined) return null;
  if (memberId === null || !row.known) return { member: null };
  return { member: row.merged_into === null ? row : await findKeptFigures(sql, row.shop_id, memberId) };
}

/** Follows merges, however many. */
async function findKeptFigures(sql: Sql, shopId: number, memberId: MemberId): Promise<Figures | null> {
  const [row] = await sql.again<Figures>(
    `WITH RECURSIVE kept AS (
       SELECT id, merged_into FROM member WHERE shop_id = $1 AND id = $2
       UNION SELECT m.id, m.merged_into FROM member m JOIN kept ON m.shop_id = $1 AND m.id = kept.merged_into)
     SELECT m.available, m.pending, m.held, m.owed, m.level FROM member m
     JOIN kept ON m.id = kept.id WHERE m.shop_id = $1 AND kept.merged_into IS NULL`,
    [shopId, memberId],
  );
  return row ?? null;
}

/** Whether anybody has at least so many points available. */
export async function hasMemberWith(sql: Sql, shopId: number, points: Points): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 FROM member WHERE shop_id = $1 AND merged_into IS NULL AND id > 0 AND available >= $2 LIMIT 1`,
    [shopId, points],
  );
  return rows.length > 0;
}
