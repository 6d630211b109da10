import { expect, test } from "vitest";
import { entriesOf, rowsIn, type ReportContext } from "../../use-cases/analytics/reports/context.ts";
import type { ReportTerms } from "../../use-cases/analytics/report.ts";
import { addressBack, addressOf } from "./report-address.ts";

const TERMS: ReportTerms = {
  preset: "custom",
  range: { from: 20_000, to: 20_030 },
  comparison: "year-before",
  before: null,
  segment: "tier gold & more",
  segmentGone: false,
  currency: "EUR",
  misread: false,
};

/** Addresses are made of the terms alone. */
const context = { terms: TERMS } as ReportContext;
const rowsOf = (address: string) => new URLSearchParams(address.split("?")[1]);

test("rows of one day lead back to the report with its own days, comparison, segment and currency", () => {
  const day = { from: 20_010, to: 20_010 };
  const entries = rowsOf(entriesOf(context, day, { report: "points", flow: "earned" }));
  const behind = rowsOf(rowsIn(context, "repeat")("orders", { range: day }));
  expect(addressBack("points", entries)).toBe(addressOf("points", TERMS));
  expect(addressBack("repeat", behind)).toBe(addressOf("repeat", TERMS));
  expect(behind.get("from")).toBe("2024-10-14");
});

test("rows that no report led to lead to it as it is asked first, and nowhere else", () => {
  expect(addressBack("points", new URLSearchParams())).toBe("/app/analytics/points");
  expect(addressBack("points", new URLSearchParams({ back: "//else.example/#x" }))).toMatch(
    /^\/app\/analytics\/points\?[^/#]*$/,
  );
});
