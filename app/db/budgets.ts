import type { MemberId } from "../loyalty/ids.ts";
import type { ShopTransaction } from "./database.ts";
import { issuesOf } from "./experiments.ts";
import type { Sql } from "./sql.ts";

/** What gifts may cost, and what is set aside for them; in minor units. */
export interface Budget {
  /** null for no end. */
  budget: bigint | null;
  committed: bigint;
  /** Of offers that are over: what nobody used; null until that is known. */
  givenBack: bigint | null;
  /** Of offers: the month of the shop's calendar that they count in, "2026-11". */
  month: string | null;
}

export async function findBudget(sql: Sql, shopId: number, experimentId: string): Promise<Budget> {
  const [row] = await sql.query<Budget>(
    `SELECT budget, committed, given_back AS "givenBack", month FROM experiment WHERE shop_id = $1 AND id = $2`,
    [shopId, experimentId],
  );
  return row ?? { budget: null, committed: 0n, givenBack: null, month: null };
}

/** What an experiment may cost, from its beginning on. */
export async function setBudget(
  tx: ShopTransaction,
  { experimentId, budget, month = null }: { experimentId: string; budget: bigint; month?: string | null },
): Promise<void> {
  await tx.query(`UPDATE experiment SET budget = $3::numeric, month = $4 WHERE shop_id = $1 AND id = $2`, [
    tx.shopId,
    experimentId,
    budget.toString(),
    month,
  ]);
}

/**
 * Sets aside what gifts cost, or with a negative cost gives back what is not given after all; in the month that the
 * experiment counts in as well. The database refuses what goes beyond either budget.
 */
export async function setAside(
  tx: ShopTransaction,
  { experimentId, cost }: { experimentId: string; cost: bigint },
): Promise<void> {
  if (cost === 0n) return;
  const [row] = await tx.query<{ month: string | null }>(
    `UPDATE experiment SET committed = committed + $3::numeric WHERE shop_id = $1 AND id = $2 RETURNING month`,
    [tx.shopId, experimentId, cost.toString()],
  );
  if (row?.month == null) return;
  await tx.query(
    `INSERT INTO offer_month (shop_id, month, committed) VALUES ($1, $2, $3::numeric)
     ON CONFLICT (shop_id, month) DO UPDATE SET committed = offer_month.committed + excluded.committed`,
    [tx.shopId, row.month, cost.toString()],
  );
}

/** Of offers that are over: what nobody used goes back, once. Answers whether that was now. */
export async function noteGivenBack(
  tx: ShopTransaction,
  { experimentId, cost }: { experimentId: string; cost: bigint },
): Promise<boolean> {
  const fresh = await tx.query(
    `UPDATE experiment SET given_back = $3::numeric WHERE shop_id = $1 AND id = $2 AND given_back IS NULL RETURNING id`,
    [tx.shopId, experimentId, cost.toString()],
  );
  if (fresh.length > 0) await setAside(tx, { experimentId, cost: -cost });
  return fresh.length > 0;
}

/**
 * Frees what is set aside for somebody who is erased: what they were still to be given, and codes that they have not used,
 * for a code is its member's alone and is withdrawn with them. They are one person under all their numbers: one of them may
 * have been given the code by which another stands in the experiment. Points that were given stay counted, and so does what
 * went back already.
 */
export async function freeCostsOf(tx: ShopTransaction, memberIds: readonly MemberId[]): Promise<void> {
  const rows = await tx.query<{ id: string; gift: string; cost: bigint; isOver: boolean }>(
    `SELECT x.id, e.gift, e.cost, x.given_back IS NOT NULL AS "isOver" FROM experiment_member e
     JOIN experiment x ON x.shop_id = e.shop_id AND x.id = e.experiment_id
     WHERE e.shop_id = $1 AND e.member_id = ANY($2::bigint[]) AND e.gift IN ('waiting', 'given') AND e.cost IS NOT NULL`,
    [tx.shopId, memberIds],
  );
  for (const { id: experimentId, gift, cost, isOver } of rows) {
    const isFree = gift === "waiting" || (!isOver && (await isCodeUnused(tx, { experimentId, memberIds })));
    if (isFree) await setAside(tx, { experimentId, cost: -cost });
  }
}

/** False where they were given no code. */
async function isCodeUnused(
  tx: ShopTransaction,
  { experimentId, memberIds }: { experimentId: string; memberIds: readonly MemberId[] },
): Promise<boolean> {
  const [row] = await tx.query<{ unused: boolean | null }>(
    `SELECT bool_and(NOT EXISTS (
       SELECT 1 FROM "order" o WHERE o.shop_id = c.shop_id AND o.codes <> '{}' AND o.codes @> ARRAY[lower(c.code)]
         AND NOT (o.record->>'undone')::boolean AND NOT (o.record->>'deleted')::boolean)) AS unused
     FROM issued_code c WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) AND starts_with(c.issue_id, $3)`,
    [tx.shopId, memberIds, issuesOf(experimentId)],
  );
  return row?.unused ?? false;
}

/**
 * What is set aside for those who were given a code under one of these issues and have not used it. An order
 * uses it from when it is placed, for it may be paid days later. Whoever was merged into somebody since has left their
 * orders to them, and their code is known by it.
 */
export async function sumUnused(
  sql: Sql,
  shopId: number,
  { experimentId, issueIds }: { experimentId: string; issueIds: readonly string[] },
): Promise<bigint> {
  const [row] = await sql.query<{ cost: bigint | null }>(
    `WITH used AS (
       SELECT c.member_id AS holder, o.member_id AS buyer FROM issued_code c
       JOIN "order" o ON o.shop_id = c.shop_id AND o.codes <> '{}' AND o.codes @> ARRAY[lower(c.code)]
         AND NOT (o.record->>'undone')::boolean AND NOT (o.record->>'deleted')::boolean
       WHERE c.shop_id = $1 AND c.issue_id = ANY($3::text[]))
     SELECT sum(cost) AS cost FROM experiment_member
     WHERE shop_id = $1 AND experiment_id = $2 AND gift = 'given'
       AND member_id NOT IN (SELECT holder FROM used) AND member_id NOT IN (
         SELECT buyer FROM used WHERE buyer IS NOT NULL)`,
    [shopId, experimentId, issueIds],
  );
  return row?.cost ?? 0n;
}
