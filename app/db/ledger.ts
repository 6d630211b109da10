import type { Account, LedgerTransaction, Posting, TransactionKind } from "../loyalty/ledger.ts";
import type { Explanation } from "../loyalty/explanation.ts";
import type { Sql } from "./sql.ts";

export interface StoredTransaction extends LedgerTransaction {
  /** Order of recording in the shop. */
  id: bigint;
  recordedAt: number;
}

interface TransactionRow {
  id: bigint;
  member_id: bigint;
  seq: bigint;
  key: string;
  kind: string;
  at: Date;
  recorded_at: Date;
  event_id: string;
  actor: string;
  version: number;
  explanation: string;
  previous_hash: string;
  hash: string;
  postings: PostingRow[];
}

interface PostingRow {
  debit: string;
  credit: string;
  points: string;
  lot: string | null;
  order: string | null;
}

/** A transaction with its postings in one row; points and order ids as text, for JSON would round them. */
const SELECT = `SELECT t.id, t.member_id, t.seq, t.key, t.kind, t.at, t.recorded_at, t.event_id, t.actor, t.version,
    t.explanation, t.previous_hash, t.hash,
    (SELECT jsonb_agg(jsonb_build_object('debit', p.debit, 'credit', p.credit, 'points', p.points::text,
       'lot', p.lot_id, 'order', p.order_id::text) ORDER BY p.n)
     FROM posting p WHERE p.shop_id = t.shop_id AND p.transaction_id = t.id) AS postings
  FROM ledger_transaction t`;

/** The newest first, of these kinds or of all; `before` (a seq) pages on. */
export async function listMemberTransactions(
  sql: Sql,
  shopId: number,
  page: { memberId: string; limit: number; before?: number; kinds?: readonly TransactionKind[] },
): Promise<StoredTransaction[]> {
  const rows = await sql.query<TransactionRow>(
    `${SELECT} WHERE t.shop_id = $1 AND t.member_id = $2 AND t.seq < $3 AND ($5::text[] IS NULL OR t.kind = ANY($5))
     ORDER BY t.seq DESC LIMIT $4`,
    [shopId, page.memberId, page.before ?? Number.MAX_SAFE_INTEGER, page.limit, page.kinds ?? null],
  );
  return rows.map(transactionOf);
}

/** Those with these keys, in the order in which they were recorded. */
export async function findTransactions(
  sql: Sql,
  shopId: number,
  keys: readonly string[],
): Promise<StoredTransaction[]> {
  if (keys.length === 0) return [];
  const rows = await sql.query<TransactionRow>(
    `${SELECT} WHERE t.shop_id = $1 AND t.key = ANY($2::text[]) ORDER BY t.id`,
    [shopId, keys],
  );
  return rows.map(transactionOf);
}

/** The latest of the whole shop, the newest first. */
export async function listRecentTransactions(
  sql: Sql,
  shopId: number,
  limit: number,
): Promise<StoredTransaction[]> {
  const rows = await sql.query<TransactionRow>(`${SELECT} WHERE t.shop_id = $1 ORDER BY t.id DESC LIMIT $2`, [
    shopId,
    limit,
  ]);
  return rows.map(transactionOf);
}

/** Those with these ids, the newest first by when they took effect. */
export async function listTransactionsById(
  sql: Sql,
  shopId: number,
  ids: readonly bigint[],
): Promise<StoredTransaction[]> {
  const rows = await sql.query<TransactionRow>(
    `${SELECT} WHERE t.shop_id = $1 AND t.id = ANY($2::bigint[]) ORDER BY t.at DESC, t.id DESC`,
    [shopId, ids.map(String)],
  );
  return rows.map(transactionOf);
}

/** The latest few of each of many members, the newest first. */
export async function listLatestTransactions(
  sql: Sql,
  shopId: number,
  members: { ids: string[]; each: number },
): Promise<Map<string, StoredTransaction[]>> {
  const rows = await sql.query<TransactionRow>(
    `${SELECT} JOIN member m ON m.shop_id = t.shop_id AND m.id = t.member_id
     WHERE t.shop_id = $1 AND t.member_id = ANY($2::bigint[]) AND t.seq > m.seq - $3 ORDER BY t.member_id, t.seq DESC`,
    [shopId, members.ids, members.each],
  );
  const found = new Map<string, StoredTransaction[]>();
  for (const row of rows) {
    const transaction = transactionOf(row);
    const list = found.get(transaction.memberId);
    if (list === undefined) found.set(transaction.memberId, [transaction]);
    else list.push(transaction);
  }
  return found;
}

/** Whole chains of the members from one id to another, both included, each from its first transaction. */
export async function listChains(
  sql: Sql,
  shopId: number,
  members: { from: string; to: string },
): Promise<StoredTransaction[]> {
  const rows = await sql.query<TransactionRow>(
    `${SELECT} WHERE t.shop_id = $1 AND t.member_id BETWEEN $2 AND $3 ORDER BY t.member_id, t.seq, t.id`,
    [shopId, members.from, members.to],
  );
  return rows.map(transactionOf);
}

/** A row of the ledger that belongs to nobody: a transaction without its member, or a posting without its transaction or under another member than it. */
export async function findStray(sql: Sql, shopId: number): Promise<string | null> {
  const [row] = await sql.query<{ stray: string }>(
    `SELECT 'transaction ' || t.key || ', which belongs to no member' AS stray FROM ledger_transaction t
     WHERE t.shop_id = $1 AND NOT EXISTS (SELECT 1 FROM member m WHERE m.shop_id = $1 AND m.id = t.member_id)
     UNION ALL
     SELECT 'posting ' || p.n || ' of transaction ' || p.transaction_id || ', which does not exist' FROM posting p
     WHERE p.shop_id = $1
       AND NOT EXISTS (SELECT 1 FROM ledger_transaction t WHERE t.shop_id = $1 AND t.id = p.transaction_id)
     UNION ALL
     SELECT 'posting ' || p.n || ' of transaction ' || t.key || ', which is of another member' FROM posting p
     JOIN ledger_transaction t ON t.shop_id = $1 AND t.id = p.transaction_id AND t.member_id <> p.member_id
     WHERE p.shop_id = $1
     LIMIT 1`,
    [shopId],
  );
  return row?.stray ?? null;
}

function transactionOf(row: TransactionRow): StoredTransaction {
  return {
    id: row.id,
    key: row.key,
    memberId: row.member_id.toString(),
    kind: row.kind as TransactionKind,
    at: row.at.getTime(),
    recordedAt: row.recorded_at.getTime(),
    cause: { eventId: row.event_id, actor: row.actor },
    version: row.version,
    explanation: JSON.parse(row.explanation) as Explanation,
    postings: (row.postings ?? []).map(postingOf),
    seq: Number(row.seq),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function postingOf(row: PostingRow): Posting {
  return {
    debit: row.debit as Account,
    credit: row.credit as Account,
    points: BigInt(row.points),
    lotId: row.lot,
    orderId: row.order,
  };
}

/** Those of these keys, in the order of recording. */
export async function listTransactionsOfKeys(
  sql: Sql,
  shopId: number,
  keys: readonly string[],
): Promise<StoredTransaction[]> {
  const rows = await sql.query<TransactionRow>(
    `${SELECT} WHERE t.shop_id = $1 AND t.key = ANY($2::text[]) ORDER BY t.id`,
    [shopId, keys],
  );
  return rows.map(transactionOf);
}
