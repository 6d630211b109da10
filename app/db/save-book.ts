import { canonicalJson } from "../loyalty/hash.ts";
import type { MemberId } from "../loyalty/ids.ts";
import type { LedgerTransaction } from "../loyalty/ledger.ts";
import type { Instant } from "../loyalty/time.ts";
import { saveBenefits } from "./benefits.ts";
import { instantOf, rowOfActivity, rowOfLot, rowOfMember, rowOfOrder, rowOfRedemption } from "./book-rows.ts";
import type { ShopTransaction } from "./database.ts";
import { toJson } from "./json.ts";
import type { LoadedBook } from "./load-book.ts";

/**
 * Writes back what the core changed, a statement a table whatever the number of rows; all of them go to the database
 * with what is asked next, or with the transaction's end. A ledger key that stands already stops the transaction: the
 * same business event cannot be posted twice. So does a new member whom another transaction made meanwhile; both are
 * then done again.
 *
 * Rows without whole numbers beyond 2^53 are put into words by JSON alone, which is fastest and refuses a bigint.
 */
export function saveBook(tx: ShopTransaction, book: LoadedBook, now: Instant): void {
  const { changes } = book;
  saveMembers(tx, book, now);
  saveLots(
    tx,
    [...changes.lots.values()].map(({ memberId, lot }) => rowOfLot(memberId, lot)),
  );
  const orderIds = new Set([...changes.orders, ...changes.snapshots]);
  saveOrders(
    tx,
    [...orderIds].flatMap((id) => {
      const order = book.orders.get(id);
      return order === undefined
        ? []
        : [rowOfOrder(order, changes.snapshots.has(id) ? book.snapshots.get(id) : undefined)];
    }),
  );
  const redemptions = pick(changes.redemptions, book.redemptions);
  saveRedemptions(tx, redemptions.map(rowOfRedemption));
  saveBenefits(tx, redemptions, now);
  saveActivities(tx, pick(changes.activities, book.activities).map(rowOfActivity));
  saveAdjustmentKeys(tx, [...changes.adjustments]);
  appendTransactions(tx, book.journal, now);
}

function pick<Key, Value>(keys: Iterable<Key>, records: ReadonlyMap<Key, Value>): Value[] {
  return [...keys].flatMap((key) => records.get(key) ?? []);
}

function saveMembers(tx: ShopTransaction, book: LoadedBook, now: Instant): void {
  const lastChange = new Map(book.journal.map((transaction) => [transaction.memberId, transaction.at]));
  const members = pick(book.changes.members, book.members);
  const rowOf = (member: (typeof members)[number]) => ({
    ...rowOfMember(member),
    pseudonym: book.pseudonym(member.id),
    last_change_at: instantOf(lastChange.get(member.id) ?? null),
    summary_marks: book.changes.restated.has(member.id) ? 1 : 0,
  });
  const isStored = ({ id }: { id: MemberId }) => book.stored.has(id);
  writeMembers(tx, members.filter(isStored).map(rowOf), { now, onConflict: CHANGE_MEMBER });
  writeMembers(tx, members.filter((member) => !isStored(member)).map(rowOf), { now, onConflict: "" });
}

const CHANGE_MEMBER = `ON CONFLICT (shop_id, id) DO UPDATE SET merged_into = excluded.merged_into,
  pending = excluded.pending, available = excluded.available, held = excluded.held, owed = excluded.owed,
  earned = excluded.earned, redeemed = excluded.redeemed, expired = excluded.expired, level = excluded.level,
  next_due_at = excluded.next_due_at, seq = excluded.seq, head = excluded.head, record = excluded.record,
  last_change_at = coalesce(excluded.last_change_at, m.last_change_at),
  summary_marks = m.summary_marks + excluded.summary_marks, summary_stale = m.summary_stale
    OR m.seq <> excluded.seq OR m.level IS DISTINCT FROM excluded.level OR excluded.summary_marks > 0`;

function writeMembers(
  tx: ShopTransaction,
  rows: Record<string, unknown>[],
  { now, onConflict }: { now: Instant; onConflict: string },
): void {
  if (rows.length === 0) return;
  tx.later(
    `INSERT INTO member AS m (shop_id, id, pseudonym, known_since, merged_into, pending, available, held, owed, earned, redeemed,
       expired, level, next_due_at, seq, head, record, last_change_at, summary_marks, summary_stale)
     SELECT $1, r.id, r.pseudonym, $3, r.merged_into, r.pending, r.available, r.held, r.owed, r.earned, r.redeemed, r.expired,
       r.level, r.next_due_at, r.seq, r.head, r.record, r.last_change_at, r.summary_marks, true
     FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, pseudonym text, merged_into bigint, pending bigint, available bigint,
       held bigint, owed bigint, earned bigint, redeemed bigint, expired bigint, level text, next_due_at timestamptz,
       seq bigint, head text, record jsonb, last_change_at timestamptz, summary_marks int)
     ${onConflict}`,
    [tx.shopId, JSON.stringify(rows), new Date(now)],
  );
}

