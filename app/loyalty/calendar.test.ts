import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  endOfDayAfterDays,
  endOfDayAfterMonths,
  isTimeZone,
  monthsBefore,
  nextMidnight,
  periodKey,
  startOfDay,
  startOfYear,
} from "./calendar.ts";
import { formatInstant, parseInstant } from "./time.ts";

/** Applies a function of zone and instant to a clock time of the zone, and gives the answer as one. */
function local(zone: string, ask: (zone: string, instant: number) => number, clock: string): string {
  const asked = Temporal.PlainDateTime.from(clock).toZonedDateTime(zone).epochMilliseconds;
  const answer = Temporal.Instant.fromEpochMilliseconds(ask(zone, asked)).toZonedDateTimeISO(zone);
  return answer.toPlainDateTime().toString({ smallestUnit: "minute" });
}

const after =
  (months: number) =>
  (zone: string, instant: number): number =>
    endOfDayAfterMonths(zone, instant, months);
const before =
  (months: number) =>
  (zone: string, instant: number): number =>
    monthsBefore(zone, instant, months);

describe("a day of a zone", () => {
  it.each([
    ["Europe/London", "2026-02-01T12:00", "2026-02-01T00:00", "2026-02-02T00:00"],
    ["Europe/London", "2026-02-01T00:00", "2026-02-01T00:00", "2026-02-02T00:00"],
    ["Asia/Tokyo", "2026-12-31T23:59", "2026-12-31T00:00", "2027-01-01T00:00"],
    // The clock goes from 23:59 to 01:00: the first instant of 4 November is 01:00.
    ["America/Sao_Paulo", "2018-11-03T23:59", "2018-11-03T00:00", "2018-11-04T01:00"],
    ["America/Sao_Paulo", "2018-11-04T09:00", "2018-11-04T01:00", "2018-11-05T00:00"],
    ["Australia/Lord_Howe", "2026-04-05T12:00", "2026-04-05T00:00", "2026-04-06T00:00"],
    // Samoa crossed the date line: after 29 December 2011 came the 31st.
    ["Pacific/Apia", "2011-12-29T12:00", "2011-12-29T00:00", "2011-12-31T00:00"],
    ["Pacific/Apia", "2011-12-31T12:00", "2011-12-31T00:00", "2012-01-01T00:00"],
  ])("in %s holds %s from %s to %s", (zone, clock, start, next) => {
    expect(local(zone, startOfDay, clock)).toBe(start);
    expect(local(zone, nextMidnight, clock)).toBe(next);
  });

  it("has 25 h where the clock goes back, 23 where it goes forward, half an hour's change in Lord Howe", () => {
    const hours = (zone: string, clock: string) => {
      const noon = Temporal.PlainDateTime.from(clock).toZonedDateTime(zone).epochMilliseconds;
      return (nextMidnight(zone, noon) - startOfDay(zone, noon)) / 3_600_000;
    };
    expect(hours("Europe/London", "2026-10-25T12:00")).toBe(25);
    expect(hours("Europe/London", "2026-03-29T12:00")).toBe(23);
    expect(hours("Australia/Lord_Howe", "2026-04-05T12:00")).toBe(24.5);
    expect(hours("Australia/Lord_Howe", "2026-10-04T12:00")).toBe(23.5);
  });

  it("begins at or before every instant of it and ends after", () => {
    const zones = fc.constantFrom(
      "Europe/London",
      "America/Sao_Paulo",
      "Pacific/Apia",
      "Australia/Lord_Howe",
      "UTC",
    );
    const instants = fc.integer({
      min: parseInstant("2005-01-01T00:00:00Z"),
      max: parseInstant("2035-01-01T00:00:00Z"),
    });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const start = startOfDay(zone, instant);
        const next = nextMidnight(zone, instant);
        expect(start).toBeLessThanOrEqual(instant);
        expect(next).toBeGreaterThan(instant);
        expect(nextMidnight(zone, start)).toBe(next);
        expect(startOfDay(zone, next)).toBe(next);
        expect(periodKey(zone, next - 1, "day")).toBe(periodKey(zone, instant, "day"));
        expect(periodKey(zone, next, "day")).not.toBe(periodKey(zone, instant, "day"));
      }),
    );
  });
});

