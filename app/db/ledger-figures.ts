import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** A member's figures as the books have them. */
export interface MemberFigureRow {
  id: string;
  pending: bigint;
  available: bigint;
  held: bigint;
  owed: bigint;
  earned: bigint;
  redeemed: bigint;
  expired: bigint;
  level: string | null;
  nextDueAt: Instant | null;
}

/** A shop's books as they stand, person by person and order by order; whoever was erased is left out. */
export interface LedgerFigures {
  members: MemberFigureRow[];
  /** Points posted for each order that was told of. */
  orders: Map<string, bigint>;
  redemptions: Map<string, string>;
}

export async function readLedgerFigures(sql: Sql, shopId: number): Promise<LedgerFigures> {
  const members = await sql.query<
    Omit<MemberFigureRow, "id" | "nextDueAt"> & { id: bigint; next_due_at: Date | null }
  >(
    `SELECT id, pending, available, held, owed, earned, redeemed, expired, level, next_due_at FROM member
     WHERE shop_id = $1 AND merged_into IS NULL AND id > 0`,
    [shopId],
  );
  const orders = await sql.query<{ id: bigint; posted: bigint }>(
    `SELECT id, posted FROM "order" WHERE shop_id = $1 AND (record->>'told')::boolean
       AND snapshot IS NOT NULL AND NOT 0 > ANY(member_ids)`,
    [shopId],
  );
  const redemptions = await sql.query<{ id: string; state: string }>(
    `SELECT id, state FROM redemption WHERE shop_id = $1 AND member_id > 0`,
    [shopId],
  );
  return {
    members: members.map(({ id, next_due_at: nextDueAt, ...figures }) => ({
      ...figures,
      id: id.toString(),
      nextDueAt: nextDueAt?.getTime() ?? null,
    })),
    orders: new Map(orders.map(({ id, posted }) => [id.toString(), posted])),
    redemptions: new Map(redemptions.map(({ id, state }) => [id, state])),
  };
}
