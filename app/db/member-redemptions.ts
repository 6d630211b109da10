import type { MemberId } from "../loyalty/ids.ts";
import type { RedemptionRecord } from "../loyalty/records.ts";
import type { Instant } from "../loyalty/time.ts";
import type { BenefitState, BenefitTask } from "./benefits.ts";
import { fromJson } from "./json.ts";
import type { Sql } from "./sql.ts";

/** A redemption with what is known of its benefit; null where the store was never to be asked for one. */
export interface RedemptionGlance {
  record: RedemptionRecord;
  benefit: { task: BenefitTask; state: BenefitState; asked: boolean; reason: string | null } | null;
  doneAt: Instant | null;
}

interface GlanceRow {
  record: unknown;
  task: BenefitTask | null;
  state: BenefitState;
  asked: boolean;
  reason: string | null;
  done_at: Date | null;
}

const GLANCE = `SELECT r.record, b.task, b.state, b.asked_at IS NOT NULL AS asked, b.reason, b.done_at
  FROM redemption r LEFT JOIN benefit b ON b.shop_id = r.shop_id AND b.redemption_id = r.id`;
const NEWEST_FIRST = `ORDER BY (r.record->>'heldAt')::bigint DESC, r.id`;

/** Held ones, and those of kinds without a code that were granted since; newest first, by member. */
export async function listOpenRedemptions(
  sql: Sql,
  shopId: number,
  { members, grantedSince }: { members: MemberId[]; grantedSince: Instant },
): Promise<RedemptionGlance[]> {
  const rows = await sql.again<GlanceRow>(
    `${GLANCE} WHERE r.shop_id = $1 AND r.member_id = ANY($2::bigint[])
       AND (r.state = 'held' OR (r.state = 'taken' AND r.code IS NULL AND b.done_at >= $3)) ${NEWEST_FIRST}`,
    [shopId, members, new Date(grantedSince)],
  );
  return rows.map(glanceOf);
}

/** Everything the member ever redeemed, newest first; refused wishes are left out. */
export async function listMemberRedemptions(
  sql: Sql,
  shopId: number,
  { memberId, limit }: { memberId: MemberId; limit: number },
): Promise<RedemptionGlance[]> {
  const rows = await sql.again<GlanceRow>(
    `${GLANCE} WHERE r.shop_id = $1 AND r.member_id = $2 AND r.state <> 'refused' ${NEWEST_FIRST} LIMIT $3`,
    [shopId, memberId, limit],
  );
  return rows.map(glanceOf);
}

export async function findRedemptionGlance(
  sql: Sql,
  shopId: number,
  id: string,
): Promise<RedemptionGlance | null> {
  const [row] = await sql.again<GlanceRow>(`${GLANCE} WHERE r.shop_id = $1 AND r.id = $2`, [shopId, id]);
  return row === undefined ? null : glanceOf(row);
}

function glanceOf(row: GlanceRow): RedemptionGlance {
  const { task, state, asked, reason } = row;
  return {
    record: fromJson<RedemptionRecord>(row.record),
    benefit: task === null ? null : { task, state, asked, reason },
    doneAt: row.done_at?.getTime() ?? null,
  };
}
