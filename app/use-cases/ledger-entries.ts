import { findNamings, NAMELESS, type Naming } from "../db/persons.ts";
import type { StoredTransaction } from "../db/ledger.ts";
import { listOrderGlances } from "../db/summaries.ts";
import type { Sql } from "../db/sql.ts";
import type { Explanation } from "../loyalty/explanation.ts";
import { historyOf } from "../loyalty/history.ts";
import type { EntryKind } from "../loyalty/summary.ts";
import type { Instant } from "../loyalty/time.ts";

/** A ledger transaction as staff read it; points are decimal strings. */
export interface LedgerEntry {
  /** Place in the member's chain. */
  seq: number;
  member: { id: string } & Naming;
  at: Instant;
  recordedAt: Instant;
  kind: EntryKind;
  /** What the member gained or lost, with its sign. */
  points: string;
  /** The part of a loss that was not there to take and became owed, below 0. */
  owed: string | null;
  /** What was forgiven besides. */
  dropped: string | null;
  explanation: Explanation;
  version: number;
  eventId: string;
  actor: string;
  key: string;
  hash: string;
  postings: { from: string; to: string; points: string; lot: string | null }[];
}

/** What happened, with the names of whom it happened to. */
export async function describeTransactions(
  sql: Sql,
  shopId: number,
  transactions: StoredTransaction[],
): Promise<LedgerEntry[]> {
  const orderIds = transactions.flatMap(({ explanation }) =>
    "order" in explanation && explanation.order !== null ? [explanation.order] : [],
  );
  const orders = await listOrderGlances(sql, shopId, { members: [], orders: [...new Set(orderIds)] });
  const refunded = new Map(orders.map((order) => [order.id, order.refunded]));
  const namings = await findNamings(sql, shopId, [...new Set(transactions.map(({ memberId }) => memberId))]);
  return transactions.map((transaction) =>
    entryOf(transaction, refunded, namings.get(transaction.memberId) ?? NAMELESS),
  );
}

function entryOf(
  transaction: StoredTransaction,
  refunded: ReadonlyMap<string, boolean>,
  naming: Naming,
): LedgerEntry {
  const { explanation } = transaction;
  const order = "order" in explanation ? (explanation.order ?? "") : "";
  const [main, ...rest] = historyOf(transaction, {
    vestsAt: null,
    refunded: refunded.get(order) ?? false,
    boughtAt: null,
  });
  const all = main === undefined ? rest : [main, ...rest];
  const partOf = (kind: EntryKind) => all.find((entry) => entry.kind === kind)?.points ?? null;
  const owed = partOf("owe");
  return {
    seq: transaction.seq,
    member: { id: transaction.memberId, ...naming },
    at: transaction.at,
    recordedAt: transaction.recordedAt,
    kind: main?.kind ?? "adjust",
    points: (main?.kind === "owe" || main?.kind === "drop"
      ? main.points
      : (main?.points ?? 0n) + (owed ?? 0n)
    ).toString(),
    owed: owed?.toString() ?? null,
    dropped: partOf("drop")?.toString() ?? null,
    explanation,
    version: transaction.version,
    eventId: transaction.cause.eventId,
    actor: transaction.cause.actor,
    key: transaction.key,
    hash: transaction.hash,
    postings: transaction.postings.map(({ debit, credit, points, lotId }) => {
      return { from: debit, to: credit, points: points.toString(), lot: lotId };
    }),
  };
}
