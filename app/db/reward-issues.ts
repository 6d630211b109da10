import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { IS_BLOCKED } from "./absences.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** One reward, given to many members without points. */
export interface RewardIssue {
  id: string;
  rewardId: string;
  /** The programme's version that says what it gives. */
  version: number;
  actor: string;
  at: Instant;
  endsAt: Instant;
}

/** False where it was begun before. */
export async function insertIssue(tx: ShopTransaction, issue: RewardIssue): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO reward_issue (shop_id, id, reward_id, version, actor, at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.shopId,
      issue.id,
      issue.rewardId,
      issue.version,
      issue.actor,
      new Date(issue.at),
      new Date(issue.endsAt),
    ],
  );
  return rows.length > 0;
}

export async function hasIssue(tx: ShopTransaction, id: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM reward_issue WHERE shop_id = $1 AND id = $2`, [tx.shopId, id]);
  return rows.length > 0;
}

/** Whom a reward is given to. */
export type Recipients = { tiers: string[] } | { memberIds: MemberId[] } | "everybody";

/** A page of members by id; nobody who was merged away, erased or shut out. */
export async function listRecipients(
  tx: ShopTransaction,
  recipients: Recipients,
  { after, limit }: { after: MemberId; limit: number },
): Promise<MemberId[]> {
  const tiers = recipients !== "everybody" && "tiers" in recipients ? recipients.tiers : null;
  const ids = recipients !== "everybody" && "memberIds" in recipients ? recipients.memberIds : null;
  const rows = await tx.query<{ id: bigint }>(
    `SELECT id FROM member m WHERE shop_id = $1 AND id > $2 AND merged_into IS NULL AND id > 0 AND NOT coalesce(${IS_BLOCKED}, false)
       AND ($3::text[] IS NULL OR level = ANY($3::text[])) AND ($4::bigint[] IS NULL OR id = ANY($4::bigint[]))
     ORDER BY id LIMIT $5`,
    [tx.shopId, after, tiers, ids, limit],
  );
  return rows.map(({ id }) => id.toString());
}

export interface NewIssuedCode {
  memberId: MemberId;
  batch: number;
  code: string;
}

export async function insertCodes(
  tx: ShopTransaction,
  issueId: string,
  { codes, now }: { codes: NewIssuedCode[]; now: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO issued_code (shop_id, issue_id, member_id, batch, code, state)
     SELECT $1, $2, r.member_id, r.batch, r.code, 'waiting'
     FROM jsonb_to_recordset($3::text::jsonb) AS r(member_id bigint, batch int, code text)`,
    [
      tx.shopId,
      issueId,
      JSON.stringify(codes.map(({ memberId, ...rest }) => ({ member_id: memberId, ...rest }))),
    ],
  );
  await tx.query(
    `INSERT INTO issue_batch (shop_id, issue_id, number, state, due_at) SELECT $1, $2, unnest($3::int[]), 'due', $4`,
    [tx.shopId, issueId, [...new Set(codes.map(({ batch }) => batch))], new Date(now)],
  );
}

/** Members who share one discount. */
export interface IssueBatch {
  issue: RewardIssue;
  cancelled: boolean;
  number: number;
  state: "due" | "adding";
  attempts: number;
  discount: string | null;
  creation: string | null;
  /** By member id, each with a code; empty where all of them were erased. */
  codes: { memberId: MemberId; code: string }[];
}

interface StoredBatch {
  issue_id: string;
  number: number;
  state: IssueBatch["state"];
  attempts: number;
  discount: string | null;
  creation: string | null;
  reward_id: string;
  version: number;
  actor: string;
  at: Date;
  ends_at: Date;
  cancelled: boolean;
}

