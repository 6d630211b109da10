import { canonicalJson } from "../loyalty/hash.ts";
import type { LedgerTransaction } from "../loyalty/ledger.ts";
import type { Instant } from "../loyalty/time.ts";
import { instantOf } from "./book-rows.ts";
import type { ShopTransaction } from "./database.ts";
import type { ColumnType, Words } from "./writes.ts";

const TRANSACTION: Record<string, ColumnType> = {
  member_id: "bigint",
  seq: "bigint",
  key: "text",
  kind: "text",
  at: "timestamptz",
  event_id: "text",
  actor: "text",
  version: "int",
  explanation: "text",
  previous_hash: "text",
  hash: "text",
};

const POSTING: Record<string, ColumnType> = {
  key: "text",
  n: "int",
  member_id: "bigint",
  debit: "text",
  credit: "text",
  points: "bigint",
  lot_id: "text",
  order_id: "bigint",
};

/** Appends to the ledger; a key that stands there already fails. */
export function appendTransactions(tx: ShopTransaction, journal: LedgerTransaction[], now: Instant): void {
  if (journal.length === 0) return;
  tx.later({
    table: "ledger_transaction",
    isOne: journal.length === 1,
    text: (words) => textOf(tx, words, { journal, now }),
  });
}

function textOf(
  tx: ShopTransaction,
  words: Words,
  { journal, now }: { journal: LedgerTransaction[]; now: Instant },
): string {
  const columns = Object.keys(TRANSACTION);
  const shop = words.value(tx.shopId, "int");
  return `written AS (
    INSERT INTO ledger_transaction (shop_id, recorded_at, ${columns.join(", ")})
    SELECT ${shop}, ${words.value(new Date(now), "timestamptz")}, ${columns.map((name) => `r.${name}`).join(", ")}
    FROM ${words.rows(TRANSACTION, journal.map(rowOf))}
    RETURNING id, key),
  posting AS (
    INSERT INTO posting (shop_id, transaction_id, n, member_id, debit, credit, points, lot_id, order_id)
    SELECT ${shop}, written.id, r.n, r.member_id, r.debit, r.credit, r.points, r.lot_id, r.order_id
    FROM ${words.rows(POSTING, journal.flatMap(postingsOf))} JOIN written ON ${journal.length === 1 ? "true" : "written.key = r.key"})`;
}

function rowOf(entry: LedgerTransaction): Record<string, unknown> {
  return {
    member_id: entry.memberId,
    seq: entry.seq,
    key: entry.key,
    kind: entry.kind,
    at: instantOf(entry.at),
    event_id: entry.cause.eventId,
    actor: entry.cause.actor,
    version: entry.version,
    explanation: canonicalJson(entry.explanation),
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}

function postingsOf(entry: LedgerTransaction): Record<string, unknown>[] {
  return entry.postings.map((posting, n) => ({
    key: entry.key,
    n,
    member_id: entry.memberId,
    debit: posting.debit,
    credit: posting.credit,
    points: posting.points,
    lot_id: posting.lotId,
    order_id: posting.orderId,
  }));
}
