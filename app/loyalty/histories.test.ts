import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  deliveries,
  EARNING,
  histories,
  programmes,
  START,
  version,
} from "../../tests/helpers/random-histories.ts";
import type { Happening } from "../../tests/helpers/random-histories.ts";
import { emptyShelf, loadAll, loadFor, loadMember, save } from "../../tests/helpers/record-shelf.ts";
import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { workOffDue } from "./due.ts";
import type { LoyaltyEvent } from "./events.ts";
import { findMember } from "./finder.ts";
import { handle } from "./handle.ts";
import type { LedgerTransaction } from "./ledger.ts";
import { midnightAfter } from "./midnights.ts";
import { postedFor } from "./orders.ts";
import type { MemberRecord } from "./records.ts";
import { HOUR } from "./time.ts";
import { verifyLedger } from "./verify-chain.ts";
import type { ProgrammeVersion } from "./versions.ts";

const RUNS = Number(process.env["RUNS"] ?? 100);

describe("whatever happens, in whatever order", () => {
  test("nothing falls below 0, lots equal what is available and held, and the ledger verifies", () => {
    fc.assert(
      fc.property(programmes, histories, (versions, history) => {
        const book = play(versions, history, checkMembers);
        expect(verifyLedger(book)).toMatchObject({ ok: true });
      }),
      { numRuns: RUNS },
    );
  });

  test("waking a member only when something is due gives what waking everybody at every midnight gives", () => {
    fc.assert(
      fc.property(programmes, histories, (versions, history) => {
        const sparing = play(versions, history);
        const sleepless = play(versions, history, () => undefined, wakeEveryMidnight);
        expect(summary(sparing)).toEqual(summary(sleepless));
      }),
      { numRuns: RUNS },
    );
  });
});

test("staff may give back what expired, once, and never more than is still gone", () => {
  fc.assert(
    fc.property(programmes, histories, fc.infiniteStream(fc.nat()), (versions, history, chance) => {
      const book = play(versions, history, checkMembers);
      const expiries = book.journal.flatMap(expiryIn);
      for (const expiry of [...expiries, ...expiries])
        giveBack(book, expiry, BigInt(chance.next().value ?? 0) + 1n);
      const again = book.journal.filter(({ explanation }) => explanation.kind === "reinstate");
      expect(new Set(again.map(({ key }) => key)).size).toBe(again.length);
      expect(verifyLedger(book)).toMatchObject({ ok: true });
    }),
    { numRuns: RUNS },
  );
});

function expiryIn({ kind, key, at, memberId, postings }: LedgerTransaction) {
  const points = postings.reduce((sum, posting) => sum + posting.points, 0n);
  return kind === "expire" ? [{ memberId, key, at, points, orderId: postings[0]?.orderId ?? null }] : [];
}

function giveBack(
  book: Book,
  { memberId, ...expiry }: ReturnType<typeof expiryIn>[number],
  points: bigint,
): void {
  const event = { kind: "reinstate", customerId: memberId, expiry, points, reason: "goodwill" } as const;
  const expired = () => findMember(book, memberId)?.expired ?? 0n;
  const before = expired();
  const now = Math.max(...[...book.members.values()].map(({ settledTo }) => settledTo));
  const outcome = handle(book, event, now, { eventId: expiry.key, actor: "staff" });
  checkMembers(book);
  expect(before - expired()).toBe(outcome.outcome === "reinstated" ? outcome.points : 0n);
  expect(before - expired()).toBeLessThanOrEqual(points < expiry.points ? points : expiry.points);
}

test("a book with only what each event needs gives what the whole shop in one book gives", () => {
  fc.assert(
    fc.property(programmes, histories, (versions, history) => {
      const whole = play(versions, history.slice(0, 12));
      const shelf = playFromShelf(versions, history.slice(0, 12));
      expect(summary(shelf)).toEqual({ ...summary(whole), levels: [] });
      expect([...shelf.members.values()].map(levelOf).sort()).toEqual(
        [...whole.members.values()].map(levelOf).sort(),
      );
    }),
    { numRuns: RUNS },
  );
});

