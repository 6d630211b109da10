import type { ShopTransaction } from "./database.ts";

/**
 * Whether a shop's ledger is whole, asked of the database in a few statements over all rows: it hashes a million of them
 * while they would still be on their way here. What is not whole is then read row by row and named (`verify-chain.ts`).
 */

/** Transactions from one id up to and with another. */
export interface Range {
  from: bigint;
  to: bigint;
}

/**
 * Sorting this much in memory is faster than on the disk; compiling a statement costs more than it saves. Rows are never
 * looked up one by one: a database that has not counted its rows yet takes a million for a few, and would go through all
 * postings anew for each of them.
 */
export async function prepareForBulk(tx: ShopTransaction): Promise<void> {
  await tx.query(
    `SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('enable_nestloop', 'off', true)`,
  );
}

/** What comes after reads few rows of many again. */
export async function endBulk(tx: ShopTransaction): Promise<void> {
  await tx.query(`SET LOCAL enable_nestloop = on`);
}

/** All transactions of the shop in ranges of so many: ids are shared with other shops, so they have gaps. */
export async function listRanges(tx: ShopTransaction, size: number): Promise<Range[]> {
  return tx.query<Range>(
    `SELECT min(id) AS "from", max(id) AS "to" FROM (
       SELECT id, (row_number() OVER (ORDER BY id) - 1) / $2 AS part FROM ledger_transaction WHERE shop_id = $1) AS numbered
     GROUP BY part ORDER BY part`,
    [tx.shopId, size],
  );
}

/** The canonical form of `hash.ts`, put together from the row: `t` and `m` are it and its member, `p` its postings. */
const CANONICAL = `'[1,"' || m.pseudonym || '",' || t.seq || ',' || to_json(t.key)::text || ',"' || t.kind || '",'
  || (date_part('epoch', t.at) * 1000)::bigint || ',' || to_json(ARRAY[t.event_id, t.actor])::text || ',' || t.version
  || ',' || t.explanation || ',[' || coalesce(p.moves, '') || ']]'`;

/** A posting in it. Put together from ordered rows: to sort those of each transaction by themselves costs the most of all. */
const MOVE = `'["' || debit || '","' || credit || '","' || points || '",' || coalesce(to_json(lot_id)::text, 'null')
  || coalesce(',"' || order_id || '"]', ',null]')`;

export interface RowCounts {
  transactions: bigint;
  postings: bigint;
  /** Of the transactions, those whose hash is that of what stands in them, and all of whose postings are their member's. */
  whole: bigint;
}

export async function countWholeRows(tx: ShopTransaction, range: Range): Promise<RowCounts> {
  const [row] = await tx.query<RowCounts>(
    `SELECT count(*) AS transactions, coalesce(sum(p.many), 0)::bigint AS postings,
       count(*) FILTER (WHERE t.hash = encode(sha256(convert_to(t.previous_hash || E'\\n' || ${CANONICAL}, 'UTF8')), 'hex')
         AND t.member_id = p.first_member AND t.member_id = p.last_member) AS whole
     FROM ledger_transaction t
     LEFT JOIN member m ON m.shop_id = $1 AND m.id = t.member_id
     LEFT JOIN (
       SELECT transaction_id, count(*) AS many, min(member_id) AS first_member, max(member_id) AS last_member,
         string_agg(${MOVE}, ',') AS moves
       FROM (SELECT * FROM posting WHERE shop_id = $1 AND transaction_id BETWEEN $2 AND $3
             ORDER BY shop_id, transaction_id, n) AS in_order
       GROUP BY transaction_id) AS p ON p.transaction_id = t.id
     WHERE t.shop_id = $1 AND t.id BETWEEN $2 AND $3`,
    [tx.shopId, range.from, range.to],
  );
  return row ?? { transactions: 0n, postings: 0n, whole: 0n };
}

export async function countPostings(tx: ShopTransaction): Promise<bigint> {
  const [row] = await tx.query<{ many: bigint }>(`SELECT count(*) AS many FROM posting WHERE shop_id = $1`, [
    tx.shopId,
  ]);
  return row?.many ?? 0n;
}

/** Whether every transaction follows the one before it, and every chain ends where its member's record says. */
export async function chainsAreLinked(tx: ShopTransaction): Promise<boolean> {
  return isEmpty(
    tx,
    `SELECT 1 FROM member m LEFT JOIN (
       SELECT member_id, count(*) AS length, count(*) FILTER (WHERE seq <> place OR previous_hash <> before) AS broken,
         max(hash) FILTER (WHERE is_last) AS head
       FROM (SELECT member_id, seq, previous_hash, hash, lag(hash, 1, '') OVER chain AS before,
               row_number() OVER chain AS place, lead(1) OVER chain IS NULL AS is_last
             FROM ledger_transaction WHERE shop_id = $1 WINDOW chain AS (PARTITION BY member_id ORDER BY seq)) AS links
       GROUP BY member_id) AS c ON c.member_id = m.id
     WHERE m.shop_id = $1 AND (coalesce(c.broken, 0) > 0 OR coalesce(c.length, 0) <> m.seq OR coalesce(c.head, '') <> m.head)`,
  );
}