/** Takes a batch that is due into hand; until `until` nobody else has it. null where there is none. */
export async function claimBatch(
  sql: Sql,
  shopId: number,
  { now, until }: { now: Instant; until: Instant },
): Promise<IssueBatch | null> {
  const [row] = await sql.query<StoredBatch>(
    `UPDATE issue_batch b SET attempts = attempts + 1, due_at = $3 FROM reward_issue i
     WHERE b.shop_id = $1 AND i.shop_id = $1 AND i.id = b.issue_id AND (b.issue_id, b.number) = (
       SELECT issue_id, number FROM issue_batch WHERE shop_id = $1 AND state IN ('due', 'adding') AND due_at <= $2
       ORDER BY due_at, issue_id, number LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING b.issue_id, b.number, b.state, b.attempts, b.discount, b.creation, i.reward_id, i.version, i.actor, i.at,
       i.ends_at, i.cancelled_at IS NOT NULL AS cancelled`,
    [shopId, new Date(now), new Date(until)],
  );
  if (row === undefined) return null;
  const codes = await sql.query<{ member_id: bigint; code: string }>(
    `SELECT member_id, code FROM issued_code WHERE shop_id = $1 AND issue_id = $2 AND batch = $3 ORDER BY member_id`,
    [shopId, row.issue_id, row.number],
  );
  return {
    issue: {
      id: row.issue_id,
      rewardId: row.reward_id,
      version: row.version,
      actor: row.actor,
      at: row.at.getTime(),
      endsAt: row.ends_at.getTime(),
    },
    cancelled: row.cancelled,
    number: row.number,
    state: row.state,
    attempts: row.attempts,
    discount: row.discount,
    creation: row.creation,
    codes: codes.map(({ member_id, code }) => ({ memberId: member_id.toString(), code })),
  };
}

export interface BatchNews {
  state: "due" | "adding" | "done" | "refused" | "disabled";
  discount?: string | null;
  creation?: string | null;
  reason?: string | null;
  at: Instant;
}

/** Unless it was overtaken by a later attempt. */
export async function settleBatch(
  sql: Sql,
  shopId: number,
  { issue, number, attempts }: IssueBatch,
  { state, discount = null, creation = null, reason = null, at }: BatchNews,
): Promise<void> {
  await sql.query(
    `UPDATE issue_batch SET state = $5, discount = coalesce($6, discount), creation = coalesce($7, creation), reason = $8,
       due_at = $9 WHERE shop_id = $1 AND issue_id = $2 AND number = $3 AND attempts = $4`,
    [shopId, issue.id, number, attempts, state, discount, creation, reason, new Date(at)],
  );
}

/**
 * What became of the codes of a batch; whose code is ready reads it in their summary. Who was shut out since it was given
 * is never told theirs. Their members are locked first, so that nobody is shut out between.
 */
export async function settleCodes(
  tx: ShopTransaction,
  { issue, number }: IssueBatch,
  refused: ReadonlyMap<string, string>,
): Promise<void> {
  await markMembersStale(tx, issue.id, number);
  await tx.query(
    `UPDATE issued_code c SET state = CASE WHEN r.code IS NULL AND m.id IS NULL THEN 'ready' ELSE 'refused' END,
       reason = CASE WHEN m.id IS NULL THEN r.reason ELSE 'blocked' END
     FROM issued_code known LEFT JOIN unnest($4::text[], $5::text[]) AS r(code, reason) ON r.code = known.code
       LEFT JOIN member m ON m.shop_id = $1 AND m.id = known.member_id AND ${IS_BLOCKED}
     WHERE c.shop_id = $1 AND c.issue_id = $2 AND c.batch = $3 AND known.shop_id = $1 AND known.issue_id = $2
       AND known.member_id = c.member_id`,
    [tx.shopId, issue.id, number, [...refused.keys()], [...refused.values()]],
  );
}

/**
 * Ends the issue: what was never begun is over at once, the rest is disabled by whoever works it off. Who has a batch in
 * hand is overtaken by this, and may write nothing more of it.
 */
