import type { MemberId } from "../loyalty/ids.ts";
import type { Sql } from "./sql.ts";

/** Whom these ids mean after all merges; ids of nobody known are missing. */
export async function resolveMembers(
  sql: Sql,
  shopId: number,
  ids: readonly MemberId[],
): Promise<Map<MemberId, MemberId>> {
  const rows = await sql.query<{ named: bigint; id: bigint }>(
    `WITH RECURSIVE up AS (
       SELECT id AS named, id, merged_into FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[])
       UNION SELECT up.named, m.id, m.merged_into FROM member m JOIN up ON m.shop_id = $1 AND m.id = up.merged_into)
     SELECT named, id FROM up WHERE merged_into IS NULL`,
    [shopId, ids],
  );
  return new Map(rows.map(({ named, id }) => [named.toString(), id.toString()]));
}

/** Those whose `customers/create` is known, settled or waiting; whoever was merged away needs none any more. */
export async function findSignedUp(
  sql: Sql,
  shopId: number,
  ids: readonly MemberId[],
): Promise<Set<MemberId>> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[])
       AND ((record->>'signedUp')::boolean OR merged_into IS NOT NULL)
     UNION SELECT member_id FROM delivery WHERE shop_id = $1 AND state = 'waiting' AND member_id = ANY($2::bigint[])
       AND event->'event'->>'kind' = 'customer-created'`,
    [shopId, ids],
  );
  return new Set(rows.map(({ id }) => id.toString()));
}

/**
 * Members whom the store should have: those of whom no news says that they are gone from it. A share of them, turn by
 * turn, so that all are looked for in time.
 */
export async function listMembersToLookFor(
  sql: Sql,
  shopId: number,
  { most, turn }: { most: number; turn: number },
): Promise<MemberId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `WITH standing AS (SELECT m.id, ceil(count(*) OVER ()::numeric / $2)::int AS parts FROM member m
       WHERE m.shop_id = $1 AND m.merged_into IS NULL AND m.id > 0)
     SELECT id FROM standing WHERE mod(abs(hashint8(id)::bigint), parts) = mod($3::int, parts)
       AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.shop_id = $1 AND d.member_id = standing.id
         AND (d.event->>'kind' = 'customer-deleted' OR d.event->'event'->>'kind' = 'customers-merged'))
     ORDER BY id LIMIT 2 * $2`,
    [shopId, most, turn],
  );
  return rows.map(({ id }) => id.toString());
}