/** What a posting adds to an account; `owed` runs the other way. */
const gain = (account: string) =>
  `CASE '${account}' WHEN credit THEN points WHEN debit THEN -points ELSE 0 END`;
const loss = (account: string) =>
  `CASE '${account}' WHEN debit THEN points WHEN credit THEN -points ELSE 0 END`;

/** Whether the members' figures are the sums of their postings. */
export async function figuresAgree(tx: ShopTransaction): Promise<boolean> {
  return isEmpty(
    tx,
    `SELECT 1 FROM member m LEFT JOIN (
       SELECT member_id, sum(${gain("pending")}) AS pending, sum(${gain("available")}) AS available,
         sum(${gain("held")}) AS held, sum(${loss("owed")}) AS owed, sum(${loss("earnings")}) AS earned,
         sum(${gain("redemptions")}) AS redeemed, sum(${gain("breakage")}) AS expired
       FROM posting WHERE shop_id = $1 GROUP BY member_id) AS s ON s.member_id = m.id
     WHERE m.shop_id = $1 AND (m.pending, m.available, m.held, m.owed, m.earned, m.redeemed, m.expired)
       <> (coalesce(s.pending, 0), coalesce(s.available, 0), coalesce(s.held, 0), coalesce(s.owed, 0),
           coalesce(s.earned, 0), coalesce(s.redeemed, 0), coalesce(s.expired, 0))`,
  );
}

/** Whether no balance was below 0 after any transaction. */
export async function nothingFellBelowZero(tx: ShopTransaction): Promise<boolean> {
  return isEmpty(
    tx,
    `SELECT 1 FROM (
       SELECT sum(${gain("pending")}) OVER chain AS pending, sum(${gain("available")}) OVER chain AS available,
         sum(${gain("held")}) OVER chain AS held, sum(${loss("owed")}) OVER chain AS owed,
         lead(transaction_id) OVER chain IS DISTINCT FROM transaction_id AS is_end
       FROM posting WHERE shop_id = $1 WINDOW chain AS (PARTITION BY member_id ORDER BY transaction_id, n)) AS b
     WHERE is_end AND least(pending, available, held, owed) < 0`,
  );
}

/** Whether the open lots are what the postings on them leave, and nothing else is open. */
export async function lotsAgree(tx: ShopTransaction): Promise<boolean> {
  return isEmpty(
    tx,
    `SELECT 1 FROM (
       SELECT member_id, lot_id, sum(${gain("available")}) AS remaining, sum(${gain("held")}) AS held
       FROM posting WHERE shop_id = $1 AND lot_id IS NOT NULL GROUP BY member_id, lot_id) AS p
     FULL JOIN (SELECT member_id, id AS lot_id, remaining, held FROM lot WHERE shop_id = $1) AS l USING (member_id, lot_id)
     WHERE coalesce(p.remaining, 0) <> coalesce(l.remaining, 0) OR coalesce(p.held, 0) <> coalesce(l.held, 0)`,
  );
}

/** The first order whose record says that something else is posted for it, or pending, than its postings do. */
export async function findOrderAmiss(tx: ShopTransaction): Promise<string | null> {
  const [row] = await tx.query<{ id: bigint }>(
    `SELECT id FROM (
       SELECT order_id AS id, sum(${loss("earnings")}) AS posted, sum(${gain("pending")}) AS pending
       FROM posting WHERE shop_id = $1 AND order_id IS NOT NULL GROUP BY order_id) AS p
     FULL JOIN (
       SELECT id, posted, pending, sum((share->'posted'->>'$n')::bigint) AS shared
       FROM "order" LEFT JOIN jsonb_array_elements(record->'shares') AS share ON true
       WHERE shop_id = $1 GROUP BY id, posted, pending) AS o USING (id)
     WHERE coalesce(p.posted, 0) <> coalesce(o.posted, 0) OR coalesce(p.pending, 0) <> coalesce(o.pending, 0)
       OR coalesce(o.shared, 0) <> coalesce(o.posted, 0)
     ORDER BY id LIMIT 1`,
    [tx.shopId],
  );
  return row?.id.toString() ?? null;
}

async function isEmpty(tx: ShopTransaction, statement: string): Promise<boolean> {
  const rows = await tx.query(`${statement} LIMIT 1`, [tx.shopId]);
  return rows.length === 0;
}
