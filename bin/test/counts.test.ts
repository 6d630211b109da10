import { describe, expect, test } from "vitest";
import { addCounts, closingLine, countsOf, NOTHING, type VitestReport } from "./counts.ts";

const REPORT: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
};

describe("the count of a test run", () => {
  test("ends with what passed and what failed", () => {
    expect(closingLine(countsOf(REPORT))).toBe("3 passed, 0 failed");
  });

  test("names skipped tests only where there are any", () => {
    expect(closingLine(countsOf({ ...REPORT, numPendingTests: 2 }))).toBe("3 passed, 0 failed, 2 skipped");
  });

  test("counts a file that could not be loaded as a failure", () => {
    const testResults = [...REPORT.testResults, { status: "failed", assertionResults: [] }];
    expect(countsOf({ ...REPORT, success: false, testResults }).failed).toBe(1);
  });

  test("counts an error outside of every test as a failure", () => {
    expect(countsOf({ ...REPORT, success: false }).failed).toBe(1);
  });

  test("counts a failed test once, and not its file again", () => {
    const testResults = [
      { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
    ];
    expect(countsOf({ ...REPORT, numFailedTests: 1, success: false, testResults }).failed).toBe(1);
  });

  test("sums two runs", () => {
    expect(addCounts(countsOf(REPORT), addCounts(countsOf(REPORT), NOTHING)).passed).toBe(6);
  });
});
