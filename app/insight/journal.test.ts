import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, monthOf } from "./days.ts";
import { outstanding, type Move } from "./flows.ts";
import { journalOf, type JournalLine } from "./journal.ts";

const START = dayOf("2026-01-15") ?? 0;
const ACCOUNTS = [
  "pending",
  "available",
  "held",
  "owed",
  "earnings",
  "adjustments",
  "redemptions",
  "breakage",
];

const move = fc
  .tuple(
    fc.integer({ min: 0, max: 100 }),
    fc.constantFrom(...ACCOUNTS),
    fc.constantFrom(...ACCOUNTS),
    fc.bigInt({ min: 1n, max: 10n ** 24n }),
  )
  .filter(([, debit, credit]) => debit !== credit)
  .map(([day, debit, credit, points]): Move => ({ day: START + day, key: `${debit}>${credit}`, points }));
const histories = fc.record({
  opening: fc.array(move, { maxLength: 5 }),
  moves: fc.array(move, { maxLength: 30 }).map((moves) => moves.toSorted((a, b) => a.day - b.day)),
});
/** A third of a penny a point: nothing comes out even. */
const worth = (points: bigint) => points / 3n;

const sum = (lines: readonly JournalLine[], of: (line: JournalLine) => bigint) =>
  lines.reduce((total, line) => total + of(line), 0n);

test("debits are credits, in points and in money, in the bookings and in every closing", () => {
  fc.assert(
    fc.property(histories, ({ opening, moves }) => {
      const lines = journalOf({ opening, moves, to: START + 100, worth });
      for (const part of Map.groupBy(lines, ({ entry }) =>
        entry.kind === "closing" ? entry.month : -1,
      ).values()) {
        expect(sum(part, ({ debit }) => debit)).toBe(sum(part, ({ credit }) => credit));
        expect(sum(part, (line) => line.debitAmount ?? 0n)).toBe(
          sum(part, (line) => line.creditAmount ?? 0n),
        );
      }
    }),
  );
});

test("a closing has what was there before and every booking up to it, account by account", () => {
  fc.assert(
    fc.property(histories, ({ opening, moves }) => {
      const lines = journalOf({ opening, moves, to: START + 100, worth });
      const months = new Set(lines.flatMap(({ entry }) => (entry.kind === "closing" ? [entry.month] : [])));
      for (const month of months) {
        const closed = lines.filter(({ entry }) => entry.kind === "closing" && entry.month === month);
        const members = closed.filter(({ account }) => ["pending", "available", "held"].includes(account));
        const upTo = [...opening, ...moves.filter(({ day }) => monthOf(day) <= month)];
        expect(sum(members, ({ credit, debit }) => credit - debit)).toBe(outstanding(upTo));
      }
    }),
  );
});

/** As the app has it: parts of a minor unit dropped, towards less. */
const floored = (points: bigint) => points / 3n - (points % 3n < 0n ? 1n : 0n);

test("a closing is worth the points on each account to less than a minor unit, and what members have exactly", () => {
  fc.assert(
    fc.property(histories, ({ opening, moves }) => {
      const lines = journalOf({ opening, moves, to: START + 100, worth: floored });
      const closings = lines.filter(({ entry }) => entry.kind === "closing");
      for (const { credit, debit, creditAmount, debitAmount } of closings) {
        const off = 3n * ((creditAmount ?? 0n) - (debitAmount ?? 0n)) - (credit - debit);
        expect(off > -3n && off < 3n).toBe(true);
      }
      for (const closed of Map.groupBy(closings, ({ day }) => day).values()) {
        const members = closed.filter(({ account }) => ["pending", "available", "held"].includes(account));
        const points = sum(members, ({ credit, debit }) => credit - debit);
        const amount = sum(members, (line) => (line.creditAmount ?? 0n) - (line.debitAmount ?? 0n));
        expect(amount).toBe(floored(points));
      }
    }),
  );
});

test("the lines of all days add up to the closing, and none of them is below nothing", () => {
  fc.assert(
    fc.property(histories, ({ moves }) => {
      const lines = journalOf({ opening: [], moves, to: START + 100, worth: floored });
      const last = lines.filter(({ entry, day }) => entry.kind === "closing" && day === START + 100);
      for (const account of ACCOUNTS) {
        const its = lines.filter((line) => line.account === account);
        const booked = its.filter(({ entry }) => entry.kind !== "closing");
        const amount = (part: JournalLine[]) =>
          sum(part, (line) => (line.creditAmount ?? 0n) - (line.debitAmount ?? 0n));
        expect(amount(booked)).toBe(amount(last.filter((line) => line.account === account)));
      }
      const sides = lines.flatMap(({ debitAmount, creditAmount }) => [debitAmount ?? 0n, creditAmount ?? 0n]);
      expect(sides.every((side) => side >= 0n)).toBe(true);
    }),
  );
});

test("a shop that gives less than a minor unit a day comes to what its points are worth", () => {
  const moves = Array.from({ length: 60 }, (_, day): Move => {
    return { day: START + day, key: "earnings>available", points: 1n };
  });
  const lines = journalOf({ opening: [], moves, to: START + 59, worth: floored });
  const [closed] = lines
    .filter(({ account, day }) => account === "available" && day === START + 59)
    .slice(-1);
  expect(closed?.creditAmount).toBe(20n);
});

test("every month from the first booking to the end is closed, the last one with the last day", () => {
  const moves: Move[] = [{ day: START, key: "earnings>available", points: 5n }];
  const lines = journalOf({ opening: [], moves, to: dayOf("2026-03-10") ?? 0, worth: null });
  const closings = lines.filter(({ entry }) => entry.kind === "closing");
  expect(closings.map(({ day, account, debit, credit }) => [day, account, debit, credit])).toEqual(
    ["2026-01-31", "2026-02-28", "2026-03-10"].flatMap((date) => [
      [dayOf(date), "available", 0n, 5n],
      [dayOf(date), "earnings", 5n, 0n],
    ]),
  );
  expect(lines.every(({ debitAmount, creditAmount }) => debitAmount === null && creditAmount === null)).toBe(
    true,
  );
});

test("nothing at all is an empty journal", () => {
  expect(journalOf({ opening: [], moves: [], to: START, worth })).toEqual([]);
});
