import { describe, expect, test } from "vitest";
import { bookTermsOf, eventsOf, readCases, resultOf } from "../../tests/helpers/core-case.ts";
import type { Case } from "../../tests/helpers/core-case.ts";
import { emptyShelf, loadAll, loadFor, loadMember, save } from "../../tests/helpers/record-shelf.ts";
import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { workOffDue } from "./due.ts";
import { handle } from "./handle.ts";
import type { Instant } from "./time.ts";
import { verifyLedger } from "./verify-chain.ts";

const cases = readCases();

describe.skipIf(cases.length === 0)("the core gives what an independent program worked out", () => {
  test.each(cases)("$file: $played.about", ({ played }) => {
    const { book, end } = playInOneBook(played);
    expect(resultOf(book, end)).toEqual(played.expect);
    expect(verifyLedger(book)).toEqual({ ok: true, transactions: book.journal.length });
  });
});

describe.skipIf(cases.length === 0)("a book with only what an event needs gives the same", () => {
  test.each(cases)("$file", ({ played }) => {
    const whole = playInOneBook(played);
    const { book, end } = playFromShelf(played);
    expect(resultOf(book, end)).toEqual(resultOf(whole.book, end));
    expect(book.journal.map(({ hash }) => hash).sort()).toEqual(
      whole.book.journal.map(({ hash }) => hash).sort(),
    );
  });
});

function playInOneBook(played: Case): { book: Book; end: Instant } {
  const book = openBook(bookTermsOf(played));
  let end = 0;
  for (const { at, id, event } of eventsOf(played)) {
    end = at;
    for (const member of book.members.values()) workOffDue(book, member, at);
    if (event !== null) handle(book, event, at, { eventId: id, actor: "case" });
  }
  return { book, end };
}

/** Only members with something due are woken, and only after the event that makes it matter, as in a live shop. */
function playFromShelf(played: Case): { book: Book; end: Instant } {
  const terms = bookTermsOf(played);
  const shelf = emptyShelf();
  let end = 0;
  for (const { at, id, event } of eventsOf(played)) {
    end = at;
    for (const member of loadAll(shelf, terms).members.values()) {
      if (member.nextDueAt === null || member.nextDueAt > at) continue;
      const book = loadMember(shelf, terms, member.id);
      for (const loaded of book.members.values()) workOffDue(book, loaded, at);
      save(shelf, book);
    }
    if (event === null) continue;
    const book = loadFor(shelf, terms, event);
    handle(book, event, at, { eventId: id, actor: "case" });
    save(shelf, book);
  }
  return { book: loadAll(shelf, terms), end };
}
