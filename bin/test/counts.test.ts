import { describe, expect, test } from "vitest";
import { addCounts, closing, countsOf, NOTHING, type VitestReport } from "./counts.ts";

const REPORT: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [
    {
      name: "a.test.ts",
      status: "passed",
      message: "",
      assertionResults: [{ status: "passed", fullName: "adds" }],
    },
  ],
};

const ONE_FAILED: VitestReport = {
  ...REPORT,
  numFailedTests: 1,
  success: false,
  testResults: [
    {
      name: "c.test.ts",
      status: "failed",
      message: "",
      assertionResults: [
        { status: "failed", fullName: "sums two", failureMessages: ["3 is not 4"] },
        { status: "passed", fullName: "sums three" },
      ],
    },
  ],
};

describe("the count of a test run", () => {
  test("ends with what passed and what failed", () => {
    expect(closing(countsOf(REPORT))).toBe("3 passed, 0 failed");
  });

  test("names skipped tests only where there are any", () => {
    expect(closing(countsOf({ ...REPORT, numPendingTests: 2 }))).toBe("3 passed, 0 failed, 2 skipped");
  });

  test("counts a file that could not be loaded as a failure", () => {
    const broken = { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] };
    const counts = countsOf({ ...REPORT, success: false, testResults: [...REPORT.testResults, broken] });
    expect(counts.failed).toBe(1);
    expect(counts.failures).toEqual(["b.test.ts\nno such module"]);
  });

  test("counts an error outside of every test as a failure", () => {
    expect(countsOf({ ...REPORT, success: false }).failed).toBe(1);
  });

  test("counts a failed test once, and not its file again", () => {
    const counts = countsOf(ONE_FAILED);
    expect(counts.failed).toBe(1);
    expect(counts.failures).toHaveLength(1);
  });

  test("says again what failed before it counts", () => {
    expect(closing(countsOf(ONE_FAILED))).toBe(
      "FAILED c.test.ts > sums two\n3 is not 4\n\n3 passed, 1 failed",
    );
  });

  test("sums two runs", () => {
    expect(addCounts(countsOf(REPORT), addCounts(countsOf(REPORT), NOTHING)).passed).toBe(6);
  });
});
