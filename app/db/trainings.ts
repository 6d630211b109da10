import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** The last time that a shop's models were learned anew. */
export interface Training {
  askedAt: Instant;
  /** null for what the night brought about. */
  askedBy: string | null;
  /** What is being learned now; null before it has begun. */
  step: string | null;
  done: number;
  /** 0 before it has begun. */
  steps: number;
  /** What could not be learned. */
  failed: string[];
  /** null while it is under way. */
  finishedAt: Instant | null;
}

export async function findTraining(sql: Sql, shopId: number): Promise<Training | null> {
  const [row] = await sql.query<{
    asked_at: Date;
    asked_by: string | null;
    step: string | null;
    done: number;
    steps: number;
    failed: string[];
    finished_at: Date | null;
  }>(
    `SELECT asked_at, asked_by, step, done, steps, failed, finished_at FROM insight_training WHERE shop_id = $1`,
    [shopId],
  );
  if (row === undefined) return null;
  const { asked_at: askedAt, asked_by: askedBy, finished_at: finishedAt, ...rest } = row;
  return { ...rest, askedBy, askedAt: askedAt.getTime(), finishedAt: finishedAt?.getTime() ?? null };
}

/** Begins one in the place of the last. False where one is under way that was asked for since `lostBefore`. */
export async function beginTraining(
  tx: ShopTransaction,
  { askedBy, at, lostBefore }: { askedBy: string | null; at: Instant; lostBefore: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO insight_training AS t (shop_id, asked_at, asked_by) VALUES ($1, $2, $3)
     ON CONFLICT (shop_id) DO UPDATE SET asked_at = excluded.asked_at, asked_by = excluded.asked_by,
       step = NULL, done = 0, steps = 0, failed = '{}', finished_at = NULL
     WHERE t.finished_at IS NOT NULL OR t.asked_at < $4 RETURNING shop_id`,
    [tx.shopId, new Date(at), askedBy, new Date(lostBefore)],
  );
  return rows.length > 0;
}

export async function noteTraining(
  sql: Sql,
  shopId: number,
  { step, done, steps }: { step: string; done: number; steps: number },
): Promise<void> {
  await sql.query(
    `UPDATE insight_training SET step = $2, done = $3, steps = $4 WHERE shop_id = $1 AND finished_at IS NULL`,
    [shopId, step, done, steps],
  );
}

export async function finishTraining(
  sql: Sql,
  shopId: number,
  { failed, at }: { failed: readonly string[]; at: Instant },
): Promise<void> {
  await sql.query(
    `UPDATE insight_training SET finished_at = $2, failed = $3, step = NULL, done = steps,
       orders = (SELECT count(*) FROM "order" o WHERE o.shop_id = $1 AND o.member_id IS NOT NULL)
     WHERE shop_id = $1 AND finished_at IS NULL`,
    [shopId, new Date(at), failed],
  );
}

export interface TrainedShop {
  id: number;
  timezone: string;
  installedAt: Instant;
  /** null before the first time. */
  askedAt: Instant | null;
  /** The shop has by now at least twice the orders that it had then, and at least `fewest`. */
  hasGrown: boolean;
}

/** Beyond so many orders a shop is no other by having twice as many before the next night. */
const STILL_SMALL = 20_000;

/** Installed shops with orders, without those whose models are being learned anew since `lostBefore`. */
export async function listTrainedShops(
  sql: Sql,
  { fewest, lostBefore }: { fewest: number; lostBefore: Instant },
): Promise<TrainedShop[]> {
  const rows = await sql.query<{
    id: number;
    timezone: string;
    installed_at: Date;
    asked_at: Date | null;
    has_grown: boolean;
  }>(
    `SELECT s.id, s.timezone, s.installed_at, t.asked_at,
       coalesce(t.orders, 0) < ${STILL_SMALL} AND EXISTS (
         SELECT 1 FROM "order" o WHERE o.shop_id = s.id AND o.member_id IS NOT NULL
         OFFSET greatest($1::bigint, 2 * coalesce(t.orders, 0)) - 1) AS has_grown
     FROM shop s LEFT JOIN insight_training t ON t.shop_id = s.id
     WHERE s.uninstalled_at IS NULL AND (t.shop_id IS NULL OR t.finished_at IS NOT NULL OR t.asked_at < $2)
       AND EXISTS (SELECT 1 FROM "order" o WHERE o.shop_id = s.id AND o.member_id IS NOT NULL)
     ORDER BY s.id`,
    [fewest, new Date(lostBefore)],
  );
  return rows.map((row) => ({
    ...{ id: row.id, timezone: row.timezone, installedAt: row.installed_at.getTime() },
    ...{ askedAt: row.asked_at?.getTime() ?? null, hasGrown: row.has_grown },
  }));
}
