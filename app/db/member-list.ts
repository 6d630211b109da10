import type { MemberId } from "../loyalty/ids.ts";
import { IS_BLOCKED, IS_OUT } from "./absences.ts";
import { conditionsOf, parametersFrom, type MemberFilter } from "./member-filter.ts";
import { withFewListed, withoutSets } from "./member-sets.ts";
import type { Sql } from "./sql.ts";

export const MEMBER_SORTS = ["change", "balance", "earned", "since"] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

/** Where a page begins or ends: the value sorted by, and the id. */
export interface MemberPlace {
  /** Milliseconds since 1970, or points. */
  value: string;
  id: string;
}

export interface MemberPage {
  filter: MemberFilter;
  sort: MemberSort;
  descending: boolean;
  /** The page behind this place, or before it; the first one for null. */
  from: { place: MemberPlace; side: "after" | "before" } | null;
  limit: number;
}

export interface ListedMember {
  id: MemberId;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  locale: string | null;
  available: bigint;
  pending: bigint;
  held: bigint;
  owed: bigint;
  earned: bigint;
  redeemed: bigint;
  level: string | null;
  isOut: boolean;
  isBlocked: boolean;
  birthday: { month: number; day: number } | null;
  knownSince: number;
  changedAt: number;
  lastActivityAt: number | null;
}

type Listed = Omit<
  ListedMember,
  "id" | "firstName" | "lastName" | "isOut" | "isBlocked" | "knownSince" | "changedAt" | "lastActivityAt"
> & {
  id: bigint;
  first_name: string | null;
  last_name: string | null;
  is_out: boolean;
  is_blocked: boolean;
  known_since: Date;
  changed_at: Date;
  last_activity_at: bigint | null;
};

const SORTS: Record<MemberSort, { by: string; type: string; read: (value: string) => unknown }> = {
  change: { by: "coalesce(m.last_change_at, m.known_since)", type: "timestamptz", read: dateOf },
  since: { by: "m.known_since", type: "timestamptz", read: dateOf },
  balance: { by: "m.available", type: "bigint", read: (value) => value },
  earned: { by: "m.earned", type: "bigint", read: (value) => value },
};

/** Members that are listed: neither merged away nor erased. */
export const LISTED = "m.shop_id = $1 AND m.merged_into IS NULL AND m.id > 0";

/**
 * Up to this many are found first and sorted then. Of more than that the first page lies near the beginning of any sort,
 * so that its index is walked and each member on the way is looked at. Neither needs the database to guess right.
 */
const FEW = 2_000;

/**
 * A page of the members that pass. Pages follow each other by key and so stay as fast, and stay right, whatever comes in
 * between. A page before a place is read backwards and comes back in its own order. `matching` is null where there are
 * more than can be counted on the way, or nothing was asked.
 */
export async function listMembers(
  sql: Sql,
  shopId: number,
  page: MemberPage,
): Promise<{ members: ListedMember[]; matching: number | null }> {
  const filter = await withFewListed(sql, shopId, page.filter);
  // Of a set that is left it is known already that many are in it.
  const isAsked = conditionsOf(withoutSets(filter), () => "").length > 0;
  const few = isAsked ? await listPassing(sql, shopId, filter, FEW + 1) : null;
  const isFew = few !== null && few.length <= FEW;
  if (isFew && few.length === 0) return { members: [], matching: 0 };
  const parameters: unknown[] = [shopId, page.limit];
  const parameter = parametersFrom(parameters);
  const conditions = isFew ? [`m.id = ANY(${parameter(few)}::bigint[])`] : conditionsOf(filter, parameter);
  const backwards = page.from?.side === "before";
  const falling = page.descending !== backwards;
  const direction = falling ? "DESC" : "ASC";
  const { by, type, read } = SORTS[page.sort];
  if (page.from !== null) {
    const { value, id } = page.from.place;
    const place = `(${parameter(read(value))}::${type}, ${parameter(id)}::bigint)`;
    conditions.push(`(${by}, m.id) ${falling ? "<" : ">"} ${place}`);
  }
  const rows = await sql.query<Listed>(
    `SELECT m.id, p.first_name, p.last_name, p.email, p.locale, m.available, m.pending, m.held, m.owed, m.earned, m.redeemed,
       m.level, coalesce(${IS_OUT}, false) AS is_out,
       coalesce(${IS_BLOCKED}, false) AS is_blocked,
       m.record->'birthday' AS birthday, m.known_since, coalesce(m.last_change_at, m.known_since) AS changed_at,
       (m.record->>'lastActivityAt')::bigint AS last_activity_at
     FROM member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     WHERE ${[LISTED, ...conditions].join(" AND ")}
     ORDER BY ${by} ${direction}, m.id ${direction} LIMIT $2`,
    parameters,
  );
  const members = rows.map(memberOf);
  return { members: backwards ? members.reverse() : members, matching: isFew ? few.length : null };
}

/** Ids of those who pass, in no order. */
async function listPassing(
  sql: Sql,
  shopId: number,
  filter: MemberFilter,
  limit: number,
): Promise<MemberId[]> {
  const parameters: unknown[] = [shopId, limit];
  const conditions = conditionsOf(filter, parametersFrom(parameters));
  const rows = await sql.query<{ id: bigint }>(
    `SELECT m.id FROM member m WHERE ${[LISTED, ...conditions].join(" AND ")} LIMIT $2`,
    parameters,
  );
  return rows.map(({ id }) => id.toString());
}

/** How many pass, counted to the last. */
export async function countMatching(sql: Sql, shopId: number, filter: MemberFilter): Promise<number> {
  const parameters: unknown[] = [shopId];
  const listed = await withFewListed(sql, shopId, filter);
  const conditions = conditionsOf(listed, parametersFrom(parameters));
  const [row] = await sql.query<{ members: number }>(
    `SELECT count(*)::int AS members FROM member m WHERE ${[LISTED, ...conditions].join(" AND ")}`,
    parameters,
  );
  return row?.members ?? 0;
}

/** Whether the shop has a member at all. */
export async function hasMembers(sql: Sql, shopId: number): Promise<boolean> {
  const rows = await sql.query(`SELECT 1 FROM member m WHERE ${LISTED} LIMIT 1`, [shopId]);
  return rows.length > 0;
}

/** By which value the member stands in a sort. */
export function placeOf(member: ListedMember, sort: MemberSort): MemberPlace {
  const value = {
    change: member.changedAt,
    since: member.knownSince,
    balance: member.available,
    earned: member.earned,
  }[sort];
  return { value: value.toString(), id: member.id };
}

function dateOf(value: string): Date {
  return new Date(Number(value));
}

function memberOf(row: Listed): ListedMember {
  const {
    id,
    first_name,
    last_name,
    is_out,
    is_blocked,
    known_since,
    changed_at,
    last_activity_at,
    ...rest
  } = row;
  return {
    ...rest,
    id: id.toString(),
    firstName: first_name,
    lastName: last_name,
    isOut: is_out,
    isBlocked: is_blocked,
    knownSince: known_since.getTime(),
    changedAt: changed_at.getTime(),
    lastActivityAt: last_activity_at === null ? null : Number(last_activity_at),
  };
}
