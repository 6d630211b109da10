import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "./mutant.ts";

const APP = ["concurrency", "dead-letters", "door", "erasure", "ledger", "lifecycle", "meanwhile"];

/** The part of all tests that is fast and holds the engine: in the order in which it is told. */
const SUITES: Record<Suite, string[]> = {
  core: ["--project=unit", "app/loyalty", "tests/model"],
  app: [
    "--project=flow",
    "tests/faults/deliveries",
    "tests/faults/order-lives",
    "tests/faults/clock",
    ...APP.map((name) => `tests/flow/${name}.test`),
  ],
  postgres: ["--project=flow", "tests/flow/concurrency.test", "tests/faults/redeem-at-once"],
};

/** How long a suite without any defect may take. */
const LONGEST_MS = 20 * 60_000;

interface Report {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

export interface Terms {
  folder: string;
  postgresUrl: string | null;
  /** After which a suite is ended: one that stands still has noticed as well. */
  longestMs?: number;
}

/** Runs the suite in that folder until the first test fails; answers which did, or null where all passed. */
export async function firstFailure(
  suite: Suite,
  { folder, postgresUrl, longestMs = LONGEST_MS }: Terms,
): Promise<string | null> {
  const file = join(folder, "mutant-report.json");
  rmSync(file, { force: true });
  const program = join(folder, "node_modules/vitest/vitest.mjs");
  const given = ["run", "--bail=1", "--reporter=json", `--outputFile=${file}`, ...SUITES[suite]];
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...env } = process.env;
  const onServer = suite === "postgres" && postgresUrl !== null ? { TEST_DATABASE_URL: postgresUrl } : {};
  const child = spawn(process.execPath, [program, ...given], {
    cwd: folder,
    stdio: "ignore",
    env: { ...env, MODEL_RUNS: "250", RUNS: "60", ...onServer },
    timeout: longestMs,
    killSignal: "SIGKILL",
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code === null) return `it did not end within ${Math.round(longestMs / 1000)} s`;
  if (!existsSync(file)) return "the tests cannot even be started";
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  // A test that failed ends the run, and files that were under way then count as failed as well.
  const assertions = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = assertions.find((assertion) => assertion.status === "failed");
  if (failed !== undefined) return failed.fullName;
  const broken = report.testResults.find((file) => file.status === "failed");
  if (broken !== undefined) return broken.name.slice(broken.name.lastIndexOf("/") + 1);
  return code === 0 ? null : "an error outside of every test";
}
