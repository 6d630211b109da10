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
