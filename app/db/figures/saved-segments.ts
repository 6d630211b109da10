import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ShopTransaction } from "../database.ts";
import type { Sql } from "../sql.ts";
import { cellsOfText, type SegmentsWith } from "./figure-rows.ts";
import { gatherChanges } from "./sums.ts";

const SAVED = "saved:";

/** What the sums of a saved segment stand under, beside "tier:gold" and the like. */
export function savedName(segmentId: string): string {
  return `${SAVED}${segmentId}`;
}

/** The saved segment that figures are asked of; null for all others. */
export function savedIdOf(segment: string): string | null {
  return segment.startsWith(SAVED) ? segment.slice(SAVED.length) : null;
}

/** From now on the sums of a segment are kept. An asking is noted once a day. */
export async function askForSavedSegment(
  sql: Pick<Sql, "query">,
  shopId: number,
  { id, now }: { id: string; now: Instant },
): Promise<void> {
  await sql.query(
    `INSERT INTO figure_segment AS f (shop_id, segment_id, asked_at) VALUES ($1, $2, $3)
     ON CONFLICT (shop_id, segment_id) DO UPDATE SET asked_at = excluded.asked_at
       WHERE f.asked_at < excluded.asked_at - interval '1 day'`,
    [shopId, id, new Date(now)],
  );
}

export interface SavedState {
  /** How many are in the segment, and how many of them are in its sums by now. */
  members: number;
  taken: number;
  /** All of them are. */
  isReady: boolean;
  /** The segment was followed again since. */
  isBehind: boolean;
  /** As of when it was last followed; null before the first time. */
  followedAt: Instant | null;
}

/** How far the sums of a segment are; null for one that is not there. */
export async function readSavedState(
  sql: Sql,
  shopId: number,
  segmentId: string,
): Promise<SavedState | null> {
  const [row] = await sql.query<{
    members: number;
    taken: bigint | null;
    ready: boolean;
    behind: boolean;
    followed_at: Date | null;
  }>(
    `SELECT g.members, g.followed_at, coalesce(f.ready, false) AND g.followed_at IS NOT NULL AS ready,
       f.taken_at IS DISTINCT FROM g.followed_at OR f.segment_id IS NULL AS behind,
       CASE WHEN NOT f.ready THEN (SELECT count(*) FROM figure_segment_member m
         WHERE m.shop_id = $1 AND m.segment_id = $2) END AS taken
     FROM segment g LEFT JOIN figure_segment f ON f.shop_id = g.shop_id AND f.segment_id = g.id
     WHERE g.shop_id = $1 AND g.id = $2 AND g.deleted_at IS NULL`,
    [shopId, segmentId],
  );
  if (row === undefined) return null;
  const { members, taken, ready: isReady, behind: isBehind, followed_at: followedAt } = row;
  return {
    ...{ members, isReady, isBehind },
    taken: isReady ? members : Number(taken ?? 0n),
    followedAt: followedAt?.getTime() ?? null,
  };
}

/** Whose sums are kept, and whether somebody still wants them who asked at `since` or later. */
export async function listSavedSegmentsAskedFor(
  sql: Sql,
  shopId: number,
  { since }: { since: Instant },
): Promise<{ id: string; isWanted: boolean }[]> {
  const rows = await sql.query<{ id: string; wanted: boolean }>(
    `SELECT f.segment_id AS id, f.asked_at >= $2 AND g.id IS NOT NULL AS wanted
     FROM figure_segment f
     LEFT JOIN segment g ON g.shop_id = f.shop_id AND g.id = f.segment_id AND g.deleted_at IS NULL
     WHERE f.shop_id = $1 AND (f.asked_at < $2 OR g.id IS NULL OR NOT f.ready OR f.taken_at IS DISTINCT FROM g.followed_at)
     ORDER BY f.segment_id`,
    [shopId, new Date(since)],
  );
  return rows.map(({ id, wanted }) => ({ id, isWanted: wanted }));
}

/** SQL that holds for a shop `s` with a segment whose sums are kept and whose members may be others by now. */
export const IS_SAVED_BEHIND = `EXISTS (SELECT 1 FROM figure_segment k
  LEFT JOIN segment g ON g.shop_id = k.shop_id AND g.id = k.segment_id AND g.deleted_at IS NULL
  WHERE k.shop_id = s.id AND (g.id IS NULL OR k.taken_at IS DISTINCT FROM g.followed_at))`;

