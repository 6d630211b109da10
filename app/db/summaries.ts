import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export interface StaleMember {
  id: string;
  available: bigint;
  held: bigint;
  owed: bigint;
  level: string | null;
  seq: bigint;
  /** Counts what changed the summary without the books: see `markSummaryStale`. */
  marks: number;
}

type StoredMember = Omit<StaleMember, "id"> & { id: bigint };

const COLUMNS = `id, available, held, owed, level, seq, summary_marks AS marks`;

/** Members whose summary in the store is out of date. */
export async function listStaleMembers(
  sql: Sql,
  shopId: number,
  { after, limit }: { after: string | null; limit: number },
): Promise<StaleMember[]> {
  const rows = await sql.query<StoredMember>(
    `SELECT ${COLUMNS} FROM member
     WHERE shop_id = $1 AND summary_stale AND merged_into IS NULL AND id > coalesce($2::bigint, 0)
     ORDER BY id LIMIT $3`,
    [shopId, after, limit],
  );
  return rows.map((row) => ({ ...row, id: row.id.toString() }));
}

/** Whoever was merged into another, and of whom something may still stand in the store. */
export async function listStaleMerged(sql: Sql, shopId: number, limit: number): Promise<MemberId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND summary_stale AND merged_into IS NOT NULL AND id > 0
     ORDER BY id LIMIT $2`,
    [shopId, limit],
  );
  return rows.map(({ id }) => id.toString());
}

/** Nothing of theirs stands in the store any more. */
export async function markForgotten(sql: Sql, shopId: number, ids: MemberId[]): Promise<void> {
  await sql.query(
    `UPDATE member SET summary_stale = false, summary_due_at = NULL WHERE shop_id = $1 AND id = ANY($2::bigint[])`,
    [shopId, ids],
  );
}

/** The same of one member, whether or not the store has their newest summary; null for nobody, or one merged away. */
export async function findMemberToSummarise(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
): Promise<StaleMember | null> {
  const [row] = await sql.again<StoredMember>(
    `SELECT ${COLUMNS} FROM member WHERE shop_id = $1 AND id = $2 AND merged_into IS NULL AND id > 0`,
    [shopId, memberId],
  );
  return row === undefined ? null : { ...row, id: row.id.toString() };
}

export interface OrderGlance {
  id: string;
  memberId: string;
  pending: bigint;
  vestsAt: Instant;
  refunded: boolean;
  boughtAt: Instant;
}

/** What a summary says of orders: those with pending points, and those named. */
export async function listOrderGlances(
  sql: Sql,
  shopId: number,
  of: { members: string[]; orders: string[] },
): Promise<OrderGlance[]> {
  const rows = await sql.query<{
    id: bigint;
    member_id: bigint;
    pending: bigint;
    vests_at: bigint;
    refunded: boolean;
    processed_at: Date;
  }>(
    `SELECT id, coalesce(member_id, 0) AS member_id, pending, processed_at, (record->>'vestsAt')::bigint AS vests_at,
       coalesce(jsonb_array_length(snapshot->'order'->'refunds'), 0) > 0 AS refunded
     FROM "order" WHERE shop_id = $1 AND ((member_id = ANY($2::bigint[]) AND pending > 0) OR id = ANY($3::bigint[]))`,
    [shopId, of.members, of.orders],
  );
  return rows.map((row) => ({
    id: row.id.toString(),
    memberId: row.member_id.toString(),
    pending: row.pending,
    vestsAt: Number(row.vests_at),
    refunded: row.refunded,
    boughtAt: row.processed_at.getTime(),
  }));
}

export interface PublishedMember extends Pick<StaleMember, "id" | "seq" | "level" | "marks"> {
  /** When time alone makes what was published untrue; null for never. */
  dueAt: Instant | null;
}

/** Only where nothing happened meanwhile: what did is still to be published. */
export async function markPublished(sql: Sql, shopId: number, members: PublishedMember[]): Promise<void> {
  await sql.again(
    `UPDATE member m SET summary_stale = false, summary_due_at = p.due_at
     FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::int[], $6::timestamptz[])
       AS p(id, seq, level, marks, due_at)
     WHERE m.shop_id = $1 AND m.id = p.id AND m.seq = p.seq AND m.level IS NOT DISTINCT FROM p.level
       AND m.summary_marks = p.marks`,
    [
      shopId,
      members.map(({ id }) => id),
      members.map(({ seq }) => seq),
      members.map(({ level }) => level),
      members.map(({ marks }) => marks),
      members.map(({ dueAt }) => (dueAt === null ? null : new Date(dueAt))),
    ],
  );
}

/** What was published of these is no longer true, although nothing happened to them. */
export async function markDueSummariesStale(sql: Sql, shopId: number, now: Instant): Promise<void> {
  await sql.again(
    `UPDATE member SET summary_stale = true, summary_due_at = NULL
     WHERE shop_id = $1 AND summary_due_at <= $2`,
    [shopId, new Date(now)],
  );
}

/** Something that the summary tells of changed, and no points did: a code can be used now. */
export async function markSummaryStale(tx: ShopTransaction, memberId: MemberId): Promise<void> {
  await tx.query(
    `UPDATE member SET summary_stale = true, summary_marks = summary_marks + 1
     WHERE shop_id = $1 AND id = $2 AND merged_into IS NULL AND id > 0`,
    [tx.shopId, memberId],
  );
}

/** Everybody's is to be written anew. */
export async function markSummariesStale(tx: ShopTransaction): Promise<void> {
  await tx.query(
    `UPDATE member SET summary_stale = true, summary_marks = summary_marks + 1
     WHERE shop_id = $1 AND merged_into IS NULL AND id > 0`,
    [tx.shopId],
  );
}
