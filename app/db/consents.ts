import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { listIdsOfPerson } from "./erase.ts";

/** What a person may be asked to agree to, each by itself. */
export type Purpose = "messages" | "recommendations";

export interface Consent {
  given: boolean;
  at: Instant;
}

/** The latest word of the person, under whichever of their ids; null where they never said anything. */
export async function findConsent(
  tx: ShopTransaction,
  memberId: MemberId,
  purpose: Purpose,
): Promise<Consent | null> {
  const ids = await listIdsOfPerson(tx, memberId);
  const [row] = await tx.query<{ given: boolean; at: Date }>(
    `SELECT given, at FROM consent WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND purpose = $3
     ORDER BY at DESC LIMIT 1`,
    [tx.shopId, ids, purpose],
  );
  return row === undefined ? null : { given: row.given, at: row.at.getTime() };
}

/** Saying the same again does not change since when it has been so. */
export async function saveConsent(
  tx: ShopTransaction,
  memberId: MemberId,
  { purpose, given, at }: Consent & { purpose: Purpose },
): Promise<void> {
  const before = await findConsent(tx, memberId, purpose);
  if (before?.given === given) return;
  await tx.query(
    `INSERT INTO consent (shop_id, member_id, purpose, given, at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (shop_id, member_id, purpose) DO UPDATE SET given = excluded.given, at = excluded.at`,
    [tx.shopId, memberId, purpose, given, new Date(at)],
  );
}