function saveLots(tx: ShopTransaction, rows: Record<string, unknown>[]): void {
  if (rows.length === 0) return;
  tx.later(
    `INSERT INTO lot (shop_id, id, member_id, order_id, available_at, remaining, held, record)
     SELECT $1, r.* FROM jsonb_to_recordset($2::text::jsonb) AS r(id text, member_id bigint, order_id bigint,
       available_at timestamptz, remaining bigint, held bigint, record jsonb)
     ON CONFLICT (shop_id, id) DO UPDATE SET member_id = excluded.member_id, remaining = excluded.remaining,
       held = excluded.held, record = excluded.record`,
    [tx.shopId, JSON.stringify(rows)],
  );
}

function saveOrders(tx: ShopTransaction, rows: Record<string, unknown>[]): void {
  if (rows.length === 0) return;
  tx.later(
    `INSERT INTO "order" AS o (shop_id, id, member_id, member_ids, name, processed_at, counts, posted, pending, codes,
       record, snapshot)
     SELECT $1, r.* FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, member_id bigint, member_ids bigint[],
       name text, processed_at timestamptz, counts boolean, posted bigint, pending bigint, codes text[], record jsonb,
       snapshot jsonb)
     ON CONFLICT (shop_id, id) DO UPDATE SET member_id = excluded.member_id, member_ids = excluded.member_ids,
       name = excluded.name, processed_at = excluded.processed_at, counts = excluded.counts,
       posted = excluded.posted, pending = excluded.pending, codes = excluded.codes, record = excluded.record,
       snapshot = coalesce(excluded.snapshot, o.snapshot)`,
    [tx.shopId, toJson(rows)],
  );
}

function saveRedemptions(tx: ShopTransaction, rows: Record<string, unknown>[]): void {
  if (rows.length === 0) return;
  tx.later(
    `INSERT INTO redemption (shop_id, id, member_id, code, state, order_id, record)
     SELECT $1, r.* FROM jsonb_to_recordset($2::text::jsonb) AS r(id text, member_id bigint, code text, state text,
       order_id bigint, record jsonb)
     ON CONFLICT (shop_id, id) DO UPDATE SET member_id = excluded.member_id, code = excluded.code,
       state = excluded.state, order_id = excluded.order_id, record = excluded.record`,
    [tx.shopId, toJson(rows)],
  );
}

function saveActivities(tx: ShopTransaction, rows: Record<string, unknown>[]): void {
  if (rows.length === 0) return;
  tx.later(
    `INSERT INTO activity (shop_id, key, member_id, record)
     SELECT $1, r.* FROM jsonb_to_recordset($2::text::jsonb) AS r(key text, member_id bigint, record jsonb)
     ON CONFLICT (shop_id, key) DO UPDATE SET member_id = excluded.member_id, record = excluded.record`,
    [tx.shopId, toJson(rows)],
  );
}

function saveAdjustmentKeys(tx: ShopTransaction, keys: string[]): void {
  if (keys.length === 0) return;
  tx.later(`INSERT INTO adjustment_key (shop_id, key) SELECT $1, unnest($2::text[])`, [tx.shopId, keys]);
}

function appendTransactions(tx: ShopTransaction, journal: LedgerTransaction[], now: Instant): void {
  if (journal.length === 0) return;
  tx.later(
    `WITH written AS (
       INSERT INTO ledger_transaction (shop_id, member_id, seq, key, kind, at, recorded_at, event_id, actor, version,
         explanation, previous_hash, hash)
       SELECT $1, member_id, seq, key, kind, at, recorded_at, event_id, actor, version, explanation, previous_hash, hash
       FROM jsonb_to_recordset($2::text::jsonb) AS r(member_id bigint, seq bigint, key text, kind text,
         at timestamptz, recorded_at timestamptz, event_id text, actor text, version int, explanation text,
         previous_hash text, hash text)
       RETURNING id, key)
     INSERT INTO posting (shop_id, transaction_id, n, member_id, debit, credit, points, lot_id, order_id)
     SELECT $1, written.id, p.n, p.member_id, p.debit, p.credit, p.points, p.lot_id, p.order_id
     FROM jsonb_to_recordset($3::text::jsonb) AS p(key text, n int, member_id bigint, debit text, credit text,
       points bigint, lot_id text, order_id bigint)
     JOIN written USING (key)`,
    [
      tx.shopId,
      JSON.stringify(journal.map((entry) => rowOfTransaction(entry, now))),
      JSON.stringify(journal.flatMap(rowsOfPostings)),
    ],
  );
}

function rowOfTransaction(entry: LedgerTransaction, now: Instant): Record<string, unknown> {
  return {
    member_id: entry.memberId,
    seq: entry.seq,
    key: entry.key,
    kind: entry.kind,
    at: new Date(entry.at),
    recorded_at: new Date(now),
    event_id: entry.cause.eventId,
    actor: entry.cause.actor,
    version: entry.version,
    explanation: canonicalJson(entry.explanation),
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}

function rowsOfPostings(entry: LedgerTransaction): Record<string, unknown>[] {
  return entry.postings.map((posting, n) => ({
    key: entry.key,
    n,
    member_id: entry.memberId,
    debit: posting.debit,
    credit: posting.credit,
    points: posting.points.toString(),
    lot_id: posting.lotId,
    order_id: posting.orderId,
  }));
}
