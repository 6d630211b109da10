import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyShelf, loadAll, loadFor, loadMember, save } from "../../tests/helpers/record-shelf.ts";
import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { workOffDue } from "./due.ts";
import type { LoyaltyEvent } from "./events.ts";
import { aLine, anOrder, aProgramme, aRefund } from "./examples.ts";
import { handle } from "./handle.ts";
import { midnightAfter } from "./midnights.ts";
import type { FinancialStatus, Order, Refund } from "./order.ts";
import { postedFor } from "./orders.ts";
import type { MemberRecord } from "./records.ts";
import { DAY, HOUR, parseInstant } from "./time.ts";
import { verifyLedger } from "./verify-chain.ts";
import type { ProgrammeVersion } from "./versions.ts";

const START = parseInstant("2026-01-05T09:30:00Z");
const CUSTOMERS = ["7", "8", "9"];
const ORDERS = ["1001", "1002", "1003", "1004"];
const RUNS = Number(process.env["RUNS"] ?? 150);

interface Happening {
  /** Hours since the one before. */
  after: number;
  event: LoyaltyEvent;
}

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

const EARNING = {
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "first", on: "first-order", bonus: 30 },
      { id: "big", on: "order", bonus: 20, minimum: "60.00" },
      { id: "review", on: "activity:review", bonus: 15, limit: { times: 2, per: "month" } },
      { id: "welcome", on: "signup", bonus: 10 },
    ],
  },
};

function version(number: number, parts: Record<string, unknown>): ProgrammeVersion {
  const programme = aProgramme({ effectiveFrom: "2026-01-01T00:00:00Z", ...parts });
  return { number, effectiveFrom: programme.effectiveFrom ?? 0, programme };
}

const months = fc.integer({ min: 1, max: 3 });

const terms = fc.record({
  pendingDays: fc.constantFrom(0, 0, 3, 14),
  expiry: fc.oneof(
    fc.constant({ kind: "none" }),
    fc.record({ kind: fc.constantFrom("lots", "inactivity"), months }),
  ),
  notice: fc.record({ days: fc.constantFrom([30, 7], [10], [20, 0]), required: fc.boolean() }),
  debt: fc.constantFrom("owe", "forgive"),
});

const tiers = fc.option(
  fc.record({
    basis: fc.constantFrom("spend", "points", "orders"),
    window: fc.oneof(
      fc.record({ kind: fc.constant("rolling"), months }),
      fc.constantFrom({ kind: "calendar-year" }, { kind: "lifetime" }),
    ),
    guaranteeDays: fc.constantFrom(0, 0, 5, 40),
    levels: fc.constantFrom(
      [
        { id: "low", at: "0" },
        { id: "mid", at: "2", multiplier: "1.5" },
        { id: "top", at: "90", multiplier: "2" },
      ],
      [
        { id: "low", at: "0" },
        { id: "top", at: "60", multiplier: "3" },
      ],
    ),
  }),
  { nil: undefined },
);

const document = fc.record({
  points: terms,
  tiers,
  timezone: fc.constantFrom("Europe/London", "Asia/Kathmandu"),
});

