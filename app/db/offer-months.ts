import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** What all personal offers of a month may cost, and what is counted with; money in minor units. */
export interface OfferLimits {
  /** 0 before it was ever saved, and one more with every saving. */
  revision: number;
  /** null for no end. */
  amount: bigint | null;
  /** What is left of a month is added to the next. */
  carries: boolean;
  /** The largest order that per cent are counted with; null where nobody said. */
  largestOrder: bigint | null;
  /** What a delivery costs the merchant; likewise. */
  delivery: bigint | null;
}

/** A month of the shop's calendar. */
export interface OfferMonth {
  /** "2026-11". */
  month: string;
  /** Of the budget: what was left of the months before. */
  carried: bigint;
  budget: bigint | null;
  /** What is set aside for offers. */
  committed: bigint;
}

export async function findOfferLimits(sql: Sql, shopId: number): Promise<OfferLimits> {
  const [row] = await sql.query<OfferLimits>(
    `SELECT revision, amount, carries, largest_order AS "largestOrder", delivery FROM offer_budget WHERE shop_id = $1`,
    [shopId],
  );
  return row ?? { revision: 0, amount: null, carries: false, largestOrder: null, delivery: null };
}

export async function saveOfferLimits(
  tx: ShopTransaction,
  { at, by, ...limits }: OfferLimits & { at: Instant; by: string },
): Promise<void> {
  const { revision, amount, carries, largestOrder, delivery } = limits;
  await tx.query(
    `INSERT INTO offer_budget (shop_id, revision, amount, carries, largest_order, delivery, saved_at, saved_by)
     VALUES ($1, $2, $3::numeric, $4, $5::numeric, $6::numeric, $7, $8)
     ON CONFLICT (shop_id) DO UPDATE SET revision = excluded.revision, amount = excluded.amount,
       carries = excluded.carries, largest_order = excluded.largest_order, delivery = excluded.delivery,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [
      ...[tx.shopId, revision, amount?.toString() ?? null, carries, largestOrder?.toString() ?? null],
      ...[delivery?.toString() ?? null, new Date(at), by],
    ],
  );
}

/** The last month up to and with this one of which anything is known. */
export async function findLastMonth(sql: Sql, shopId: number, upTo: string): Promise<OfferMonth | null> {
  const [row] = await sql.query<OfferMonth>(
    `SELECT month, carried, budget, committed FROM offer_month WHERE shop_id = $1 AND month <= $2
     ORDER BY month DESC LIMIT 1`,
    [shopId, upTo],
  );
  return row ?? null;
}

/** Puts down what a month may cost; what is set aside in it stays. The database refuses a budget below that. */
export async function saveMonth(
  tx: ShopTransaction,
  { month, carried, budget }: Omit<OfferMonth, "committed">,
): Promise<void> {
  await tx.query(
    `INSERT INTO offer_month (shop_id, month, carried, budget) VALUES ($1, $2, $3::numeric, $4::numeric)
     ON CONFLICT (shop_id, month) DO UPDATE SET carried = excluded.carried, budget = excluded.budget`,
    [tx.shopId, month, carried.toString(), budget?.toString() ?? null],
  );
}
