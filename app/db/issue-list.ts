import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { RewardIssue } from "./reward-issues.ts";
import type { Sql } from "./sql.ts";

export interface ListedIssue extends RewardIssue {
  cancelledAt: Instant | null;
  members: number;
  ready: number;
  refused: number;
}

interface IssueRow extends Omit<ListedIssue, "at" | "endsAt" | "cancelledAt"> {
  at: Date;
  endsAt: Date;
  cancelledAt: Date | null;
}

const SELECT = `SELECT i.id, i.reward_id AS "rewardId", i.version, i.actor, i.at, i.ends_at AS "endsAt",
    i.cancelled_at AS "cancelledAt", counted.members, counted.ready, counted.refused
  FROM reward_issue i, LATERAL (
    SELECT count(*)::int AS members, (count(*) FILTER (WHERE c.state = 'ready'))::int AS ready,
      (count(*) FILTER (WHERE c.state = 'refused'))::int AS refused
    FROM issued_code c WHERE c.shop_id = i.shop_id AND c.issue_id = i.id) AS counted`;

/** Rewards given without points, the newest first. */
export async function listIssues(sql: Sql, shopId: number, limit: number): Promise<ListedIssue[]> {
  const rows = await sql.query<IssueRow>(`${SELECT} WHERE i.shop_id = $1 ORDER BY i.at DESC, i.id LIMIT $2`, [
    shopId,
    limit,
  ]);
  return rows.map(issueOf);
}

export async function findIssue(sql: Sql, shopId: number, id: string): Promise<ListedIssue | null> {
  const [row] = await sql.query<IssueRow>(`${SELECT} WHERE i.shop_id = $1 AND i.id = $2`, [shopId, id]);
  return row === undefined ? null : issueOf(row);
}

/** How many of its codes an order carries that counts. */
export async function countUsedCodes(sql: Sql, shopId: number, id: string): Promise<number> {
  const [row] = await sql.query<{ used: number }>(
    `SELECT count(*)::int AS used FROM issued_code c WHERE c.shop_id = $1 AND c.issue_id = $2 AND EXISTS (
       SELECT 1 FROM "order" o WHERE o.shop_id = c.shop_id AND o.codes <> '{}' AND o.codes @> ARRAY[lower(c.code)] AND o.counts)`,
    [shopId, id],
  );
  return row?.used ?? 0;
}

export interface IssuedLine {
  memberId: MemberId;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  code: string;
  state: "waiting" | "ready" | "refused";
  reason: string | null;
}

/** Whom it was given to, by number. */
export async function listIssuedLines(
  sql: Sql,
  shopId: number,
  { id, after, limit }: { id: string; after: MemberId; limit: number },
): Promise<IssuedLine[]> {
  const rows = await sql.query<Omit<IssuedLine, "memberId"> & { memberId: bigint }>(
    `SELECT c.member_id AS "memberId", p.first_name AS "firstName", p.last_name AS "lastName", p.email, c.code, c.state, c.reason
     FROM issued_code c LEFT JOIN person p ON p.shop_id = c.shop_id AND p.member_id = c.member_id
     WHERE c.shop_id = $1 AND c.issue_id = $2 AND c.member_id > $3 ORDER BY c.member_id LIMIT $4`,
    [shopId, id, after, limit],
  );
  return rows.map((row) => ({ ...row, memberId: row.memberId.toString() }));
}

/** The issue that a code, in whatever case, belongs to; null for none. */
export async function findIssueOfCode(sql: Sql, shopId: number, code: string): Promise<string | null> {
  const [row] = await sql.again<{ issue_id: string }>(
    `SELECT issue_id FROM issued_code WHERE shop_id = $1 AND lower(code) = $2`,
    [shopId, code.toLowerCase()],
  );
  return row?.issue_id ?? null;
}

function issueOf({ at, endsAt, cancelledAt, ...issue }: IssueRow): ListedIssue {
  return {
    ...issue,
    at: at.getTime(),
    endsAt: endsAt.getTime(),
    cancelledAt: cancelledAt?.getTime() ?? null,
  };
}
