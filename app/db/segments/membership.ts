import type { Day } from "../../insight/days.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ShopTransaction } from "../database.ts";
import { toStorableJson } from "../json.ts";
import { LISTED } from "../member-list.ts";
import { compileDefinition } from "./compile.ts";
import type { Asked } from "./passing.ts";

export interface Moved {
  entered: MemberId[];
  departed: MemberId[];
}

/** Makes those who pass now the members of the segment, in one statement; answers who came and who left. */
export async function followMembers(
  tx: ShopTransaction,
  segmentId: string,
  { definition, terms }: Asked,
): Promise<Moved> {
  const parameters: unknown[] = [tx.shopId, segmentId, new Date(terms.now)];
  const { joins, holds } = compileDefinition(definition, terms, parameters);
  const rows = await tx.query<{ member_id: bigint; entered: boolean }>(
    `WITH passing AS MATERIALIZED (SELECT m.id FROM member m ${joins} WHERE ${LISTED} AND ${holds}),
     departed AS (
       DELETE FROM segment_member s WHERE s.shop_id = $1 AND s.segment_id = $2
         AND NOT EXISTS (SELECT 1 FROM passing p WHERE p.id = s.member_id) RETURNING s.member_id),
     entered AS (
       INSERT INTO segment_member (shop_id, segment_id, member_id, since)
       SELECT $1, $2, p.id, $3 FROM passing p
       WHERE NOT EXISTS (SELECT 1 FROM segment_member s WHERE s.shop_id = $1 AND s.segment_id = $2 AND s.member_id = p.id)
       RETURNING member_id)
     SELECT member_id, true AS entered FROM entered UNION ALL SELECT member_id, false FROM departed`,
    parameters,
  );
  const idsOf = (entered: boolean) =>
    rows.filter((row) => row.entered === entered).map((row) => row.member_id.toString());
  return { entered: idsOf(true), departed: idsOf(false) };
}

/** Why somebody moved: what it was owed to, or what else happened. */
export type MoveReason =
  | { kind: "conditions"; because: { condition: unknown; holds: boolean }[] }
  /** The segment itself was changed. */
  | { kind: "redefined" }
  /** Merged into another, or erased. */
  | { kind: "gone" };

export interface Move {
  memberId: MemberId;
  entered: boolean;
  reason: MoveReason;
}

export async function insertMoves(
  tx: ShopTransaction,
  { segmentId, at, moves }: { segmentId: string; at: Instant; moves: readonly Move[] },
): Promise<void> {
  await tx.query(
    `INSERT INTO segment_move (shop_id, segment_id, member_id, at, entered, because)
     SELECT $1, $2, r.member_id, $3, r.entered, r.because::jsonb
     FROM unnest($4::bigint[], $5::boolean[], $6::text[]) AS r(member_id, entered, because)`,
    [
      tx.shopId,
      segmentId,
      new Date(at),
      moves.map(({ memberId }) => memberId),
      moves.map(({ entered }) => entered),
      moves.map(({ reason }) => toStorableJson(reason)),
    ],
  );
}

/** Keeps how many there are by now, and who came and left today. */
export async function noteFollowed(
  tx: ShopTransaction,
  segmentId: string,
  {
    at,
    revision,
    day,
    moved,
  }: { at: Instant; revision: number; day: Day; moved: { entered: number; departed: number } },
): Promise<number> {
  const [row] = await tx.query<{ members: number }>(
    `UPDATE segment g SET followed_at = $3, followed_revision = $4,
       members = (SELECT count(*)::int FROM segment_member s WHERE s.shop_id = $1 AND s.segment_id = $2)
     WHERE g.shop_id = $1 AND g.id = $2 RETURNING g.members`,
    [tx.shopId, segmentId, new Date(at), revision],
  );
  const members = row?.members ?? 0;
  await tx.query(
    `INSERT INTO segment_day AS d (shop_id, segment_id, day, members, entered, departed) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (shop_id, segment_id, day) DO UPDATE SET members = excluded.members,
       entered = d.entered + excluded.entered, departed = d.departed + excluded.departed`,
    [tx.shopId, segmentId, day, members, moved.entered, moved.departed],
  );
  return members;
}
