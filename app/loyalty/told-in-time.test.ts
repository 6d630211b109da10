/** A summary is published again whenever it is no longer true: for every random history, nothing changes unnoticed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { histories, programmes, START } from "../../tests/helpers/random-histories.ts";
import type { Happening } from "../../tests/helpers/random-histories.ts";
import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { workOffDue } from "./due.ts";
import { handle } from "./handle.ts";
import { memberStanding } from "./member-standing.ts";
import type { MemberRecord } from "./records.ts";
import { DAY, HOUR } from "./time.ts";
import type { Instant } from "./time.ts";
import type { ProgrammeVersion } from "./versions.ts";

const RUNS = Number(process.env["RUNS"] ?? 60);
const TIMEOUT = 20_000 + RUNS * 50;

test("time alone changes nothing before the instant that was said", { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(programmes, histories, fc.integer({ min: 1, max: 99 }), (versions, history, part) => {
      const book = play(versions, history, (_book, _now, happen) => happen());
      for (const member of book.members.values()) {
        if (member.mergedInto !== null) continue;
        const before = memberStanding(book, member, member.settledTo);
        const until = before.movesAt ?? member.settledTo + 500 * DAY;
        const published = publishedOf(member);
        for (const share of [part, 100]) {
          const at =
            Math.ceil(member.settledTo + ((until - member.settledTo) * share) / 100) -
            (share === 100 ? 1 : 0);
          workOffDue(book, member, at);
          // What is posted, or a level that is lost, has it published anyway.
          if (publishedOf(member) !== published) break;
          expect(memberStanding(book, member, at)).toEqual(before);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test("no event changes it without a posting, another level, or a mark", { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(programmes, histories, (versions, history) => {
      play(versions, history, (book, now, happen) => {
        const before = new Map([...book.members].map(([id, member]) => [id, told(book, member, now)]));
        const published = new Map([...book.members].map(([id, member]) => [id, publishedOf(member)]));
        book.changes.restated.clear();
        happen();
        for (const [id, member] of book.members) {
          if (member.mergedInto !== null || before.get(id) === undefined) continue;
          if (published.get(id) !== publishedOf(member) || book.changes.restated.has(id)) continue;
          expect(told(book, member, now)).toEqual(before.get(id));
        }
      });
    }),
    { numRuns: RUNS },
  );
});

/** All but the instant of the next change, which is worked out again whenever something happens. */
function told(book: Book, member: MemberRecord, now: Instant): object {
  const { movesAt: _, ...standing } = memberStanding(book, member, now);
  return standing;
}

/** What has a member published when it changes. */
function publishedOf({ seq, level }: MemberRecord): string {
  return `${seq} ${level}`;
}

function play(
  versions: ProgrammeVersion[],
  history: readonly Happening[],
  around: (book: Book, now: Instant, happen: () => void) => void,
): Book {
  const book = openBook({ versions, product: () => null, pseudonym: (id) => id });
  let now = START;
  for (const [index, { after, event }] of history.entries()) {
    now += after * HOUR;
    for (const member of book.members.values()) workOffDue(book, member, now);
    const happen = () => void handle(book, event, now, { eventId: String(index), actor: "test" });
    around(book, now, happen);
  }
  return book;
}
