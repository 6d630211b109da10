import type { MemberId } from "../../loyalty/ids.ts";
import type { ShopTransaction } from "../database.ts";
import type { Sql } from "../sql.ts";
import type { Sync } from "./segments.ts";

/** What the store still has to be asked for: `add` is false where the tag is to go. */
export interface TagTask {
  memberId: MemberId;
  add: boolean;
}

/** SQL for members of `segment g` whom the store has not tagged, and for those whose tag is to go. */
const UNTAGGED = `segment_member s WHERE s.shop_id = g.shop_id AND s.segment_id = g.id AND s.member_id > 0
  AND g.sync = 'on' AND NOT EXISTS (SELECT 1 FROM segment_tag t
    WHERE t.shop_id = s.shop_id AND t.segment_id = s.segment_id AND t.member_id = s.member_id)`;
const OVERDUE = `segment_tag t WHERE t.shop_id = g.shop_id AND t.segment_id = g.id
  AND (g.sync = 'removing' OR g.sync = 'on' AND NOT EXISTS (SELECT 1 FROM segment_member s
    WHERE s.shop_id = t.shop_id AND s.segment_id = t.segment_id AND s.member_id = t.member_id))`;

/** The next of them, those that are to go first. */
export async function listTagTasks(
  sql: Pick<Sql, "query">,
  shopId: number,
  { segmentId, limit }: { segmentId: string; limit: number },
): Promise<TagTask[]> {
  const rows = await sql.query<{ member_id: bigint; add: boolean }>(
    `SELECT * FROM (
       (SELECT t.member_id, false AS add FROM segment g, ${OVERDUE} AND g.shop_id = $1 AND g.id = $2 LIMIT $3)
       UNION ALL
       (SELECT s.member_id, true FROM segment g, ${UNTAGGED} AND g.shop_id = $1 AND g.id = $2 LIMIT $3)) AS tasks
     LIMIT $3`,
    [shopId, segmentId, limit],
  );
  return rows.map(({ member_id: id, add }) => ({ memberId: id.toString(), add }));
}

/** Shops whose store is behind what their segments say, or is still to lose tags. */
export async function listShopsToTag(sql: Pick<Sql, "query">): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT DISTINCT p.id FROM segment g JOIN shop p ON p.id = g.shop_id
     WHERE p.uninstalled_at IS NULL AND (g.sync = 'removing'
       OR g.sync = 'on' AND (EXISTS (SELECT 1 FROM ${UNTAGGED}) OR EXISTS (SELECT 1 FROM ${OVERDUE}))) ORDER BY p.id`,
  );
  return rows.map(({ id }) => id);
}

export interface TagProgress {
  tagged: number;
  refused: number;
  /** Customers that the store is still to be asked about. */
  left: number;
}

export async function readTagProgress(
  sql: Pick<Sql, "query">,
  shopId: number,
  segmentId: string,
): Promise<TagProgress> {
  const [row] = await sql.query<TagProgress>(
    `SELECT (SELECT count(*)::int FROM segment_tag t WHERE t.shop_id = $1 AND t.segment_id = $2 AND t.state = 'tagged') AS tagged,
       (SELECT count(*)::int FROM segment_tag t WHERE t.shop_id = $1 AND t.segment_id = $2 AND t.state = 'refused') AS refused,
       (SELECT count(*)::int FROM ${UNTAGGED}) + (SELECT count(*)::int FROM ${OVERDUE}) AS left
     FROM segment g WHERE g.shop_id = $1 AND g.id = $2`,
    [shopId, segmentId],
  );
  return row ?? { tagged: 0, refused: 0, left: 0 };
}

/** null where nothing is to be remembered of the customer any more, as of whoever was erased meanwhile. */
export async function noteTag(
  sql: Pick<Sql, "query">,
  shopId: number,
  {
    segmentId,
    memberId,
    state,
  }: { segmentId: string; memberId: MemberId; state: "tagged" | "refused" | null },
): Promise<void> {
  if (state === null)
    await sql.query(`DELETE FROM segment_tag WHERE shop_id = $1 AND segment_id = $2 AND member_id = $3`, [
      ...[shopId, segmentId, memberId],
    ]);
  else
    await sql.query(
      `INSERT INTO segment_tag (shop_id, segment_id, member_id, state)
       SELECT $1, $2, m.id, $4 FROM member m WHERE m.shop_id = $1 AND m.id = $3 FOR KEY SHARE OF m
       ON CONFLICT (shop_id, segment_id, member_id) DO UPDATE SET state = excluded.state`,
      [shopId, segmentId, memberId, state],
    );
}

/** Where the store merged two customers, whoever is kept has the tags of both. */
export async function handOnTags(tx: ShopTransaction): Promise<void> {
  await tx.query(
    `WITH merged AS (
       DELETE FROM segment_tag t USING member m
       WHERE t.shop_id = $1 AND m.shop_id = $1 AND m.id = t.member_id AND m.merged_into IS NOT NULL
       RETURNING t.segment_id, m.merged_into, t.state)
     INSERT INTO segment_tag (shop_id, segment_id, member_id, state)
     SELECT DISTINCT $1::int, segment_id, merged_into, 'tagged' FROM merged WHERE state = 'tagged' AND merged_into > 0
     ON CONFLICT (shop_id, segment_id, member_id) DO UPDATE SET state = 'tagged'`,
    [tx.shopId],
  );
}

export async function saveSync(
  sql: Pick<Sql, "query">,
  shopId: number,
  { segmentId, sync }: { segmentId: string; sync: Sync },
): Promise<void> {
  await sql.query(`UPDATE segment SET sync = $3, sync_failure = NULL WHERE shop_id = $1 AND id = $2`, [
    ...[shopId, segmentId, sync],
  ]);
}

/** What the store last refused; null once it took something again. */
export async function saveSyncFailure(
  sql: Pick<Sql, "query">,
  shopId: number,
  { segmentId, failure }: { segmentId: string; failure: string | null },
): Promise<void> {
  await sql.query(
    `UPDATE segment SET sync_failure = $3 WHERE shop_id = $1 AND id = $2 AND sync_failure IS DISTINCT FROM $3`,
    [shopId, segmentId, failure],
  );
}

export async function saveStoreSegment(
  sql: Pick<Sql, "query">,
  shopId: number,
  { segmentId, storeSegment }: { segmentId: string; storeSegment: string | null },
): Promise<void> {
  await sql.query(`UPDATE segment SET store_segment = $3 WHERE shop_id = $1 AND id = $2`, [
    ...[shopId, segmentId, storeSegment],
  ]);
}

/** Once nothing is left to lose: the segment is not in the store any more. Answers whether that is so now. */
export async function endRemoving(tx: ShopTransaction, segmentId: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE segment g SET sync = 'off', store_segment = NULL WHERE g.shop_id = $1 AND g.id = $2 AND g.sync = 'removing'
       AND NOT EXISTS (SELECT 1 FROM segment_tag t WHERE t.shop_id = $1 AND t.segment_id = $2) RETURNING g.id`,
    [tx.shopId, segmentId],
  );
  return rows.length > 0;
}