const programmes = fc
  .array(fc.record({ document, startsAfter: fc.integer({ min: 0, max: 120 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((drafts) =>
    drafts.map(({ document: { tiers: levels, ...parts }, startsAfter }, index) =>
      version(index + 1, {
        ...EARNING,
        ...parts,
        ...(levels === undefined ? {} : { tiers: levels }),
        rewards: [
          { id: "five", kind: "amount", cost: 50, value: "5.00", codeDays: 20 },
          { id: "gift", kind: "custom", cost: 30, instructions: "send it" },
        ],
        ...(index === 0 ? {} : { effectiveFrom: new Date(START + startsAfter * DAY + HOUR).toISOString() }),
      }),
    ),
  );

const customer = fc.constantFrom(...CUSTOMERS);
const redemption = fc.constantFrom("R1", "R2", "R3");

const refundsOf = (orderId: string) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: 3 }).map((n): Refund => {
      // What stands in a refund follows from its id: it never changes once it was made.
      const lines = [{ lineId: String(n), quantity: 1, subtotal: BigInt(n) * 900n, tax: 0n }];
      return aRefund({
        id: `${orderId}${n}`,
        orderId,
        lines: n === 3 ? [] : lines,
        discrepancy: n === 3 ? -500n : 0n,
      });
    }),
    { maxLength: 3, selector: ({ id }) => id },
  );

const statuses: FinancialStatus[] = [
  "paid",
  "paid",
  "partially_refunded",
  "partially_paid",
  "pending",
  "voided",
];

const orderState = fc.constantFrom(...ORDERS).chain((id) =>
  fc
    .record({
      customerId: fc.oneof(
        { weight: 9, arbitrary: fc.constant(CUSTOMERS[ORDERS.indexOf(id) % 2] ?? null) },
        { weight: 1, arbitrary: fc.constantFrom(...CUSTOMERS, null) },
      ),
      status: fc.constantFrom(...statuses),
      cancelled: fc.nat({ max: 9 }).map((n) => n === 0),
      processedDay: fc.integer({ min: -3, max: 60 }),
      version: fc.nat({ max: 50 }),
      lines: fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 2 }),
      codes: fc.subarray(["CODE-R1", "CODE-R2", "code-r3"]),
      refunds: refundsOf(id),
    })
    .map(({ cancelled, processedDay, version: updated, lines, ...parts }): Order => {
      const processedAt = START + (processedDay + ORDERS.indexOf(id)) * DAY;
      return anOrder({
        ...parts,
        id,
        processedAt,
        updatedAt: processedAt + updated * HOUR,
        cancelledAt: cancelled ? processedAt : null,
        lines: lines.map((pence, n) => aLine({ id: String(n + 1), price: BigInt(pence) })),
      });
    }),
);

const happening = fc.oneof(
  { weight: 6, arbitrary: orderState.map((order): LoyaltyEvent => ({ kind: "order", order })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...ORDERS)
      .chain(refundsOf)
      .filter((refunds) => refunds.length > 0)
      .map((refunds): LoyaltyEvent => ({ kind: "refund", refund: refunds[0] ?? aRefund() })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(redemption, customer, fc.constantFrom("five", "five", "gift"))
      .map(([id, customerId, rewardId]): LoyaltyEvent => {
        return { kind: "redeem", redemptionId: id, customerId, rewardId, code: `Code-${id}` };
      }),
  },
  { weight: 1, arbitrary: redemption.map((id): LoyaltyEvent => ({ kind: "release", redemptionId: id })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(customer, fc.integer({ min: -80, max: 120 }), fc.nat({ max: 20 }))
      .map(([customerId, points, key]): LoyaltyEvent => {
        return { kind: "adjust", customerId, points: BigInt(points), reason: "", key: String(key) };
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(customer, fc.nat({ max: 20 })).map(([customerId, key]): LoyaltyEvent => {
      return { kind: "activity", customerId, activity: "review", key: String(key) };
    }),
  },
  { weight: 2, arbitrary: customer.map((customerId): LoyaltyEvent => ({ kind: "notice", customerId })) },
  {
    weight: 1,
    arbitrary: customer.map((customerId): LoyaltyEvent => ({
      kind: "customer-created",
      customerId,
      createdAt: START,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(customer, customer).map(([keptId, deletedId]): LoyaltyEvent => {
      return { kind: "customers-merged", keptId, deletedId };
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...ORDERS)
      .map((orderId): LoyaltyEvent => ({ kind: "order-deleted", orderId })),
  },
);

const pause = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 24 * 45 }));
const histories = fc.array(fc.record({ after: pause, event: happening }), { minLength: 1, maxLength: 30 });

/** States of one order differ in `updatedAt`, and none waits for money: what remains must not depend on luck. */
const deliveries = fc
  .uniqueArray(
    orderState.filter(({ status }) => status !== "partially_paid"),
    { minLength: 1, maxLength: 10, selector: ({ id, updatedAt }) => `${id} ${updatedAt}` },
  )
  .map((orders) =>
    orders.flatMap((order): LoyaltyEvent[] => [
      { kind: "order", order },
      ...order.refunds.map((refund): LoyaltyEvent => ({ kind: "refund", refund })),
    ]),
  );

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
