import type { MemberId } from "../loyalty/ids.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";
import { storableText } from "./json.ts";

export type RowState = "read" | "ready" | "faulty" | "posted" | "undone";

export interface RawRow {
  number: number;
  cells: string[];
}

/** A row that was read: whose it is and what it brings, or what is wrong with it. */
export interface CheckedRow {
  number: number;
  memberId: MemberId | null;
  points: bigint | null;
  values: unknown;
  /** null for none. */
  faults: unknown[] | null;
}

export interface ReadyRow {
  number: number;
  leader: number;
  memberId: MemberId;
  points: bigint;
  values: unknown;
}

export async function insertRawRows(tx: ShopTransaction, importId: string, rows: RawRow[]): Promise<void> {
  if (rows.length === 0) return;
  const storable = rows.map(({ number, cells }) => ({ number, cells: cells.map(storableText) }));
  await tx.query(
    `INSERT INTO import_row (shop_id, import_id, number, state, cells)
     SELECT $1, $2, r.number, 'read', r.cells
     FROM jsonb_to_recordset($3::text::jsonb) AS r(number int, cells text[])`,
    [tx.shopId, importId, JSON.stringify(storable)],
  );
}

/** The first rows that nobody has looked at yet. */
export async function listUnread(
  sql: Sql,
  shopId: number,
  importId: string,
  limit: number,
): Promise<RawRow[]> {
  return sql.query<RawRow>(
    `SELECT number, cells FROM import_row WHERE shop_id = $1 AND import_id = $2 AND state = 'read'
     ORDER BY number LIMIT $3`,
    [shopId, importId, limit],
  );
}

export async function saveChecked(tx: ShopTransaction, importId: string, rows: CheckedRow[]): Promise<void> {
  await tx.query(
    `UPDATE import_row i SET state = CASE WHEN r.faults IS NULL THEN 'ready' ELSE 'faulty' END,
       member_id = r.member_id, points = r.points, "values" = r."values", faults = r.faults, leader = NULL
     FROM jsonb_to_recordset($3::text::jsonb)
       AS r(number int, member_id bigint, points bigint, "values" jsonb, faults jsonb)
     WHERE i.shop_id = $1 AND i.import_id = $2 AND i.number = r.number AND i.state = 'read'`,
    [
      tx.shopId,
      importId,
      JSON.stringify(
        rows.map(({ number, memberId, points, values, faults }) => {
          return { number, member_id: memberId, points: points?.toString() ?? null, values, faults };
        }),
      ),
    ],
  );
}

/** A hundred thousand rows came at once: without knowing of them the database joins them one by one. */
export async function countRowsAnew(tx: ShopTransaction): Promise<void> {
  await tx.query(`ANALYZE import_row`);
}

/** All rows are looked at anew, by other settings. */
export async function forgetChecks(tx: ShopTransaction, importId: string): Promise<void> {
  await tx.query(
    `UPDATE import_row SET state = 'read', member_id = NULL, points = NULL, "values" = NULL, faults = NULL, leader = NULL
     WHERE shop_id = $1 AND import_id = $2 AND state IN ('ready', 'faulty')`,
    [tx.shopId, importId],
  );
}

/** A fault that only shows once all rows are known: `fault` for the ready rows that the condition names. */
export async function refuseRows(
  tx: ShopTransaction,
  importId: string,
  { where, fault }: { where: string; fault: object },
): Promise<void> {
  await tx.query(
    `UPDATE import_row i SET state = 'faulty', faults = jsonb_build_array($3::text::jsonb)
     WHERE i.shop_id = $1 AND i.import_id = $2 AND i.state = 'ready' AND ${where}`,
    [tx.shopId, importId, JSON.stringify(fault)],
  );
}

/** An earlier row of the file names the same customer. */
export const NAMED_BEFORE = `EXISTS (SELECT 1 FROM import_row other WHERE other.shop_id = i.shop_id
  AND other.import_id = i.import_id AND other.member_id = i.member_id AND other.state = 'ready' AND other.number < i.number)`;

/** Another import has brought this customer's balance in. */
export const MOVED_IN_BEFORE = `EXISTS (SELECT 1 FROM import_row other
  JOIN member_import m ON m.shop_id = other.shop_id AND m.id = other.import_id AND m.settings->>'kind' = 'members'
  WHERE other.shop_id = i.shop_id AND other.member_id = i.member_id AND other.import_id <> i.import_id
    AND other.state = 'posted')`;

/** Rows of one member go together, under the number of the first. */
export async function chooseLeaders(tx: ShopTransaction, importId: string): Promise<void> {
  await tx.query(
    `UPDATE import_row i SET leader = first.number
     FROM (SELECT member_id, min(number) AS number FROM import_row
           WHERE shop_id = $1 AND import_id = $2 AND state = 'ready' GROUP BY member_id) AS first
     WHERE i.shop_id = $1 AND i.import_id = $2 AND i.state = 'ready' AND i.member_id = first.member_id`,
    [tx.shopId, importId],
  );
}

