import type { Look, Places, Watermark } from "../../insight/watermark.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ShopTransaction } from "../database.ts";
import { fromJson, toJson } from "../json.ts";
import type { Sql } from "../sql.ts";

/** Raised whenever a figure comes to mean something else: then all are worked out anew. */
export const BASIS = 3;

export interface FigureState extends Watermark {
  timezone: string;
  basis: number;
  /** Up to which member all are worked out, while that lasts. */
  builtTo: bigint | null;
  sweptAt: Instant;
  /** What the figures are true of; null before the first time. */
  asOf: Instant | null;
}

interface StateRow {
  timezone: string;
  basis: number;
  built_to: bigint | null;
  taken: unknown;
  seen: unknown;
  swept_at: Date;
  as_of: Date | null;
}

export async function findFigureState(sql: Sql, shopId: number): Promise<FigureState | null> {
  const [row] = await sql.query<StateRow>(
    `SELECT timezone, basis, built_to, taken, seen, swept_at, as_of FROM figure_state WHERE shop_id = $1`,
    [shopId],
  );
  if (row === undefined) return null;
  const { timezone, basis, built_to: builtTo, swept_at: sweptAt, as_of: asOf } = row;
  return {
    timezone,
    basis,
    builtTo,
    taken: fromJson(row.taken),
    seen: fromJson(row.seen),
    sweptAt: sweptAt.getTime(),
    asOf: asOf?.getTime() ?? null,
  };
}

/** Whether everything of the shop's past is in them, as they are defined now. */
export async function areFiguresWhole(sql: Sql, shopId: number): Promise<boolean> {
  const state = await findFigureState(sql, shopId);
  return state !== null && state.basis === BASIS && state.builtTo === null && state.asOf !== null;
}

/**
 * Whoever changes figures has the shop's for themselves until the transaction ends. It writes, though nothing: whoever
 * waited with a look from before begins anew.
 */
export async function lockFigures(tx: ShopTransaction): Promise<void> {
  await tx.query(`UPDATE figure_state SET basis = basis WHERE shop_id = $1`, [tx.shopId]);
}

/** To see one instant, and nobody beside oneself who changes figures. */
export async function takeFigures(tx: ShopTransaction): Promise<void> {
  await tx.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
  await lockFigures(tx);
}

const TABLES = [
  ...["figure_cell", "figure_share", "figure_member", "figure_order"],
  ...["figure_segment_member", "figure_state"],
];
/** Below every id, also those of people who were erased. */
const FIRST = -(2n ** 63n);

/** Forgets all figures; what stands in the logs by now is in what is worked out from here on. */
export async function beginFigures(
  tx: ShopTransaction,
  { timezone, look, now }: { timezone: string; look: Look; now: Instant },
): Promise<void> {
  for (const table of TABLES) await tx.query(`DELETE FROM ${table} WHERE shop_id = $1`, [tx.shopId]);
  await tx.query(`UPDATE figure_segment SET taken_at = NULL, ready = false WHERE shop_id = $1`, [tx.shopId]);
  const { oldest: _, next, ...places } = look;
  await tx.query(
    `INSERT INTO figure_state (shop_id, timezone, basis, built_to, taken, seen, swept_at)
     VALUES ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb, $7)`,
    [
      tx.shopId,
      timezone,
      BASIS,
      FIRST,
      toJson({ ledger: 0n, handled: 0n, levels: 0n } satisfies Places),
      toJson({ ...places, below: next }),
      new Date(now),
    ],
  );
}

export async function saveBuiltTo(tx: ShopTransaction, builtTo: bigint | null): Promise<void> {
  await tx.query(`UPDATE figure_state SET built_to = $2 WHERE shop_id = $1`, [tx.shopId, builtTo]);
}

export async function saveWatermark(
  tx: ShopTransaction,
  { taken, seen }: Watermark,
  { asOf, sweptAt }: { asOf: Instant; sweptAt: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE figure_state SET taken = $2::text::jsonb, seen = $3::text::jsonb, as_of = $4, swept_at = $5
     WHERE shop_id = $1`,
    [tx.shopId, toJson(taken), toJson(seen), new Date(asOf), new Date(sweptAt)],
  );
}
