import type { LevelChange } from "../loyalty/book.ts";
import type { Instant } from "../loyalty/time.ts";
import { appendTransactions } from "./append-transactions.ts";
import { saveBenefits } from "./benefits.ts";
import { instantOf, rowOfActivity, rowOfLot, rowOfMember, rowOfOrder, rowOfRedemption } from "./book-rows.ts";
import type { ShopTransaction } from "./database.ts";
import type { LoadedBook } from "./load-book.ts";
import type { ColumnType, Words } from "./writes.ts";

/**
 * Writes back what the core changed, with what is asked next or with the transaction's end. A ledger key that stands
 * already stops the transaction: the same business event cannot be posted twice. So does a new member whom another
 * transaction made meanwhile; both are then done again.
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
  saveLevelChanges(tx, changes.levels);
  appendTransactions(tx, book.journal, now);
}

function pick<Key, Value>(keys: Iterable<Key>, records: ReadonlyMap<Key, Value>): Value[] {
  return [...keys].flatMap((key) => records.get(key) ?? []);
}

type Row = Record<string, unknown>;

const MEMBER: Record<string, ColumnType> = {
  id: "bigint",
  pseudonym: "text",
  merged_into: "bigint",
  pending: "bigint",
  available: "bigint",
  held: "bigint",
  owed: "bigint",
  earned: "bigint",
  redeemed: "bigint",
  expired: "bigint",
  level: "text",
  next_due_at: "timestamptz",
  seq: "bigint",
  head: "text",
  record: "jsonb",
  last_change_at: "timestamptz",
  summary_marks: "int",
};

function saveMembers(tx: ShopTransaction, book: LoadedBook, now: Instant): void {
  const lastChange = new Map(book.journal.map((transaction) => [transaction.memberId, transaction.at]));
  const known: Row[] = [];
  const fresh: Row[] = [];
  for (const member of pick(book.changes.members, book.members)) {
    const lastChangeAt = instantOf(lastChange.get(member.id) ?? null);
    const row = rowOfMember(member, book.pseudonym(member.id));
    (book.stored.has(member.id) ? known : fresh).push({
      ...row,
      last_change_at: lastChangeAt,
      summary_marks: book.changes.restated.has(member.id) ? 1 : 0,
    });
  }
  if (known.length + fresh.length === 0) return;
  tx.later({
    table: "member",
    isOne: known.length + fresh.length === 1,
    text: (words) =>
      [
        ...(known.length > 0 ? [changeMembers(tx, words, known)] : []),
        ...(fresh.length > 0 ? [addMembers(tx, words, { rows: fresh, now })] : []),
      ].join(",\n"),
  });
}

/** They are locked, so each stands where it is found: one by one, whatever the database knows of the table. */
function changeMembers(tx: ShopTransaction, words: Words, rows: Row[]): string {
  return `changed_member AS (
    UPDATE member m SET merged_into = r.merged_into, pending = r.pending, available = r.available, held = r.held,
      owed = r.owed, earned = r.earned, redeemed = r.redeemed, expired = r.expired, level = r.level,
      next_due_at = r.next_due_at, seq = r.seq, head = r.head, record = r.record,
      last_change_at = coalesce(r.last_change_at, m.last_change_at),
      summary_marks = m.summary_marks + r.summary_marks, summary_stale = m.summary_stale
        OR m.seq <> r.seq OR m.level IS DISTINCT FROM r.level OR r.summary_marks > 0
    FROM ${words.rows(MEMBER, rows)},
      LATERAL (SELECT ctid FROM member WHERE shop_id = ${words.value(tx.shopId, "int")} AND id = r.id OFFSET 0) AS place
    WHERE m.ctid = place.ctid)`;
}

function addMembers(tx: ShopTransaction, words: Words, { rows, now }: { rows: Row[]; now: Instant }): string {
  const columns = Object.keys(MEMBER);
  return `new_member AS (
    INSERT INTO member (shop_id, known_since, summary_stale, ${columns.join(", ")})
    SELECT ${words.value(tx.shopId, "int")}, ${words.value(new Date(now), "timestamptz")}, true,
      ${columns.map((name) => `r.${name}`).join(", ")}
    FROM ${words.rows(MEMBER, rows)})`;
}

