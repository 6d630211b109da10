import type { SignedHead } from "../loyalty/signed-head.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export type StoredHead = SignedHead & { at: Instant };

interface HeadRow {
  number: number;
  at: Date;
  first_seal: number;
  last_seal: number;
  statement: string;
  public_key: string;
  signature: string;
}

const COLUMNS = `number, at, first_seal, last_seal, statement, public_key, signature`;

/** The newest first; `before` (a number) pages on. */
export async function listSignedHeads(
  sql: Sql,
  shopId: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<StoredHead[]> {
  const rows = await sql.query<HeadRow>(
    `SELECT ${COLUMNS} FROM signed_head WHERE shop_id = $1 AND ($2::int IS NULL OR number < $2)
     ORDER BY number DESC LIMIT $3`,
    [shopId, before, limit],
  );
  return rows.map(headOf);
}

/** In their order, from the one after `after` on. */
export async function listHeadsFrom(
  sql: Sql,
  shopId: number,
  { after, limit }: { after: number; limit: number },
): Promise<StoredHead[]> {
  const rows = await sql.query<HeadRow>(
    `SELECT ${COLUMNS} FROM signed_head WHERE shop_id = $1 AND number > $2 ORDER BY number LIMIT $3`,
    [shopId, after, limit],
  );
  return rows.map(headOf);
}

export async function lastSignedHead(sql: Sql, shopId: number): Promise<StoredHead | null> {
  const [head] = await listSignedHeads(sql, shopId, { before: null, limit: 1 });
  return head ?? null;
}

/** The head that speaks of a seal; null where none does yet. */
export async function findHeadOfSeal(sql: Sql, shopId: number, seal: number): Promise<StoredHead | null> {
  const [row] = await sql.query<HeadRow>(
    `SELECT ${COLUMNS} FROM signed_head WHERE shop_id = $1 AND last_seal >= $2 ORDER BY last_seal LIMIT 1`,
    [shopId, seal],
  );
  return row === undefined ? null : headOf(row);
}

/** Two that sign at once make the same number: the later is turned away, and does it again after the other. */
export async function appendSignedHead(tx: ShopTransaction, head: StoredHead): Promise<void> {
  await tx.query(`INSERT INTO signed_head (shop_id, ${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, [
    tx.shopId,
    head.number,
    new Date(head.at),
    head.firstSeal,
    head.lastSeal,
    head.statement,
    head.publicKey,
    head.signature,
  ]);
}

function headOf(row: HeadRow): StoredHead {
  return {
    number: row.number,
    at: row.at.getTime(),
    firstSeal: row.first_seal,
    lastSeal: row.last_seal,
    statement: row.statement,
    publicKey: row.public_key,
    signature: row.signature,
  };
}
