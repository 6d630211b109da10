import { expect, test } from "vitest";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import type { ReportTerms, Section } from "../../use-cases/analytics/report.ts";
import { headlineText } from "./report-words.ts";

const FORMATS = formatsFor({ locale: "en", currency: "GBP", timezone: "Europe/London" });

const TERMS: ReportTerms = {
  preset: "custom",
  range: { from: 30, to: 59 },
  comparison: "previous",
  before: { from: 0, to: 29 },
  segment: "",
  segmentGone: false,
  currency: "",
  misread: false,
};

function headlineOf(before: number, now: number): string {
  const members = (value: number) => ({ unit: "members", value: String(value) }) as const;
  const section: Section = {
    id: "new-members",
    headline: { value: members(now), before: members(before), also: [] },
    drawing: { kind: "bars", columns: [] },
    columns: [],
    rows: [],
  };
  return headlineText(section, TERMS, textsFor("en"), FORMATS);
}

test.each([
  [6, 5, "16.7% less than"],
  [3, 5, "66.7% more than"],
  [6, 7, "16.7% more than"],
  [1000, 1001, "0.1% more than"],
  [10_000, 10_004, "members joined; in the time before: 10,000 members."],
  [5, 5, "5 members joined, the same as in the time before."],
  [0, 1, "1 member joined; in the time before: 0 members."],
  [1, 0, "0 members joined; in the time before: 1 member."],
  [1, 600, "600 members joined; in the time before: 1 member."],
  [1, 10, "900% more than in the time before"],
])("of %i before and %i now the change is told rounded: %s", (before, now, told) => {
  expect(headlineOf(before, now)).toContain(told);
});

test.each([
  [
    "5000",
    "Of 100,000 points, about 5,000 points will never be used (between 4,000 points and 9,000 points).",
  ],
  [null, "Of 100,000 points, between 4,000 points and 9,000 points will never be used."],
])("of breakage the interval alone is told where nothing in it is expected: %s", (expected, told) => {
  const points = (value: string) => ({ unit: "points", value }) as const;
  const section: Section = {
    id: "breakage",
    headline: {
      value: expected === null ? null : points(expected),
      before: null,
      also: ["4000", "9000", "100000"].map(points),
    },
    drawing: { kind: "none" },
    columns: [],
    rows: [],
  };
  expect(headlineText(section, TERMS, textsFor("en"), FORMATS)).toBe(told);
});

test("what became available long ago is told by the month before which it was, as nothing finer is known", () => {
  const section: Section = {
    id: "ageing",
    headline: { value: { unit: "points", value: "12061" }, before: null, also: [], month: 20_393 },
    drawing: { kind: "none" },
    columns: [],
    rows: [],
  };
  expect(headlineText(section, TERMS, textsFor("en"), FORMATS)).toBe(
    "12,061 points became available before Nov 2025.",
  );
});
