import { expect, test } from "vitest";
import { dateOf, dayOf } from "../../insight/days.ts";
import { readReportTerms } from "./read-terms.ts";

const today = dayOf("2026-11-22") ?? 0;
const known = { today, first: today - 500, segments: ["buyer:again", "tier:gold"] };
const read = (address: string) => {
  const { range, before, ...rest } = readReportTerms(new URLSearchParams(address), known);
  const words = (days: typeof before) => days && `${dateOf(days.from)} ${dateOf(days.to)}`;
  return { ...rest, range: words(range), before: words(before) };
};

test("an address that asks for nothing is the last 30 days beside the 30 before, of all members", () => {
  expect(read("")).toEqual({
    preset: "last-30",
    comparison: "previous",
    segment: "",
    segmentGone: false,
    currency: "",
    misread: false,
    range: "2026-10-24 2026-11-22",
    before: "2026-09-24 2026-10-23",
  });
});

test("what an address asks for is had", () => {
  expect(
    read("range=custom&from=2026-11-01&to=2026-11-01&compare=year-before&segment=tier:gold&currency=JPY"),
  ).toEqual({
    preset: "custom",
    comparison: "year-before",
    segment: "tier:gold",
    segmentGone: false,
    currency: "JPY",
    misread: false,
    range: "2026-11-01 2026-11-01",
    before: "2025-11-01 2025-11-01",
  });
});

test.each([
  "range=custom&from=2026-12-01&to=2026-12-31",
  "range=custom&from=2026-02-30&to=x",
  "range=custom",
  "from=%27%3B%20DROP&to=2026-01-01",
])("%s means nothing, and says so", (address) => {
  expect(read(address)).toMatchObject({ misread: true, preset: "last-30" });
});

test("words that nobody knows are as if they were not there", () => {
  expect(read("range=forever&compare=better&currency=eur")).toEqual(read(""));
});

test("a segment that is not there is said to be gone: all members are not what was asked for", () => {
  expect(read("segment=tier:%3Cscript%3E")).toEqual({ ...read(""), segmentGone: true });
  expect(read("segment=")).toEqual(read(""));
});

test("an address of two dates alone is of those days", () => {
  expect(read("from=2026-11-05&to=2026-11-02")).toMatchObject({
    preset: "custom",
    range: "2026-11-02 2026-11-05",
  });
});
