/** How a run of tests ended. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Each failure with its file, its name and how its first message begins. */
  failures: string[];
}

/** What vitest writes of a run, as far as it is counted. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
}

/** Of each message: what says where it went wrong, and not a page that was looked at. */
const SAID_OF_A_FAILURE = 1_500;

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** What a run ends with: every failure once more, since it was said minutes before, and the count in the last line. */
export function closing(counts: Counts): string {
  return [...counts.failures.map((failure) => `FAILED ${failure}\n`), closingLine(counts)].join("\n");
}

/** A file that could not be loaded, or whose setup failed, counts as one failure beside those of its tests. */
export function countsOf(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: failuresOf(report),
  };
}

function failuresOf(report: VitestReport): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((assertion) => assertion.status === "failed");
    if (failed.length === 0) return status === "failed" ? [said(name, message)] : [];
    return failed.map((test) => said(`${name} > ${test.fullName}`, test.failureMessages?.[0] ?? ""));
  });
}

function said(where: string, message: string): string {
  return `${where}\n${message.slice(0, SAID_OF_A_FAILURE)}`;
}
