import { describe, expect, it } from "vitest";
import { formatInstant, parseInstant } from "./time.ts";

describe("an instant", () => {
  it.each([
    ["2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z"],
    ["2026-06-01T02:30:00+02:30", "2026-06-01T00:00:00Z"],
    ["2026-05-31T20:00:00.250-04:00", "2026-06-01T00:00:00.250Z"],
    ["2026-06-01T00:00Z", "2026-06-01T00:00:00Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"],
  ])("%s is read", (text, instant) => {
    expect(formatInstant(parseInstant(text))).toBe(instant);
  });

  it.each([
    "2026-06-01T00:00:00",
    "2026-06-01",
    "2026-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-06-01T25:00:00Z",
    "1 June 2026",
    "",
  ])("%j is refused", (text) => {
    expect(() => parseInstant(text)).toThrow(RangeError);
  });
});
