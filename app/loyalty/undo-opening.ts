import type { Book } from "./book.ts";
import { closeEmptyLots, noteLot } from "./lots.ts";
import type { Lot, MemberRecord } from "./records.ts";
import type { Occasion } from "./occasion.ts";
import { openingKey, undoneKey } from "./opening-key.ts";
import type { Points } from "./points.ts";
import { move, post } from "./posting.ts";

/** What an opening balance had brought, so that it can be seen whether all of it is still there. */
export interface OpeningToUndo {
  key: string;
  /** The points of its lots, in their order. */
  lots: Points[];
  /** 0 for nothing. */
  owed: Points;
}

/**
 * Takes an opening balance back by a transaction of its own, as long as nothing of it was spent, held, expired or paid:
 * afterwards nobody could say which points are left. Answers whether it was taken back. The key stays used up, and a
 * level that it had brought runs out at the next midnight as any other.
 */
export function undoOpening(
  book: Book,
  member: MemberRecord,
  { key, lots: brought, owed }: OpeningToUndo,
  occasion: Occasion,
): boolean {
  const lots = brought.map((points, n) => wholeLot(member, `${openingKey(key)}/${n + 1}`, points));
  if (lots.includes(null) || member.owed < owed) return false;
  book.adjustments.add(undoneKey(key));
  book.changes.adjustments.add(undoneKey(key));
  book.changes.members.add(member.id);
  member.keptLevel = null;
  const postings = lots.flatMap((lot) => (lot === null ? [] : [takeBack(book, member, lot)]));
  closeEmptyLots(member);
  if (owed > 0n) postings.push(move("imports", "owed", owed));
  if (postings.length === 0) return true;
  const points = owed - brought.reduce((sum, part) => sum + part, 0n);
  post(book, member, occasion, {
    key: undoneKey(key),
    kind: "adjust",
    explanation: { kind: "adjust", reason: "What was moved in is taken back", points: points.toString() },
    postings,
  });
  return true;
}

function wholeLot(member: MemberRecord, id: string, points: Points): Lot | null {
  const lot = member.lots.find((candidate) => candidate.id === id);
  return lot !== undefined && lot.remaining === points && lot.held === 0n ? lot : null;
}

function takeBack(book: Book, member: MemberRecord, lot: Lot) {
  const points = lot.remaining;
  lot.remaining = 0n;
  noteLot(book, member, lot);
  return move("available", "imports", points, { lotId: lot.id });
}
