import { describe, expect, test } from "vitest";
import { aProgramme } from "./examples.ts";
import { isMidnight, midnightAfter, midnightNotBefore } from "./midnights.ts";
import { formatInstant, parseInstant } from "./time.ts";

/** London until noon of 10 February, Tokyo (nine hours ahead) from then on. */
const VERSIONS = [
  { number: 1, effectiveFrom: parseInstant("2026-01-01T00:00:00Z"), programme: aProgramme() },
  {
    number: 2,
    effectiveFrom: parseInstant("2026-02-10T12:00:00Z"),
    programme: aProgramme({ timezone: "Asia/Tokyo" }),
  },
];

describe("midnights are those of the zone in force", () => {
  test.each([
    ["2026-02-05T00:00:00Z", "2026-02-06T00:00:00Z"],
    ["2026-02-10T11:00:00Z", "2026-02-10T15:00:00Z"],
    ["2026-02-10T15:00:00Z", "2026-02-11T15:00:00Z"],
    ["2025-06-01T10:00:00Z", "2026-01-01T00:00:00Z"],
  ])("after %s comes %s", (instant, midnight) => {
    const found = midnightAfter(VERSIONS, parseInstant(instant));
    expect(found === null ? null : formatInstant(found)).toBe(midnight);
  });

  test("one that is a midnight itself is not before itself", () => {
    const midnight = parseInstant("2026-02-05T00:00:00Z");
    expect(midnightNotBefore(VERSIONS, midnight)).toBe(midnight);
    expect(isMidnight(VERSIONS, midnight)).toBe(true);
    expect(isMidnight(VERSIONS, parseInstant("2026-02-11T00:00:00Z"))).toBe(false);
  });

  test("without any version there is none", () => {
    expect(midnightAfter([], 0)).toBeNull();
    expect(isMidnight([], 0)).toBe(false);
  });
});