export async function cancelIssue(tx: ShopTransaction, id: string, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE reward_issue SET cancelled_at = coalesce(cancelled_at, $3) WHERE shop_id = $1 AND id = $2 RETURNING id`,
    [tx.shopId, id, new Date(now)],
  );
  await tx.query(
    `UPDATE issue_batch SET state = CASE WHEN attempts = 0 THEN 'disabled' ELSE 'due' END, due_at = $3,
       attempts = attempts + 1
     WHERE shop_id = $1 AND issue_id = $2 AND state <> 'disabled'`,
    [tx.shopId, id, new Date(now)],
  );
  await markMembersStale(tx, id, null);
  return rows.length > 0;
}

async function markMembersStale(tx: ShopTransaction, issueId: string, batch: number | null): Promise<void> {
  await tx.query(
    `UPDATE member m SET summary_stale = true, summary_marks = summary_marks + 1 FROM issued_code c
     WHERE m.shop_id = $1 AND c.shop_id = $1 AND c.issue_id = $2 AND ($3::int IS NULL OR c.batch = $3)
       AND m.id = c.member_id AND m.merged_into IS NULL`,
    [tx.shopId, issueId, batch],
  );
}

export interface IssueProgress {
  members: number;
  ready: number;
  refused: number;
  /** Discounts that the store would not make, or could not so far, and why. */
  reasons: string[];
  cancelled: boolean;
}

export async function findProgress(sql: Sql, shopId: number, id: string): Promise<IssueProgress | null> {
  const [row] = await sql.query<{
    members: number;
    ready: number;
    refused: number;
    reasons: string[] | null;
    cancelled: boolean;
  }>(
    `SELECT i.cancelled_at IS NOT NULL AS cancelled,
       (SELECT count(*)::int FROM issued_code c WHERE c.shop_id = $1 AND c.issue_id = $2) AS members,
       (SELECT count(*)::int FROM issued_code c WHERE c.shop_id = $1 AND c.issue_id = $2 AND state = 'ready') AS ready,
       (SELECT count(*)::int FROM issued_code c WHERE c.shop_id = $1 AND c.issue_id = $2 AND state = 'refused') AS refused,
       (SELECT array_agg(DISTINCT reason) FROM issue_batch b WHERE b.shop_id = $1 AND b.issue_id = $2
         AND reason IS NOT NULL) AS reasons
     FROM reward_issue i WHERE i.shop_id = $1 AND i.id = $2`,
    [shopId, id],
  );
  return row === undefined ? null : { ...row, reasons: row.reasons ?? [] };
}

/** A code that a member was given, and can still use. */
export interface IssuedCode {
  memberId: MemberId;
  code: string;
  ready: boolean;
  issue: RewardIssue;
}

/** What these members were given and have not used; nothing of what is over. */
export async function listIssuedCodes(
  sql: Sql,
  shopId: number,
  { members, now }: { members: MemberId[]; now: Instant },
): Promise<IssuedCode[]> {
  const rows = await sql.again<
    Omit<StoredBatch, "number" | "state" | "attempts" | "discount" | "creation" | "cancelled"> & {
      member_id: bigint;
      code: string;
      ready: boolean;
    }
  >(
    `SELECT c.member_id, c.code, c.state = 'ready' AS ready, i.id AS issue_id, i.reward_id, i.version, i.actor, i.at, i.ends_at
     FROM issued_code c JOIN reward_issue i ON i.shop_id = c.shop_id AND i.id = c.issue_id
     WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) AND c.state <> 'refused' AND i.cancelled_at IS NULL
       AND i.ends_at > $3 AND NOT EXISTS (SELECT 1 FROM "order" o
         WHERE o.shop_id = c.shop_id AND o.codes @> ARRAY[lower(c.code)]
           AND (o.counts OR (o.record->>'away')::boolean))
     ORDER BY i.at DESC, i.id`,
    [shopId, members, new Date(now)],
  );
  return rows.map((row) => ({
    memberId: row.member_id.toString(),
    code: row.code,
    ready: row.ready,
    issue: {
      id: row.issue_id,
      rewardId: row.reward_id,
      version: row.version,
      actor: row.actor,
      at: row.at.getTime(),
      endsAt: row.ends_at.getTime(),
    },
  }));
}
