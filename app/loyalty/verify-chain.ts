import type { Balances } from "./balances.ts";
import { addTransaction, noBalances } from "./balances.ts";
import type { Book } from "./book.ts";
import { hashOf } from "./hash.ts";
import type { MemberId } from "./ids.ts";
import type { LedgerTransaction } from "./ledger.ts";
import type { Lot, MemberRecord } from "./records.ts";

/** What is wrong with a row of the ledger, or with what a record says of the ledger. */
export type Fault = "changed" | "removed" | "inserted" | "swapped" | "below-zero" | "figures" | "lots";

/** The first fault found; `key` is null where the row is missing or no single row is to blame. */
export interface ChainFault {
  memberId: MemberId;
  seq: number;
  key: string | null;
  fault: Fault;
}

/** What the member's record says, once the chain is read to its end. */
export type ChainEnd = Pick<
  MemberRecord,
  "id" | "pending" | "available" | "held" | "owed" | "earned" | "redeemed" | "expired" | "seq" | "head"
> & { lots: readonly Pick<Lot, "id" | "remaining" | "held">[] };

/**
 * Checks the chain of one member: every hash and link, that nothing ever fell below 0, that the sums of the postings
 * equal the record, and that lots add up to what is available and held. `rows` are all transactions of the member
 * as stored, by `seq`. null where everything is right.
 */
export function verifyChain(
  rows: readonly LedgerTransaction[],
  end: ChainEnd,
  pseudonym: string,
): ChainFault | null {
  const balances = noBalances();
  for (const [index, row] of rows.entries()) {
    const fault = faultOfRow(rows, index, pseudonym);
    if (fault !== null) return { memberId: end.id, ...fault };
    addTransaction(balances, row);
    if (isBelowZero(balances)) return { memberId: end.id, seq: row.seq, key: row.key, fault: "below-zero" };
  }
  const last = rows.at(-1);
  if (rows.length < end.seq) return { memberId: end.id, seq: rows.length + 1, key: null, fault: "removed" };
  if (rows.length > end.seq)
    return { memberId: end.id, seq: rows.length, key: last?.key ?? null, fault: "inserted" };
  if ((last?.hash ?? "") !== end.head)
    return { memberId: end.id, seq: end.seq, key: last?.key ?? null, fault: "changed" };
  if (!figuresAgree(balances, end)) return { memberId: end.id, seq: end.seq, key: null, fault: "figures" };
  if (!lotsAgree(balances, end)) return { memberId: end.id, seq: end.seq, key: null, fault: "lots" };
  return null;
}

/** The same over a book that holds whole chains: its journal never left it. */
export function verifyLedger(book: Book): { ok: true; transactions: number } | ({ ok: false } & ChainFault) {
  const chains = new Map<MemberId, LedgerTransaction[]>();
  for (const row of book.journal) {
    const chain = chains.get(row.memberId);
    if (chain === undefined) chains.set(row.memberId, [row]);
    else chain.push(row);
  }
  for (const member of book.members.values()) {
    const fault = verifyChain(chains.get(member.id) ?? [], member, book.pseudonym(member.id));
    if (fault !== null) return { ok: false, ...fault };
  }
  return { ok: true, transactions: book.journal.length };
}

function faultOfRow(rows: readonly LedgerTransaction[], index: number, pseudonym: string) {
  const row = rows[index];
  if (row === undefined) return null;
  const before = rows[index - 1];
  const isWhole = hashOf(row, pseudonym) === row.hash;
  if (isWhole && row.seq === index + 1 && row.previousHash === (before?.hash ?? "")) return null;
  return blame(rows, index, isWhole);
}

/** Tells from the links that are left what was done to the chain around the first row that does not fit. */
function blame(rows: readonly LedgerTransaction[], index: number, isWhole: boolean) {
  const row = rows[index];
  const before = rows[index - 1];
  if (row === undefined) return null;
  const here = { seq: row.seq, key: row.key };
  if (before !== undefined && row.seq === before.seq) {
    const next = rows[index + 1];
    const genuine = next !== undefined && next.previousHash === before.hash ? before : row;
    const inserted = genuine === row ? before : row;
    return { seq: inserted.seq, key: inserted.key, fault: "inserted" as const };
  }
  if (rows.slice(index + 1).some(({ hash }) => hash === row.previousHash))
    return { ...here, fault: "swapped" as const };
  if (!isWhole) return { ...here, fault: "changed" as const };
  if (row.seq > index + 1) return { seq: index + 1, key: null, fault: "removed" as const };
  // Whole in itself, but it follows another row than the one before it: that one was written anew.
  if (before !== undefined && row.seq === index + 1)
    return { seq: before.seq, key: before.key, fault: "changed" as const };
  return { ...here, fault: "inserted" as const };
}

function isBelowZero({ accounts, lots }: Balances): boolean {
  if (accounts.pending < 0n || accounts.available < 0n || accounts.held < 0n || accounts.owed > 0n)
    return true;
  for (const lot of lots.values()) if (lot.remaining < 0n || lot.held < 0n) return true;
  return false;
}

function figuresAgree({ accounts }: Balances, end: ChainEnd): boolean {
  return (
    accounts.pending === end.pending &&
    accounts.available === end.available &&
    accounts.held === end.held &&
    -accounts.owed === end.owed &&
    -accounts.earnings === end.earned &&
    accounts.redemptions === end.redeemed &&
    accounts.breakage === end.expired
  );
}

function lotsAgree({ accounts, lots }: Balances, end: ChainEnd): boolean {
  if (lots.size !== end.lots.length) return false;
  let available = 0n;
  let held = 0n;
  for (const lot of end.lots) {
    const rebuilt = lots.get(lot.id);
    if (rebuilt?.remaining !== lot.remaining || rebuilt.held !== lot.held) return false;
    available += lot.remaining;
    held += lot.held;
  }
  return available === accounts.available && held === accounts.held;
}
