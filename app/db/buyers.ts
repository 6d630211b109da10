import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

/** What is known of somebody who bought, beside what they spend. */
export interface Buyer {
  /** Their first order that we know of. */
  since: Instant;
  /** As the store has it; null where it does not say. */
  locale: string | null;
}

export async function findBuyers(
  sql: Sql,
  shopId: number,
  ids: readonly MemberId[],
): Promise<Map<MemberId, Buyer>> {
  const rows = await sql.query<{ id: bigint; since: Date; locale: string | null }>(
    `SELECT m.id, p.locale, least(m.known_since,
       (SELECT min(o.processed_at) FROM "order" o WHERE o.shop_id = $1 AND o.member_id = m.id AND o.counts)) AS since
     FROM member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     WHERE m.shop_id = $1 AND m.id = ANY($2::bigint[])`,
    [shopId, ids],
  );
  return new Map(rows.map(({ id, since, locale }) => [id.toString(), { since: since.getTime(), locale }]));
}