const COMING = `SELECT s.member_id, true AS comes FROM segment_member s
  JOIN figure_member m ON m.shop_id = s.shop_id AND m.member_id = s.member_id AND m.counted
  WHERE s.shop_id = $1 AND s.segment_id = $2 AND NOT EXISTS (SELECT 1 FROM figure_segment_member f
    WHERE f.shop_id = $1 AND f.segment_id = $2 AND f.member_id = s.member_id)`;
const GOING = `SELECT f.member_id, false FROM figure_segment_member f
  WHERE f.shop_id = $1 AND f.segment_id = $2 AND NOT EXISTS (SELECT 1 FROM segment_member s
    WHERE s.shop_id = $1 AND s.segment_id = $2 AND s.member_id = f.member_id)`;

interface Moving {
  member_id: bigint;
  comes: boolean;
  cells: string;
}

/**
 * Adds to the sums of a segment what those come to who are in it by now and takes out who is not, up to `limit` of them.
 * Answers whether that were all. In a transaction that has the shop's figures for itself.
 */
export async function takeInSavedSegment(
  tx: ShopTransaction,
  segmentId: string,
  { limit, segmentsWith }: { limit: number; segmentsWith: SegmentsWith },
): Promise<boolean> {
  const moving = await tx.query<Moving>(
    `SELECT moving.member_id, moving.comes, h.cells FROM (${COMING} UNION ALL ${GOING} LIMIT $3) AS moving
     JOIN figure_share h ON h.shop_id = $1 AND h.member_id = moving.member_id`,
    [tx.shopId, segmentId, limit],
  );
  const changes = gatherChanges((segments, measure) =>
    segmentsWith(segments, measure).filter((name) => savedIdOf(name) !== null),
  );
  for (const { comes, cells } of moving)
    changes.add(cellsOfText(cells), [savedName(segmentId)], comes ? 1 : -1);
  await changes.save(tx);
  const idsOf = (comes: boolean) =>
    moving.filter((row) => row.comes === comes).map((row) => row.member_id.toString());
  await tx.query(
    `INSERT INTO figure_segment_member (shop_id, segment_id, member_id) SELECT $1, $2, unnest($3::bigint[])`,
    [tx.shopId, segmentId, idsOf(true)],
  );
  await tx.query(
    `DELETE FROM figure_segment_member WHERE shop_id = $1 AND segment_id = $2 AND member_id = ANY($3::bigint[])`,
    [tx.shopId, segmentId, idsOf(false)],
  );
  const isThrough = moving.length < limit;
  await tx.query(
    `UPDATE figure_segment f SET ready = $3, taken_at = CASE WHEN $3 THEN g.followed_at ELSE f.taken_at END
     FROM segment g WHERE f.shop_id = $1 AND f.segment_id = $2 AND g.shop_id = $1 AND g.id = $2`,
    [tx.shopId, segmentId, isThrough],
  );
  return isThrough;
}

/** Lets the sums of a segment go. */
export async function forgetSavedSegment(tx: ShopTransaction, segmentId: string): Promise<void> {
  await tx.query(`DELETE FROM figure_cell WHERE shop_id = $1 AND segment = $2`, [
    tx.shopId,
    savedName(segmentId),
  ]);
  for (const table of ["figure_segment_member", "figure_segment"])
    await tx.query(`DELETE FROM ${table} WHERE shop_id = $1 AND segment_id = $2`, [tx.shopId, segmentId]);
}

/** In the sums of which saved segments these members are, as names of segments. */
export async function listSavedOf(
  tx: ShopTransaction,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, string[]>> {
  const rows = await tx.query<{ member_id: bigint; segments: string[] }>(
    `SELECT member_id, array_agg($3 || segment_id) AS segments FROM figure_segment_member
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) GROUP BY member_id`,
    [tx.shopId, memberIds, SAVED],
  );
  return new Map(rows.map(({ member_id, segments }) => [member_id.toString(), segments]));
}

/** Whoever counts no more is in the sums of no segment either. */
export async function leaveSaved(tx: ShopTransaction, memberIds: readonly MemberId[]): Promise<void> {
  if (memberIds.length === 0) return;
  await tx.query(`DELETE FROM figure_segment_member WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`, [
    tx.shopId,
    memberIds,
  ]);
}
