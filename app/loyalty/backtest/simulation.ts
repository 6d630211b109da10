import { openBook } from "../book.ts";
import type { Book, BookTerms } from "../book.ts";
import { workOffDue } from "../due.ts";
import type { Cause, LoyaltyEvent } from "../events.ts";
import { handle } from "../handle.ts";
import type { LedgerTransaction } from "../ledger.ts";
import { notBefore } from "../not-before.ts";
import type { Outcome } from "../outcome.ts";
import type { Instant } from "../time.ts";
import { DueQueue } from "./due-queue.ts";

/** Something that happened, in the order in which it was handled. */
export interface Happening {
  event: LoyaltyEvent;
  /** The instant that it is handled at. */
  at: Instant;
  cause: Cause;
  /** Nothing that follows is handled at an earlier instant: up to here everything due may be worked off. */
  nothingBefore: Instant;
}

export interface SimulationTerms extends BookTerms {
  /** Sees every transaction when it has been made; none is kept. */
  observe(transaction: LedgerTransaction): void;
  /** Whether more will be told of the order: of all others only the light record is kept. */
  comesAgain(orderId: string): boolean;
}

/** A whole shop in one book, by the same code as the live one: events happen, and time passes. */
export interface Simulation {
  readonly book: Book;
  /** `look` sees the book when the event has happened and nothing is forgotten yet. */
  play(happening: Happening, look?: () => void): Outcome;
  /** Works off everything of everybody that is due up to and with this instant. */
  passTime(until: Instant): void;
}

export function openSimulation({ observe, comesAgain, ...terms }: SimulationTerms): Simulation {
  const book = openBook(terms);
  const due = new DueQueue();

  /** Nothing is saved, so what changed is only looked at for who must be seen to next. */
  function settle(): void {
    for (const transaction of book.journal) observe(transaction);
    book.journal.length = 0;
    for (const id of book.changes.members) {
      const nextDueAt = book.members.get(id)?.nextDueAt ?? null;
      if (nextDueAt !== null) due.add(id, nextDueAt);
    }
    for (const id of book.changes.snapshots) if (!comesAgain(id)) book.snapshots.delete(id);
    forgetChanges(book);
  }

  function passTime(until: Instant): void {
    for (let entry = due.takeDue(until); entry !== null; entry = due.takeDue(until)) {
      const member = book.members.get(entry.memberId);
      if (member === undefined || member.mergedInto !== null || member.nextDueAt !== entry.at) continue;
      workOffDue(book, member, entry.at);
      settle();
    }
  }

  return {
    book,
    passTime,
    play({ event, at, cause, nothingBefore }, look) {
      passTime(Math.min(at, nothingBefore));
      const outcome = handle(book, event, notBefore(book, event, at), cause);
      look?.();
      settle();
      return outcome;
    },
  };
}

function forgetChanges({ changes }: Book): void {
  const { members, orders, snapshots, redemptions, activities, adjustments, lots, levels } = changes;
  for (const ids of [members, orders, snapshots, redemptions, activities, adjustments]) ids.clear();
  lots.clear();
  levels.length = 0;
}
