import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** A view of the list of members that somebody of the staff keeps. */
export interface MemberView {
  id: string;
  name: string;
  /** As the address says it, without the words searched. */
  filters: string;
  search: string;
  /** The staff member whose it is. */
  owner: string;
  /** Everybody of the staff sees it. */
  shared: boolean;
}

/** Their own and what others share, the oldest first, so that a tab stays where it is. */
export async function listMemberViews(
  sql: Sql,
  shopId: number,
  { staff, limit }: { staff: string; limit: number },
): Promise<MemberView[]> {
  return sql.again<MemberView>(
    `SELECT id, name, filters, search, owner, shared FROM member_view
     WHERE shop_id = $1 AND (owner = $2 OR shared) ORDER BY saved_at, id LIMIT $3`,
    [shopId, staff, limit],
  );
}

/** The view, and until the transaction ends nobody else changes it. */
export async function lockMemberView(tx: ShopTransaction, id: string): Promise<MemberView | null> {
  const [row] = await tx.query<MemberView>(
    `SELECT id, name, filters, search, owner, shared FROM member_view WHERE shop_id = $1 AND id = $2 FOR UPDATE`,
    [tx.shopId, id],
  );
  return row ?? null;
}

/** A view stays where it is among the others when it changes. False for a new one of which there are enough. */
export async function saveMemberView(
  tx: ShopTransaction,
  view: MemberView,
  { now, most }: { now: Instant; most: number },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO member_view AS v (shop_id, id, name, filters, search, owner, shared, saved_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE EXISTS (SELECT 1 FROM member_view WHERE shop_id = $1 AND id = $2)
       OR (SELECT count(*) FROM member_view WHERE shop_id = $1 AND owner = $6) < $9
     ON CONFLICT (shop_id, id) DO UPDATE SET name = excluded.name, filters = excluded.filters, search = excluded.search,
       shared = excluded.shared RETURNING id`,
    [
      ...[tx.shopId, view.id, view.name, view.filters, view.search, view.owner, view.shared],
      ...[new Date(now), most],
    ],
  );
  return rows.length > 0;
}

export async function deleteMemberView(tx: ShopTransaction, id: string): Promise<void> {
  await tx.query(`DELETE FROM member_view WHERE shop_id = $1 AND id = $2`, [tx.shopId, id]);
}
