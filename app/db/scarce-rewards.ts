import type { ShopTransaction } from "./database.ts";

/** Rewards of which there are only so many: two members who ask for the last one at once follow each other. */

const LOCK_NAMES = "perennial reward";

/** Until the transaction ends. Always in the same order, so that nobody waits in a circle. */
export async function lockScarceRewards(tx: ShopTransaction, rewards: ReadonlySet<string>): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended($2 || ' ' || $1 || ' ' || id, 0))
     FROM (SELECT id FROM unnest($3::text[]) AS r(id) ORDER BY id) AS in_order`,
    [tx.shopId.toString(), LOCK_NAMES, [...rewards]],
  );
}

/** How many of each are held or taken. */
export async function countRewardsOut(
  tx: ShopTransaction,
  rewards: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const rows = await tx.query<{ reward: string; out: number }>(
    `SELECT record->>'rewardId' AS reward, count(*)::int AS out FROM redemption
     WHERE shop_id = $1 AND state IN ('held', 'taken') AND record->>'rewardId' = ANY($2::text[]) GROUP BY 1`,
    [tx.shopId, [...rewards]],
  );
  return new Map(rows.map(({ reward, out }) => [reward, out]));
}
