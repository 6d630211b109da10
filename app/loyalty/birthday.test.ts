import { expect, test } from "vitest";
import { handle } from "./handle.ts";
import { openBook } from "./book.ts";
import { checkProgramme } from "./check-programme.ts";
import { workOffDue } from "./due.ts";
import type { Book } from "./book.ts";
import { memberFigures } from "./members.ts";

const CAUSE = { eventId: "test", actor: "shopper" };
const at = (text: string) => Date.parse(text);

function bookWith(changes: { timezone?: string; bonus?: number; from?: string; to?: string } = {}): Book {
  const { timezone = "Europe/London", bonus = 200, ...window } = changes;
  const check = checkProgramme({
    programme: "Birthdays",
    currency: "GBP",
    timezone,
    effectiveFrom: "2020-01-01T00:00:00Z",
    points: {},
    earning: { rules: [{ id: "cake", on: "birthday", bonus, ...window }] },
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  const version = { number: 1, effectiveFrom: at("2020-01-01T00:00:00Z"), programme: check.programme };
  return openBook({ versions: [version], product: () => null, pseudonym: (id) => `p${id}` });
}

function born(book: Book, month: number, day: number, told: string, customerId = "7"): void {
  handle(book, { kind: "birthday", customerId, month, day }, at(told), CAUSE);
}

function earnedBy(book: Book, until: string, id = "7"): bigint {
  const member = book.members.get(id);
  if (member === undefined) throw new Error("nobody");
  workOffDue(book, member, at(until));
  return memberFigures(book, id, at(until))?.earned ?? 0n;
}

const given = (book: Book) =>
  book.journal.filter(({ kind }) => kind === "birthday").map((entry) => new Date(entry.at).toISOString());

test.each([
  {
    promise: "comes at the first instant of the day in the shop's zone",
    zone: "America/New_York",
    day: [6, 15] as const,
    told: "2026-01-01T00:00:00Z",
    until: "2026-12-31T00:00:00Z",
    dates: ["2026-06-15T04:00:00.000Z"],
  },
  {
    promise: "comes every year",
    zone: "Europe/London",
    day: [2, 1] as const,
    told: "2025-12-01T00:00:00Z",
    until: "2028-03-01T00:00:00Z",
    dates: ["2026-02-01T00:00:00.000Z", "2027-02-01T00:00:00.000Z", "2028-02-01T00:00:00.000Z"],
  },
  {
    promise: "is on 28 February where the year has no 29th",
    zone: "Europe/London",
    day: [2, 29] as const,
    told: "2027-01-01T00:00:00Z",
    until: "2028-12-31T00:00:00Z",
    dates: ["2027-02-28T00:00:00.000Z", "2028-02-29T00:00:00.000Z"],
  },
  {
    promise: "does not count in the year if it was told of 29 days before",
    zone: "Europe/London",
    day: [3, 1] as const,
    told: "2026-01-31T00:00:00Z",
    until: "2027-12-31T00:00:00Z",
    dates: ["2027-03-01T00:00:00.000Z"],
  },
  {
    promise: "counts if it was told of exactly 30 days before",
    zone: "Europe/London",
    day: [3, 1] as const,
    told: "2026-01-30T00:00:00Z",
    until: "2026-12-31T00:00:00Z",
    dates: ["2026-03-01T00:00:00.000Z"],
  },
])("the bonus $promise", ({ zone, day, told, until, dates }) => {
  const book = bookWith({ timezone: zone });
  born(book, day[0], day[1], told);
  expect(earnedBy(book, until)).toBe(200n * BigInt(dates.length));
  expect(given(book)).toEqual(dates);
});

test("changing the date after the bonus gives no second one in the year, nor within 330 days", () => {
  const book = bookWith();
  born(book, 3, 1, "2026-01-01T00:00:00Z");
  earnedBy(book, "2026-04-01T00:00:00Z");
  born(book, 12, 1, "2026-04-02T00:00:00Z");
  earnedBy(book, "2026-12-31T00:00:00Z");
  born(book, 2, 10, "2027-01-01T00:00:00Z");
  expect(earnedBy(book, "2027-12-31T00:00:00Z")).toBe(400n);
  expect(given(book)).toEqual(["2026-03-01T00:00:00.000Z", "2027-02-10T00:00:00.000Z"]);
});

test("nobody gains by moving a birthday from the end of a year to the beginning of the next", () => {
  const book = bookWith();
  born(book, 12, 1, "2026-01-01T00:00:00Z");
  earnedBy(book, "2026-12-02T00:00:00Z");
  born(book, 1, 20, "2026-12-03T00:00:00Z");
  expect(earnedBy(book, "2027-12-31T00:00:00Z")).toBe(200n);
  expect(earnedBy(book, "2028-12-31T00:00:00Z")).toBe(400n);
});

test("telling the same date again is no change", () => {
  const book = bookWith();
  born(book, 3, 1, "2026-01-01T00:00:00Z");
  born(book, 3, 1, "2026-02-20T00:00:00Z");
  expect(earnedBy(book, "2026-03-01T00:00:00Z")).toBe(200n);
});

test("a rule rewards only birthdays within its window", () => {
  const book = bookWith({ from: "2026-03-01T00:00:00Z", to: "2027-03-01T00:00:00Z" });
  born(book, 3, 1, "2025-01-01T00:00:00Z");
  earnedBy(book, "2028-12-31T00:00:00Z");
  expect(given(book)).toEqual(["2026-03-01T00:00:00.000Z"]);
});

test("two customers who become one have one birthday bonus a year", () => {
  const book = bookWith();
  born(book, 3, 1, "2026-01-01T00:00:00Z", "7");
  born(book, 5, 1, "2026-01-01T00:00:00Z", "8");
  earnedBy(book, "2026-04-01T00:00:00Z", "7");
  handle(book, { kind: "customers-merged", keptId: "8", deletedId: "7" }, at("2026-04-02T00:00:00Z"), CAUSE);
  expect(earnedBy(book, "2026-12-31T00:00:00Z", "8")).toBe(200n);
});

test.each([
  [2, 30],
  [13, 1],
  [0, 1],
  [4, 31],
  [1, 1.5],
])("%i-%i is refused as a birthday", (month, day) => {
  expect(() => born(bookWith(), month, day, "2026-01-01T00:00:00Z")).toThrow("not a day of the year");
});
