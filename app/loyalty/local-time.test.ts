import { expect, test } from "vitest";
import { localTime, parseLocalTime } from "./local-time.ts";
import { formatInstant } from "./time.ts";

test.each([
  ["Europe/London", "2026-12-01T09:00", "2026-12-01T09:00:00Z"],
  ["Europe/Berlin", "2026-07-01T00:00", "2026-06-30T22:00:00Z"],
  ["Asia/Tokyo", "2026-12-01T09:00", "2026-12-01T00:00:00Z"],
  // The clocks of Berlin skip from two to three in spring, and show half past two twice in autumn.
  ["Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z"],
  ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"],
])("in %s, %s is %s", (zone, local, instant) => {
  expect(formatInstant(parseLocalTime(zone, local) ?? Number.NaN)).toBe(instant);
});

test.each(["", "tomorrow", "2026-02-30T09:00", "2026-12-01", "2026-12-01T25:00", "2026-12-01T09:00Z"])(
  "%j is no clock time",
  (text) => {
    expect(parseLocalTime("Europe/London", text)).toBeNull();
  },
);

test("what is read is shown again", () => {
  const at = parseLocalTime("America/New_York", "2026-12-24T18:05") ?? Number.NaN;
  expect(localTime("America/New_York", at)).toBe("2026-12-24T18:05");
});