/** All rows of the next members in this state, each member's together. */
export async function nextOfMembers(
  sql: Sql,
  { shopId, importId }: { shopId: number; importId: string },
  { state, members }: { state: "ready" | "posted"; members: number },
): Promise<ReadyRow[]> {
  const rows = await sql.query<Omit<ReadyRow, "memberId"> & { member_id: bigint }>(
    `SELECT number, leader, member_id, points, "values" FROM import_row
     WHERE shop_id = $1 AND import_id = $2 AND state = $3 AND leader = ANY(
       ARRAY(SELECT DISTINCT leader FROM import_row WHERE shop_id = $1 AND import_id = $2 AND state = $3
             AND leader IS NOT NULL ORDER BY leader LIMIT $4))
     ORDER BY leader, number`,
    [shopId, importId, state, members],
  );
  return rows.map(({ member_id: memberId, ...row }) => ({ ...row, memberId: memberId.toString() }));
}

/** The next rows of a file of history. */
export async function nextOfHistory(
  tx: ShopTransaction,
  importId: string,
  limit: number,
): Promise<ReadyRow[]> {
  const rows = await tx.query<Omit<ReadyRow, "memberId" | "leader"> & { member_id: bigint }>(
    `SELECT number, member_id, points, "values" FROM import_row
     WHERE shop_id = $1 AND import_id = $2 AND state = 'ready' ORDER BY number LIMIT $3`,
    [tx.shopId, importId, limit],
  );
  return rows.map(({ member_id: memberId, ...row }) => {
    return { ...row, leader: row.number, memberId: memberId.toString() };
  });
}

/**
 * The next rows are in the books, or out of them again: what the file said of the person is forgotten. They follow each
 * other, so their range names them.
 */
export async function markRows(
  tx: ShopTransaction,
  importId: string,
  {
    from,
    to,
    rows,
    by,
  }: { from: RowState; to: "posted" | "undone"; rows: ReadyRow[]; by: "leader" | "number" },
): Promise<void> {
  await tx.query(
    `UPDATE import_row SET state = $4, cells = NULL, faults = NULL
     WHERE shop_id = $1 AND import_id = $2 AND state = $3 AND ${by} BETWEEN $5 AND $6`,
    [tx.shopId, importId, from, to, rows[0]?.[by] ?? 0, rows.at(-1)?.[by] ?? 0],
  );
}

/** What was used meanwhile stays in the books, and is not looked at again when the rest is taken back. */
export async function keepUsed(tx: ShopTransaction, importId: string, numbers: number[]): Promise<void> {
  await tx.query(
    `UPDATE import_row SET leader = NULL WHERE shop_id = $1 AND import_id = $2 AND number = ANY($3::int[])`,
    [tx.shopId, importId, numbers],
  );
}

/** Rows at fault, in the order of the file, a page at a time. */
export async function listFaulty(
  sql: Sql,
  shopId: number,
  importId: string,
  page: { after: number; limit: number },
): Promise<{ number: number; cells: string[] | null; faults: unknown[] }[]> {
  return sql.query(
    `SELECT number, cells, faults FROM import_row WHERE shop_id = $1 AND import_id = $2 AND state = 'faulty' AND number > $3
     ORDER BY number LIMIT $4`,
    [shopId, importId, page.after, page.limit],
  );
}

/** After a while what a file said of people is forgotten, also of the rows that were refused. */
export async function forgetCells(tx: ShopTransaction, before: Date): Promise<void> {
  await tx.query(
    `UPDATE import_row r SET cells = NULL, faults = (SELECT jsonb_agg(fault - 'value') FROM jsonb_array_elements(r.faults) AS fault)
     FROM member_import m
     WHERE r.shop_id = $1 AND m.shop_id = $1 AND m.id = r.import_id AND r.cells IS NOT NULL AND r.state = 'faulty'
       AND m.finished_at < $2`,
    [tx.shopId, before],
  );
}

const OLD_DRAFT = `m.state IN ('reading', 'read', 'checking', 'checked') AND m.started_at <`;

/** Shops with files that say something of people and are as old as that. */
export async function listForgettable(sql: Sql, before: Date): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT DISTINCT m.shop_id AS id FROM member_import m WHERE (${OLD_DRAFT} $1) OR (m.finished_at < $1 AND EXISTS (
       SELECT 1 FROM import_row r WHERE r.shop_id = m.shop_id AND r.import_id = m.id AND r.state = 'faulty' AND r.cells IS NOT NULL))`,
    [before],
  );
  return rows.map(({ id }) => id);
}

/** Files of which nothing was moved, with their rows. */
export async function deleteDrafts(tx: ShopTransaction, before: Date): Promise<void> {
  await tx.query(
    `WITH old AS (DELETE FROM member_import m WHERE m.shop_id = $1 AND ${OLD_DRAFT} $2 RETURNING m.id)
     DELETE FROM import_row r USING old WHERE r.shop_id = $1 AND r.import_id = old.id`,
    [tx.shopId, before],
  );
}
