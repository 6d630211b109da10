import { expect, test } from "vitest";
import { readDay } from "./read-day.ts";

const DAY = Date.UTC(2011, 8, 9) / 86_400_000;

test.each([
  ["2011-09-09", DAY],
  ["20110909", DAY],
  [" 2011-09-09 12:00 ", DAY + 0.5],
  ["2011-09-09T12:00:00Z", DAY + 0.5],
  ["2011-09-09T12:00:00.000+12:00", DAY],
  ["2011-09-09 06:00:00", DAY + 0.25],
  ["1315526400", DAY],
  ["1315526400000", DAY],
])("%j is a day", (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each(["", "yesterday", "09/09/2011", "2011-02-30", "2011-13-01", "2011-09-09T25:00", "12", "NaN"])(
  "%j is none",
  (text) => {
    expect(readDay(text)).toBeNull();
  },
);
