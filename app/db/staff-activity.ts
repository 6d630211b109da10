import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";
import type { StaffActionName, SubjectKind } from "./staff-action-names.ts";
import type { Role } from "./staff-members.ts";

/** A line of the log of what staff did. */
export interface LoggedAction {
  id: string;
  at: Instant;
  staff: string;
  role: Role;
  action: StaffActionName;
  subject: { kind: SubjectKind; id: string } | null;
  detail: Record<string, string>;
}

export interface ActionFilter {
  staff: string | null;
  actions: readonly StaffActionName[] | null;
  from: Instant | null;
  /** Exclusive. */
  until: Instant | null;
}

export interface ActionPage extends ActionFilter {
  /** The page behind this line, or before it; the newest for null. */
  place: { id: string; side: "after" | "before" } | null;
  limit: number;
}

/** The newest first. */
export async function listActions(sql: Sql, shopId: number, page: ActionPage): Promise<LoggedAction[]> {
  const { staff, actions, from, until, place, limit } = page;
  const backwards = place?.side === "before";
  const rows = await sql.query<{
    id: bigint;
    at: Date;
    staff: string;
    role: Role;
    action: StaffActionName;
    subject_kind: SubjectKind | null;
    subject_id: string | null;
    detail: Record<string, string>;
  }>(
    `SELECT id, at, staff, role, action, subject_kind, subject_id, detail FROM staff_action
     WHERE shop_id = $1 AND ($2::text IS NULL OR staff = $2) AND ($3::text[] IS NULL OR action = ANY($3))
       AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)
       AND ($6::bigint IS NULL OR id ${backwards ? ">" : "<"} $6)
     ORDER BY id ${backwards ? "ASC" : "DESC"} LIMIT $7`,
    [
      shopId,
      staff,
      actions,
      from === null ? null : new Date(from),
      until === null ? null : new Date(until),
      place?.id ?? null,
      limit,
    ],
  );
  const found = rows.map(({ subject_kind: kind, subject_id: id, ...row }) => ({
    ...row,
    id: row.id.toString(),
    at: row.at.getTime(),
    subject: kind === null || id === null ? null : { kind, id },
  }));
  return backwards ? found.reverse() : found;
}

/** Forgets lines that are older; the database lets nobody else do it. Answers how many. */
export async function forgetActions(
  tx: { shopId: number } & Pick<Sql, "query">,
  before: Instant,
): Promise<number> {
  const instant = new Date(before);
  await tx.query(`SELECT set_config('perennial.forgetting_before', $1, true)`, [instant.toISOString()]);
  const rows = await tx.query(`DELETE FROM staff_action WHERE shop_id = $1 AND at < $2 RETURNING id`, [
    tx.shopId,
    instant,
  ]);
  await tx.query(`SELECT set_config('perennial.forgetting_before', '', true)`);
  return rows.length;
}
