import { countOut } from "../../db/home-signals.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import type { Programme } from "../../loyalty/programme.ts";

export interface ScarceReward {
  /** Its id in the programme. */
  reward: string;
  left: number;
  /** How many there were. */
  of: number;
}

/** A tenth of what there was, and one at the least. */
const LOW_SHARE = 10;

/** Rewards of which there are only so many, and few or none are left. */
export async function findScarce(
  sql: Sql,
  shop: ShopRow,
  programme: Programme | null,
): Promise<ScarceReward[]> {
  const limited = (programme?.rewards ?? []).flatMap(({ id, total, stock }) => {
    const of = Math.min(total ?? Number.POSITIVE_INFINITY, stock ?? Number.POSITIVE_INFINITY);
    return Number.isFinite(of) ? [{ reward: id, of }] : [];
  });
  const out = await countOut(
    sql,
    shop.id,
    limited.map(({ reward }) => reward),
  );
  return limited
    .map(({ reward, of }) => ({ reward, of, left: Math.max(0, of - (out.get(reward) ?? 0)) }))
    .filter(isLow);
}

export function isLow({ left, of }: ScarceReward): boolean {
  return left <= Math.max(1, Math.floor(of / LOW_SHARE));
}