describe("the end of the day some calendar months later", () => {
  it.each([
    ["Europe/London", "2026-01-31T09:00", 1, "2026-03-01T00:00"],
    ["Europe/London", "2024-01-31T09:00", 1, "2024-03-01T00:00"],
    ["Europe/London", "2026-01-15T23:59", 1, "2026-02-16T00:00"],
    ["Europe/London", "2026-08-31T00:00", 6, "2027-03-01T00:00"],
    ["Europe/London", "2026-11-30T12:00", 12, "2027-12-01T00:00"],
    ["America/Sao_Paulo", "2018-10-03T12:00", 1, "2018-11-04T01:00"],
    ["Pacific/Apia", "2011-11-30T12:00", 1, "2011-12-31T00:00"],
  ])("in %s after %s and %i is the midnight %s", (zone, clock, months, end) => {
    expect(local(zone, after(months), clock)).toBe(end);
  });

  it("counts days in the same way", () => {
    expect(local("Europe/London", (zone, at) => endOfDayAfterDays(zone, at, 30), "2026-10-01T23:00")).toBe(
      "2026-11-01T00:00",
    );
    expect(local("Europe/London", (zone, at) => endOfDayAfterDays(zone, at, 0), "2026-10-01T23:00")).toBe(
      "2026-10-02T00:00",
    );
  });
});

describe("the same clock time some calendar months before", () => {
  it.each([
    ["Europe/London", "2026-07-15T12:30", 1, "2026-06-15T12:30"],
    ["Europe/London", "2026-07-15T12:30", 6, "2026-01-15T12:30"],
    ["Europe/London", "2026-03-31T12:30", 1, "2026-02-28T12:30"],
    ["Europe/London", "2028-02-29T12:30", 12, "2027-02-28T12:30"],
    // 01:30 is skipped on 29 March: it moves forward by the hour of the gap, in Lord Howe by half of one.
    ["Europe/London", "2026-04-29T01:30", 1, "2026-03-29T02:30"],
    ["Australia/Lord_Howe", "2026-11-04T02:15", 1, "2026-10-04T02:45"],
    ["America/Sao_Paulo", "2018-12-04T00:00", 1, "2018-11-04T01:00"],
  ])("in %s before %s by %i is %s", (zone, clock, months, answer) => {
    expect(local(zone, before(months), clock)).toBe(answer);
  });

  it("is the first of two where the clock shows a time twice", () => {
    const asked = parseInstant("2026-11-25T01:30:00Z");
    expect(formatInstant(monthsBefore("Europe/London", asked, 1))).toBe("2026-10-25T00:30:00Z");
  });
});

describe("periods", () => {
  it("are those of the zone, not of UTC", () => {
    const instant = parseInstant("2026-12-31T16:00:00Z");
    expect(periodKey("Asia/Tokyo", instant, "day")).toBe("2027-01-01");
    expect(periodKey("Asia/Tokyo", instant, "month")).toBe("2027-01");
    expect(periodKey("Asia/Tokyo", instant, "year")).toBe("2027");
    expect(periodKey("Europe/London", instant, "year")).toBe("2026");
    expect(periodKey("Europe/London", instant, "lifetime")).toBe("lifetime");
    expect(formatInstant(startOfYear("Asia/Tokyo", instant))).toBe("2026-12-31T15:00:00Z");
    expect(formatInstant(startOfYear("Europe/London", instant))).toBe("2026-01-01T00:00:00Z");
  });
});

it.each([
  ["Europe/London", true],
  ["UTC", true],
  ["Pacific/Apia", true],
  ["Europe/Lodon", false],
  ["+01:00", false],
  ["", false],
])("the zone %j is known: %s", (zone, known) => {
  expect(isTimeZone(zone)).toBe(known);
});
