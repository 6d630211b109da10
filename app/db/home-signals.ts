import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** How far rewards are that the store, or a person, is to hand over. */
export interface BenefitSignals {
  /** Waiting for a person of the shop; since when the first of them does. */
  byHand: number;
  byHandSince: Instant | null;
  /** Tried more than once without an answer. */
  stuck: number;
  /** The store would not have them, since the instant asked for: their points went back. */
  refused: number;
}

export async function findBenefitSignals(
  sql: Sql,
  shopId: number,
  { refusedSince, now }: { refusedSince: Instant; now: Instant },
): Promise<BenefitSignals> {
  const [row] = await sql.query<{ by_hand: bigint; since: Date | null; stuck: bigint; refused: bigint }>(
    `SELECT
       (SELECT count(*) FROM benefit WHERE shop_id = $1 AND state = 'by-hand') AS by_hand,
       (SELECT min(due_at) FROM benefit WHERE shop_id = $1 AND state = 'by-hand') AS since,
       (SELECT count(*) FROM benefit WHERE shop_id = $1 AND state = 'due' AND attempts > 1 AND due_at < $3) AS stuck,
       (SELECT count(*) FROM benefit WHERE shop_id = $1 AND state = 'refused' AND due_at >= $2) AS refused`,
    [shopId, new Date(refusedSince), new Date(now + STUCK_AHEAD)],
  );
  return {
    byHand: Number(row?.by_hand ?? 0n),
    byHandSince: row?.since?.getTime() ?? null,
    stuck: Number(row?.stuck ?? 0n),
    refused: Number(row?.refused ?? 0n),
  };
}

/** What is put off is tried again within a day. */
const STUCK_AHEAD = 24 * 60 * 60 * 1000;

/** How many of each reward are held or taken. */
export async function countOut(
  sql: Sql,
  shopId: number,
  rewards: readonly string[],
): Promise<Map<string, number>> {
  if (rewards.length === 0) return new Map();
  const rows = await sql.query<{ reward: string; out: number }>(
    `SELECT record->>'rewardId' AS reward, count(*)::int AS out FROM redemption
     WHERE shop_id = $1 AND state IN ('held', 'taken') AND record->>'rewardId' = ANY($2::text[]) GROUP BY 1`,
    [shopId, [...rewards]],
  );
  return new Map(rows.map(({ reward, out }) => [reward, out]));
}

/** More than this many lots are not counted: the sentence says "more than". */
const MOST_COUNTED = 10_000;

/** Lots that became available under a version before the instant and nobody was told of; at most `MOST_COUNTED`. */
export async function sumUnnoticedLots(
  sql: Sql,
  shopId: number,
  { version, before }: { version: number; before: Instant },
): Promise<{ lots: number; points: bigint; isMore: boolean }> {
  const [row] = await sql.query<{ lots: bigint; points: bigint | null }>(
    `SELECT count(*) AS lots, sum(remaining)::bigint AS points FROM (
       SELECT remaining FROM lot
       WHERE shop_id = $1 AND remaining > 0 AND available_at < $2 AND (record->>'version')::int = $3
         AND record->>'notice' IS NULL AND record->>'endsAt' IS NULL
       LIMIT $4) AS found`,
    [shopId, new Date(before), version, MOST_COUNTED + 1],
  );
  const lots = Number(row?.lots ?? 0n);
  return {
    lots: Math.min(lots, MOST_COUNTED),
    points: row?.points ?? 0n,
    isMore: lots > MOST_COUNTED,
  };
}

/** Rewards that the store would not have, from inclusive, to exclusive. */
export async function countRefusedWithin(
  sql: Sql,
  shopId: number,
  { from, to }: { from: Instant; to: Instant },
): Promise<number> {
  const [row] = await sql.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM benefit
     WHERE shop_id = $1 AND state = 'refused' AND due_at >= $2 AND due_at < $3`,
    [shopId, new Date(from), new Date(to)],
  );
  return Number(row?.count ?? 0n);
}
