import type { MemberId } from "../loyalty/ids.ts";
import type { TransactionKind } from "../loyalty/ledger.ts";
import type { ActivityRecord, RedemptionRecord } from "../loyalty/records.ts";
import type { Refusal } from "../loyalty/redemption.ts";
import type { Instant } from "../loyalty/time.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import { fromJson } from "./json.ts";
import { listMemberTransactions, type StoredTransaction } from "./ledger.ts";
import type { Sql } from "./sql.ts";
import type { StaffActionName } from "./staff-action-names.ts";
import type { Role } from "./staff-members.ts";

/**
 * What happened to one person, by where it is kept. Each of these answers the newest first, behind a place if one is
 * given, and finds it by an index however long the history is.
 */
export interface TimelinePage {
  /** What came last on the page before; its `id` is that of its source. */
  behind: { at: Instant; id: string } | null;
  limit: number;
}

export interface Placed {
  at: Instant;
  /** Its place among all of its source at the same instant. */
  id: string;
}

type Of<T> = (Placed & T)[];

/** A chain counts from 1 and its instants never fall, so that the place alone says where to go on. */
export async function listChain(
  sql: Sql,
  shopId: number,
  { memberId, kinds }: { memberId: MemberId; kinds: readonly TransactionKind[] | null },
  { behind, limit }: TimelinePage,
): Promise<Of<{ transaction: StoredTransaction }>> {
  const before = behind === null ? {} : { before: Number(behind.id) };
  const page = { memberId, limit, ...before, ...(kinds === null ? {} : { kinds }) };
  const found = await listMemberTransactions(sql, shopId, page);
  return found.map((transaction) => ({ at: transaction.at, id: String(transaction.seq), transaction }));
}

export async function listLevelChanges(
  sql: Sql,
  shopId: number,
  memberIds: MemberId[],
  { behind, limit }: TimelinePage,
): Promise<Of<{ from: string | null; to: string | null }>> {
  const rows = await sql.query<{ id: bigint; at: Date; from_level: string | null; to_level: string | null }>(
    `SELECT id, at, from_level, to_level FROM level_change WHERE shop_id = $1 AND member_id = ANY($2::bigint[])
       AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4::bigint)) ORDER BY at DESC, id DESC LIMIT $5`,
    [shopId, memberIds, ...placeOf(behind), limit],
  );
  return rows.map(({ id, at, from_level: from, to_level: to }) => {
    return { at: at.getTime(), id: id.toString(), from, to };
  });
}

/** What they did and no rule rewarded: the rest stands in their ledger. */
export async function listUnrewarded(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
  { behind, limit }: TimelinePage,
): Promise<Of<{ activity: string }>> {
  const rows = await sql.query<{ record: unknown }>(
    `SELECT record FROM activity WHERE shop_id = $1 AND member_id = $2 AND record->'earned' = '[]'
       AND ($3::bigint IS NULL OR ((record->>'at')::bigint, key) < ($3, $4))
     ORDER BY (record->>'at')::bigint DESC, key DESC LIMIT $5`,
    [shopId, memberId, behind?.at ?? null, behind?.id ?? null, limit],
  );
  return rows.map((row) => {
    const { at, key, activity } = fromJson<ActivityRecord>(row.record);
    return { at, id: key, activity };
  });
}

/** Wishes for a reward that were not granted. */
export async function listRefusals(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
  { behind, limit }: TimelinePage,
): Promise<Of<{ reward: string; refusal: Refusal | null }>> {
  const rows = await sql.query<{ record: unknown; refusal: unknown }>(
    `SELECT r.record, f.refusal FROM redemption r
     LEFT JOIN redemption_refusal f ON f.shop_id = r.shop_id AND f.redemption_id = r.id
     WHERE r.shop_id = $1 AND r.member_id = $2 AND r.state = 'refused'
       AND ($3::bigint IS NULL OR ((r.record->>'heldAt')::bigint, r.id) < ($3, $4))
     ORDER BY (r.record->>'heldAt')::bigint DESC, r.id DESC LIMIT $5`,
    [shopId, memberId, behind?.at ?? null, behind?.id ?? null, limit],
  );
  return rows.map((row) => {
    const { heldAt, id, rewardId } = fromJson<RedemptionRecord>(row.record);
    return { at: heldAt, id, reward: rewardId, refusal: fromJson<Refusal | null>(row.refusal) };
  });
}

/** Words about a member that move no points: the index of commands is of these kinds alone. */
export type Word = Extract<
  LoyaltyEvent,
  { kind: "birthday" | "leave" | "join" | "block" | "unblock" | "customers-merged" }
>;

