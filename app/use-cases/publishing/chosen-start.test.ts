import { describe, expect, test } from "vitest";
import { parseInstant } from "../../loyalty/time.ts";
import { chosenStart, startingAt } from "./chosen-start.ts";

const terms = { timezone: "Europe/Berlin", now: parseInstant("2026-11-22T12:00:00Z") };

describe("a programme starts", () => {
  test("when it is published, where nobody says otherwise", () => {
    expect(chosenStart({}, "", terms)).toEqual({ at: null, local: "", fault: null });
  });

  test("when its document says, in the shop's own time", () => {
    const document = { effectiveFrom: "2026-12-01T08:00:00Z" };
    expect(chosenStart(document, "", terms)).toMatchObject({ local: "2026-12-01T09:00", fault: null });
  });

  test("at once, where the document's start is over", () => {
    expect(chosenStart({ effectiveFrom: "2026-01-01T00:00:00Z" }, "", terms).at).toBeNull();
  });

  test("when somebody chooses, whatever the document says", () => {
    const document = { effectiveFrom: "2026-12-01T08:00:00Z" };
    expect(chosenStart(document, "now", terms).at).toBeNull();
    const chosen = chosenStart(document, "2026-12-24T00:00", terms);
    expect(chosen.at).toBe(parseInstant("2026-12-23T23:00:00Z"));
  });

  test.each([
    ["2026-11-22T12:59", "past"],
    ["soon", "unreadable"],
  ])("never %s", (choice, fault) => {
    expect(chosenStart({}, choice, terms)).toMatchObject({ local: choice, fault });
  });
});

test("the start takes the place of the document's own, and nothing else changes", () => {
  const document = { programme: "Club", effectiveFrom: "2026-01-01T00:00:00Z" };
  expect(startingAt(document, null)).toEqual({ programme: "Club" });
  expect(startingAt(document, 0)).toEqual({ programme: "Club", effectiveFrom: "1970-01-01T00:00:00Z" });
  expect(startingAt("no programme", 0)).toBe("no programme");
});