describe("an order's points do not depend on how its news is delivered", () => {
  test("any order of delivery and any duplication end at the same points for every order", () => {
    fc.assert(
      fc.property(deliveries, fc.infiniteStream(fc.nat()), fc.boolean(), (news, chance, forgives) => {
        const versions = [
          version(1, { points: { pendingDays: 14, debt: forgives ? "forgive" : "owe" }, ...EARNING }),
        ];
        const shuffled = shuffle([...news, ...news.slice(0, chance.next().value)], chance);
        const straight = play(versions, news.map(hourly));
        const disturbed = play(versions, shuffled.map(hourly));
        expect(postedOf(disturbed)).toEqual(postedOf(straight));
      }),
      { numRuns: RUNS },
    );
  });

  test("a refund never takes more than the order had earned", () => {
    fc.assert(
      fc.property(deliveries, (news) => {
        const book = play([version(1, EARNING)], news.map(hourly));
        for (const posted of Object.values(postedOf(book))) expect(posted).toBeGreaterThanOrEqual(0n);
        for (const member of book.members.values()) expect(member.earned).toBeGreaterThanOrEqual(0n);
      }),
      { numRuns: RUNS },
    );
  });
});

function hourly(event: LoyaltyEvent): Happening {
  return { after: 1, event };
}

function play(
  versions: ProgrammeVersion[],
  history: readonly Happening[],
  check: (book: Book) => void = () => undefined,
  wake: (book: Book, member: MemberRecord, now: number) => void = workOffDue,
): Book {
  const book = openBook({ versions, product: () => null, pseudonym: (id) => id });
  let now = START;
  for (const [index, { after, event }] of [...history, { after: 24 * 200, event: null }].entries()) {
    now += after * HOUR;
    for (const member of book.members.values()) wake(book, member, now);
    check(book);
    if (event !== null) handle(book, event, now, { eventId: String(index), actor: "test" });
    check(book);
  }
  return book;
}

/** As a live shop does: every event finds only what it needs, and only who has something due is woken. */
function playFromShelf(versions: ProgrammeVersion[], history: readonly Happening[]): Book {
  const bookTerms = { versions, product: () => null, pseudonym: (id: string) => id };
  const shelf = emptyShelf();
  let now = START;
  for (const [index, { after, event }] of [...history, { after: 24 * 200, event: null }].entries()) {
    now += after * HOUR;
    for (const { id, nextDueAt } of loadAll(shelf, bookTerms).members.values()) {
      if (nextDueAt === null || nextDueAt > now) continue;
      const book = loadMember(shelf, bookTerms, id);
      for (const member of book.members.values()) workOffDue(book, member, now);
      save(shelf, book);
    }
    if (event === null) continue;
    const book = loadFor(shelf, bookTerms, event);
    handle(book, event, now, { eventId: String(index), actor: "test" });
    save(shelf, book);
  }
  return loadAll(shelf, bookTerms);
}

function levelOf({ id, level, guarantees }: MemberRecord): string {
  return JSON.stringify([id, level, Object.entries(guarantees).sort()]);
}

function wakeEveryMidnight(book: Book, member: MemberRecord, now: number): void {
  for (;;) {
    const midnight = midnightAfter(book.versions, member.settledTo);
    if (member.mergedInto !== null || midnight === null || midnight > now) break;
    member.nextDueAt = Math.min(member.nextDueAt ?? midnight, midnight);
    workOffDue(book, member, member.nextDueAt);
  }
  workOffDue(book, member, now);
}

function checkMembers(book: Book): void {
  for (const member of book.members.values()) {
    const sum = (points: bigint[]) => points.reduce((total, part) => total + part, 0n);
    const shares = [...book.orders.values()]
      .flatMap((order) => order.shares)
      .filter((share) => share.memberId === member.id);
    expect(sum(member.lots.map(({ remaining }) => remaining))).toBe(member.available);
    expect(sum(member.lots.map(({ held }) => held))).toBe(member.held);
    expect(sum(shares.map(({ pending }) => pending))).toBe(member.pending);
    expect(member.owed > 0n && member.available > 0n).toBe(false);
    for (const figure of [member.redeemed, member.expired, member.earned])
      expect(figure).toBeGreaterThanOrEqual(0n);
    for (const share of shares)
      for (const figure of [share.posted, share.pending, share.expired, share.dropped])
        expect(figure).toBeGreaterThanOrEqual(0n);
  }
}

function summary(book: Book) {
  const levels = book.changes.levels.filter(({ from, to }) => from !== to);
  const ledger = book.journal.map(({ key, at, hash }) => ({ key, at, hash }));
  return {
    ledger: ledger.sort((a, b) => (a.key < b.key ? -1 : 1)),
    levels: levels.sort((a, b) => a.at - b.at),
  };
}

function postedOf(book: Book): Record<string, bigint> {
  return Object.fromEntries([...book.orders.values()].map((order) => [order.id, postedFor(order)]).sort());
}

function shuffle<T>(items: T[], chance: fc.Stream<number>): T[] {
  return items
    .map((item) => ({ item, place: chance.next().value as number }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
