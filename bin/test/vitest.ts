import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../bootstrap/environment.mjs";
import { countsOf, NOTHING, type Counts, type VitestReport } from "./counts.ts";

/** Far above what all tests take; a run that stands still has to end as a failure and not as silence. */
const LONGEST_MINUTES = 30;

/** What Node made of the sources: tests start the app and its commands anew many times. */
const COMPILED = join(root, "node_modules/.cache/node-compiled");

/** One run of vitest in a process of its own, with its report on the screen; answers how it ended. */
export async function runVitest(
  given: string[],
  variables: Record<string, string>,
  longestMinutes = LONGEST_MINUTES,
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "perennial-report-"));
  const file = join(folder, "report.json");
  try {
    const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    await run([...reports, ...given], variables, longestMinutes);
    return countsOf(JSON.parse(readFileSync(file, "utf8")) as VitestReport);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return { ...NOTHING, failed: 1, failures: ["The tests ended without a report."] };
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(given: string[], variables: Record<string, string>, longestMinutes: number): Promise<void> {
  const program = join(root, "node_modules/vitest/vitest.mjs");
  // The tests choose their databases themselves: one that is in use is nothing to test on.
  const { DATABASE_URL: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "run", ...given], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { NODE_COMPILE_CACHE: COMPILED, ...env, ...variables },
    });
    const timer = setTimeout(() => {
      process.stderr.write(`The tests were ended after ${longestMinutes} minutes.\n`);
      child.kill("SIGKILL");
    }, longestMinutes * 60_000);
    child.once("error", reject);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