function saveLots(tx: ShopTransaction, rows: Row[]): void {
  if (rows.length === 0) return;
  tx.later({
    table: "lot",
    // However many a member has of them.
    isOne: true,
    text: (words) => `lot AS (
      INSERT INTO lot (shop_id, id, member_id, order_id, available_at, remaining, held, record)
      SELECT ${words.value(tx.shopId, "int")}, r.*
      FROM ${words.rows({ id: "text", member_id: "bigint", order_id: "bigint", available_at: "timestamptz", remaining: "bigint", held: "bigint", record: "jsonb" }, rows)}
      ON CONFLICT (shop_id, id) DO UPDATE SET member_id = excluded.member_id, remaining = excluded.remaining,
        held = excluded.held, record = excluded.record)`,
  });
}

const ORDER: Record<string, ColumnType> = {
  id: "bigint",
  member_id: "bigint",
  member_ids: "bigint[]",
  name: "text",
  processed_at: "timestamptz",
  counts: "boolean",
  posted: "bigint",
  pending: "bigint",
  codes: "text[]",
  record: "jsonb",
  snapshot: "jsonb",
};

function saveOrders(tx: ShopTransaction, rows: Row[]): void {
  if (rows.length === 0) return;
  tx.later({
    table: "order",
    isOne: rows.length === 1,
    text: (words) => `"order" AS (
      INSERT INTO "order" AS o (shop_id, ${Object.keys(ORDER).join(", ")})
      SELECT ${words.value(tx.shopId, "int")}, r.id, r.member_id, r.member_ids::bigint[], r.name, r.processed_at, r.counts,
        r.posted, r.pending, r.codes::text[], r.record, r.snapshot
      FROM ${words.rows(ORDER, rows)}
      ON CONFLICT (shop_id, id) DO UPDATE SET member_id = excluded.member_id, member_ids = excluded.member_ids,
        name = excluded.name, processed_at = excluded.processed_at, counts = excluded.counts,
        posted = excluded.posted, pending = excluded.pending, codes = excluded.codes, record = excluded.record,
        snapshot = coalesce(excluded.snapshot, o.snapshot))`,
  });
}

function saveRedemptions(tx: ShopTransaction, rows: Row[]): void {
  if (rows.length === 0) return;
  tx.later({
    table: "redemption",
    isOne: rows.length === 1,
    text: (words) => `redemption AS (
      INSERT INTO redemption (shop_id, id, member_id, code, state, order_id, record)
      SELECT ${words.value(tx.shopId, "int")}, r.*
      FROM ${words.rows({ id: "text", member_id: "bigint", code: "text", state: "text", order_id: "bigint", record: "jsonb" }, rows)}
      ON CONFLICT (shop_id, id) DO UPDATE SET member_id = excluded.member_id, code = excluded.code,
        state = excluded.state, order_id = excluded.order_id, record = excluded.record)`,
  });
}

function saveActivities(tx: ShopTransaction, rows: Row[]): void {
  if (rows.length === 0) return;
  tx.later({
    table: "activity",
    isOne: rows.length === 1,
    text: (words) => `activity AS (
      INSERT INTO activity (shop_id, key, member_id, record)
      SELECT ${words.value(tx.shopId, "int")}, r.*
      FROM ${words.rows({ key: "text", member_id: "bigint", record: "jsonb" }, rows)}
      ON CONFLICT (shop_id, key) DO UPDATE SET member_id = excluded.member_id, record = excluded.record)`,
  });
}

function saveAdjustmentKeys(tx: ShopTransaction, keys: string[]): void {
  if (keys.length === 0) return;
  const rows = keys.map((key) => ({ key }));
  tx.later({
    table: "adjustment_key",
    isOne: keys.length === 1,
    text: (words) => `adjustment_key AS (
      INSERT INTO adjustment_key (shop_id, key)
      SELECT ${words.value(tx.shopId, "int")}, r.key FROM ${words.rows({ key: "text" }, rows)})`,
  });
}

/** Several of one member go in the order in which they happened: their numbers say so. */
function saveLevelChanges(tx: ShopTransaction, changes: readonly LevelChange[]): void {
  if (changes.length === 0) return;
  const rows = changes.map(({ memberId, at, from, to }) => {
    return { member_id: memberId, at: new Date(at), from_level: from, to_level: to };
  });
  const columns = { member_id: "bigint", at: "timestamptz", from_level: "text", to_level: "text" } as const;
  tx.later({
    table: "level_change",
    isOne: rows.length === 1,
    text: (words) => `level_change AS (
      INSERT INTO level_change (shop_id, member_id, at, from_level, to_level)
      SELECT ${words.value(tx.shopId, "int")}, r.* FROM ${words.rows(columns, rows)})`,
  });
}
