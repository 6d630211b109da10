import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { histories, programmes, START } from "../../tests/helpers/random-histories.ts";
import type { Happening } from "../../tests/helpers/random-histories.ts";
import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { dueAfterNewVersion, workOffDue } from "./due.ts";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import { handle } from "./handle.ts";
import { movedByPauses, isPausedAt, pausesBy } from "./pauses.ts";
import { HOUR, parseInstant } from "./time.ts";
import type { ProgrammeVersion } from "./versions.ts";
import { whyNot } from "./why-not.ts";
import { aProgramme } from "./examples.ts";

const RUNS = Number(process.env["RUNS"] ?? 100);
const GIFT = { id: "gift", kind: "custom", cost: 10, instructions: "send it" };
const PAUSE = "2026-03-01T12:00:00Z";
const RESUME = "2026-05-01T12:00:00Z";
const NOTICE: Parameters<ReturnType<typeof aShop>["at"]>[1] = { kind: "notice", customerId: "7" };

/** Runs, is paused for the two months from the first of March at noon, and runs again. */
function pausedShop(parts: Record<string, unknown> = {}) {
  const terms = { rewards: [GIFT], ...parts };
  return aShop(
    terms,
    { ...terms, effectiveFrom: PAUSE, state: "paused" },
    { ...terms, effectiveFrom: RESUME },
  );
}

