import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

export type StudyKind = "plan" | "effect" | "past-preview" | "past-orders";
export type StudyState = "waiting" | "done" | "failed";
export const STUDY_LISTS = ["up", "down", "gain", "lose"] as const;
export type StudyList = (typeof STUDY_LISTS)[number];

/** What was asked of a programme, and what came of it. What `subject` and `result` hold is the use cases' own. */
export interface StoredStudy {
  id: string;
  kind: StudyKind;
  subject: unknown;
  state: StudyState;
  /** Of `of`; both 0 before it is known how much there is. */
  done: number;
  of: number;
  result: unknown;
  /** Why it waits or failed; null while nothing holds it up. */
  reason: string | null;
  askedAt: Instant;
  finishedAt: Instant | null;
}

interface StudyRow {
  id: string;
  kind: StudyKind;
  subject: unknown;
  state: StudyState;
  done: number;
  of: number;
  result: unknown;
  reason: string | null;
  asked_at: Date;
  finished_at: Date | null;
}

/**
 * Asks for it, or asks anew where that was done or given up; one that is under way is left alone. Answers whether it begins
 * by this.
 */
export async function askForStudy(
  tx: ShopTransaction,
  study: Pick<StoredStudy, "id" | "kind" | "subject" | "askedAt"> & { askedBy: string },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO study (shop_id, id, kind, subject, state, asked_at, asked_by)
     VALUES ($1, $2, $3, $4::text::jsonb, 'waiting', $5, $6)
     ON CONFLICT (shop_id, id) DO UPDATE SET state = 'waiting', done = 0, "of" = 0, result = NULL, reason = NULL,
       subject = excluded.subject, asked_at = excluded.asked_at, asked_by = excluded.asked_by, finished_at = NULL
     WHERE study.state <> 'waiting' RETURNING id`,
    [tx.shopId, study.id, study.kind, toStorableJson(study.subject), new Date(study.askedAt), study.askedBy],
  );
  return rows.length > 0;
}

/** What came of it, once: whoever acts on it takes it away. null where it is not that one, or is not done. */
export async function takeStudy(
  tx: ShopTransaction,
  { id, finishedAt }: { id: string; finishedAt: Instant },
): Promise<{ result: unknown } | null> {
  const [row] = await tx.query<{ result: unknown }>(
    `DELETE FROM study WHERE shop_id = $1 AND id = $2 AND state = 'done' AND finished_at = $3 RETURNING result`,
    [tx.shopId, id, new Date(finishedAt)],
  );
  return row ?? null;
}

export async function findStudy(sql: Sql, shopId: number, id: string): Promise<StoredStudy | null> {
  const [row] = await sql.query<StudyRow>(
    `SELECT id, kind, subject, state, done, "of", result, reason, asked_at, finished_at FROM study
     WHERE shop_id = $1 AND id = $2`,
    [shopId, id],
  );
  if (row === undefined) return null;
  const { asked_at: askedAt, finished_at: finishedAt, ...rest } = row;
  return { ...rest, askedAt: askedAt.getTime(), finishedAt: finishedAt?.getTime() ?? null };
}

/** Answers whether it is still waited for. */
export async function noteProgress(
  sql: Sql,
  shopId: number,
  { id, done, of }: Pick<StoredStudy, "id" | "done" | "of">,
): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE study SET done = $3, "of" = $4, reason = NULL WHERE shop_id = $1 AND id = $2 AND state = 'waiting'
     RETURNING id`,
    [shopId, id, done, of],
  );
  return rows.length > 0;
}

/** It goes on by itself once what holds it up is over. */
export async function noteHeldUp(
  sql: Sql,
  shopId: number,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await sql.query(`UPDATE study SET reason = $3 WHERE shop_id = $1 AND id = $2 AND state = 'waiting'`, [
    shopId,
    id,
    reason,
  ]);
}

export interface StudyEnd {
  id: string;
  state: "done" | "failed";
  result: unknown;
  reason: string | null;
  at: Instant;
}

/** Answers whether it was still waited for. */
export async function finishStudy(
  tx: ShopTransaction,
  { id, state, result, reason, at }: StudyEnd,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE study SET state = $3, result = $4::text::jsonb, reason = $5, finished_at = $6
     WHERE shop_id = $1 AND id = $2 AND state = 'waiting' RETURNING id`,
    [tx.shopId, id, state, result === null ? null : toStorableJson(result), reason, new Date(at)],
  );
  return rows.length > 0;
}

/** A member of a list: with the tier, or the points, before and after. */
export interface StudyMember {
  memberId: MemberId;
  before: string | null;
  after: string | null;
}

const ROWS_AT_ONCE = 5_000;

/** In place of those of an earlier time. Whoever was erased meanwhile is not written down again. */
export async function replaceStudyMembers(
  tx: ShopTransaction,
  studyId: string,
  lists: Readonly<Record<StudyList, readonly StudyMember[]>>,
): Promise<void> {
  await tx.query(`DELETE FROM study_member WHERE shop_id = $1 AND study_id = $2`, [tx.shopId, studyId]);
  for (const list of STUDY_LISTS) {
    const members = lists[list];
    for (let from = 0; from < members.length; from += ROWS_AT_ONCE) {
      const part = members.slice(from, from + ROWS_AT_ONCE);
      await tx.query(
        `INSERT INTO study_member (shop_id, study_id, list, place, member_id, before, after)
         SELECT $1, $2, $3, $4 + new.place::int, new.member_id, new.before, new.after
         FROM unnest($5::bigint[], $6::text[], $7::text[]) WITH ORDINALITY AS new(member_id, before, after, place)
         JOIN member m ON m.shop_id = $1 AND m.id = new.member_id`,
        [
          tx.shopId,
          studyId,
          list,
          from,
          part.map(({ memberId }) => memberId),
          part.map(({ before }) => before),
          part.map(({ after }) => after),
        ],
      );
    }
  }
}

export interface NamedStudyMember extends StudyMember {
  place: number;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
}

/** A page of a list, by its order, with what the members are called. */
export async function listStudyMembers(
  sql: Sql,
  shopId: number,
  { id, list, after, limit }: { id: string; list: StudyList; after: number; limit: number },
): Promise<NamedStudyMember[]> {
  const rows = await sql.query<{
    place: number;
    member_id: bigint;
    before: string | null;
    after: string | null;
    first_name: string | null;
    last_name: string | null;
    email: string | null;
  }>(
    `SELECT s.place, s.member_id, s.before, s.after, p.first_name, p.last_name, p.email FROM study_member s
     LEFT JOIN person p ON p.shop_id = s.shop_id AND p.member_id = s.member_id
     WHERE s.shop_id = $1 AND s.study_id = $2 AND s.list = $3 AND s.place > $4 ORDER BY s.place LIMIT $5`,
    [shopId, id, list, after, limit],
  );
  return rows.map((row) => ({
    ...{ place: row.place, memberId: row.member_id.toString(), before: row.before, after: row.after },
    ...{ firstName: row.first_name, lastName: row.last_name, email: row.email },
  }));
}

export async function deleteStudiesAskedBefore(tx: ShopTransaction, instant: Instant): Promise<void> {
  const old = [tx.shopId, new Date(instant)];
  await tx.query(
    `DELETE FROM study_member WHERE shop_id = $1 AND study_id IN (
       SELECT id FROM study WHERE shop_id = $1 AND asked_at < $2)`,
    old,
  );
  await tx.query(`DELETE FROM study WHERE shop_id = $1 AND asked_at < $2`, old);
}
