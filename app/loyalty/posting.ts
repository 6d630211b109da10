import type { Book } from "./book.ts";
import { hashOf } from "./hash.ts";
import type { Account, LedgerTransaction, Posting, TransactionDraft } from "./ledger.ts";
import type { Occasion } from "./occasion.ts";
import type { Points } from "./points.ts";
import type { MemberRecord } from "./records.ts";
import { versionAt } from "./versions.ts";

/** A transaction without what the occasion and the member say about it. */
export type Entry = Pick<TransactionDraft, "key" | "kind" | "explanation" | "postings">;

/**
 * The one way in which points move: appends to the journal and to the member's chain, and brings the member's
 * figures along. Throws where that would break an invariant; nothing of the unit of work must then be saved.
 */
export function post(book: Book, member: MemberRecord, occasion: Occasion, entry: Entry): LedgerTransaction {
  if (entry.postings.length === 0) throw new Error(`${entry.key} moves nothing`);
  for (const posting of entry.postings) movePoints(member, posting, entry.key);
  requireNothingBelowZero(member, entry.key);
  const version = versionAt(book.versions, occasion.at)?.number ?? 0;
  const draft = { ...entry, memberId: member.id, at: occasion.at, cause: occasion.cause, version };
  const position = { seq: member.seq + 1, previousHash: member.head };
  const hash = book.chained ? hashOf({ ...draft, ...position }, book.pseudonym(member.id)) : "";
  const transaction: LedgerTransaction = { ...draft, ...position, hash };
  member.seq = transaction.seq;
  member.head = hash;
  book.changes.members.add(member.id);
  book.journal.push(transaction);
  return transaction;
}

/** Points from one account to another; `about` names the lot and the order they belong to. */
export function move(debit: Account, credit: Account, points: Points, about: Partial<Posting> = {}): Posting {
  return { debit, credit, points, lotId: about.lotId ?? null, orderId: about.orderId ?? null };
}

function movePoints(member: MemberRecord, posting: Posting, key: string): void {
  if (posting.points <= 0n) throw new Error(`${key} has a posting of ${posting.points} points`);
  addTo(member, posting.debit, -posting.points);
  addTo(member, posting.credit, posting.points);
}

function addTo(member: MemberRecord, account: Account, points: Points): void {
  if (account === "pending") member.pending += points;
  else if (account === "available") member.available += points;
  else if (account === "held") member.held += points;
  else if (account === "owed") member.owed -= points;
  else if (account === "earnings") member.earned -= points;
  else if (account === "redemptions") member.redeemed += points;
  else if (account === "breakage") member.expired += points;
}

function requireNothingBelowZero(member: MemberRecord, key: string): void {
  const { pending, available, held, owed } = member;
  if (pending < 0n || available < 0n || held < 0n || owed < 0n)
    throw new Error(`${key} would leave a balance below 0 (${pending}, ${available}, ${held}, ${owed})`);
}
