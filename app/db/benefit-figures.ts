import type { Sql } from "./sql.ts";

/** What the store has still to do for rewards. */
export interface WaitingBenefits {
  /** Discounts, credits and gift cards that are to be made or disabled. */
  due: number;
  /** Rewards that a person of the shop hands over. */
  byHand: number;
  /** What the store will not have. */
  refused: number;
  /** Codes of rewards that were given to many. */
  codes: number;
}

export async function countWaitingBenefits(sql: Sql, shopId: number): Promise<WaitingBenefits> {
  const [row] = await sql.query<{ due: bigint; by_hand: bigint; refused: bigint; codes: bigint }>(
    `SELECT count(*) FILTER (WHERE state = 'due') AS due, count(*) FILTER (WHERE state = 'by-hand') AS by_hand,
       count(*) FILTER (WHERE state = 'refused') AS refused,
       (SELECT count(*) FROM issued_code WHERE shop_id = $1 AND state = 'waiting') AS codes
     FROM benefit WHERE shop_id = $1 AND state IN ('due', 'by-hand', 'refused')`,
    [shopId],
  );
  return {
    due: Number(row?.due ?? 0n),
    byHand: Number(row?.by_hand ?? 0n),
    refused: Number(row?.refused ?? 0n),
    codes: Number(row?.codes ?? 0n),
  };
}
