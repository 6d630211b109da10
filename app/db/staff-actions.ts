import type { Points } from "../loyalty/points.ts";
import type { Instant } from "../loyalty/time.ts";
import { storableText, toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";
import type { StaffActionName, SubjectKind } from "./staff-action-names.ts";
import type { Role } from "./staff-members.ts";

export interface StaffAction {
  at: Instant;
  /** The store's number of the person. */
  staff: string;
  /** The role they had. */
  role: Role;
  action: StaffActionName;
  subject: { kind: SubjectKind; id: string } | null;
  /** What belongs to the sentence of the log: never what tells of a customer beyond their number. */
  detail?: Record<string, string>;
}

/** A line of the log of what staff did, in the transaction that did it. */
export async function noteAction(
  sql: Pick<Sql, "query">,
  shopId: number,
  { at, staff, role, action, subject, detail = {} }: StaffAction,
): Promise<void> {
  await sql.query(
    `INSERT INTO staff_action (shop_id, at, staff, role, action, subject_kind, subject_id, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb)`,
    [
      shopId,
      new Date(at),
      staff,
      role,
      action,
      subject?.kind ?? null,
      subject === null ? null : storableText(subject.id),
      toStorableJson(detail),
    ],
  );
}

/**
 * How many points a person moved by hand since then, given and taken alike, gifts as the points they would have cost;
 * whoever asks holds on to the person.
 */
export async function sumAdjustedSince(
  sql: Pick<Sql, "query">,
  shopId: number,
  { staff, since }: { staff: string; since: Instant },
): Promise<Points> {
  const [row] = await sql.query<{ points: bigint }>(
    `SELECT coalesce(sum(abs((detail->>'points')::numeric)), 0) AS points FROM staff_action
     WHERE shop_id = $1 AND staff = $2 AND at >= $3
       AND action IN ('points.adjusted', 'points.reinstated', 'reward.granted')`,
    [shopId, staff, new Date(since)],
  );
  return row?.points ?? 0n;
}