describe("while a programme is paused", () => {
  test.each([
    ["before it, however late it is told", "2026-03-01T11:59:59Z", "2026-03-10T12:00:00Z", 20n],
    ["at its first instant", PAUSE, PAUSE, 0n],
    ["during it, told after it", "2026-04-01T12:00:00Z", "2026-06-01T12:00:00Z", 0n],
    ["from its end on", RESUME, RESUME, 20n],
  ])("an order placed %s", (_, processedAt, toldAt, points) => {
    const shop = pausedShop();
    shop.at(toldAt, ordered(20, processedAt));
    expect(shop.figures()).toMatchObject({ available: points });
  });

  test("what was ordered before follows its refunds and edits as ever", () => {
    const shop = pausedShop();
    shop.at("2026-02-20T12:00:00Z", ordered(20, "2026-02-20T12:00:00Z"));
    shop.at(
      "2026-03-10T12:00:00Z",
      ordered(5, "2026-02-20T12:00:00Z", { updatedAt: parseInstant("2026-03-10T12:00:00Z") }),
    );
    expect(shop.figures()).toEqual({ available: 5n, earned: 5n });
  });

  test("what is pending becomes available", () => {
    const shop = pausedShop({ points: { pendingDays: 14 } });
    shop.at("2026-02-20T12:00:00Z", ordered(20, "2026-02-20T12:00:00Z"));
    shop.at("2026-03-06T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 20n, earned: 20n });
  });

  test("nothing is redeemed, and points stay where they are", () => {
    const shop = pausedShop();
    shop.at("2026-02-20T12:00:00Z", adjusted(50n, "a"));
    const outcome = shop.at("2026-03-02T12:00:00Z", redeemed("R1", "gift"));
    expect(outcome).toEqual({ outcome: "refused", redemptionId: "R1", because: "paused" });
    expect(shop.figures()).toEqual({ available: 50n });
    expect(shop.at(RESUME, redeemed("R2", "gift"))).toMatchObject({ outcome: "held" });
  });

  test("a code that is out is taken by the order that carries it", () => {
    const five = { id: "five", kind: "amount", cost: 10, value: "5.00" };
    const shop = pausedShop({ rewards: [five] });
    shop.at("2026-02-20T12:00:00Z", adjusted(50n, "a"));
    shop.at("2026-02-21T12:00:00Z", redeemed("R1", "five"));
    shop.at("2026-03-10T12:00:00Z", ordered(20, "2026-03-10T12:00:00Z", { codes: ["CODE-R1"] }));
    expect(shop.figures()).toEqual({ available: 40n, redeemed: 10n });
  });

  test.each([
    ["signing up", { kind: "customer-created", customerId: "7", createdAt: 0 }],
    ["an activity", { kind: "activity", customerId: "7", activity: "review", key: "r1" }],
  ] as const)("%s earns nothing", (_, event) => {
    const rules = [
      { id: "welcome", on: "signup", bonus: 25 },
      { id: "review", on: "activity:review", bonus: 10 },
    ];
    const shop = pausedShop({ earning: { rules } });
    shop.at("2026-03-10T12:00:00Z", event);
    shop.at("2026-06-10T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n });
  });

  test("a birthday passes without its bonus", () => {
    const shop = pausedShop({ earning: { rules: [{ id: "cake", on: "birthday", bonus: 30 }] } });
    shop.at("2026-01-10T12:00:00Z", { kind: "birthday", customerId: "7", month: 4, day: 1 });
    shop.at("2026-06-10T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n });
  });

  test("the first order has no bonus, and no later one is the first", () => {
    const shop = pausedShop({ earning: { rules: [{ id: "first", on: "first-order", bonus: 100 }] } });
    shop.at("2026-03-10T12:00:00Z", ordered(20, "2026-03-10T12:00:00Z"));
    shop.at("2026-06-10T12:00:00Z", ordered(20, "2026-06-10T12:00:00Z", { id: "1002" }));
    expect(shop.figures()).toEqual({ available: 0n });
  });

  test("an archived one is paused as well", () => {
    const shop = aShop({ rewards: [GIFT] }, { rewards: [GIFT], effectiveFrom: PAUSE, state: "archived" });
    shop.at("2026-03-10T12:00:00Z", ordered(20, "2026-03-10T12:00:00Z"));
    expect(shop.at("2026-03-11T12:00:00Z", redeemed("R1", "gift"))).toMatchObject({ because: "paused" });
    expect(shop.figures()).toEqual({ available: 0n });
  });
});

describe("levels while a programme is paused", () => {
  const tiers = {
    basis: "spend",
    window: { kind: "rolling", months: 1 },
    levels: [
      { id: "low", at: "0" },
      { id: "top", at: "100" },
    ],
  };

  test("are reached by what is bought meanwhile, though it earns nothing", () => {
    const shop = pausedShop({ tiers });
    shop.at("2026-03-10T12:00:00Z", ordered(100, "2026-03-10T12:00:00Z"));
    expect(shop.figures()).toEqual({ available: 0n, tier: "top" });
  });

  test("are not lost before the first midnight after it", () => {
    const shop = pausedShop({ tiers });
    shop.at("2026-02-15T12:00:00Z", ordered(100, "2026-02-15T12:00:00Z"));
    shop.at("2026-05-01T22:59:59Z");
    expect(shop.figures()).toMatchObject({ tier: "top" });
    // Midnight in London.
    shop.at("2026-05-01T23:00:00Z");
    expect(shop.figures()).toMatchObject({ tier: "low" });
  });
});

describe("points that would have expired", () => {
  const lots = (required: boolean, months = 2) => ({
    points: { expiry: { kind: "lots", months }, notice: { days: [7], required } },
  });

  test("stay as much longer as the pause lasted", () => {
    const shop = pausedShop(lots(false));
    shop.at("2026-02-10T12:00:00Z", adjusted(50n, "a"));
    // Without the pause the end of 10 April; it lasted 61 days, in which the clocks went forward.
    shop.at("2026-06-10T22:59:59Z");
    expect(shop.figures()).toEqual({ available: 50n });
    shop.at("2026-06-11T23:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 50n });
  });

  test("expire at their own date where that came before it", () => {
    const shop = pausedShop(lots(false, 1));
    shop.at("2026-01-31T12:00:00Z", adjusted(50n, "a"));
    shop.at("2026-02-28T23:59:59Z");
    expect(shop.figures()).toEqual({ available: 50n });
    shop.at("2026-03-01T00:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 50n });
  });

  test("are not moved by a pause that was over before they came", () => {
    const shop = pausedShop(lots(false));
    shop.at("2026-05-10T12:00:00Z", adjusted(50n, "a"));
    shop.at("2026-07-10T22:59:59Z");
    expect(shop.figures()).toEqual({ available: 50n });
    shop.at("2026-07-10T23:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 50n });
  });

  test("need a new notice, for the old one told of another date", () => {
    const shop = pausedShop(lots(true));
    shop.at("2026-02-10T12:00:00Z", adjusted(50n, "a"));
    shop.at("2026-02-11T12:00:00Z", { ...NOTICE });
    shop.at("2026-09-01T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 50n });
    shop.at("2026-09-01T12:00:00Z", { ...NOTICE });
    shop.at("2026-09-09T12:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 50n });
  });

  test("are told of by no notice while nobody knows how long it lasts", () => {
    const shop = pausedShop(lots(true));
    shop.at("2026-02-10T12:00:00Z", adjusted(50n, "a"));
    expect(shop.at("2026-04-08T12:00:00Z", NOTICE)).toEqual({ outcome: "noticed", lots: 0 });
  });

  test("wait with inactivity too, whose clock stands still", () => {
    const shop = pausedShop({
      points: { expiry: { kind: "inactivity", months: 2 }, notice: { required: false } },
    });
    shop.at("2026-02-10T12:00:00Z", adjusted(50n, "a"));
    shop.at("2026-06-10T22:59:59Z");
    expect(shop.figures()).toEqual({ available: 50n });
    shop.at("2026-06-11T23:00:00Z");
    expect(shop.figures()).toEqual({ available: 0n, expired: 50n });
  });
});

test("why an order earned nothing says that it was paused, and what it counts towards levels", () => {
  const event = ordered(20, "2026-03-10T12:00:00Z");
  if (event.kind !== "order") throw new Error("no order");
  const version = { number: 2, effectiveFrom: 0, programme: aProgramme({ state: "paused" }) };
  const found = whyNot(event.order, {
    ...{ version, startsAt: 0, product: () => null, deleted: false, away: null, countedBefore: false },
    ...{ level: null, isFirst: true, posted: 0n },
  });
  expect(found).toMatchObject({ value: "20.00", posted: "0", reasons: [{ kind: "paused" }] });
});

describe("pauses of a list of versions", () => {
  const at = (day: number) => parseInstant("2026-01-01T00:00:00Z") + day * 24 * HOUR;
  const version = (number: number, day: number, state: string): ProgrammeVersion => ({
    number,
    effectiveFrom: at(day),
    programme: aProgramme({ state }),
  });

  test.each([
    ["none where all run", [version(1, 0, "running"), version(2, 5, "running")], 9, []],
    ["one that lasts", [version(1, 0, "running"), version(2, 5, "paused")], 9, [[5, null]]],
    [
      "one through two versions",
      [version(1, 1, "paused"), version(2, 5, "archived"), version(3, 7, "running")],
      9,
      [[1, 7]],
    ],
    ["as known then", [version(1, 1, "paused"), version(2, 7, "running")], 6, [[1, null]]],
    ["not one to come", [version(1, 0, "running"), version(2, 7, "paused")], 6, []],
    ["the higher number of two at once", [version(1, 1, "paused"), version(2, 1, "running")], 9, []],
  ] as const)("%s", (_, versions, day, expected) => {
    const days = expected.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) }));
    expect(pausesBy(versions, at(day))).toEqual(days);
  });

  test("a date moves by each pause before it, and on by those that it is moved into", () => {
    const pauses = [
      { from: at(2), to: at(4) },
      { from: at(11), to: at(12) },
      { from: at(40), to: at(50) },
    ];
    const moved = movedByPauses(at(10), pauses, { since: at(0), at: at(60), timezone: "UTC" });
    expect(moved).toBe(at(13));
    expect(movedByPauses(at(10), pauses, { since: at(3), at: at(60), timezone: "UTC" })).toBe(at(12));
  });
});

describe("whatever happens, with pauses at any time", () => {
  test("nothing expires and nothing is redeemed while it is paused", () => {
    fc.assert(
      fc.property(programmes, histories, (versions, history) => {
        for (const { kind, at } of play(versions, history, "all at once").journal)
          if (kind === "expire" || kind === "hold") expect(isPausedAt(versions, at)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  test("whoever knows all versions beforehand finds the ledger of who learnt of each as it began", () => {
    fc.assert(
      fc.property(programmes, histories, (versions, history) => {
        const [replayed, lived] = [
          play(versions, history, "all at once"),
          play(versions, history, "one by one"),
        ];
        const ledger = (book: Book) => book.journal.map(({ key, at, hash }) => `${at} ${key} ${hash}`).sort();
        expect(ledger(lived)).toEqual(ledger(replayed));
      }),
      { numRuns: RUNS },
    );
  });
});

/**
 * "one by one": a version is saved at the instant at which it starts, as when somebody presses the button. Without orders
 * dated in the future, which go by whatever version is known for that day.
 */
function play(
  versions: readonly ProgrammeVersion[],
  history: readonly Happening[],
  known: "all at once" | "one by one",
): Book {
  const saved = known === "all at once" ? [...versions] : versions.slice(0, 1);
  const book = openBook({ versions: saved, product: () => null, pseudonym: (id) => id });
  const workOff = (until: number) => {
    for (const member of book.members.values()) workOffDue(book, member, until);
  };
  let now = START;
  for (const [index, { after, event }] of [...history, { after: 24 * 200, event: null }].entries()) {
    const before = now;
    now += after * HOUR;
    for (const version of versions.filter(({ effectiveFrom: from }) => from > before && from <= now)) {
      if (saved.includes(version)) continue;
      workOff(version.effectiveFrom - 1);
      saved.push(version);
      bringDueForward(book, version);
    }
    workOff(now);
    if (event !== null && !(event.kind === "order" && event.order.processedAt > now))
      handle(book, event, now, { eventId: String(index), actor: "test" });
  }
  return book;
}

function bringDueForward(book: Book, { effectiveFrom }: ProgrammeVersion): void {
  const due = dueAfterNewVersion(book, effectiveFrom);
  for (const member of book.members.values())
    if (due !== null && (member.nextDueAt === null || member.nextDueAt > due)) member.nextDueAt = due;
}
