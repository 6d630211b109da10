import { describe, expect, test } from "vitest";
import type { Notation } from "./fields.ts";
import { endOf, evidenceIn, readDateCell, startOf } from "./read-date-cell.ts";

const LONDON: Notation = { decimalMark: ".", dateOrder: "dmy", timezone: "Europe/London" };
const AMERICAN: Notation = { ...LONDON, dateOrder: "mdy", timezone: "America/New_York" };

const iso = (instant: number) => new Date(instant).toISOString();

function startIn(text: string, notation: Notation): string | null {
  const cell = readDateCell(text, notation);
  return cell.ok ? iso(startOf(cell.value, notation.timezone)) : null;
}

describe("a date of another app", () => {
  test.each<[string, Notation, string]>([
    ["2026-12-31", LONDON, "2026-12-31T00:00:00.000Z"],
    ["2026/7/1", LONDON, "2026-06-30T23:00:00.000Z"],
    ["20260701", LONDON, "2026-06-30T23:00:00.000Z"],
    ["03/04/2026", LONDON, "2026-04-02T23:00:00.000Z"],
    ["03/04/2026", AMERICAN, "2026-03-04T05:00:00.000Z"],
    ["31/12/2026", AMERICAN, "2026-12-31T05:00:00.000Z"],
    ["31.12.2026", LONDON, "2026-12-31T00:00:00.000Z"],
    ["December 31, 2026", LONDON, "2026-12-31T00:00:00.000Z"],
    ["31 Dec 2026", LONDON, "2026-12-31T00:00:00.000Z"],
    ["2026-07-01T10:30:00Z", LONDON, "2026-07-01T10:30:00.000Z"],
    ["2026-07-01 10:30:00 UTC", LONDON, "2026-07-01T10:30:00.000Z"],
    ["2026-07-01 10:30:00 +0200", LONDON, "2026-07-01T08:30:00.000Z"],
    ["2026-07-01 10:30", LONDON, "2026-07-01T09:30:00.000Z"],
    ["2026-07-01T10:30:00.123456+00:00", LONDON, "2026-07-01T10:30:00.123Z"],
    ["7/1/2026 1:05 PM", AMERICAN, "2026-07-01T17:05:00.000Z"],
    ["7/1/2026 12:05 AM", AMERICAN, "2026-07-01T04:05:00.000Z"],
  ])("%j", (text, notation, expected) => expect(startIn(text, notation)).toBe(expected));

  test.each([
    "",
    "soon",
    "2026-02-30",
    "2026-13-01",
    "31/31/2026",
    "31 Foo 2026",
    "2026",
    "45000",
    "2026-07-01 25:00",
    "7/1/2026 13:00 PM",
  ])("%j is no date", (text) => expect(startIn(text, LONDON)).toBeNull());

  test("a day ends with the midnight that follows it, also when the clocks change", () => {
    const cell = readDateCell("2026-10-25", LONDON);
    if (!cell.ok) throw new Error(cell.problem);
    expect(iso(startOf(cell.value, LONDON.timezone))).toBe("2026-10-24T23:00:00.000Z");
    expect(iso(endOf(cell.value, LONDON.timezone))).toBe("2026-10-26T00:00:00.000Z");
  });

  test("a day beyond the twelfth says which of two numbers is the month", () => {
    expect(["13/04/2026", "04/13/2026", "04/05/2026", "2026-04-13", "12/31"].map(evidenceIn)).toEqual([
      "dmy",
      "mdy",
      null,
      null,
      "mdy",
    ]);
  });
});