export async function listWords(
  sql: Sql,
  shopId: number,
  memberIds: MemberId[],
  { behind, limit }: TimelinePage,
): Promise<Of<{ word: Word; actor: string }>> {
  const rows = await sql.query<{ place: bigint; at: Date; actor: string; event: unknown }>(
    `SELECT handled_order AS place, handled_at AS at, actor, event FROM command
     WHERE shop_id = $1 AND member_ids && $2::bigint[]
       AND event->>'kind' IN ('birthday', 'leave', 'join', 'block', 'unblock', 'customers-merged')
       AND ($3::bigint IS NULL OR handled_order < $3) ORDER BY handled_order DESC LIMIT $4`,
    [shopId, memberIds, behind?.id ?? null, limit],
  );
  return rows.map(({ place, at, actor, event }) => {
    return { at: at.getTime(), id: place.toString(), actor, word: fromJson<Word>(event) };
  });
}

export async function listConsents(
  sql: Sql,
  shopId: number,
  memberIds: MemberId[],
  { behind, limit }: TimelinePage,
): Promise<Of<{ purpose: string; given: boolean }>> {
  const rows = await sql.query<{ at: Date; purpose: string; given: boolean }>(
    `SELECT at, purpose, given FROM consent WHERE shop_id = $1 AND member_id = ANY($2::bigint[])
       AND ($3::timestamptz IS NULL OR (at, purpose) < ($3, $4)) ORDER BY at DESC, purpose DESC LIMIT $5`,
    [shopId, memberIds, ...placeOf(behind), limit],
  );
  return rows.map(({ at, purpose, given }) => ({ at: at.getTime(), id: purpose, purpose, given }));
}

export interface StaffDeed {
  action: StaffActionName;
  staff: string;
  role: Role;
  detail: Record<string, string>;
}

/** `besides`: deeds that stand elsewhere on the same page. */
export async function listStaffDeeds(
  sql: Sql,
  shopId: number,
  { memberIds, besides }: { memberIds: MemberId[]; besides: readonly StaffActionName[] },
  { behind, limit }: TimelinePage,
): Promise<Of<StaffDeed>> {
  const rows = await sql.query<StaffDeed & { id: bigint; at: Date }>(
    `SELECT id, at, action, staff, role, detail FROM staff_action
     WHERE shop_id = $1 AND subject_kind = 'member' AND subject_id = ANY($2::text[]) AND NOT action = ANY($3::text[])
       AND ($4::bigint IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
    [shopId, memberIds, besides, behind?.id ?? null, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime(), id: row.id.toString() }));
}

export interface Gift {
  issue: string;
  reward: string;
  code: string;
  state: string;
  reason: string | null;
  endsAt: Instant;
  cancelled: boolean;
  actor: string;
  /** Whether nobody else was given it. */
  alone: boolean;
}

/** Rewards that staff gave them without points. */
export async function listGifts(
  sql: Sql,
  shopId: number,
  memberIds: MemberId[],
  { behind, limit }: TimelinePage,
): Promise<Of<Gift>> {
  const rows = await sql.query<Omit<Gift, "endsAt"> & { at: Date; ends_at: Date }>(
    `SELECT i.at, i.id AS issue, i.reward_id AS reward, i.actor, i.ends_at, i.cancelled_at IS NOT NULL AS cancelled,
       c.code, c.state, c.reason, NOT EXISTS (SELECT 1 FROM issued_code o WHERE o.shop_id = c.shop_id
         AND o.issue_id = c.issue_id AND o.member_id <> c.member_id) AS alone
     FROM issued_code c JOIN reward_issue i ON i.shop_id = c.shop_id AND i.id = c.issue_id
     WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) AND ($3::timestamptz IS NULL OR (i.at, c.code) < ($3, $4))
     ORDER BY i.at DESC, c.code DESC LIMIT $5`,
    [shopId, memberIds, ...placeOf(behind), limit],
  );
  return rows.map(({ at, ends_at: endsAt, ...gift }) => {
    return { ...gift, at: at.getTime(), id: gift.code, endsAt: endsAt.getTime() };
  });
}

/** What happened in another app, never counted here. */
export async function listBefore(
  sql: Sql,
  shopId: number,
  memberIds: MemberId[],
  { behind, limit }: TimelinePage,
): Promise<Of<{ points: bigint; reason: string }>> {
  const rows = await sql.query<{ at: Date; place: string; points: bigint; reason: string }>(
    `SELECT at, import_id || ':' || number AS place, points, reason FROM imported_entry
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[])
       AND ($3::timestamptz IS NULL OR (at, import_id || ':' || number) < ($3, $4))
     ORDER BY at DESC, import_id || ':' || number DESC LIMIT $5`,
    [shopId, memberIds, ...placeOf(behind), limit],
  );
  return rows.map(({ at, place, points, reason }) => ({ at: at.getTime(), id: place, points, reason }));
}

function placeOf(behind: TimelinePage["behind"]): [Date | null, string | null] {
  return behind === null ? [null, null] : [new Date(behind.at), behind.id];
}
