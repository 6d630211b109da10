import { expect, test } from "vitest";
import { instantOfWallClock, wallClockOf } from "./wall-clock.ts";

test.each([
  ["Europe/London", "2026-06-01T00:00", "2026-05-31T23:00:00Z"],
  ["Europe/London", "2026-12-01T09:30", "2026-12-01T09:30:00Z"],
  ["America/New_York", "2026-07-04T12:00", "2026-07-04T16:00:00Z"],
  ["Asia/Kolkata", "2026-01-01T00:00", "2025-12-31T18:30:00Z"],
  ["Pacific/Kiritimati", "2026-01-01T00:00", "2025-12-31T10:00:00Z"],
  // Of the two half past ones of that night the first.
  ["Europe/London", "2026-10-25T01:30", "2026-10-25T00:30:00Z"],
])("in %s clocks show %s at %s", (zone, clock, instant) => {
  expect(instantOfWallClock(clock, zone)).toBe(instant);
  expect(wallClockOf(instant, zone)).toBe(clock);
});

test("a time that the zone skips is moved forward by the gap", () => {
  const instant = instantOfWallClock("2026-03-29T01:30", "Europe/London");
  expect(wallClockOf(instant, "Europe/London")).toBe("2026-03-29T02:30");
});

test("an instant of another offset is shown in the zone, seconds where it has any", () => {
  expect(wallClockOf("2026-06-01T00:00:30+02:00", "Europe/London")).toBe("2026-05-31T23:00:30");
});

test("what is no time stays as it was typed, and is shown so", () => {
  expect(instantOfWallClock("tomorrow", "Europe/London")).toBe("tomorrow");
  expect(wallClockOf("tomorrow", "Europe/London")).toBeNull();
});
