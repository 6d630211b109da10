import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** What a person of the store may do in the app; what each may stands in use-cases/staff/permissions.ts. */
export const ROLES = ["owner", "manager", "support", "read-only"] as const;
export type Role = (typeof ROLES)[number];

export interface StaffMember {
  /** The store's number of them. */
  id: string;
  /** Empty until the store could be asked. */
  name: string;
  accountOwner: boolean;
  /** What an owner gave them; null for what the shop gives everybody. */
  role: Role | null;
  roleGivenBy: string | null;
  roleGivenAt: Instant | null;
  locale: string | null;
  firstSeenAt: Instant;
  /** When the store last said who they are; null before. */
  learnedAt: Instant | null;
  askAfter: Instant;
}

interface StoredStaff {
  id: string;
  name: string;
  account_owner: boolean;
  role: Role | null;
  role_given_by: string | null;
  role_given_at: Date | null;
  locale: string | null;
  first_seen_at: Date;
  learned_at: Date | null;
  ask_after: Date;
}

const COLUMNS = `id, name, account_owner, role, role_given_by, role_given_at, locale, first_seen_at, learned_at, ask_after`;

export async function findStaffMember(sql: Sql, shopId: number, id: string): Promise<StaffMember | null> {
  const [row] = await sql.again<StoredStaff>(
    `SELECT ${COLUMNS} FROM staff_member WHERE shop_id = $1 AND id = $2`,
    [shopId, id],
  );
  return row === undefined ? null : staffOf(row);
}

/** Everybody who has opened the app, the longest known first. */
export async function listStaffMembers(sql: Sql, shopId: number): Promise<StaffMember[]> {
  const rows = await sql.query<StoredStaff>(
    `SELECT ${COLUMNS} FROM staff_member WHERE shop_id = $1 ORDER BY first_seen_at, id LIMIT 1000`,
    [shopId],
  );
  return rows.map(staffOf);
}

/** Holds on to the person until the transaction ends, so that two of their deeds at once follow each other. */
export async function lockStaffMember(tx: ShopTransaction, id: string): Promise<StaffMember | null> {
  const [row] = await tx.query<StoredStaff>(
    `SELECT ${COLUMNS} FROM staff_member WHERE shop_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [tx.shopId, id],
  );
  return row === undefined ? null : staffOf(row);
}

export interface LearnedStaff {
  id: string;
  name: string;
  accountOwner: boolean;
  locale: string | null;
  at: Instant;
  askAfter: Instant;
  /** For the first person of the shop that is learned of; null for nothing special. */
  roleOfFirst: Role | null;
}

/** What the store said of a person. A role that was given stays. */
export async function saveLearnedStaff(sql: Sql, shopId: number, learned: LearnedStaff): Promise<void> {
  const { id, name, accountOwner, locale, at, askAfter, roleOfFirst } = learned;
  await sql.query(
    `INSERT INTO staff_member AS s (shop_id, id, name, account_owner, role, role_given_by, role_given_at, locale,
       first_seen_at, learned_at, ask_after)
     SELECT $1, $2, $3, $4, first.role, CASE WHEN first.role IS NULL THEN NULL ELSE 'installation' END,
       CASE WHEN first.role IS NULL THEN NULL ELSE $6::timestamptz END, $5, $6, $6, $7
     FROM (SELECT CASE WHEN NOT EXISTS (
       SELECT FROM staff_member o WHERE o.shop_id = $1 AND o.id <> $2 AND o.learned_at IS NOT NULL)
       THEN $8::text END AS role) AS first
     ON CONFLICT (shop_id, id) DO UPDATE SET name = excluded.name, account_owner = excluded.account_owner,
       locale = coalesce(s.locale, excluded.locale), learned_at = excluded.learned_at, ask_after = excluded.ask_after,
       role = CASE WHEN s.learned_at IS NULL THEN coalesce(s.role, excluded.role) ELSE s.role END,
       role_given_by = CASE WHEN s.learned_at IS NULL AND s.role IS NULL THEN excluded.role_given_by ELSE s.role_given_by END,
       role_given_at = CASE WHEN s.learned_at IS NULL AND s.role IS NULL THEN excluded.role_given_at ELSE s.role_given_at END`,
    [shopId, id, name, accountOwner, locale, new Date(at), new Date(askAfter), roleOfFirst],
  );
}

/** The store could not say who somebody is: it is asked again later, and they are remembered by their number. */
export async function noteUnanswered(
  sql: Sql,
  shopId: number,
  { id, at, askAfter }: { id: string; at: Instant; askAfter: Instant },
): Promise<void> {
  await sql.query(
    `INSERT INTO staff_member (shop_id, id, first_seen_at, ask_after) VALUES ($1, $2, $3, $4)
     ON CONFLICT (shop_id, id) DO UPDATE SET ask_after = excluded.ask_after`,
    [shopId, id, new Date(at), new Date(askAfter)],
  );
}

export async function setStaffLocale(
  sql: Sql,
  shopId: number,
  { id, locale }: { id: string; locale: string },
): Promise<void> {
  await sql.query(`UPDATE staff_member SET locale = $3 WHERE shop_id = $1 AND id = $2`, [shopId, id, locale]);
}

export async function setStaffRole(
  tx: ShopTransaction,
  { id, role, by, at }: { id: string; role: Role | null; by: string; at: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE staff_member SET role = $3, role_given_by = $4, role_given_at = $5 WHERE shop_id = $1 AND id = $2`,
    [tx.shopId, id, role, by, new Date(at)],
  );
}

/** What these people are called; of whom nothing is known there is no name. */
export async function findStaffNames(sql: Sql, shopId: number, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<{ id: string; name: string }>(
    `SELECT id, name FROM staff_member WHERE shop_id = $1 AND id = ANY($2::text[]) AND name <> ''`,
    [shopId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function staffOf(row: StoredStaff): StaffMember {
  return {
    id: row.id,
    name: row.name,
    accountOwner: row.account_owner,
    role: row.role,
    roleGivenBy: row.role_given_by,
    roleGivenAt: row.role_given_at?.getTime() ?? null,
    locale: row.locale,
    firstSeenAt: row.first_seen_at.getTime(),
    learnedAt: row.learned_at?.getTime() ?? null,
    askAfter: row.ask_after.getTime(),
  };
}
